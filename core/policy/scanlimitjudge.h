#pragma once

#include "core/domain/finding.h"
#include "core/policy/packloader.h"
#include "core/policy/scanfigures.h"

#include <string_view>
#include <vector>

namespace zsb {

/// What the pack's scan limits say of what was measured on a material, in their order: fail or needs-review only.
/// Evidence: `measure`, `value`, `limit`, `slot`, and where to look (`box_left` … as shares of the picture). An empty
/// slot is not known: limits that belong to slots say nothing then. Pure; any thread. Limits on format and bytes are
/// the rule book's, seals and signatures judgeScan()'s.
[[nodiscard]] std::vector<Finding> judgeScanLimits(const ScanFigures &figures, const Pack &pack, std::string_view slot);

/// Limits that name a measure nobody takes.
[[nodiscard]] std::vector<PackProblem> lintScanPolicy(const Pack &pack);

} // namespace zsb
