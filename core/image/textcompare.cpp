#include "core/image/textcompare.h"

#include "core/base/text.h"
#include "core/image/scantexts.h"

#include <algorithm>
#include <array>
#include <vector>

namespace zsb {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Digits and X in a row as they were read; blanks between them do not end it.
std::vector<std::string> numbersIn(std::string_view text)
{
    std::vector<std::string> numbers(1);
    for (const char c : text) {
        if (isDigit(c) || c == 'X' || c == 'x')
            numbers.back() += c == 'x' ? 'X' : c;
        else if (c != ' ' && !numbers.back().empty())
            numbers.emplace_back();
    }
    return numbers;
}

std::vector<char32_t> charactersOf(std::string_view text)
{
    std::vector<char32_t> characters;
    while (!text.empty())
        characters.push_back(takeCodePoint(text));
    return characters;
}

} // namespace

std::string comparable(std::string_view text)
{
    std::string key;
    std::string number;
    const auto endNumber = [&] {
        const std::size_t first = std::min(number.find_first_not_of('0'), number.size());
        if (!number.empty())
            key += number.size() <= 2 ? number.substr(first) + '/' : number + '/';
        number.clear();
    };
    while (!text.empty()) {
        char32_t c = takeCodePoint(text);
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
        if (c >= '0' && c <= '9') {
            number += char(c);
            continue;
        }
        if (c == ' ' || c == 0x3000)
            continue;
        endNumber();
        const bool isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x1800 && c < 0x1900) ||
                            (c >= 0x3400 && c < 0xA000) || c >= 0x20000;
        const bool isDateWord = c == 0x5E74 || c == 0x6708 || c == 0x65E5; // year, month, day
        if (isWord && !isDateWord)
            appendUtf8(key, c);
    }
    endNumber();
    return key;
}

std::string idNumberIn(std::string_view text)
{
    for (const std::string &number : numbersIn(text)) {
        if (number.size() == 18 && number.find('X') >= 17)
            return number;
    }
    return {};
}

bool hasLongNumber(std::string_view text)
{
    return std::ranges::any_of(numbersIn(text), [](const std::string &number) { return number.size() >= 14; });
}

bool isOtherText(std::string_view read, std::string_view wanted)
{
    const std::vector<char32_t> one = charactersOf(read);
    const std::vector<char32_t> other = charactersOf(wanted);
    if (one.size() != other.size() || one.empty())
        return false;
    std::size_t same = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        same += one[i] == other[i];
    return 2 * same < one.size();
}

bool isCheckedIdNumber(std::string_view number)
{
    constexpr std::array weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view checks = "10X98765432";
    if (number.size() != 18)
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!isDigit(number[i]))
            return false;
        sum += weights[i] * (number[i] - '0');
    }
    return number[17] == checks[std::size_t(sum % 11)];
}

} // namespace zsb
