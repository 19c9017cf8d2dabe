#pragma once

#include "core/base/calendar.h"
#include "core/base/result.h"

#include <optional>

namespace zsb {

class Database;

/// The latest time in the log; none when nothing has happened yet. Errors: those of Database::run().
[[nodiscard]] Result<std::optional<Instant>> latestEventAt(const Database &database);

} // namespace zsb
