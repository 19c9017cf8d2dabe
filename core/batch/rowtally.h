#pragma once

#include "core/domain/finding.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace zsb {

/// How many rows of a kind were checked, and what became of them. What is neither with errors nor with warnings only is
/// clean.
struct RowCounts
{
    std::int64_t checked = 0;
    std::int64_t withErrors = 0;
    std::int64_t withWarnings = 0; ///< a warning and no error

    [[nodiscard]] std::int64_t clean() const { return checked - withErrors - withWarnings; }
    void add(std::span<const Finding> findings);
    RowCounts &operator+=(const RowCounts &other);
    bool operator==(const RowCounts &) const = default;
};

/// Rows counted by the text of one of their fields. Bounded whatever the table holds: past mostValues texts, rows with
/// further ones are counted together. Every row is in one of the counts.
class RowTally
{
public:
    static constexpr std::size_t mostValues = 20'000;
    static constexpr std::size_t longestValue = 200; ///< bytes; longer texts are cut

    void add(std::string_view value, std::span<const Finding> findings);
    /// Adds what another part of the table came to.
    void merge(const RowTally &other);

    [[nodiscard]] const std::map<std::string, RowCounts, std::less<>> &values() const { return m_values; }
    [[nodiscard]] const RowCounts &further() const { return m_further; }

private:
    RowCounts &countsOf(std::string_view value);

    std::map<std::string, RowCounts, std::less<>> m_values;
    RowCounts m_further;
};

} // namespace zsb
