#include "core/storage/database.h"

#include <QFileInfo>
#include <QUrl>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// A WAL database asks for a file of shared memory beside it, even to be read. Where none can be made and nothing waits
/// in the log of writes, the file itself is all there is, and may be read as one that never changes.
Done mayBeImmutable(const QString &path)
{
    if (QFileInfo(QFileInfo(path).absolutePath()).isWritable())
        return Error{ErrorCode::Unreadable, "damaged, not a database, or not to be read by this user"};
    if (QFileInfo(path + "-wal"_L1).size() > 0)
        return Error{ErrorCode::Unreadable,
                     "its folder cannot be written and a -wal file lies beside it: copy both to another folder"};
    return done();
}

QString immutableUri(const std::string &path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(QString::fromStdString(path)).absoluteFilePath());
    return QString::fromLatin1(url.toEncoded()) + "?immutable=1"_L1;
}

/// Writes and takes it back: BEGIN alone says nothing, it reads where it may not write.
Done tryWriting(const Database &database)
{
    if (Done begun = database.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    const Done written = database.execute(u"PRAGMA user_version=0"_s);
    Done takenBack = database.execute(u"ROLLBACK"_s);
    return written ? takenBack : written;
}

/// SQLite falls back to reading when a file cannot be opened to be written, be it for a moment, and stays there.
Done mayWrite(const Database &database, std::chrono::milliseconds patience)
{
    if (Done hasty = database.execute(u"PRAGMA busy_timeout=0"_s); !hasty)
        return hasty;
    const Done tried = tryWriting(database);
    if (Done patient = database.execute(u"PRAGMA busy_timeout=%1"_s.arg(patience.count())); !patient)
        return patient;
    if (tried || tried.error().code == ErrorCode::Conflict) // somebody else is writing
        return done();
    return Error{ErrorCode::Unreadable, "not to be written: " + tried.error().detail};
}

Done configure(const Database &database, Database::Access access, std::chrono::milliseconds patience)
{
    static constexpr std::array<const char16_t *, 5> writing = {u"PRAGMA journal_mode=WAL", u"PRAGMA synchronous=FULL",
                                                                u"PRAGMA foreign_keys=ON", u"PRAGMA temp_store=MEMORY",
                                                                u"PRAGMA cache_size=-65536"};
    if (access == Database::Access::ReadWrite) {
        for (const char16_t *pragma : writing) {
            if (Done done = database.execute(QString::fromUtf16(pragma)); !done)
                return done;
        }
        if (Done allowed = mayWrite(database, patience); !allowed)
            return allowed;
    }
    return database.execute(u"SELECT count(*) FROM sqlite_master"_s);
}

} // namespace

Result<std::unique_ptr<Database>> Database::openSqlite(const std::string &path, Access access,
                                                       std::chrono::milliseconds patience)
{
    if (access == Access::ReadOnly && !QFileInfo::exists(QString::fromStdString(path)))
        return Error{ErrorCode::NotFound, "no such database"};
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString(), Sql::Sqlite));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    connection.setDatabaseName(QString::fromStdString(path));
    const QString busy = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patience.count());
    connection.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY;"_s + busy : busy);
    if (!connection.open())
        return Error{ErrorCode::Unreadable, "database does not open"};
    Done ready = configure(*database, access, patience);
    if (!ready && access == Access::ReadOnly && ready.error().code != ErrorCode::Conflict) {
        if (Done allowed = mayBeImmutable(QString::fromStdString(path)); !allowed)
            return within(ready.error().detail, allowed.error());
        connection.close();
        connection.setDatabaseName(immutableUri(path));
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        if (connection.open())
            ready = configure(*database, access, patience);
    }
    if (!ready)
        return ready.error();
    return database;
}

} // namespace zsb
