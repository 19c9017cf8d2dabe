#pragma once

namespace zsb {

/// Milliseconds a test waits for what another thread or process does. Nothing is measured by it: it ends with what is
/// waited for, and Qt's five seconds are too few for a machine with ten other things to do.
inline constexpr int testPatience = 30'000;

} // namespace zsb
