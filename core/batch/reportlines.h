#pragma once

#include "core/batch/report.h"

#include <string>

namespace zsb {

/// The first line of a JSONL report, without its line end.
[[nodiscard]] std::string summaryLine(const BatchSummary &summary);
/// A line for a finding, with its line end.
void appendFindingLine(std::string &json, const ReportLine &line);
/// The last line, with its line end.
void appendTotalsLine(std::string &json, const BatchTotals &totals);

} // namespace zsb
