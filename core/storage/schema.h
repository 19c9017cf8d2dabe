#pragma once

#include "core/base/result.h"

#include <span>
#include <string>

namespace zsb {

class Database;

/// One step of the schema: its number and the statements that lead to it from the one before. Never edited once
/// released; a change is a new step.
struct Migration
{
    int version = 0;
    std::span<const char16_t *const> statements;
};

[[nodiscard]] std::span<const Migration> migrations();

/// For whoever only reads. Errors: Invalid (its schema is not the newest this program knows).
[[nodiscard]] Done requireNewest(const Database &database);

/// Brings a database to the newest schema, every step in one transaction. An older database that already holds
/// something is first copied to `<path>.v<old version>.backup`.
/// Errors: Invalid (written by a newer program), Unreadable (the copy cannot be made), those of Database.
[[nodiscard]] Done migrate(const Database &database, const std::string &path);

} // namespace zsb
