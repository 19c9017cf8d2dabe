#pragma once

#include "core/storage/migrations.h"

#include <span>

namespace zsb {

/// Steps 1 to 4, from before there was a second kind of database: each of the two has its own statements.
[[nodiscard]] std::span<const Migration> firstMigrations();

} // namespace zsb
