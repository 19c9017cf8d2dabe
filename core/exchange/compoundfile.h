#pragma once

#include "core/exchange/bytesource.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The container of old Microsoft files: streams by name, cut into sectors, which are read a few at a time. Loops and
/// lengths that damage or malice put into it end the reading. Errors: Invalid, Refused (a stream beyond its limit),
/// Unreadable.
class CompoundFile
{
public:
    /// `bytes` can be sought in and holds `size` of them.
    [[nodiscard]] static Result<CompoundFile> open(std::unique_ptr<ByteSource> bytes, std::int64_t size);

    /// Names are as in the file: Workbook, Book, EncryptedPackage.
    [[nodiscard]] bool has(std::string_view name) const { return m_entries.contains(name); }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] Result<std::string> stream(std::string_view name, std::int64_t maxBytes);

private:
    struct Entry
    {
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };

    [[nodiscard]] Done readHeader();
    [[nodiscard]] Done readSector(std::uint32_t index);
    [[nodiscard]] Done appendSectors(std::uint32_t first, std::size_t count, std::string &bytes);
    [[nodiscard]] std::size_t runFrom(std::uint32_t first, std::size_t most) const;
    [[nodiscard]] Result<std::vector<std::uint32_t>> tableSectors();
    [[nodiscard]] Done readAllocationTable();
    [[nodiscard]] Done readDirectory();
    [[nodiscard]] Result<std::string> chain(std::uint32_t start, std::uint64_t maxBytes);
    [[nodiscard]] Result<std::string> smallStream(const Entry &entry);

    std::unique_ptr<ByteSource> m_source;
    std::int64_t m_size = 0;
    std::string m_header;
    std::string m_sector; ///< read last; empty beyond the end, the last one may be cut short
    std::size_t m_sectorBytes = 512;
    std::vector<std::uint32_t> m_next; ///< of each sector
    std::map<std::string, Entry, std::less<>> m_entries;
    Entry m_root; ///< holds the sectors of small streams
};

} // namespace zsb
