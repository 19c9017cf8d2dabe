#pragma once

#include "core/batch/report.h"

#include <string>

namespace zsb {

/// A JSONL report of a check that did not come to its end, read back: what is in it stays, and the check goes on behind
/// it.
struct BrokenReport
{
    std::string path;
    std::string summaryLine;    ///< its first line, without the line end
    std::string asOf;           ///< the moment it was checked as of
    std::int64_t lastRow = 0;   ///< the last row that is finished; 0: not even the header
    std::int64_t keptBytes = 0; ///< up to there the file is as an unbroken check would have written it
    BatchTotals totals;         ///< of the findings that are kept
};

/// Reads a report that was interrupted, or whose writer was killed: then the rows of its last finding are not trusted
/// to be whole and are checked again. Errors: NotFound, Unreadable, Invalid (no report of this program), Conflict (it
/// is complete: there is nothing to go on with).
[[nodiscard]] Result<BrokenReport> readBrokenReport(const std::string &path);

/// What of its check is not as it was, by the first line a check of now would write: Conflict.
[[nodiscard]] Error anotherCheck(const BrokenReport &broken, const std::string &summaryLine);

} // namespace zsb
