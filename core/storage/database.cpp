#include "core/storage/database.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::size_t mostPrepared = 256;

Error errorOf(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    // SQLite's result codes: 5 busy, 6 locked, 11 corrupt, 14 cannot open, 26 not a database
    const int primary = code.toInt() & 0xff;
    if (primary == 5 || primary == 6)
        return {ErrorCode::Conflict, "sqlite: busy"};
    if (primary == 11 || primary == 14 || primary == 26)
        return {ErrorCode::Unreadable, "sqlite: damaged or not a database, code " + code.toStdString()};
    return {ErrorCode::Internal, "sqlite: " + error.driverText().toStdString() + ", code " + code.toStdString()};
}

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

} // namespace

SqlValue sqlText(std::string_view text)
{
    // a null QString would be bound as NULL
    return text.empty() ? u""_s : QString::fromUtf8(text.data(), qsizetype(text.size()));
}

SqlValue sqlInteger(std::int64_t number)
{
    return qlonglong(number);
}

Done Rows::ended() const
{
    if (m_query->lastError().isValid())
        return errorOf(m_query->lastError());
    return done();
}

Result<std::unique_ptr<Database>> Database::open(const std::string &path, Access access,
                                                 std::chrono::milliseconds patience)
{
    if (access == Access::ReadOnly && !QFileInfo::exists(QString::fromStdString(path)))
        return Error{ErrorCode::NotFound, "no such database"};
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString()));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    connection.setDatabaseName(QString::fromStdString(path));
    const QString busy = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patience.count());
    connection.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY;"_s + busy : busy);
    if (!connection.open())
        return Error{ErrorCode::Unreadable, "database does not open"};
    Done ready = database->configure(access);
    if (!ready && access == Access::ReadOnly && ready.error().code != ErrorCode::Conflict) {
        if (Done allowed = mayBeImmutable(QString::fromStdString(path)); !allowed)
            return within(ready.error().detail, allowed.error());
        connection.close();
        connection.setDatabaseName(immutableUri(path));
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        if (connection.open())
            ready = database->configure(access);
    }
    if (!ready)
        return ready.error();
    return database;
}

Done Database::configure(Access access) const
{
    static constexpr std::array<const char16_t *, 5> writing = {u"PRAGMA journal_mode=WAL", u"PRAGMA synchronous=FULL",
                                                                u"PRAGMA foreign_keys=ON", u"PRAGMA temp_store=MEMORY",
                                                                u"PRAGMA cache_size=-65536"};
    if (access == Access::ReadWrite) {
        for (const char16_t *pragma : writing) {
            if (Done done = execute(QString::fromUtf16(pragma)); !done)
                return done;
        }
    }
    return execute(u"SELECT count(*) FROM sqlite_master"_s);
}

Database::~Database()
{
    m_prepared.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::shared_ptr<QSqlQuery>> Database::prepared(const QString &sql) const
{
    std::shared_ptr<QSqlQuery> &known = m_prepared[sql];
    if (known && known.use_count() == 1)
        return known;
    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        const QSqlError error = query->lastError();
        if (!known)
            m_prepared.erase(sql);
        return errorOf(error);
    }
    if (!known)
        known = query;
    if (m_prepared.size() > mostPrepared)
        std::erase_if(m_prepared, [](const auto &each) { return each.second.use_count() == 1; });
    return query;
}

Result<Rows> Database::run(const QString &sql, const std::vector<SqlValue> &values) const
{
    Result<std::shared_ptr<QSqlQuery>> query = prepared(sql);
    if (!query)
        return query.error();
    for (qsizetype i = 0; i < qsizetype(values.size()); ++i)
        (*query)->bindValue(int(i), values[std::size_t(i)]);
    if (!(*query)->exec()) {
        const QSqlError error = (*query)->lastError();
        (*query)->finish();
        return errorOf(error);
    }
    return Rows(*std::move(query));
}

Done Database::execute(const QString &sql, const std::vector<SqlValue> &values) const
{
    const Result<Rows> rows = run(sql, values);
    return rows ? done() : Done(rows.error());
}

Result<std::int64_t> Database::number(const QString &sql, const std::vector<SqlValue> &values) const
{
    Result<Rows> rows = run(sql, values);
    if (!rows)
        return rows.error();
    if (rows->next())
        return rows->integer(0);
    return rows->ended() ? Result<std::int64_t>(0) : Result<std::int64_t>(rows->ended().error());
}

Result<Transaction> Transaction::begin(const Database &database)
{
    if (Done begun = database.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    // nothing can be done about a rollback that fails: SQLite rolls back by itself when the connection closes
    if (m_database != nullptr)
        static_cast<void>(m_database->execute(u"ROLLBACK"_s));
}

Done Transaction::commit()
{
    Done committed = m_database->execute(u"COMMIT"_s);
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace zsb
