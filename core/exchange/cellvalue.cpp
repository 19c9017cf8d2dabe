#include "core/exchange/cellvalue.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

namespace zsb {
namespace {

constexpr int plainDigits = 21;
constexpr int plainZeros = 7;

std::string_view scientific(std::array<char, 40> &buffer, double value)
{
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    return {buffer.data(), std::size_t(result.ptr - buffer.data())};
}

void appendTwo(std::string &text, unsigned value, char separator)
{
    text += char('0' + value / 10 % 10);
    text += char('0' + value % 10);
    if (separator != 0)
        text += separator;
}

void appendDay(std::string &text, std::int64_t serial, DateSystem system)
{
    using namespace std::chrono;
    if (system == DateSystem::From1900 && serial == 60) {
        text += "1900-02-29";
        return;
    }
    const sys_days zero = system == DateSystem::From1904 ? sys_days(year(1904) / 1 / 1)
                          : serial < 60                  ? sys_days(year(1899) / 12 / 31)
                                                         : sys_days(year(1899) / 12 / 30);
    const year_month_day day(zero + days(serial));
    const auto y = unsigned(int(day.year()));
    appendTwo(text, y / 100, 0);
    appendTwo(text, y % 100, '-');
    appendTwo(text, unsigned(day.month()), '-');
    appendTwo(text, unsigned(day.day()), 0);
}

/// The format code without quoted text, escaped characters and bracketed parts.
std::string bareFormat(std::string_view code)
{
    std::string bare;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"' || c == '[')
            i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
        else if (c == '\\' || c == '_' || c == '*')
            ++i;
        else
            bare += c;
    }
    return bare;
}

bool isDuration(std::string_view code)
{
    for (const std::string_view part : {"[h", "[H", "[m", "[M", "[s", "[S"})
        if (const std::size_t at = code.find(part);
            at != std::string_view::npos && code.substr(at).find_first_of("]") <= part.size() + 1)
            return true;
    return false;
}

constexpr std::size_t exactDigits = 15;

bool isScientific(std::string_view text)
{
    const std::size_t size = text.size();
    return size >= 6 && text[size - 3] == '+' && (text[size - 4] | 0x20) == 'e' &&
           text.find_first_not_of("0123456789.eE+") == std::string_view::npos;
}

/// Three zeros where digits were lost; one or two of them are too common in numbers that were typed.
bool looksRounded(std::string_view text)
{
    return text.size() >= exactDigits + 3 && text.back() == '0' && text.front() != '0' &&
           text.find_first_not_of("0123456789") == std::string_view::npos &&
           text.find_first_not_of('0', exactDigits) == std::string_view::npos;
}

bool isErrorText(std::string_view text)
{
    static constexpr std::array<std::string_view, 9> errors = {"#N/A",   "#REF!", "#VALUE!", "#NAME?", "#DIV/0!",
                                                               "#NULL!", "#NUM!", "#SPILL!", "#CALC!"};
    return std::ranges::find(errors, text) != errors.end() ||
           (text.size() >= 3 && text.find_first_not_of('#') == std::string_view::npos);
}

constexpr std::size_t escapeSize = 7;

/// The character of an escape _xHHHH_ at the front.
std::optional<char32_t> escapedCharacter(std::string_view text)
{
    if (text.size() < escapeSize || !text.starts_with("_x") || text[escapeSize - 1] != '_')
        return std::nullopt;
    std::uint32_t value = 0;
    const char *end = text.data() + escapeSize - 1;
    if (std::from_chars(text.data() + 2, end, value, 16).ptr != end || (value >= 0xD800 && value <= 0xDFFF))
        return std::nullopt;
    return char32_t(value);
}

} // namespace

void appendNumber(std::string &text, double value)
{
    std::array<char, 40> buffer;
    const std::string_view shortest = scientific(buffer, value);
    const std::size_t e = shortest.find('e');
    if (!std::isfinite(value) || e == std::string_view::npos) {
        text += shortest;
        return;
    }
    std::string digits;
    for (const char c : shortest.substr(0, e))
        if (c >= '0' && c <= '9')
            digits += c;
    const bool negativePower = shortest[e + 1] == '-';
    int power = 0;
    std::from_chars(shortest.data() + e + 2, shortest.data() + shortest.size(), power);
    power = negativePower ? -power : power;
    if (power >= plainDigits || power < -plainZeros) {
        text += shortest;
        return;
    }
    if (value < 0)
        text += '-';
    if (power < 0) {
        text += "0." + std::string(std::size_t(-power - 1), '0') + digits;
        return;
    }
    const auto whole = std::size_t(power) + 1;
    if (digits.size() <= whole)
        text += digits + std::string(whole - digits.size(), '0');
    else
        text += digits.substr(0, whole) + '.' + digits.substr(whole);
}

bool isRounded(double value)
{
    constexpr double sixteenDigits = 1e15;
    return std::abs(value) >= sixteenDigits;
}

std::optional<ProblemCode> doubtOf(std::string_view text)
{
    if (text.size() < 3)
        return std::nullopt;
    if (text.front() == '#')
        return isErrorText(text) ? std::optional(ProblemCode::ErrorCell) : std::nullopt;
    if (text.front() < '0' || text.front() > '9' || !mayBeLostNumber(text))
        return std::nullopt;
    if (isScientific(text))
        return ProblemCode::ScientificNumber;
    return looksRounded(text) ? std::optional(ProblemCode::LooksRounded) : std::nullopt;
}

bool appendDate(std::string &text, double serial, DateSystem system)
{
    constexpr double secondsOfDay = 86400;
    constexpr double lastDay = 2958465; // 9999-12-31
    if (!(serial >= 0) || serial > lastDay)
        return false;
    auto day = std::int64_t(serial);
    auto seconds = std::int64_t(std::llround((serial - double(day)) * secondsOfDay));
    if (seconds == std::int64_t(secondsOfDay)) {
        seconds = 0;
        ++day;
    }
    const bool timeOnly = day == 0 && seconds > 0;
    if (!timeOnly)
        appendDay(text, day, system);
    if (seconds == 0)
        return true;
    if (!timeOnly)
        text += ' ';
    appendTwo(text, unsigned(seconds / 3600), ':');
    appendTwo(text, unsigned(seconds / 60 % 60), ':');
    appendTwo(text, unsigned(seconds % 60), 0);
    return true;
}

bool isBuiltInDateFormat(int id)
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58);
}

bool isDateFormat(std::string_view code)
{
    if (isDuration(code))
        return false;
    const std::string bare = bareFormat(code.substr(0, code.find(';')));
    if (bare.starts_with("General") || bare.find_first_of("0#?") != std::string::npos)
        return bare.find_first_of("yYhH") != std::string::npos;
    return bare.find_first_of("yYmMdDhHsS") != std::string::npos;
}

std::string unescapedCellText(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; (at = text.find("_x")) != std::string_view::npos;) {
        result.append(text.substr(0, at));
        const auto c = escapedCharacter(text.substr(at));
        if (c)
            appendUtf8(result, *c);
        else
            result += "_x";
        text.remove_prefix(at + (c ? escapeSize : 2));
    }
    result.append(text);
    return result;
}

std::string escapedCellText(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\0')
            result += "_x0000_";
        else if (text[i] == '_' && escapedCharacter(text.substr(i)))
            result += "_x005F_";
        else
            result += text[i];
    }
    return result;
}

} // namespace zsb
