#pragma once

#include "core/batch/findingtext.h"
#include "core/batch/report.h"

#include <string>
#include <vector>

namespace zsb {

/// A finding of the table as a whole, kept until the end of a report.
struct TableFinding
{
    std::int64_t row = 0;
    Finding finding;
};

/// Why a check that is not complete is not, and what of its table was not checked.
[[nodiscard]] Text incompleteText(const BatchTotals &totals);

struct TotalsCell
{
    std::string text;
    bool isNumber = false;
};
using TotalsLine = std::vector<TotalsCell>;

/// What the rows came to, as a sum: every row of the sheet is one of these. The last is the sheet's rows.
struct SumPart
{
    std::string id; ///< `clean`, `with_warnings`, `with_errors`, `header`, `above_header`, `blank`, …
    std::string label;
    std::int64_t rows = 0;
};
[[nodiscard]] std::vector<SumPart> sumOfRows(const BatchTotals &totals, const FindingText &text);

/// The totals sheet of a workbook: what was checked, the sum of the rows, the rules, the findings of the table.
[[nodiscard]] std::vector<TotalsLine> totalsLines(const BatchSummary &summary, const BatchTotals &totals,
                                                  const std::vector<TableFinding> &table, const FindingText &text);

} // namespace zsb
