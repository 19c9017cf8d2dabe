#include "core/base/text.h"

#include "core/base/utf8blocks.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Length of the sequence a lead byte starts; 0 for bytes that start none.
int sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

/// Length of the ASCII character or the three bytes from U+1000 on that a text begins with, most of what is ever read;
/// 0 for anything else.
std::size_t commonLength(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (byte(0) < 0x80)
        return 1;
    const bool isThree = byte(0) >= 0xE1 && byte(0) <= 0xEC && text.size() >= 3;
    return isThree && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80 ? 3 : 0;
}

bool isTrimmable(char32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x00A0 || c == 0x3000 || c == 0xFEFF ||
           (c >= 0x200B && c <= 0x200D);
}

/// Whether a text may begin or end with something to be trimmed, by one byte at each end: what can be trimmed is ASCII
/// up to the blank, or begins with C2, E2, E3 or EF and ends with one of six bytes.
bool mayNeedTrimming(std::string_view text)
{
    constexpr auto isLead = [](unsigned char byte) {
        return byte <= ' ' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
    };
    constexpr auto isEnd = [](unsigned char byte) {
        return byte <= ' ' || byte == 0xA0 || byte == 0x80 || byte == 0xBF || (byte >= 0x8B && byte <= 0x8D);
    };
    return isLead(static_cast<unsigned char>(text.front())) || isEnd(static_cast<unsigned char>(text.back()));
}

bool isMongolianFormat(char32_t c)
{
    return (c >= 0x180B && c <= 0x180F) || c == 0x202F;
}

} // namespace

char32_t takeCodePoint(std::string_view &rest)
{
    if (const std::size_t common = commonLength(rest)) {
        const auto bits = [&](std::size_t at) { return char32_t(static_cast<unsigned char>(rest[at]) & 0x3F); };
        const char32_t c = common == 1 ? char32_t(rest.front()) : (bits(0) & 0x0F) << 12 | bits(1) << 6 | bits(2);
        rest.remove_prefix(common);
        return c;
    }
    const auto lead = static_cast<unsigned char>(rest.front());
    const int length = sequenceLength(lead);
    if (length <= 1 || rest.size() < std::size_t(length)) {
        rest.remove_prefix(1);
        return length == 1 ? lead : replacement;
    }
    char32_t c = lead & (0xFF >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(rest[std::size_t(i)]);
        if ((byte & 0xC0) != 0x80) {
            rest.remove_prefix(1);
            return replacement;
        }
        c = (c << 6) | (byte & 0x3F);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (overlong || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) {
        rest.remove_prefix(1);
        return replacement;
    }
    rest.remove_prefix(std::size_t(length));
    return c;
}

bool isValidUtf8(std::string_view text)
{
    std::int64_t multiByte = 0;
    const char *sound = skipCommonUtf8<2>(text.data(), text.data() + text.size(), multiByte);
    text.remove_prefix(std::size_t(sound - text.data()));
    while (!text.empty()) {
        if (const std::size_t length = commonLength(text)) {
            text.remove_prefix(length);
            continue;
        }
        const std::size_t before = text.size();
        if (takeCodePoint(text) == replacement && before - text.size() == 1)
            return false;
    }
    return true;
}

std::size_t codePointCount(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        (void)takeCodePoint(text);
    return count;
}

void appendUtf8(std::string &text, char32_t c)
{
    if (c < 0x80) {
        text += char(c);
    } else if (c < 0x800) {
        text += char(0xC0 | (c >> 6));
        text += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += char(0xE0 | (c >> 12));
        text += char(0x80 | ((c >> 6) & 0x3F));
        text += char(0x80 | (c & 0x3F));
    } else {
        text += char(0xF0 | (c >> 18));
        text += char(0x80 | ((c >> 12) & 0x3F));
        text += char(0x80 | ((c >> 6) & 0x3F));
        text += char(0x80 | (c & 0x3F));
    }
}

std::string_view trimmed(std::string_view text)
{
    if (text.empty() || !mayNeedTrimming(text))
        return text;
    while (!text.empty()) {
        std::string_view rest = text;
        if (!isTrimmable(takeCodePoint(rest)))
            break;
        text = rest;
    }
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80)
            --start;
        std::string_view last = text.substr(start);
        if (!isTrimmable(takeCodePoint(last)) || !last.empty())
            break;
        text = text.substr(0, start);
    }
    return text;
}

std::string_view upToBytes(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

bool isHan(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) ||
           (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

bool isMongolian(char32_t c)
{
    return (c >= 0x1800 && c <= 0x18AF) || c == 0x202F || (c >= 0x11660 && c <= 0x1167F);
}

bool isMenksoft(char32_t c)
{
    return c >= 0xE234 && c <= 0xE71D;
}

bool isNameDotLookAlike(char32_t c)
{
    static constexpr std::array<char32_t, 10> lookAlikes = {0x2022, 0x22C5, 0x2027, 0x30FB, 0xFF65,
                                                            0xFF0E, 0x25CF, 0x2219, 0x0387, 0x2E31};
    return std::ranges::find(lookAlikes, c) != lookAlikes.end();
}

char32_t foldWidth(char32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

std::string foldCode(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    for (text = trimmed(text); !text.empty();) {
        const char32_t c = foldWidth(takeCodePoint(text));
        appendUtf8(folded, c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    return folded;
}

std::string codeKey(std::string_view text)
{
    const auto isOfKey = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    if (std::ranges::all_of(text, isOfKey))
        return std::string(text);
    std::string key;
    key.reserve(text.size());
    while (!text.empty()) {
        const bool isAscii = static_cast<unsigned char>(text.front()) < 0x80;
        const char32_t c = isAscii ? char32_t(text.front()) : foldWidth(takeCodePoint(text));
        text.remove_prefix(isAscii ? 1 : 0);
        if (!isTrimmable(c) && c != '-' && c != 0x2013 && c != 0x2014)
            appendUtf8(key, c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    return key;
}

std::string nameKey(std::string_view name)
{
    std::string key;
    key.reserve(name.size());
    while (!name.empty()) {
        const char32_t original = takeCodePoint(name);
        const char32_t c = foldWidth(original);
        if (c == nameDot || c == '.' || isNameDotLookAlike(original) || isTrimmable(c) || isMongolianFormat(c))
            continue;
        appendUtf8(key, c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return key;
}

std::string titleKey(std::string_view title)
{
    std::string key;
    key.reserve(title.size());
    while (!title.empty()) {
        const char32_t c = foldWidth(takeCodePoint(title));
        if (isTrimmable(c))
            continue;
        appendUtf8(key, c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return key;
}

} // namespace zsb
