#pragma once

#include "core/storage/dialect.h"

#include <QString>

#include <span>
#include <vector>

namespace zsb {

/// One step of the schema: its number and the statements that lead to it from the one before. Never edited once
/// released; a change is a new step. How to write one stands in migrations.cpp.
struct Migration
{
    int version = 0;
    std::span<const char16_t *const> sqlite;
    std::span<const char16_t *const> postgres; ///< none: a later step holds it, because PostgreSQL came later

    [[nodiscard]] std::span<const char16_t *const> statements(Sql sql) const
    {
        return sql == Sql::Sqlite ? sqlite : postgres;
    }
};

/// Every step, oldest first.
[[nodiscard]] std::vector<Migration> migrations();

/// A statement of a step as one kind of database takes it:
///   {text}     TEXT      | TEXT COLLATE "C": both compare by bytes
///   {integer}  INTEGER   | BIGINT
///   {bytes}    BLOB      | BYTEA
///   {strict}   STRICT    | nothing: end of a table
///   {keyed}    STRICT, WITHOUT ROWID | nothing: end of a table that is found by its primary key alone
[[nodiscard]] QString spelled(QString statement, Sql sql);

} // namespace zsb
