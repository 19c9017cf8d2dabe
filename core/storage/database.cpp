#include "core/storage/database.h"

#include "core/storage/databaseerror.h"
#include "core/storage/postgreslocation.h"

#include <QSqlError>
#include <QSqlRecord>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::size_t mostPrepared = 256;

/// It would end a statement early.
bool holdsNul(const SqlValue &value)
{
    return value.typeId() == QMetaType::QString && value.toString().contains(QChar(0));
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
        return errorOf(m_query->lastError(), QSqlDatabase::database(m_connection, false));
    return done();
}

int Rows::columns() const
{
    return m_query->record().count();
}

Result<std::unique_ptr<Database>> Database::open(const std::string &location, Access access,
                                                 std::chrono::milliseconds patience)
{
    return isPostgres(location) ? openPostgres(location, access, patience) : openSqlite(location, access, patience);
}

Database::~Database()
{
    m_prepared.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Error Database::error(const QSqlError &error) const
{
    return errorOf(error, QSqlDatabase::database(m_connection, false));
}

Result<std::shared_ptr<QSqlQuery>> Database::prepared(const QString &sql) const
{
    std::shared_ptr<QSqlQuery> &known = m_prepared[sql];
    if (known && known.use_count() == 1)
        return known;
    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
    if (!query->prepare(sql)) {
        const QSqlError failed = query->lastError();
        if (!known)
            m_prepared.erase(sql);
        return error(failed);
    }
    if (!known)
        known = query;
    if (m_prepared.size() > mostPrepared)
        std::erase_if(m_prepared, [](const auto &each) { return each.second.use_count() == 1; });
    return query;
}

Result<Rows> Database::run(const QString &sql, const std::vector<SqlValue> &values) const
{
    // QPSQL reads forward by stopping everything else on the connection; SQLite does not mind
    return start(sql, values, m_sql == Sql::Sqlite);
}

Result<Rows> Database::stream(const QString &sql, const std::vector<SqlValue> &values) const
{
    return start(sql, values, true);
}

/// PostgreSQL prepares nothing but what reads and writes rows, and it is worth it only where values change.
Result<Rows> Database::start(const QString &sql, const std::vector<SqlValue> &values, bool rowByRow) const
{
    if (m_sql == Sql::Postgres && values.empty())
        return startDirectly(sql, rowByRow);
    if (m_sql == Sql::Postgres && std::ranges::any_of(values, holdsNul))
        return Error{ErrorCode::Invalid, "postgres: a text with a NUL character"};
    Result<std::shared_ptr<QSqlQuery>> query = prepared(sql);
    if (!query)
        return query.error();
    (*query)->setForwardOnly(rowByRow);
    for (qsizetype i = 0; i < qsizetype(values.size()); ++i)
        (*query)->bindValue(int(i), values[std::size_t(i)]);
    if (!(*query)->exec()) {
        const QSqlError failed = (*query)->lastError();
        (*query)->finish();
        return error(failed);
    }
    return Rows(*std::move(query), m_connection);
}

Result<Rows> Database::startDirectly(const QString &sql, bool rowByRow) const
{
    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
    query->setForwardOnly(rowByRow);
    if (!query->exec(sql))
        return error(query->lastError());
    return Rows(std::move(query), m_connection);
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

Done Database::beginReading() const
{
    return execute(m_sql == Sql::Sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
}

/// Whoever has the lock of the schema is the only one who writes: numbers of events are given out and committed in the
/// same order, so that nobody who reads on from a number ever misses one below it. The lock comes before the first look
/// at anything, and each statement looks at what was committed by then (READ COMMITTED).
Done Database::beginWriting() const
{
    if (m_sql == Sql::Sqlite)
        return execute(u"BEGIN IMMEDIATE"_s);
    if (Done begun = execute(u"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"_s); !begun)
        return begun;
    Done locked = execute(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(m_lock));
    if (!locked)
        static_cast<void>(execute(u"ROLLBACK"_s));
    return locked;
}

/// A COMMIT after a statement that failed is answered by PostgreSQL with ROLLBACK, and no error; Qt tells.
Done Database::commit() const
{
    if (m_sql == Sql::Sqlite)
        return execute(u"COMMIT"_s);
    QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
    return connection.commit() ? done() : Done(error(connection.lastError()));
}

Result<Transaction> Transaction::begin(const Database &database)
{
    if (Done begun = database.beginWriting(); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    // nothing can be done about a rollback that fails: the database rolls back by itself when the connection closes
    if (m_database != nullptr)
        static_cast<void>(m_database->execute(u"ROLLBACK"_s));
}

Done Transaction::commit()
{
    Done committed = m_database->commit();
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace zsb
