#pragma once

#include "core/base/result.h"
#include "core/storage/dialect.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

class QSqlError;

namespace zsb {

/// A value to bind to a `?`, or nothing.
using SqlValue = QVariant;
[[nodiscard]] SqlValue sqlText(std::string_view text);
[[nodiscard]] SqlValue sqlInteger(std::int64_t number);

/// A piece of SQL and the values of its question marks.
struct SqlPart
{
    QString sql{};
    std::vector<SqlValue> values{};
};

/// A statement that was run: next() row by row, columns as our types. Forward only.
class Rows
{
public:
    Rows(std::shared_ptr<QSqlQuery> query, QString connection)
        : m_query(std::move(query)), m_connection(std::move(connection))
    {
    }
    Rows(Rows &&) noexcept = default;
    Rows &operator=(Rows &&) = delete;
    ~Rows()
    {
        if (m_query)
            m_query->finish();
    }

    [[nodiscard]] bool next() { return m_query->next(); }
    [[nodiscard]] std::string text(int column) const { return m_query->value(column).toString().toStdString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    [[nodiscard]] std::int64_t integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] int columns() const;
    /// Whether the last next() ended because of an error, not at the end.
    [[nodiscard]] Done ended() const;

private:
    std::shared_ptr<QSqlQuery> m_query;
    QString m_connection;
};

/// One connection to SQLite or PostgreSQL with our settings: what was committed is on the disk (WAL and
/// synchronous=FULL; synchronous_commit). To be used in the thread that opened it.
class Database
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly,
    };

    /// `location`: a file, or `postgres://user@host:port/database` (see postgreslocation.h). `patience`: how long a
    /// statement waits while another connection writes, before it is a conflict. Read-only, a file in a folder that
    /// cannot be written works while nothing waits in a -wal file beside it. Errors: NotFound (read-only and no such
    /// database), Unreadable (not a database, damaged, see above; the server does not answer or lets nobody in),
    /// Invalid (not a location).
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    open(const std::string &location, Access access, std::chrono::milliseconds patience = std::chrono::seconds(10));
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    [[nodiscard]] Sql sql() const { return m_sql; }

    /// Runs one statement; preparations are kept for the next time. Errors: Conflict (busy), Unreadable (damaged, or
    /// the server is gone), Invalid (a value PostgreSQL cannot hold), Internal.
    [[nodiscard]] Result<Rows> run(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// The same for very many rows, which come one by one: nothing else may be asked before the last one was read.
    [[nodiscard]] Result<Rows> stream(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// Runs one statement of which nothing is read.
    [[nodiscard]] Done execute(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// The first column of the first row, 0 when there is none.
    [[nodiscard]] Result<std::int64_t> number(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// From here on one view of the database, whatever is written meanwhile, until the connection is closed.
    [[nodiscard]] Done beginReading() const;

private:
    friend class Transaction;
    Database(QString connection, Sql sql) : m_connection(std::move(connection)), m_sql(sql) {}
    [[nodiscard]] static Result<std::unique_ptr<Database>> openSqlite(const std::string &path, Access access,
                                                                      std::chrono::milliseconds patience);
    [[nodiscard]] static Result<std::unique_ptr<Database>> openPostgres(const std::string &location, Access access,
                                                                        std::chrono::milliseconds patience);
    [[nodiscard]] Done beginWriting() const;
    [[nodiscard]] Done commit() const;

    [[nodiscard]] Error error(const QSqlError &error) const;
    [[nodiscard]] Result<std::shared_ptr<QSqlQuery>> prepared(const QString &sql) const;
    [[nodiscard]] Result<Rows> start(const QString &sql, const std::vector<SqlValue> &values, bool rowByRow) const;
    [[nodiscard]] Result<Rows> startDirectly(const QString &sql, bool rowByRow) const;

    QString m_connection;
    Sql m_sql;
    std::int64_t m_lock = 0; ///< PostgreSQL: the number of the lock of whoever writes this schema
    mutable std::map<QString, std::shared_ptr<QSqlQuery>> m_prepared; ///< those that others hold are being read
};

/// The one writer of the database until commit(); rolls back when it is dropped before.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Done commit();

private:
    explicit Transaction(const Database &database) : m_database(&database) {}
    const Database *m_database;
};

} // namespace zsb
