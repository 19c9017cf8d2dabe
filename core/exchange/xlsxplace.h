#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zsb {

constexpr std::size_t mostXlsxColumns = 16'384;
constexpr std::size_t longestXlsxEvidence = 40; ///< of what a sheet says and nobody understands

/// 0-based column of a reference like BC12; mostXlsxColumns when it is none.
[[nodiscard]] inline std::size_t xlsxColumnOf(std::string_view reference)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + std::size_t(c - 'A') + 1;
        if (column > mostXlsxColumns)
            return mostXlsxColumns;
    }
    return column == 0 ? mostXlsxColumns : column - 1;
}

/// The number a text is, or a negative one.
[[nodiscard]] inline std::int64_t xlsxCountOf(std::string_view text)
{
    std::int64_t value = -1;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? value : -1;
}

} // namespace zsb
