#include "core/rules/documentnumber.h"

#include "core/base/text.h"

#include <algorithm>

namespace zsb {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A character that folding leaves as it is.
bool isPlain(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z');
}

int numberOf(std::string_view digits)
{
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

std::optional<Day> dayOf(std::string_view yyyymmdd)
{
    const std::chrono::year_month_day date{std::chrono::year{numberOf(yyyymmdd.substr(0, 4))},
                                           std::chrono::month(unsigned(numberOf(yyyymmdd.substr(4, 2)))),
                                           std::chrono::day(unsigned(numberOf(yyyymmdd.substr(6, 2))))};
    if (!date.ok())
        return std::nullopt;
    return Day{date};
}

} // namespace

FoldedCode::FoldedCode(std::string_view text)
{
    if (text.size() <= m_chars.size() && std::ranges::all_of(text, isPlain)) { // as nearly all are
        text.copy(m_chars.data(), text.size());
        m_size = text.size();
        return;
    }
    for (text = trimmed(text); !text.empty() && m_size < m_chars.size();) {
        char32_t c = static_cast<unsigned char>(text.front());
        if (c <= 0x7F)
            text.remove_prefix(1);
        else
            c = foldWidth(takeCodePoint(text));
        m_chars[m_size++] = c > 0x7F ? '?' : char(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
}

bool FoldedCode::isDigits(std::size_t count) const
{
    return m_size == count && areDigits(view());
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

std::optional<char> residentCheckDigit(std::string_view digits)
{
    static constexpr std::array<int, 17> weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (digits.size() != weights.size() || !areDigits(digits))
        return std::nullopt;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (digits[i] - '0');
    return "10X98765432"[sum % 11];
}

std::optional<ResidentNumber> parseResidentNumber(std::string_view folded)
{
    if (folded.size() != 18 || !areDigits(folded.substr(0, 17)) || (!isDigit(folded[17]) && folded[17] != 'X'))
        return std::nullopt;
    return ResidentNumber{.region = folded.substr(0, 6),
                          .birth = dayOf(folded.substr(6, 8)),
                          .male = (folded[16] - '0') % 2 == 1,
                          .check = folded[17]};
}

std::string widenResidentNumber(std::string_view fifteen)
{
    if (fifteen.size() != 15 || !areDigits(fifteen))
        return {};
    std::string wide = std::string(fifteen.substr(0, 6)) + "19" + std::string(fifteen.substr(6));
    wide += residentCheckDigit(wide).value_or('X');
    return wide;
}

} // namespace zsb
