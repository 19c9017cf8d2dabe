#pragma once

#include "core/base/clock.h"
#include "core/policy/pack.h"

#include <chrono>
#include <cstdint>

namespace zsb {

/// Where a moment lies of a window of the calendar.
enum class WindowSide : std::uint8_t
{
    Inside,
    Before,
    After,
    Hours, ///< on a day of it, outside its daily hours
};

/// Both ends belong to the window, to the whole second; so do both ends of its daily hours. `offset` is the time zone
/// of the exam.
[[nodiscard]] WindowSide sideOf(const Window &window, Instant instant, std::chrono::minutes offset);

} // namespace zsb
