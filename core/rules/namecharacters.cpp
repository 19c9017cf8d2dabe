#include "core/rules/namecharacters.h"

#include "core/base/text.h"

#include <QChar>

namespace zsb {
namespace {

bool isBlank(char32_t c)
{
    return c == ' ' || c == 0x00A0 || c == 0x3000 || c == '\t';
}

bool isLatin(char32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7);
}

bool isFullWidthLetter(char32_t c)
{
    return (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

bool isDotLookAlike(char32_t c)
{
    return c == '.' || isNameDotLookAlike(c);
}

/// What one character is worth by itself, after `before`.
NameFlaw flawOf(char32_t c, char32_t before)
{
    if (isHan(c) || isLatin(c) || isMongolian(c) || isMenksoft(c))
        return NameFlaw::None;
    if (c == nameDot)
        return before == nameDot || before == 0 ? NameFlaw::DotPlace : NameFlaw::None;
    if (isDotLookAlike(c))
        return NameFlaw::DotLookAlike;
    if (isFullWidthLetter(c))
        return NameFlaw::FullWidth;
    if (isBlank(c))
        return isHan(before) ? NameFlaw::Blank : NameFlaw::None;
    if (c == '-' || c == '\'' || c == 0x2019)
        return isLatin(before) ? NameFlaw::None : NameFlaw::Forbidden;
    return (QChar::isLetter(c) || QChar::isMark(c)) && c != 0xFFFD ? NameFlaw::Letter : NameFlaw::Forbidden;
}

} // namespace

NameCheck checkNameCharacters(std::string_view name)
{
    NameCheck worst;
    char32_t before = 0;
    for (name = trimmed(name); !name.empty();) {
        const char32_t c = takeCodePoint(name);
        NameFlaw flaw = flawOf(c, before);
        if (flaw == NameFlaw::None && c == nameDot && name.empty())
            flaw = NameFlaw::DotPlace;
        if (flaw > worst.flaw)
            worst = {flaw, c};
        before = c;
    }
    return worst;
}

std::string repairedName(std::string_view name)
{
    std::string repaired;
    char32_t before = 0;
    for (name = trimmed(name); !name.empty();) {
        char32_t c = takeCodePoint(name);
        if (isBlank(c) && isHan(before))
            continue;
        if (isDotLookAlike(c))
            c = nameDot;
        else if (isFullWidthLetter(c))
            c = foldWidth(c);
        appendUtf8(repaired, c);
        before = c;
    }
    return repaired;
}

} // namespace zsb
