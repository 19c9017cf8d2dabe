#pragma once

#include "core/base/result.h"
#include "core/domain/finding.h"
#include "core/exchange/headermap.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// What a check was made of: the first line of every report.
struct BatchSummary
{
    std::string packId;
    std::string packHash;
    std::string inputName; ///< file name without its folder
    std::string inputSha256;
    std::string asOf;
    std::vector<std::string> header; ///< the texts of the header row, by column
    ColumnMap columns;
    std::int64_t headerRow = 1;
};

/// What became of every row: the last line of every report. checked + the sum of `skipped` = rows.
struct BatchTotals
{
    std::int64_t rows = 0; ///< rows of the sheet, header and blank ones included
    std::int64_t checked = 0;
    std::int64_t withErrors = 0;
    std::int64_t withWarnings = 0; ///< a warning and no error
    std::int64_t findings = 0;
    std::map<std::string, std::int64_t> skipped;    ///< reason → rows
    std::map<std::string, std::int64_t> findingsOf; ///< rule → findings
    bool complete = true;                           ///< false when stopped or when reading broke off

    [[nodiscard]] bool addsUp() const;
};

/// One line of a report.
struct ReportLine
{
    std::int64_t row = 0;
    std::string_view applicationNo;
    const Finding &finding;
};

/// Where a check writes what it finds, in order of rows. Errors: Unreadable (cannot be written).
class Report
{
public:
    Report() = default;
    Report(const Report &) = delete;
    Report &operator=(const Report &) = delete;
    virtual ~Report();

    [[nodiscard]] virtual Done begin(const BatchSummary &summary) = 0;
    [[nodiscard]] virtual Done add(const ReportLine &line) = 0;
    [[nodiscard]] virtual Done end(const BatchTotals &totals) = 0;
};

/// A report by the ending of its name: `.jsonl` or `.csv`. Errors: Invalid (another ending), Unreadable (cannot be
/// created). A CSV report holds the findings only and begins with a byte-order mark, for spreadsheet programs.
[[nodiscard]] Result<std::unique_ptr<Report>> openReport(const std::string &path);

} // namespace zsb
