#include "core/exchange/compoundfile.h"

#include "core/exchange/littleendian.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::size_t headerBytes = 512;
constexpr std::size_t headerTableSlots = 109;
constexpr std::size_t entryBytes = 128;
constexpr std::size_t smallSectorBytes = 64;
constexpr std::uint64_t smallStreamLimit = 4096;
constexpr std::uint32_t lastSectorNumber = 0xFFFFFFFA;
constexpr std::size_t mostSectorsAtOnce = 128;
constexpr std::uint8_t streamType = 2;
constexpr std::uint8_t rootType = 5;
constexpr std::uint64_t mostDirectoryBytes = std::uint64_t(1) << 20;
constexpr std::uint64_t mostSmallBytes = std::uint64_t(8) << 20; ///< a workbook is no small stream unless it is tiny

Error damaged()
{
    return {ErrorCode::Invalid, "workbook: the container is damaged"};
}

/// The ASCII of an entry's UTF-16 name.
std::string nameOf(std::string_view entry)
{
    std::string name;
    const std::size_t bytes = std::min<std::size_t>(u16At(entry, 64), 64);
    for (std::size_t i = 0; i + 2 < bytes; i += 2)
        name += u8At(entry, i + 1) == 0 ? entry[i] : '?';
    return name;
}

/// Appends so many bytes from there, fewer at the end.
Done appendBytes(ByteSource &source, std::int64_t at, std::size_t size, std::string &bytes)
{
    if (const Done sought = source.seek(at); !sought)
        return sought;
    std::size_t end = bytes.size();
    bytes.resize(end + size);
    while (end < bytes.size()) {
        const Result<std::size_t> got = source.read(bytes.data() + end, bytes.size() - end);
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        end += *got;
    }
    bytes.resize(end);
    return done();
}

} // namespace

Result<CompoundFile> CompoundFile::open(std::unique_ptr<ByteSource> bytes, std::int64_t size)
{
    CompoundFile file;
    file.m_source = std::move(bytes);
    file.m_size = size;
    for (const auto step :
         {&CompoundFile::readHeader, &CompoundFile::readAllocationTable, &CompoundFile::readDirectory})
        if (const Done done = (file.*step)(); !done)
            return done.error();
    return file;
}

Done CompoundFile::readHeader()
{
    if (const Done read = appendBytes(*m_source, 0, headerBytes, m_header); !read)
        return read;
    m_sectorBytes = std::size_t(1) << std::min<unsigned>(u16At(m_header, 30), 12);
    return m_header.size() == headerBytes && m_sectorBytes >= headerBytes ? done() : damaged();
}

Done CompoundFile::readSector(std::uint32_t index)
{
    m_sector.clear();
    return appendSectors(index, 1, m_sector);
}

/// Sectors that follow each other in the file; nothing is appended beyond its end.
Done CompoundFile::appendSectors(std::uint32_t first, std::size_t count, std::string &bytes)
{
    const std::int64_t at = (std::int64_t(first) + 1) * std::int64_t(m_sectorBytes);
    return at < m_size ? appendBytes(*m_source, at, count * m_sectorBytes, bytes) : done();
}

/// How many sectors of a chain follow each other in the file, as nearly all do: what is read at once.
std::size_t CompoundFile::runFrom(std::uint32_t first, std::size_t most) const
{
    std::size_t run = 1;
    while (run < most && first + run < m_next.size() && m_next[first + run - 1] == first + run)
        ++run;
    return run;
}

/// The sectors that hold the allocation table: the first in the header, the others in a chain of their own.
Result<std::vector<std::uint32_t>> CompoundFile::tableSectors()
{
    std::vector<std::uint32_t> tables;
    for (std::size_t i = 0; i < headerTableSlots; ++i)
        tables.push_back(u32At(m_header, 76 + 4 * i));
    const std::size_t most = std::size_t(m_size) / (m_sectorBytes / 4 * m_sectorBytes) + 1 + headerTableSlots;
    std::uint32_t more = u32At(m_header, 68);
    while (more < lastSectorNumber && tables.size() < most) {
        if (const Done read = readSector(more); !read)
            return read.error();
        for (std::size_t at = 0; at + 4 < m_sector.size(); at += 4)
            tables.push_back(u32At(m_sector, at));
        if (m_sector.size() < m_sectorBytes)
            break; // beyond the end nothing says where the chain goes on
        more = u32At(m_sector, m_sectorBytes - 4);
    }
    return tables;
}

