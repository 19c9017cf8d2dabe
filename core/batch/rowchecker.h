#pragma once

#include "core/base/lender.h"
#include "core/batch/batch.h"
#include "core/batch/lookindex.h"
#include "core/batch/rowinput.h"
#include "core/batch/rowrecord.h"
#include "core/batch/sharedindex.h"
#include "core/batch/tablepieces.h"
#include "core/rules/rulerun.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace zsb {

/// A row with something to say about.
struct CheckedRow
{
    std::int64_t row = 0;
    std::string applicationNo;
    std::vector<Finding> findings;
    bool isCandidate = true;
    std::vector<std::string> cells; ///< when a report needs them
};

/// What the rows of one piece came to; rows without findings are only counted.
struct CheckedPiece
{
    std::int64_t checked = 0;
    std::int64_t repeatedHeaders = 0;
    std::int64_t totalsRows = 0;
    std::int64_t footerRows = 0;
    std::int64_t lastRow = 0;
    std::vector<CheckedRow> rows;
    std::map<Field, RowTally> tallies; ///< of the fields a report needs
    TablePiece piece;                  ///< without its rows
    PieceEnd end;
};

/// Judges the rows of a table by every rule, a piece at a time. Any thread, once what rows share is known.
class RowChecker
{
public:
    /// What is known of the table when its rows are checked.
    struct Tables
    {
        const TableLayout &layout;
        TablePieces &pieces;
        FileFacts &files;
        const SharedIndex &shared;
        const LookIndex &looks;
    };

    /// Everything must outlive this object. Rows that a resumed report holds already are counted and not checked.
    RowChecker(const RuleBook &book, Tables tables, const ReportNeeds &needs, const BatchOptions &options);

    /// Known when the last row was read for the first time.
    void setMerged(std::span<const CellRange> ranges) { m_input.setMerged(ranges); }
    [[nodiscard]] CheckedPiece check(const TablePiece &piece);

private:
    /// What one thread keeps from row to row.
    struct Worker
    {
        RowRecord rows;
        RuleRun run;
    };

    void checkRow(const Row &row, Worker &worker, CheckedPiece &piece) const;
    void keep(const Row &row, CheckedRow checked, CheckedPiece &piece) const;

    const RuleBook &m_book;
    Tables m_tables;
    const ReportNeeds &m_needs;
    std::int64_t m_resumeRow; ///< rows up to here are in the report already
    RowInput m_input;
    Lender<Worker> m_workers;
};

} // namespace zsb
