#pragma once

#include "core/batch/report.h"

namespace zsb {

/// The rows with errors, those with warnings or remarks only, and the totals, a sheet each. Rows stand there as they
/// stand in the table, every cell as text, with the reasons in a last column, so that they can be corrected in place
/// and checked again. Constant memory. Errors: Unreadable.
[[nodiscard]] Result<std::unique_ptr<Report>> openXlsxReport(const std::string &path, const ReportOptions &options);

} // namespace zsb
