#pragma once

#include "core/base/calendar.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// A number or code folded for comparing, without the heap: full-width to ASCII, upper case, blanks at both ends
/// dropped; anything beyond ASCII becomes `?`. Longer ones are cut at 64 characters, which no format allows.
class FoldedCode
{
public:
    explicit FoldedCode(std::string_view text);

    [[nodiscard]] std::string_view view() const { return {m_chars.data(), m_size}; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Digits only, exactly that many.
    [[nodiscard]] bool isDigits(std::size_t count) const;

private:
    std::array<char, 64> m_chars{};
    std::size_t m_size = 0;
};

/// Digits only, and at least one.
[[nodiscard]] bool areDigits(std::string_view text);

/// The check character (0–9, X) that 17 digits ask for under GB 11643 (ISO 7064 MOD 11-2); none for other input.
[[nodiscard]] std::optional<char> residentCheckDigit(std::string_view seventeenDigits);

/// What an 18-character number laid out like a resident number says.
struct ResidentNumber
{
    std::string_view region;  ///< six digits, of the place and time of the first issue
    std::optional<Day> birth; ///< none when there is no such day
    bool male = false;
    char check = '0';
};

/// Of a folded number; none unless it is 17 digits and a digit or X.
[[nodiscard]] std::optional<ResidentNumber> parseResidentNumber(std::string_view folded);

/// A document number read once for all rules that look at it. Not copied: the parts are views of the folded number.
struct ReadNumber
{
    explicit ReadNumber(std::string_view text) : folded(text), resident(parseResidentNumber(folded.view())) {}
    ReadNumber(const ReadNumber &) = delete;
    ReadNumber &operator=(const ReadNumber &) = delete;

    FoldedCode folded;
    std::optional<ResidentNumber> resident; ///< none when it is not laid out like one
};

/// A 15-digit number of the 20th century in 18 characters; empty for other input.
[[nodiscard]] std::string widenResidentNumber(std::string_view fifteenDigits);

} // namespace zsb
