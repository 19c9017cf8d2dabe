#include "core/storage/search.h"

#include "core/base/text.h"
#include "core/storage/nameindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::size_t idSuffixLength = 6;

bool isAsciiCode(std::string_view code)
{
    return std::all_of(code.begin(), code.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Everything that begins with a text lies between it and the text with its last byte raised.
std::vector<SqlValue> beginningWith(const std::string &prefix)
{
    std::string end = prefix;
    end.back() = char(end.back() + 1); // ASCII: never overflows
    return {sqlText(prefix), sqlText(end)};
}

SearchWay byNumber(const std::string &code, Sql sql)
{
    const std::vector<SqlValue> range = beginningWith(code);
    const QString column = unindexed(u"no_key"_s, sql);
    return {SearchKind::Number,
            {u"SELECT row FROM application WHERE no_key >= ? AND no_key < ?"_s, range},
            u"no_key, id"_s,
            {u"%1 >= ? AND %1 < ?"_s.arg(column), range}};
}

SearchWay byIdSuffix(const std::string &key, Sql sql)
{
    return {SearchKind::IdSuffix,
            {u"SELECT row FROM application WHERE id_suffix = ?"_s, {sqlText(key)}},
            u"row"_s,
            {unindexed(u"id_suffix"_s, sql) + u" = ?"_s, {sqlText(key)}}};
}

SearchWay byReading(SearchKind kind, const QString &column, const std::string &key)
{
    const std::vector<SqlValue> range = beginningWith(key);
    return {kind,
            {u"SELECT application FROM reading WHERE %1 >= ? AND %1 < ?"_s.arg(column), range},
            column + u", application"_s,
            {u"EXISTS (SELECT 1 FROM reading r WHERE r.application = application.row AND r.%1 >= ? AND r.%1 < ?)"_s.arg(
                 column),
             range}};
}

bool isPinyin(std::string_view key)
{
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// `liu chang-chun` and `liu'changchun` as it is stored.
std::string pinyinKey(std::string_view text)
{
    std::string key;
    for (const char c : nameKey(text)) {
        if (c != '\'' && c != '-')
            key += c;
    }
    return key;
}

SearchWay byName(const std::string &key, Sql sql)
{
    return {SearchKind::Name,
            NameIndex::rowsWith(key, sql),
            NameIndex::orderOf(key, sql),
            {containing(u"name_key"_s, sql), {sqlText(key)}}};
}

} // namespace

std::vector<SearchWay> searchWays(std::string_view text, const FieldCodec &codec, Sql sql)
{
    std::vector<SearchWay> ways;
    const std::string code = codeKey(text);
    if (code.empty())
        return ways;
    if (isAsciiCode(code)) {
        ways.push_back(byNumber(code, sql));
        if (code.size() == idSuffixLength)
            ways.push_back(byIdSuffix(codec.lookupKey("id_suffix", code), sql));
    }
    if (const std::string py = pinyinKey(text); isPinyin(py)) {
        if (const std::string stored = codec.searchText("py", py); !stored.empty())
            ways.push_back(byReading(SearchKind::Pinyin, u"py"_s, stored));
        if (const std::string stored = codec.searchText("pyi", py); !stored.empty())
            ways.push_back(byReading(SearchKind::Initials, u"pyi"_s, stored));
    }
    if (const std::string key = codec.searchText("name", nameKey(text)); !key.empty())
        ways.push_back(byName(key, sql));
    return ways;
}

} // namespace zsb
