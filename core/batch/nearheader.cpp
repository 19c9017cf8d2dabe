#include "core/batch/nearheader.h"

#include "core/base/editdistance.h"
#include "core/base/text.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::size_t mostNear = 3;
constexpr std::size_t longestHeader = 40; ///< letters; the work grows with their square

std::u32string lettersOf(std::string_view text)
{
    const std::string key = foldCode(titleKey(text));
    std::u32string letters;
    for (std::string_view rest = key; !rest.empty() && letters.size() <= longestHeader;)
        letters += takeCodePoint(rest);
    return letters;
}

bool areNear(const std::u32string &one, const std::u32string &other)
{
    const std::size_t shorter = std::min(one.size(), other.size());
    const std::size_t longer = std::max(one.size(), other.size());
    if (shorter < 2 || longer > longestHeader)
        return false;
    const bool holds = one.find(other) != std::u32string::npos || other.find(one) != std::u32string::npos;
    return holds || (longer - shorter <= longer / 3 && editDistance(one, other) <= longer / 3);
}

} // namespace

std::vector<std::string> nearHeaders(Field field, std::span<const std::string> header, const ColumnMap &columns,
                                     std::span<const HeaderSynonym> synonyms)
{
    std::vector<std::u32string> words;
    for (const HeaderSynonym &synonym : synonyms)
        if (synonym.field == field)
            words.push_back(lettersOf(synonym.text));
    std::vector<std::string> near;
    for (const std::size_t column : columns.unknown) {
        if (column >= header.size() || near.size() == mostNear)
            break;
        const std::u32string letters = lettersOf(header[column]);
        if (std::ranges::any_of(words, [&](const std::u32string &word) { return areNear(word, letters); }))
            near.push_back(header[column]);
    }
    return near;
}

} // namespace zsb
