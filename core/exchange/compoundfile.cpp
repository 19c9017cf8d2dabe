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
constexpr std::uint8_t streamType = 2;
constexpr std::uint8_t rootType = 5;
constexpr std::uint64_t anySize = ~std::uint64_t(0);

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

} // namespace

Result<CompoundFile> CompoundFile::open(std::string bytes)
{
    CompoundFile file;
    file.m_bytes = std::move(bytes);
    file.m_sectorBytes = std::size_t(1) << std::min<unsigned>(u16At(file.m_bytes, 30), 12);
    if (file.m_bytes.size() < headerBytes || file.m_sectorBytes < 512 || !file.readAllocationTable() ||
        !file.readDirectory())
        return damaged();
    return file;
}

/// Empty beyond the end; the last one may be cut short.
std::string_view CompoundFile::sector(std::uint32_t index) const
{
    const std::size_t at = (std::size_t(index) + 1) * m_sectorBytes;
    return at < m_bytes.size() ? std::string_view(m_bytes).substr(at, m_sectorBytes) : std::string_view();
}

bool CompoundFile::readAllocationTable()
{
    std::vector<std::uint32_t> tables;
    for (std::size_t i = 0; i < headerTableSlots; ++i)
        tables.push_back(u32At(m_bytes, 76 + 4 * i));
    const std::size_t sectors = m_bytes.size() / m_sectorBytes + 1;
    std::uint32_t more = u32At(m_bytes, 68);
    for (std::size_t guard = 0; more < lastSectorNumber && guard < sectors; ++guard) {
        const std::string_view table = sector(more);
        for (std::size_t at = 0; at + 4 < table.size(); at += 4)
            tables.push_back(u32At(table, at));
        more = u32At(table, m_sectorBytes - 4);
    }
    for (const std::uint32_t index : tables) {
        const std::string_view entries = index < lastSectorNumber ? sector(index) : std::string_view();
        for (std::size_t at = 0; at + 4 <= entries.size() && m_next.size() < sectors; at += 4)
            m_next.push_back(u32At(entries, at));
    }
    return !m_next.empty();
}

bool CompoundFile::readDirectory()
{
    const auto directory = chain(u32At(m_bytes, 48), anySize);
    if (!directory)
        return false;
    for (std::size_t at = 0; at + entryBytes <= directory->size(); at += entryBytes) {
        const std::string_view entry = std::string_view(*directory).substr(at, entryBytes);
        const Entry found{u32At(entry, 116), u32At(entry, 120)};
        if (u8At(entry, 66) == rootType)
            m_root = found;
        else if (u8At(entry, 66) == streamType)
            m_entries.emplace(nameOf(entry), found);
    }
    return true;
}

Result<std::string> CompoundFile::chain(std::uint32_t start, std::uint64_t maxBytes) const
{
    std::string bytes;
    std::size_t steps = 0;
    for (std::uint32_t at = start; at < lastSectorNumber && bytes.size() < maxBytes; at = m_next[at]) {
        const std::string_view content = sector(at);
        if (at >= m_next.size() || ++steps > m_next.size() || content.empty())
            return damaged();
        bytes.append(content);
    }
    bytes.resize(std::size_t(std::min<std::uint64_t>(bytes.size(), maxBytes)));
    return bytes;
}

Result<std::string> CompoundFile::smallStream(const Entry &entry) const
{
    const auto container = chain(m_root.start, anySize);
    const auto table = chain(u32At(m_bytes, 60), anySize);
    if (!container || !table)
        return damaged();
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

Result<std::string> CompoundFile::stream(std::string_view name) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return Error{ErrorCode::NotFound, "workbook: no such stream"};
    const Entry &entry = found->second;
    auto bytes = entry.size < smallStreamLimit ? smallStream(entry) : chain(entry.start, entry.size);
    if (bytes && bytes->size() < entry.size)
        return damaged(); // cut short
    return bytes;
}

} // namespace zsb
