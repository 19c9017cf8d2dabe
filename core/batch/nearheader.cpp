#include "core/batch/nearheader.h"

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

/// How many letters must be added, dropped or changed to make one of the other.
std::size_t distance(const std::u32string &one, const std::u32string &other)
{
    std::vector<std::size_t> costs(other.size() + 1);
    for (std::size_t i = 0; i <= other.size(); ++i)
        costs[i] = i;
    for (std::size_t row = 1; row <= one.size(); ++row) {
        std::size_t diagonal = std::exchange(costs[0], row);
        for (std::size_t i = 1; i <= other.size(); ++i) {
            const std::size_t changed = diagonal + (one[row - 1] == other[i - 1] ? 0 : 1);
            diagonal = costs[i];
            costs[i] = std::min({changed, costs[i] + 1, costs[i - 1] + 1});
        }
    }
    return costs.back();
}

bool areNear(const std::u32string &one, const std::u32string &other)
{
    const std::size_t shorter = std::min(one.size(), other.size());
    const std::size_t longer = std::max(one.size(), other.size());
    if (shorter < 2 || longer > longestHeader)
        return false;
    const bool holds = one.find(other) != std::u32string::npos || other.find(one) != std::u32string::npos;
    return holds || (longer - shorter <= longer / 3 && distance(one, other) <= longer / 3);
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
