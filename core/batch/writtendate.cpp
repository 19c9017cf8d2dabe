#include "core/batch/writtendate.h"

#include "core/base/text.h"
#include "core/exchange/cellvalue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace zsb {
namespace {

constexpr std::size_t longestDate = 64;

/// 0–9 of a Chinese digit, -1 for anything else.
int chineseDigit(char32_t c)
{
    static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    if (c == U'零' || c == U'○' || c == U'◯')
        return 0;
    const std::size_t at = digits.find(c);
    return at == std::u32string_view::npos ? -1 : int(at);
}

bool isSeparator(char32_t c)
{
    static constexpr std::u32string_view separators = U"-/.年月日号、—－";
    return separators.find(c) != std::u32string_view::npos;
}

/// A run of Chinese numerals in ASCII digits: 二〇二三 → 2023, 十二 → 12, 三十 → 30. Empty when it is none.
std::string arabic(std::u32string_view numerals)
{
    const std::size_t ten = numerals.find(U'十');
    std::string digits;
    if (ten == std::u32string_view::npos) {
        for (const char32_t c : numerals)
            digits += char('0' + chineseDigit(c));
        return digits;
    }
    const std::u32string_view before = numerals.substr(0, ten);
    const std::u32string_view after = numerals.substr(ten + 1);
    if (before.size() > 1 || after.size() > 1 || after == U"十")
        return {};
    const int tens = before.empty() ? 1 : chineseDigit(before.front());
    const int ones = after.empty() ? 0 : chineseDigit(after.front());
    return std::to_string(tens * 10 + ones);
}

/// The numbers of a date in the order they are written.
struct Parts
{
    std::vector<std::string> numbers;
    bool wellFormed = true;
    bool dotsOnly = true; ///< between its numbers, and nothing behind
};

class PartReader
{
public:
    Parts read(std::string_view text)
    {
        while (!text.empty() && m_parts.wellFormed)
            take(foldWidth(takeCodePoint(text)));
        endNumber();
        return std::move(m_parts);
    }

private:
    void take(char32_t c)
    {
        if (c >= '0' && c <= '9' && m_numerals.empty()) {
            m_digits += char(c);
        } else if ((c == U'十' || chineseDigit(c) >= 0) && m_digits.empty()) {
            m_numerals += c;
            m_parts.dotsOnly = false;
        } else if (isSeparator(c)) {
            m_parts.dotsOnly = m_parts.dotsOnly && c == '.';
            endNumber();
        } else {
            m_parts.wellFormed = c == ' ' || c == 0x3000;
        }
    }
    void endNumber()
    {
        if (!m_numerals.empty())
            m_digits = arabic(m_numerals);
        m_parts.wellFormed = m_parts.wellFormed && (!m_digits.empty() || m_numerals.empty());
        if (!m_digits.empty())
            m_parts.numbers.push_back(std::move(m_digits));
        m_digits.clear();
        m_numerals.clear();
    }

    Parts m_parts;
    std::string m_digits;
    std::u32string m_numerals;
};

int numberOf(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<Day> dayOf(std::string_view year, std::string_view month, std::string_view day)
{
    if (year.size() != 4 || month.empty() || month.size() > 2 || day.empty() || day.size() > 2)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{numberOf(year)},
                                           std::chrono::month(unsigned(numberOf(month))),
                                           std::chrono::day(unsigned(numberOf(day)))};
    const bool believable = date.ok() && numberOf(year) >= 1900 && numberOf(year) < 2100;
    return believable ? std::optional(Day{date}) : std::nullopt;
}

WrittenDate whole(std::optional<Day> day)
{
    WrittenDate date;
    if (!day)
        return date;
    const std::chrono::year_month_day written{*day};
    date.day = day;
    date.month = Day{written.year() / written.month() / 1};
    return date;
}

WrittenDate monthOnly(std::string_view year, std::string_view month)
{
    WrittenDate date;
    date.month = dayOf(year, month, "1");
    return date;
}

/// Days of 1954 to 2064: smaller and larger numbers are something else.
WrittenDate serial(std::string_view digits, bool from1904)
{
    constexpr int first = 20000;
    constexpr int last = 60000;
    std::string day;
    const int number = numberOf(digits);
    if (number < first || number > last ||
        !appendDate(day, number, from1904 ? DateSystem::From1904 : DateSystem::From1900))
        return {};
    WrittenDate date = whole(parseDay(day));
    date.isSerial = true;
    return date;
}

/// Without a midnight behind it, as programs append to dates.
std::string_view withoutMidnight(std::string_view text)
{
    static constexpr std::array<std::string_view, 5> midnights = {" 00:00:00", "T00:00:00", " 0:00:00", " 00:00",
                                                                  " 0:00"};
    for (const std::string_view midnight : midnights)
        if (text.ends_with(midnight))
            return trimmed(text.substr(0, text.size() - midnight.size()));
    return text;
}

} // namespace

WrittenDate readWrittenDate(std::string_view text, bool serialsFrom1904)
{
    text = withoutMidnight(trimmed(text));
    if (text.empty() || text.size() > longestDate)
        return {};
    const Parts parts = PartReader().read(text);
    const std::vector<std::string> &numbers = parts.numbers;
    if (!parts.wellFormed || numbers.empty())
        return {};
    if (numbers.size() == 3)
        return whole(dayOf(numbers[0], numbers[1], numbers[2]));
    if (numbers.size() == 2) {
        WrittenDate date = monthOnly(numbers[0], numbers[1]);
        if (date.month && parts.dotsOnly && numbers[1] == "1")
            return {.month = {}, .day = {}, .isSerial = false, .ambiguous = true};
        return date;
    }
    const std::string_view digits = numbers.size() == 1 ? std::string_view(numbers[0]) : std::string_view();
    if (digits.size() == 8)
        return whole(dayOf(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6)));
    if (digits.size() == 6)
        return monthOnly(digits.substr(0, 4), digits.substr(4));
    return digits.size() == 5 ? serial(digits, serialsFrom1904) : WrittenDate();
}

} // namespace zsb
