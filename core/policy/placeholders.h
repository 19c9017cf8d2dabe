#pragma once

#include "core/policy/text.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace zsb {

/// The names that whoever shows a text fills in, written `{name}`. What a rule or a limit fills in is told by it:
/// Rule::evidence, namesOf().
using Placeholders = std::span<const std::string_view>;

inline constexpr std::array<std::string_view, 2> reasonPlaceholders = {"field", "material"}; ///< what it returns for
inline constexpr std::array<std::string_view, 1> clausePlaceholders = {"paragraph"};         ///< the id behind its dot

/// What is wrong with the braces of a text, which would be shown with them: names that are not among those, a brace
/// that nothing closes.
[[nodiscard]] std::vector<Text> wrongPlaceholders(std::string_view text, Placeholders known);

} // namespace zsb
