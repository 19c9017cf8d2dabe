#include "core/storage/schema.h"

#include "core/storage/database.h"
#include "core/storage/migrations.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

int newest()
{
    return migrations().back().version;
}

/// 0: nothing there yet.
Result<std::int64_t> versionOf(const Database &database)
{
    if (database.sql() == Sql::Sqlite)
        return database.number(u"PRAGMA user_version"_s);
    // asked of a table: what to_regclass() and its like remember may be from before we waited for the lock
    const Result<std::int64_t> isNoted = database.number(
        u"SELECT count(*) FROM pg_tables WHERE tablename = 'schema_version' AND schemaname = current_schema()"_s);
    return isNoted && *isNoted > 0 ? database.number(u"SELECT version FROM schema_version"_s) : isNoted;
}

Done noteVersion(const Database &database, int version)
{
    if (database.sql() == Sql::Sqlite)
        return database.execute(u"PRAGMA user_version = %1"_s.arg(version));
    if (Done made =
            database.execute(u"CREATE TABLE IF NOT EXISTS schema_version (id INTEGER PRIMARY KEY CHECK (id = 1), "
                             "version INTEGER NOT NULL)"_s);
        !made)
        return made;
    return database.execute(u"INSERT INTO schema_version (id, version) VALUES (1, %1) ON CONFLICT (id) DO UPDATE SET "
                            "version = excluded.version"_s.arg(version));
}

/// Only of a file: copies of a server's databases are made by its administrator, and each step is one transaction.
Done copyAside(const Database &database, const std::string &path, std::int64_t version)
{
    if (database.sql() == Sql::Postgres)
        return done();
    const QString backup = QString::fromStdString(path) + u".v%1.backup"_s.arg(version);
    QFile::remove(backup);
    if (Done copied = database.execute(u"VACUUM INTO ?"_s, {backup}); !copied)
        return within("backup before migration", copied.error());
    return done();
}

Done apply(const Database &database, const Migration &migration)
{
    const std::span<const char16_t *const> statements = migration.statements(database.sql());
    if (statements.empty())
        return done();
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // another process may have done it while we waited for the lock
    const Result<std::int64_t> version = versionOf(database);
    if (!version)
        return version.error();
    if (*version >= migration.version)
        return transaction->commit();
    for (const char16_t *statement : statements) {
        if (Done applied = database.execute(spelled(QString::fromUtf16(statement), database.sql())); !applied)
            return within("migration " + std::to_string(migration.version), applied.error());
    }
    if (Done noted = noteVersion(database, migration.version); !noted)
        return noted;
    return transaction->commit();
}

} // namespace

Done requireNewest(const Database &database)
{
    const Result<std::int64_t> version = versionOf(database);
    if (!version)
        return version.error();
    if (*version != newest())
        return Error{ErrorCode::Invalid,
                     "database of another version of the program, schema " + std::to_string(*version)};
    return done();
}

Done migrate(const Database &database, const std::string &path)
{
    const Result<std::int64_t> version = versionOf(database);
    if (!version)
        return version.error();
    if (*version > newest())
        return Error{ErrorCode::Invalid, "database of a newer program, schema " + std::to_string(*version)};
    if (*version == newest())
        return done();
    if (*version > 0) {
        if (Done copied = copyAside(database, path, *version); !copied)
            return copied;
    }
    for (const Migration &migration : migrations()) {
        if (*version < migration.version) {
            if (Done applied = apply(database, migration); !applied)
                return applied;
        }
    }
    return done();
}

} // namespace zsb
