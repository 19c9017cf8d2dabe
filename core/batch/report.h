#pragma once

#include "core/base/result.h"
#include "core/batch/filefacts.h"
#include "core/batch/rowtally.h"
#include "core/domain/finding.h"
#include "core/exchange/headermap.h"
#include "core/policy/text.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zsb {

struct Pack;

/// What a check was made of: the first line of every report.
struct BatchSummary
{
    const Pack *pack = nullptr; ///< outlives the report
    std::string packId;
    std::string packHash;
    std::string inputName; ///< file name without its folder
    std::string inputSha256;
    std::string asOf;
    std::string sheet;    ///< that was asked for; empty: the first
    std::string encoding; ///< of a text table, asked for or found out; else empty
    bool looksAtFiles = false;
    std::string filesPrint; ///< tells their folder from another without naming it; empty when files are not looked at
    std::vector<std::string> header; ///< the texts of the header row, by column
    ColumnMap columns;
    std::int64_t headerRow = 1;
    std::int64_t filesNotFound = 0; ///< files the table names when not one is in the folder: none was judged
};

/// What became of every row: the last line of every report. checked + the sum of `skipped` = rows. Findings of the
/// table as a whole stand at its header row and count among the findings, not among the rows.
struct BatchTotals
{
    std::int64_t rows = 0; ///< rows of the sheet, header and blank ones included
    std::int64_t checked = 0;
    std::int64_t withErrors = 0;
    std::int64_t withWarnings = 0; ///< a warning and no error
    std::int64_t findings = 0;
    std::map<std::string, std::int64_t> skipped;    ///< reason → rows
    std::map<std::string, std::int64_t> findingsOf; ///< rule → findings
    std::map<Field, RowTally> tallies;              ///< of the fields a report needs
    std::int64_t tableErrors = 0;                   ///< findings of the table as a whole that are errors
    bool complete = true;                           ///< false when stopped or when reading broke off
    std::optional<Error> readError;                 ///< why it broke off
    bool interrupted = false;                       ///< stopped: `rows` is how far it came
    std::optional<LookedFiles> stoppedAtFiles{};    ///< stopped while it looked at files: no row is checked
    std::optional<Finding> missing{};               ///< required columns that the table lacks, see missingColumns()
    std::int64_t filesNotFound = 0;                 ///< as in the summary

    /// Every row that is in one of the counts: checked or skipped for a reason.
    [[nodiscard]] std::int64_t countedRows() const;
    /// Counts in = counts out: `rows` is what the reader saw, the counts what became of each.
    [[nodiscard]] bool addsUp() const { return countedRows() == rows; }
};

/// One line of a report.
struct ReportLine
{
    std::int64_t row = 0;
    std::string_view applicationNo;
    const Finding &finding;
};

/// A row with findings as it stands in the table. Views are valid during the call.
struct ReportRow
{
    std::int64_t row = 0;
    std::string_view applicationNo;
    std::span<const std::string_view> cells; ///< by column, not trimmed; empty unless a report needs them
    std::span<const Finding> findings;
};

/// What a report needs beside the findings. A check does nothing for what no report needs.
struct ReportNeeds
{
    bool cells = false;
    std::vector<Field> tallies; ///< the checked rows, counted by these fields
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
    /// Asked once, before begin().
    [[nodiscard]] virtual ReportNeeds needs() const;
    /// Every row with findings, before the add() of each of them. A finding of the table as a whole has no row.
    [[nodiscard]] virtual Done addRow(const ReportRow &row);
    [[nodiscard]] virtual Done add(const ReportLine &line) = 0;
    [[nodiscard]] virtual Done end(const BatchTotals &totals) = 0;
};

/// How a report is written; a format passes over what does not concern it.
struct ReportOptions
{
    Language language = Language::Chinese; ///< of XLSX and HTML; the others are in both
    bool showsPersonal = false;            ///< HTML: names, ID numbers, phones and addresses as they are
    std::int64_t rowsPerSheet = 1'048'576; ///< XLSX: with the header
};

/// A report by the ending of its name: `.jsonl`, `.csv`, `.xlsx` or `.html`. A CSV report holds the findings only and
/// begins with a byte-order mark, for spreadsheet programs; CSV, XLSX and HTML are there after end(), not before. A
/// JSONL report grows in its place and ends with its totals. Errors: Invalid (another ending), Unreadable (cannot be
/// created).
[[nodiscard]] Result<std::unique_ptr<Report>> openReport(const std::string &path, const ReportOptions &options = {});

struct BrokenReport;
/// A JSONL report to be gone on with: what is kept of it stays as it is. Its begin() fails with Conflict, and changes
/// nothing, when the check is not the one the report began with: another input, pack, moment, sheet, encoding or folder
/// of files. Errors: Unreadable.
[[nodiscard]] Result<std::unique_ptr<Report>> reopenReport(const BrokenReport &broken);

} // namespace zsb
