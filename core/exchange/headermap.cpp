#include "core/exchange/headermap.h"

#include "core/base/text.h"

#include <algorithm>
#include <map>

namespace zsb {
namespace {

using Words = std::map<std::string, Field, std::less<>>;

std::string_view withoutMarks(std::string_view key)
{
    while (key.starts_with('*'))
        key.remove_prefix(1);
    while (key.ends_with('*') || key.ends_with(':'))
        key.remove_suffix(1);
    return key;
}

std::string headerKey(std::string_view text)
{
    return std::string(withoutMarks(titleKey(text)));
}

std::string withoutBrackets(std::string_view key)
{
    std::string bare;
    int depth = 0;
    for (const char c : key) {
        depth += c == '(' || c == '[' ? 1 : 0;
        if (depth == 0)
            bare += c;
        depth -= depth > 0 && (c == ')' || c == ']') ? 1 : 0;
    }
    return std::string(withoutMarks(bare));
}

Words wordsOf(std::span<const HeaderSynonym> synonyms)
{
    Words words;
    for (const Field field : allFields())
        words.emplace(headerKey(fieldId(field)), field);
    for (const HeaderSynonym &synonym : synonyms)
        words.emplace(headerKey(synonym.text), synonym.field);
    return words;
}

void mapWholeWords(ColumnMap &map, const std::vector<std::string> &keys, const Words &words)
{
    for (std::size_t column = 0; column < keys.size(); ++column) {
        const auto known = words.find(keys[column]);
        if (known == words.end())
            continue;
        std::optional<std::size_t> &taken = map.columns[std::size_t(known->second)];
        if (taken) {
            map.duplicates.push_back({column, known->second});
        } else {
            taken = column;
            map.fields[column] = known->second;
        }
    }
}

bool isDuplicate(const ColumnMap &map, std::size_t column)
{
    return std::ranges::any_of(map.duplicates, [column](const auto &d) { return d.column == column; });
}

void mapBareWords(ColumnMap &map, const std::vector<std::string> &keys, const Words &words)
{
    for (std::size_t column = 0; column < keys.size(); ++column) {
        if (keys[column].empty() || map.fields[column] || isDuplicate(map, column))
            continue;
        const auto known = words.find(withoutBrackets(keys[column]));
        if (known == words.end() || map.columns[std::size_t(known->second)]) {
            map.unknown.push_back(column);
            continue;
        }
        map.columns[std::size_t(known->second)] = column;
        map.fields[column] = known->second;
    }
}

} // namespace

ColumnMap mapHeader(std::span<const std::string_view> header, std::span<const HeaderSynonym> synonyms)
{
    std::vector<std::string> keys;
    keys.reserve(header.size());
    for (const std::string_view text : header)
        keys.push_back(headerKey(text));
    const Words words = wordsOf(synonyms);
    ColumnMap map;
    map.fields.resize(header.size());
    mapWholeWords(map, keys, words);
    mapBareWords(map, keys, words);
    for (const Field field : allFields()) {
        const bool asked = std::ranges::any_of(synonyms, [field](const auto &s) { return s.field == field; });
        if (asked && !map.columnOf(field))
            map.missing.push_back(field);
    }
    return map;
}

} // namespace zsb
