#pragma once

#include <span>

namespace zsb {

/// The tables of a database that is kept with a central service: see syncpeer.h, opqueue.h and replica.h.
[[nodiscard]] std::span<const char16_t *const> syncTables();

} // namespace zsb
