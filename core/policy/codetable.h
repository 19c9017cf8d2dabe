#pragma once

#include "core/policy/text.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
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

private:
    std::string m_id;
    std::vector<Code> m_codes;
    std::map<std::string, std::size_t, std::less<>> m_byCode;
    std::map<std::string, std::size_t, std::less<>> m_byName;
};

} // namespace zsb
