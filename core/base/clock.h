#pragma once

#include <chrono>
#include <functional>

namespace zsb {

/// A moment, in UTC milliseconds since 1970. What a person reads of it depends on the pack's time zone.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from. Time is always passed in; core never asks the system for it.
using Clock = std::function<Instant()>;

/// The computer's own clock; for composition roots.
[[nodiscard]] Clock systemClock();

} // namespace zsb
