#include "core/storage/database.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

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

/// A read-only WAL database in a folder we may not write to can only be opened as immutable.
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
    if (m_query.lastError().isValid())
        return errorOf(m_query.lastError());
    return done();
}

Result<std::unique_ptr<Database>> Database::open(const std::string &path, Access access)
{
    if (access == Access::ReadOnly && !QFileInfo::exists(QString::fromStdString(path)))
        return Error{ErrorCode::NotFound, "no such database"};
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString()));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    connection.setDatabaseName(QString::fromStdString(path));
    connection.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000"_s
                                                            : u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!connection.open())
        return Error{ErrorCode::Unreadable, "database does not open"};
    Done ready = database->configure(access);
    if (!ready && access == Access::ReadOnly) {
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

Result<Rows> Database::run(const QString &sql, const std::vector<SqlValue> &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return errorOf(query.lastError());
    for (const SqlValue &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return errorOf(query.lastError());
    return Rows(std::move(query));
}

Done Database::execute(const QString &sql, const std::vector<SqlValue> &values) const
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        if (!query.prepare(sql))
            return errorOf(query.lastError());
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < qsizetype(values.size()); ++i)
        query.bindValue(int(i), values[std::size_t(i)]);
    const bool executed = query.exec();
    const QSqlError error = query.lastError();
    query.finish();
    if (!executed)
        return errorOf(error);
    return done();
}

Result<std::int64_t> Database::number(const QString &sql, const std::vector<SqlValue> &values) const
{
    Result<Rows> rows = run(sql, values);
    if (!rows)
        return rows.error();
    return rows->next() ? rows->integer(0) : 0;
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