Done CompoundFile::readAllocationTable()
{
    const Result<std::vector<std::uint32_t>> tables = tableSectors();
    if (!tables)
        return tables.error();
    const std::size_t sectors = std::size_t(m_size) / m_sectorBytes + 1;
    for (const std::uint32_t index : *tables) {
        if (index >= lastSectorNumber)
            continue;
        if (const Done read = readSector(index); !read)
            return read;
        for (std::size_t at = 0; at + 4 <= m_sector.size() && m_next.size() < sectors; at += 4)
            m_next.push_back(u32At(m_sector, at));
    }
    return m_next.empty() ? damaged() : done();
}

Done CompoundFile::readDirectory()
{
    const auto directory = chain(u32At(m_header, 48), mostDirectoryBytes);
    if (!directory)
        return directory.error();
    for (std::size_t at = 0; at + entryBytes <= directory->size(); at += entryBytes) {
        const std::string_view entry = std::string_view(*directory).substr(at, entryBytes);
        const Entry found{u32At(entry, 116), u32At(entry, 120)};
        if (u8At(entry, 66) == rootType)
            m_root = found;
        else if (u8At(entry, 66) == streamType)
            m_entries.emplace(nameOf(entry), found);
    }
    return done();
}

Result<std::string> CompoundFile::chain(std::uint32_t start, std::uint64_t maxBytes)
{
    std::string bytes;
    bytes.reserve(std::size_t(std::min<std::uint64_t>(maxBytes, std::uint64_t(m_size)) + m_sectorBytes));
    std::size_t steps = 0;
    for (std::uint32_t at = start; at < lastSectorNumber && bytes.size() < maxBytes;) {
        if (at >= m_next.size())
            return damaged();
        const std::size_t wanted = std::size_t((maxBytes - bytes.size() - 1) / m_sectorBytes) + 1;
        const std::size_t run = runFrom(at, std::min(wanted, mostSectorsAtOnce));
        const std::size_t whole = bytes.size() + (run - 1) * m_sectorBytes; // the last one may be cut short
        steps += run;
        if (const Done read = appendSectors(at, run, bytes); !read)
            return read.error();
        if (steps > m_next.size() || bytes.size() <= whole)
            return damaged();
        at = m_next[at + run - 1];
    }
    bytes.resize(std::size_t(std::min<std::uint64_t>(bytes.size(), maxBytes)));
    return bytes;
}

Result<std::string> CompoundFile::smallStream(const Entry &entry)
{
    const auto container = chain(m_root.start, mostSmallBytes);
    if (!container)
        return container.error();
    const auto table = chain(u32At(m_header, 60), mostSmallBytes);
    if (!table)
        return table.error();
    std::string bytes;
    for (std::uint32_t at = entry.start; at < lastSectorNumber && bytes.size() < entry.size;) {
        if (std::size_t(at) * smallSectorBytes >= container->size())
            return damaged();
        bytes.append(*container, std::size_t(at) * smallSectorBytes, smallSectorBytes);
        at = std::size_t(at) * 4 < table->size() ? u32At(*table, std::size_t(at) * 4) : lastSectorNumber;
    }
    bytes.resize(std::size_t(std::min<std::uint64_t>(bytes.size(), entry.size)));
    return bytes;
}

Result<std::string> CompoundFile::stream(std::string_view name, std::int64_t maxBytes)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return Error{ErrorCode::NotFound, "workbook: no such stream"};
    const Entry &entry = found->second;
    if (entry.size > std::uint64_t(maxBytes))
        return Error{ErrorCode::Refused, "workbook: its stream is larger than the limit"};
    auto bytes = entry.size < smallStreamLimit ? smallStream(entry) : chain(entry.start, entry.size);
    if (bytes && bytes->size() < entry.size)
        return damaged(); // cut short
    return bytes;
}

} // namespace zsb
