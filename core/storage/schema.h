#pragma once

#include "core/base/result.h"

#include <string>

namespace zsb {

class Database;

/// For whoever only reads. Errors: Invalid (its schema is not the newest this program knows).
[[nodiscard]] Done requireNewest(const Database &database);

/// Brings a database to the newest schema, every step in one transaction. An older file that already holds something is
/// first copied to `<path>.v<old version>.backup`; of a server's database its administrator keeps the copies.
/// Errors: Invalid (written by a newer program), Unreadable (the copy cannot be made), those of Database.
[[nodiscard]] Done migrate(const Database &database, const std::string &path);

} // namespace zsb
