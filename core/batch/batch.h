#pragma once

#include "core/batch/filefacts.h"
#include "core/batch/report.h"
#include "core/exchange/tablereader.h"
#include "core/rules/rulebook.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace zsb {

/// How far a long job is. `total` is 0 while it is not known.
using BatchProgress = std::function<void(std::int64_t rows, std::int64_t total)>;

struct BatchOptions
{
    std::string input; ///< path of a CSV, XLSX or XLS file
    ReadOptions reading;
    std::string filesFolder;  ///< what file names of the input are relative to
    ImageInspector inspector; ///< absent: files are not looked at
    Instant asOf{};
    int jobs = 1;
    BatchProgress progress;
};

/// Checks every row of a table with every rule of the book and writes what is found to every report, rows in order;
/// the same bytes for any number of jobs. Blocking; memory does not grow with the rows but for the uniqueness index.
/// A row the reader could not make sense of is a finding, never a silence. When `stop` is asked for or reading breaks
/// off, the reports are completed and marked so.
/// Errors: those of openTable(), Invalid (no header found), Unreadable (a report cannot be written).
[[nodiscard]] Result<BatchTotals> checkTable(const RuleBook &book, const BatchOptions &options,
                                             const std::vector<std::unique_ptr<Report>> &reports,
                                             const std::stop_token &stop = {});

} // namespace zsb
