#include "core/base/calendar.h"

#include <cstdio>
#include <cstdlib>

namespace zsb {
namespace {

/// Reads exactly `digits` decimal digits at the front of `rest` and drops them.
std::optional<int> takeNumber(std::string_view &rest, std::size_t digits)
{
    if (rest.size() < digits)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (rest[i] < '0' || rest[i] > '9')
            return std::nullopt;
        value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(digits);
    return value;
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
    const auto year = takeNumber(rest, 4);
    if (!year || !takeChar(rest, '-'))
        return std::nullopt;
    const auto month = takeNumber(rest, 2);
    if (!month || !takeChar(rest, '-'))
        return std::nullopt;
    const auto day = takeNumber(rest, 2);
    if (!day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return std::nullopt;
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
    const auto hours = takeNumber(rest, 2);
    if (!hours || *hours > 23 || !takeChar(rest, ':'))
        return std::nullopt;
    const auto minutes = takeNumber(rest, 2);
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
    if (text.size() != 7)
        return std::nullopt;
    return parseDay(std::string(text) + "-01");
}

std::optional<Instant> parseInstant(std::string_view text)
{
    const auto day = takeDay(text);
    if (!day || !takeChar(text, 'T'))
        return std::nullopt;
    const auto hour = takeNumber(text, 2);
    if (!hour || *hour > 23 || !takeChar(text, ':'))
        return std::nullopt;
    const auto minute = takeNumber(text, 2);
    if (!minute || *minute > 59 || !takeChar(text, ':'))
        return std::nullopt;
    const auto second = takeNumber(text, 2);
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
