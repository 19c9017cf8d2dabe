#include "core/base/calendar.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace zsb {
namespace {

/// The number two digits at `at` make; none unless both are there.
std::optional<int> twoDigits(std::string_view text, std::size_t at = 0)
{
    if (text.size() < at + 2)
        return std::nullopt;
    const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned('0');
    const unsigned ones = static_cast<unsigned char>(text[at + 1]) - unsigned('0');
    if (tens > 9 || ones > 9)
        return std::nullopt;
    return int(tens * 10 + ones);
}

/// Reads two digits at the front of `rest` and drops them.
std::optional<int> takeTwoDigits(std::string_view &rest)
{
    const std::optional<int> number = twoDigits(rest);
    if (number)
        rest.remove_prefix(2);
    return number;
}

bool takeChar(std::string_view &rest, char c)
{
    if (rest.empty() || rest.front() != c)
        return false;
    rest.remove_prefix(1);
    return true;
}

std::optional<Day> takeDay(std::string_view &rest)
{
    constexpr std::size_t length = 10; // YYYY-MM-DD
    if (rest.size() < length || rest[4] != '-' || rest[7] != '-')
        return std::nullopt;
    const auto century = twoDigits(rest, 0);
    const auto year = twoDigits(rest, 2);
    const auto month = twoDigits(rest, 5);
    const auto day = twoDigits(rest, 8);
    if (!century || !year || !month || !day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*century * 100 + *year},
                                           std::chrono::month(unsigned(*month)), std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return std::nullopt;
    rest.remove_prefix(length);
    return Day{date};
}

/// `.1` to `.999999999`, to the millisecond; absent is zero.
std::optional<int> takeMilliseconds(std::string_view &rest)
{
    if (!takeChar(rest, '.'))
        return 0;
    int value = 0;
    int digits = 0;
    while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
        if (digits < 3)
            value = value * 10 + (rest.front() - '0');
        ++digits;
        rest.remove_prefix(1);
    }
    if (digits == 0)
        return std::nullopt;
    for (int i = digits; i < 3; ++i)
        value *= 10;
    return value;
}

std::optional<std::chrono::minutes> takeOffset(std::string_view &rest)
{
    if (takeChar(rest, 'Z'))
        return std::chrono::minutes{0};
    const int sign = !rest.empty() && rest.front() == '-' ? -1 : 1;
    if (!takeChar(rest, '+') && !takeChar(rest, '-'))
        return std::nullopt;
    const auto hours = takeTwoDigits(rest);
    if (!hours || *hours > 23 || !takeChar(rest, ':'))
        return std::nullopt;
    const auto minutes = takeTwoDigits(rest);
    if (!minutes || *minutes > 59)
        return std::nullopt;
    return std::chrono::minutes{sign * (*hours * 60 + *minutes)};
}

} // namespace

std::optional<Day> parseDay(std::string_view text)
{
    const auto day = takeDay(text);
    return text.empty() ? day : std::nullopt;
}

std::string formatDay(Day day)
{
    const std::chrono::year_month_day date{day};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    return text;
}

std::optional<Day> parseMonth(std::string_view text)
{
    constexpr std::size_t length = 7; // YYYY-MM
    std::array<char, length + 3> day = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '1'};
    if (text.size() != length)
        return std::nullopt;
    text.copy(day.data(), length);
    return parseDay({day.data(), day.size()});
}

std::optional<Instant> parseInstant(std::string_view text)
{
    const auto day = takeDay(text);
    if (!day || !takeChar(text, 'T'))
        return std::nullopt;
    const auto hour = takeTwoDigits(text);
    if (!hour || *hour > 23 || !takeChar(text, ':'))
        return std::nullopt;
    const auto minute = takeTwoDigits(text);
    if (!minute || *minute > 59 || !takeChar(text, ':'))
        return std::nullopt;
    const auto second = takeTwoDigits(text);
    if (!second || *second > 59)
        return std::nullopt;
    const auto milliseconds = takeMilliseconds(text);
    const auto offset = milliseconds ? takeOffset(text) : std::nullopt;
    if (!offset || !text.empty())
        return std::nullopt;
    return Instant{*day} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second} +
           std::chrono::milliseconds{*milliseconds} - *offset;
}

std::string formatInstant(Instant instant, std::chrono::minutes offset)
{
    const Instant local = instant + offset;
    const Day day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{local - Instant{day}};
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", int(time.hours().count()), int(time.minutes().count()),
                  int(time.seconds().count()));
    std::string result = formatDay(day) + text;
    if (time.subseconds().count() != 0) {
        std::snprintf(text, sizeof text, ".%03d", int(time.subseconds().count()));
        result += text;
    }
    if (offset.count() == 0)
        return result + 'Z';
    const int minutes = int(std::abs(offset.count()));
    std::snprintf(text, sizeof text, "%c%02d:%02d", offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
    return result + text;
}

Day dayAt(Instant instant, std::chrono::minutes offset)
{
    return std::chrono::floor<std::chrono::days>(instant + offset);
}

} // namespace zsb
