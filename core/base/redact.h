#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// What a log may show of a personal value: its length, nothing of it.
[[nodiscard]] std::string redacted(std::string_view value);

/// What a screen without the right to the whole number shows: `150102********1234` (first 6, last 4).
[[nodiscard]] std::string maskedNumber(std::string_view number);

} // namespace zsb
