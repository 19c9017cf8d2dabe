#pragma once

#include "core/base/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// A civil date: never an instant, never in a time zone.
using Day = std::chrono::sys_days;

/// `YYYY-MM-DD`, only days that exist.
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);
[[nodiscard]] std::string formatDay(Day day);

/// `YYYY-MM`; the first day of that month.
[[nodiscard]] std::optional<Day> parseMonth(std::string_view text);

/// RFC 3339 with offset or `Z`, to the millisecond: `2023-02-15T09:00:00+08:00`.
[[nodiscard]] std::optional<Instant> parseInstant(std::string_view text);

/// RFC 3339 with the given offset; milliseconds only when there are any.
[[nodiscard]] std::string formatInstant(Instant instant, std::chrono::minutes offset = std::chrono::minutes{0});

/// The civil date of an instant at a place that far east of Greenwich.
[[nodiscard]] Day dayAt(Instant instant, std::chrono::minutes offset);

} // namespace zsb
