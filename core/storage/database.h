#pragma once

#include "core/base/result.h"

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

namespace zsb {

/// A value to bind to a `?`, or nothing.
using SqlValue = QVariant;
[[nodiscard]] SqlValue sqlText(std::string_view text);
[[nodiscard]] SqlValue sqlInteger(std::int64_t number);

/// A statement that was run: next() row by row, columns as our types. Forward only.
class Rows
{
public:
    explicit Rows(std::shared_ptr<QSqlQuery> query) : m_query(std::move(query)) {}
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
    /// Whether the last next() ended because of an error, not at the end.
    [[nodiscard]] Done ended() const;

private:
    std::shared_ptr<QSqlQuery> m_query;
};

/// One SQLite connection with our settings: WAL, synchronous=FULL, foreign keys. To be used in the thread that opened
/// it.
class Database
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly,
    };

    /// `patience`: how long a statement waits while another connection writes, before it is busy. Read-only in a folder
    /// that cannot be written works while nothing waits in a -wal file beside the database. Errors: NotFound (read-only
    /// and no such file), Unreadable (not a database, damaged, or see above).
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    open(const std::string &path, Access access, std::chrono::milliseconds patience = std::chrono::seconds(10));
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Runs one statement; preparations are kept for the next time. Errors: Conflict (busy), Unreadable (damaged),
    /// Internal.
    [[nodiscard]] Result<Rows> run(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// Runs one statement of which nothing is read.
    [[nodiscard]] Done execute(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// The first column of the first row, 0 when there is none.
    [[nodiscard]] Result<std::int64_t> number(const QString &sql, const std::vector<SqlValue> &values = {}) const;

private:
    explicit Database(QString connection) : m_connection(std::move(connection)) {}
    [[nodiscard]] Done configure(Access access) const;

    [[nodiscard]] Result<std::shared_ptr<QSqlQuery>> prepared(const QString &sql) const;

    QString m_connection;
    mutable std::map<QString, std::shared_ptr<QSqlQuery>> m_prepared; ///< those that others hold are being read
};

/// BEGIN IMMEDIATE until commit(); rolls back when it is dropped before.
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
