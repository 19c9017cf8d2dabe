#pragma once

#include <span>

namespace zsb {

/// What the central service keeps of candidates beside their files: capture links, accounts, codes, orders. Empty on
/// clients.
[[nodiscard]] std::span<const char16_t *const> candidateTables();

} // namespace zsb
