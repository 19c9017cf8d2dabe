#pragma once

#include "core/batch/report.h"

namespace zsb {

/// One file a person reads and prints: what was checked, the sum of the rows, charts, rules, colleges, every finding.
/// Well-formed XHTML 5 without scripts and without anything from outside; persons are masked unless the options show
/// them. Findings wait in a file beside the report, so memory does not grow with them. Errors: Unreadable.
[[nodiscard]] Result<std::unique_ptr<Report>> openHtmlReport(const std::string &path, const ReportOptions &options);

} // namespace zsb
