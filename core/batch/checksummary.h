#pragma once

#include "core/batch/batch.h"
#include "core/batch/report.h"
#include "core/batch/tablelayout.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// What a check is made of, for its reports. `sha256` is that of the input. The pack outlives it. Looks up where the
/// folder of files is.
[[nodiscard]] BatchSummary summaryOf(const Pack &pack, const BatchOptions &options, const TableLayout &layout,
                                     std::string sha256);

/// What any of the reports needs.
[[nodiscard]] ReportNeeds needsOf(const std::vector<std::unique_ptr<Report>> &reports);

} // namespace zsb
