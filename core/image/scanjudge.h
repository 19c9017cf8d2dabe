#pragma once

#include "core/domain/finding.h"
#include "core/image/scanreading.h"
#include "core/policy/packloader.h"

#include <string_view>
#include <vector>

namespace zsb {

/// What a material was handed in as; empty: not known, then what depends on it is not judged.
struct ScanSubject
{
    std::string_view slot; ///< of the pack
    std::string_view type; ///< id of the candidate's type
};

/// What the pack says of a reading: judgeScanLimits(), then the seals and signatures the slot's paper must bear.
/// Evidence: `measure`, `value`, `limit`, `slot`, `region`, and where to look (`box_left` … as shares of the picture).
/// Pure; any thread. Limits on format and bytes are the rule book's.
[[nodiscard]] std::vector<Finding> judgeScan(const ScanReading &reading, const Pack &pack, const ScanSubject &subject);

} // namespace zsb
