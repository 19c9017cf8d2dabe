#pragma once

#include "core/base/texthash.h"
#include "core/policy/text.h"

#include <bitset>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zsb {

/// One row of a code table. `attributes` holds the table's further columns under their header names
/// (a phone prefix has `kind`, a college `scope`, a region `start_year` and `end_year`).
struct Code
{
    std::string code;
    Text name;
    std::vector<std::string> aliases;
    std::map<std::string, std::string, std::less<>> attributes;
    bool guess = false;

    /// Empty when the table has no such column or the cell is empty.
    [[nodiscard]] std::string_view attribute(std::string_view key) const;
};

/// A code table of the pack: `ethnicity`, `college`, `region`, …. Built once, then only read, from any thread.
class CodeTable
{
public:
    CodeTable() = default;
    CodeTable(std::string id, std::vector<Code> codes);

    [[nodiscard]] const std::string &id() const { return m_id; }
    [[nodiscard]] std::span<const Code> codes() const { return m_codes; }

    /// The row whose code, Chinese name, English name or alias the text is (names compared by titleKey); null if none.
    /// Of several rows with one code (a region code in several periods) the first.
    [[nodiscard]] const Code *find(std::string_view codeOrName) const;
    /// By code alone; null if none.
    [[nodiscard]] const Code *byCode(std::string_view code) const;
    /// The row with the longest code that the text begins with: phone prefixes, postal codes.
    [[nodiscard]] const Code *byLongestPrefix(std::string_view text) const;
    /// Every row whose code begins so, as indexes into codes(), in order of the codes.
    [[nodiscard]] std::span<const std::size_t> withPrefix(std::string_view prefix) const;
    /// Calls `visit(row)` with the index into codes() of each row whose Chinese name stands in the text. Names of a
    /// single character are too common to be looked for.
    template<typename Visit>
    void eachNamedIn(std::string_view text, Visit visit) const
    {
        for (; text.size() >= nameStartBytes; text.remove_prefix(1)) {
            if ((static_cast<unsigned char>(text.front()) & 0xC0) == 0x80)
                continue; // inside a character
            const std::uint64_t start = startOf(text);
            if (!m_mayStart[start % m_mayStart.size()])
                continue;
            const auto [first, last] = m_byNameStart.equal_range(start);
            for (auto at = first; at != last; ++at) {
                if (text.starts_with(m_codes[at->second].name.zh))
                    visit(at->second);
            }
        }
    }

private:
    using Index = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;

    static constexpr std::size_t nameStartBytes = 6; ///< two characters of Han
    [[nodiscard]] static std::uint64_t startOf(std::string_view text)
    {
        std::uint64_t start = 0;
        std::memcpy(&start, text.data(), nameStartBytes);
        return start * 0x9E3779B97F4A7C15ULL >> 16;
    }
    void remember(const std::string &spelling);
    void indexNames();
    void indexCodes();
    [[nodiscard]] const Code *at(const Index &index, std::string_view key) const;

    std::string m_id;
    std::vector<Code> m_codes;
    Index m_byCode;
    Index m_byName;                     ///< by titleKey
    Index m_bySpelling;                 ///< what find() says of every text just as the table spells it: most texts are
    std::vector<std::size_t> m_inOrder; ///< rows by code
    std::size_t m_stemSize = 0;         ///< length of the shortest code
    std::unordered_map<std::string, std::vector<std::size_t>, TextHash, std::equal_to<>>
        m_byStem; ///< rows whose codes begin so, longest first
    std::bitset<4096> m_mayStart;
    std::unordered_multimap<std::uint64_t, std::size_t> m_byNameStart;
};

} // namespace zsb
