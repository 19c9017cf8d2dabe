#pragma once

#include "core/domain/finding.h"
#include "core/image/scanreading.h"
#include "core/policy/scanpolicy.h"

#include <string_view>
#include <vector>

namespace zsb {

/// Seals and signatures that the paper of a slot must bear, by candidate type (A3.2, A3.3, A1.5.6). Every finding asks
/// a person to look: `scan.seal`, `scan.signature`.
[[nodiscard]] std::vector<Finding> judgeMarks(const ScanReading &reading, const ScanPolicy &policy,
                                              const ScanPaper &paper, std::string_view type);

} // namespace zsb
