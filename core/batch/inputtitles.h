#pragma once

#include "core/policy/text.h"

#include <optional>
#include <string_view>

namespace zsb {

/// What a rule `input.…` is about, in a few words; the pack has titles for its own rules only. Nothing for others.
[[nodiscard]] std::optional<Text> inputTitle(std::string_view rule);

} // namespace zsb
