#include "core/storage/nameindex.h"

#include "core/base/text.h"
#include "core/storage/nametokens.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::size_t longestWord = 2; ///< characters

SqlValue wordsOf(const std::string &tokens)
{
    return QString::fromStdString(tokens).trimmed();
}

std::int64_t distinct(const std::string &tokens)
{
    const QStringList all = QString::fromStdString(tokens).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(all.begin(), all.end()).size();
}

/// Pairs alone would also find 甲乙丙乙… in another order.
bool needsAnotherLook(const std::string &key)
{
    return codePointCount(key) > longestWord;
}

SqlPart inSqlite(const std::string &key)
{
    const SqlValue match = sqlText(nameMatch(key));
    if (!needsAnotherLook(key))
        return {u"SELECT rowid FROM name_fts WHERE name_fts MATCH ?"_s, {match}};
    return {u"SELECT a.row FROM name_fts f JOIN application a ON a.row = f.rowid WHERE name_fts MATCH ? AND "_s +
                containing(u"a.name_key"_s, Sql::Sqlite),
            {match, sqlText(key)}};
}

SqlPart inPostgres(const std::string &key)
{
    const std::vector<std::string> words = nameWords(key);
    if (!needsAnotherLook(key))
        return {u"SELECT application FROM name_word WHERE word = ?"_s, {sqlText(words.empty() ? "" : words.front())}};
    SqlPart part{u"SELECT a.row FROM application a WHERE "_s, {}};
    for (const std::string &word : words) {
        part.sql += u"a.row IN (SELECT application FROM name_word WHERE word = ?) AND "_s;
        part.values.push_back(sqlText(word));
    }
    part.sql += containing(u"a.name_key"_s, Sql::Postgres);
    part.values.push_back(sqlText(key));
    return part;
}

} // namespace

Done NameIndex::add(std::int64_t row, const std::string &tokens) const
{
    if (m_database.sql() == Sql::Sqlite)
        return m_database.execute(u"INSERT INTO name_fts (rowid, tokens) VALUES (?, ?)"_s,
                                  {sqlInteger(row), sqlText(tokens)});
    return m_database.execute(u"INSERT INTO name_word (application, word) "
                              "SELECT DISTINCT CAST(? AS BIGINT), unnest(string_to_array(?, ' '))"_s,
                              {sqlInteger(row), wordsOf(tokens)});
}

Done NameIndex::drop(std::int64_t row, const std::string &tokens) const
{
    if (m_database.sql() == Sql::Sqlite) // an index without text has to be told what it is to forget
        return m_database.execute(u"INSERT INTO name_fts (name_fts, rowid, tokens) VALUES ('delete', ?, ?)"_s,
                                  {sqlInteger(row), sqlText(tokens)});
    return m_database.execute(u"DELETE FROM name_word WHERE application = ?"_s, {sqlInteger(row)});
}

Done NameIndex::clear() const
{
    return m_database.execute(m_database.sql() == Sql::Sqlite
                                  ? u"INSERT INTO name_fts (name_fts) VALUES ('delete-all')"_s
                                  : u"DELETE FROM name_word"_s);
}

Result<bool> NameIndex::holds(std::int64_t row, const std::string &tokens) const
{
    const bool isSqlite = m_database.sql() == Sql::Sqlite;
    const Result<std::int64_t> found =
        isSqlite ? m_database.number(u"SELECT count(*) FROM name_fts WHERE name_fts MATCH ? AND rowid = ?"_s,
                                     {sqlText(tokens), sqlInteger(row)})
                 : m_database.number(u"SELECT count(*) FROM name_word WHERE word = ANY(string_to_array(?, ' ')) AND "
                                     "application = ?"_s,
                                     {wordsOf(tokens), sqlInteger(row)});
    if (!found)
        return found.error();
    return *found == (isSqlite ? 1 : distinct(tokens));
}

Result<std::int64_t> NameIndex::words() const
{
    if (m_database.sql() == Sql::Postgres)
        return m_database.number(u"SELECT count(*) FROM name_word"_s);
    // the index holds no text, but tells which words it knows and where; a view of it lives in this connection alone
    if (Done made = m_database.execute(u"CREATE VIRTUAL TABLE temp.name_words USING fts5vocab('main', 'name_fts', "
                                       "'instance')"_s);
        !made)
        return made.error();
    return m_database.number(u"SELECT count(*) FROM temp.name_words"_s);
}

QString NameIndex::table(Sql sql)
{
    return sql == Sql::Sqlite ? u"name_fts"_s : u"name_word"_s;
}

SqlPart NameIndex::rowsWith(const std::string &key, Sql sql)
{
    return sql == Sql::Sqlite ? inSqlite(key) : inPostgres(key);
}

QString NameIndex::orderOf(const std::string &key, Sql sql)
{
    if (sql == Sql::Sqlite)
        return needsAnotherLook(key) ? u"f.rowid"_s : u"rowid"_s;
    return needsAnotherLook(key) ? u"a.row"_s : u"application"_s;
}

} // namespace zsb
