#pragma once

#include "core/policy/text.h"

#include <optional>
#include <string_view>
#include <vector>

namespace zsb {

/// What a rule `input.…` is about, in a few words; the pack has titles for its own rules only. Nothing for others.
[[nodiscard]] std::optional<Text> inputTitle(std::string_view rule);

/// All of them.
[[nodiscard]] std::vector<std::string_view> inputRules();

} // namespace zsb
