#pragma once

#include <span>

namespace zsb {

/// What the central service keeps beside the log: answers it gave, epochs, people, devices. Empty on clients.
[[nodiscard]] std::span<const char16_t *const> serverTables();

} // namespace zsb
