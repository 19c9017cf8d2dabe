#pragma once

#include "core/batch/brokenreport.h"
#include "core/batch/filefacts.h"
#include "core/batch/report.h"
#include "core/batch/tablelayout.h"
#include "core/exchange/tablereader.h"
#include "core/rules/rulebook.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace zsb {

/// A check goes over its input to learn what it names and what its rows share, then to judge them.
enum class BatchPhase
{
    Reading,
    Looking, ///< at the files the table names
    Checking,
};

/// How far a long job is, in rows of the sheet, or in files while it looks at them. `total` is the last row of the
/// whole table, 0 while it is not known, as during the first pass; of files it always is. On the calling thread.
using BatchProgress = std::function<void(BatchPhase phase, std::int64_t count, std::int64_t total)>;

/// What is to be checked and how. `pack` and rules come with the RuleBook.
struct BatchOptions
{
    std::string input; ///< path of a CSV, XLSX or XLS file
    ReadOptions reading;
    std::string filesFolder;  ///< what file names of the input are relative to
    ImageInspector inspector; ///< absent: files are not looked at
    ImageInspector portraits; ///< absent: portraits are looked at as any file
    Instant asOf{};           ///< the moment the rules judge by: ages, terms, windows
    int jobs = 1;             ///< threads, 1 and more; the reports are the same for any number
    /// A check to go on with: its rows are not checked again, its one report is a reopenReport().
    std::optional<BrokenReport> resume;
    BatchProgress progress;
};

/// Checks every row of a table with every rule of the book and writes what is found to every report, rows in order;
/// the same bytes for any number of jobs. Blocking; memory does not grow with the rows but for the uniqueness index.
/// A row the reader could not make sense of is a finding, never a silence; so is a cell that is read as something else
/// than what stands in it. When `stop` is asked for or reading breaks off, the reports are completed and marked so; an
/// interrupted check can be resumed, to the same bytes. Files are looked at before the first row is checked: stopped
/// there, no row is checked, see BatchTotals::stoppedAtFiles. Where not one of them is there, the folder is another
/// one: that is one error of the table, and rows are checked as without an inspector. Errors: those of
/// findTableLayout(), Unreadable (a report cannot be written), Conflict (the report to be resumed is of another check).
[[nodiscard]] Result<BatchTotals> checkTable(const RuleBook &book, const BatchOptions &options,
                                             const std::vector<std::unique_ptr<Report>> &reports,
                                             const std::stop_token &stop = {});

/// The same of a table that is open; `options.input` names its file.
[[nodiscard]] Result<BatchTotals> checkTable(const RuleBook &book, const BatchOptions &options, LaidOutTable table,
                                             const std::vector<std::unique_ptr<Report>> &reports,
                                             const std::stop_token &stop = {});

} // namespace zsb
