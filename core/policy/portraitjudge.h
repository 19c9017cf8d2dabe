#pragma once

#include "core/domain/finding.h"
#include "core/policy/packloader.h"
#include "core/policy/portraitfigures.h"

#include <string_view>
#include <vector>

namespace zsb {

/// What the pack's portrait limits say of what was measured, in their order: fail or needs-review only. The evidence
/// holds `measure`, `value`, `limit`, further measures by id and where to look (`box_left` … as shares of the picture).
/// Pure; any thread. Limits on format, bytes and pixels are the rule book's.
[[nodiscard]] std::vector<Finding> judgePortrait(const PortraitFigures &figures, const Pack &pack,
                                                 std::string_view profile);

/// Limits that name a measure nobody takes.
[[nodiscard]] std::vector<PackProblem> lintPortraitLimits(const Pack &pack);

} // namespace zsb
