#pragma once

#include <QString>

#include <cstdint>

namespace zsb {

/// Which kind of database a statement is for. Nearly every statement is the same for both; what differs:
///   the schema                    migrations.h: spelled() puts in the words for types
///   transactions and connections  database.h, databasesqlite.cpp, databasepostgres.cpp
///   finding names                 nameindex.h
///   the functions below, and where `sql()` of a Database is asked
enum class Sql : std::uint8_t
{
    Sqlite,
    Postgres,
};

/// The condition that a column of text contains the text of a question mark.
[[nodiscard]] inline QString containing(const QString &column, Sql sql)
{
    return (sql == Sql::Sqlite ? QStringLiteral("instr(%1, ?) > 0") : QStringLiteral("strpos(%1, ?) > 0")).arg(column);
}

/// A column that no index is to answer for. PostgreSQL judges that by itself.
[[nodiscard]] inline QString unindexed(const QString &column, Sql sql)
{
    return sql == Sql::Sqlite ? QLatin1Char('+') + column : column;
}

} // namespace zsb
