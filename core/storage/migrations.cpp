#include "core/storage/migrations.h"

#include "core/storage/candidateschema.h"
#include "core/storage/firstschema.h"
#include "core/storage/picturelooks.h"
#include "core/storage/serverschema.h"
#include "core/storage/syncschema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

// The one place where the schema grows, for SQLite and PostgreSQL alike. To add a step:
// 1. Write its statements below as `constexpr std::array version10 = {u"CREATE TABLE …", …}`, once for both, with the
//    words of spelled() for what the two call differently. All of them run in one transaction.
// 2. Add `inBoth(10, version10)` to `later`. Where the statements themselves have to differ: `Migration{10, sqlite10,
//    postgres10}`.
// 3. Put the schema as SQLite has it after the step into tests/corpus/schemas/v10.sql, as the others there are.
// What is asked of a table is written once as well: see dialect.h for what differs.

namespace {

constexpr Migration inBoth(int version, std::span<const char16_t *const> statements)
{
    return {version, statements, statements};
}

// Whoever is told marks what they have read; 0: not yet.
constexpr std::array version9 = {u"ALTER TABLE notice ADD COLUMN read_at {integer} NOT NULL DEFAULT 0"};

constexpr std::array later = {inBoth(9, version9)};

} // namespace

std::vector<Migration> migrations()
{
    const std::span<const Migration> first = firstMigrations();
    std::vector<Migration> all(first.begin(), first.end());
    all.push_back(inBoth(5, syncTables()));
    all.push_back(inBoth(6, serverTables()));
    all.push_back(inBoth(7, candidateTables()));
    all.push_back(inBoth(8, pictureLookTables()));
    all.insert(all.end(), later.begin(), later.end());
    return all;
}

QString spelled(QString statement, Sql sql)
{
    struct Word
    {
        QLatin1StringView word;
        QLatin1StringView sqlite;
        QLatin1StringView postgres;
    };
    static constexpr std::array words = {
        Word{"{text}"_L1, "TEXT"_L1, "TEXT COLLATE \"C\""_L1}, Word{"{integer}"_L1, "INTEGER"_L1, "BIGINT"_L1},
        Word{"{bytes}"_L1, "BLOB"_L1, "BYTEA"_L1}, Word{"{strict}"_L1, "STRICT"_L1, ""_L1},
        Word{"{keyed}"_L1, "STRICT, WITHOUT ROWID"_L1, ""_L1}};
    for (const Word &each : words)
        statement.replace(each.word, sql == Sql::Sqlite ? each.sqlite : each.postgres);
    return statement;
}

} // namespace zsb
