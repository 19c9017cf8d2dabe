#pragma once

#include "core/exchange/tablereader.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// Appends the shortest text that reads back as the same number, without an exponent where that is at most 21
/// digits: 150102199001011000, 0.5, 1e+30.
void appendNumber(std::string &text, double value);

/// A number of this size has more digits than the fifteen a spreadsheet keeps.
[[nodiscard]] bool isRounded(double value);

/// What is wrong with a text that should be what somebody typed: ScientificNumber, LooksRounded or ErrorCell — a number
/// as a spreadsheet shows or rounds it, #N/A, or the ##### of a column too narrow.
[[nodiscard]] std::optional<ProblemCode> doubtOf(std::string_view text);

/// Whether doubtOf() may see a lost number in a text that begins with a digit: by a few of its bytes alone.
[[nodiscard]] inline bool mayBeLostNumber(std::string_view text)
{
    constexpr std::size_t exactDigits = 15;
    const bool isLong = text.size() >= exactDigits + 3 && text[exactDigits] == '0' && text[exactDigits + 1] == '0';
    return isLong || (text.size() >= 6 && text[text.size() - 3] == '+');
}

/// Which day number 0 of a workbook is.
enum class DateSystem
{
    From1900, ///< with the 29 February 1900 that never was, number 60
    From1904,
};

/// Appends YYYY-MM-DD, with HH:MM:SS when there is a time of day, only that for numbers below 1. False, and nothing
/// appended, when the number is outside the years 1900–9999.
[[nodiscard]] bool appendDate(std::string &text, double serial, DateSystem system);

/// Whether a built-in number format, or the code of a custom one, shows dates or times. Durations ([h]:mm) do not.
[[nodiscard]] bool isBuiltInDateFormat(int id);
[[nodiscard]] bool isDateFormat(std::string_view code);

/// The text of a cell with its _xHHHH_ escapes undone.
[[nodiscard]] std::string unescapedCellText(std::string_view text);
/// The text with whatever looks like such an escape escaped, and NUL bytes too.
[[nodiscard]] std::string escapedCellText(std::string_view text);

} // namespace zsb
