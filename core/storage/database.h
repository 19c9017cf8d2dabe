#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

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
    explicit Rows(QSqlQuery query) : m_query(std::move(query)) {}

    [[nodiscard]] bool next() { return m_query.next(); }
    [[nodiscard]] std::string text(int column) const { return m_query.value(column).toString().toStdString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] std::int64_t integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.value(column).isNull(); }
    /// Whether the last next() ended because of an error, not at the end.
    [[nodiscard]] Done ended() const;

private:
    QSqlQuery m_query;
};

/// One SQLite connection with our settings: WAL, synchronous=FULL, foreign keys, 10 s of patience when another
/// connection writes. To be used in the thread that opened it.
class Database
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly,
    };

    /// Errors: NotFound (read-only and no such file), Unreadable (not a database, or damaged).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string &path, Access access);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// Runs one statement. Errors: Conflict (busy), Unreadable (damaged), Internal.
    [[nodiscard]] Result<Rows> run(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// Runs one statement of which nothing is read; its preparation is kept for the next time.
    [[nodiscard]] Done execute(const QString &sql, const std::vector<SqlValue> &values = {}) const;
    /// The first column of the first row, 0 when there is none.
    [[nodiscard]] Result<std::int64_t> number(const QString &sql, const std::vector<SqlValue> &values = {}) const;

private:
    explicit Database(QString connection) : m_connection(std::move(connection)) {}
    [[nodiscard]] Done configure(Access access) const;

    QString m_connection;
    mutable std::map<QString, QSqlQuery> m_prepared;
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
