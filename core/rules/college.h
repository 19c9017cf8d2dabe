#pragma once

#include "core/policy/codetable.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The row of a college by code or name, or by its name without one of the suffixes a junior branch carries
/// (河套学院（专科）); null if none.
[[nodiscard]] const Code *findCollege(const CodeTable &colleges, std::string_view given,
                                      const std::vector<std::string> &suffixes);

} // namespace zsb
