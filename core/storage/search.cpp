#include "core/storage/search.h"

#include "core/base/text.h"
#include "core/storage/nametokens.h"

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
SqlPart beginningWith(const QString &select, const std::string &prefix)
{
    std::string end = prefix;
    end.back() = char(end.back() + 1); // ASCII: never overflows
    return {select, {sqlText(prefix), sqlText(end)}};
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

SqlPart nameContaining(const std::string &key)
{
    SqlPart part{u"SELECT a.row FROM name_fts f JOIN application a ON a.row = f.rowid WHERE name_fts MATCH ?"_s,
                 {sqlText(nameMatch(key))}};
    if (codePointCount(key) > 2) { // pairs alone would also find 甲乙丙乙… in another order
        part.sql += u" AND instr(a.name_key, ?) > 0"_s;
        part.values.push_back(sqlText(key));
    }
    return part;
}

} // namespace

std::vector<SearchWay> searchWays(std::string_view text, const FieldCodec &codec)
{
    std::vector<SearchWay> ways;
    const std::string code = foldCode(trimmed(text));
    if (code.empty())
        return ways;
    if (isAsciiCode(code)) {
        ways.push_back(
            {SearchKind::Number, beginningWith(u"SELECT row FROM application WHERE no >= ? AND no < ?"_s, code)});
        if (code.size() == idSuffixLength)
            ways.push_back({SearchKind::IdSuffix,
                            {u"SELECT row FROM application WHERE id_suffix = ?"_s,
                             {sqlText(codec.lookupKey("id_suffix", code))}}});
    }
    if (const std::string py = pinyinKey(text); isPinyin(py)) {
        ways.push_back(
            {SearchKind::Pinyin, beginningWith(u"SELECT application FROM reading WHERE py >= ? AND py < ?"_s, py)});
        ways.push_back(
            {SearchKind::Initials, beginningWith(u"SELECT application FROM reading WHERE pyi >= ? AND pyi < ?"_s, py)});
    }
    if (const std::string key = nameKey(text); !key.empty())
        ways.push_back({SearchKind::Name, nameContaining(key)});
    return ways;
}

} // namespace zsb
