#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The container of old Microsoft files: streams by name, cut into sectors. Loops and lengths that damage or malice put
/// into it end the reading. Errors: Invalid.
class CompoundFile
{
public:
    [[nodiscard]] static Result<CompoundFile> open(std::string bytes);

    /// Names are as in the file: Workbook, Book, EncryptedPackage.
    [[nodiscard]] bool has(std::string_view name) const { return m_entries.contains(name); }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] Result<std::string> stream(std::string_view name) const;

private:
    struct Entry
    {
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };

    [[nodiscard]] std::string_view sector(std::uint32_t index) const;
    [[nodiscard]] bool readAllocationTable();
    [[nodiscard]] bool readDirectory();
    [[nodiscard]] Result<std::string> chain(std::uint32_t start, std::uint64_t maxBytes) const;
    [[nodiscard]] Result<std::string> smallStream(const Entry &entry) const;

    std::string m_bytes;
    std::size_t m_sectorBytes = 512;
    std::vector<std::uint32_t> m_next; ///< of each sector
    std::map<std::string, Entry, std::less<>> m_entries;
    Entry m_root; ///< holds the sectors of small streams
};

} // namespace zsb
