#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// What `zsb-check explain` prints of a rule `input.…`, which is about how a table is written: title, what it means,
/// what to do. Empty for other ids.
[[nodiscard]] std::string inputExplanation(std::string_view rule);

} // namespace zsb
