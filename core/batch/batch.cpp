#include "core/batch/batch.h"

#include "core/batch/checksummary.h"
#include "core/batch/inputmessages.h"
#include "core/batch/layoutfindings.h"
#include "core/batch/orderedpool.h"
#include "core/batch/rowchecker.h"
#include "core/batch/sharedsearch.h"
#include "core/batch/tablelayout.h"
#include "core/batch/tablepieces.h"

#include <algorithm>
#include <future>
#include <utility>

namespace zsb {
namespace {

/// One run of a check: the passes over the input and what they gather.
class TableCheck
{
public:
    TableCheck(const RuleBook &book, const BatchOptions &options, TableLayout layout,
               std::unique_ptr<TableReader> reader, const std::vector<std::unique_ptr<Report>> &reports,
               const std::stop_token &stop)
        : m_digest(std::async(options.jobs > 1 ? std::launch::async : std::launch::deferred,
                              [path = options.input] { return fileSha256(path); })),
          m_book(book),
          m_options(options),
          m_layout(std::move(layout)),
          m_pieces(std::move(reader), m_layout),
          m_reports(reports),
          m_stop(stop),
          m_needs(needsOf(reports)),
          m_files(options.filesFolder, options.inspector, options.portraits),
          m_rows(m_book, {m_layout, m_pieces, m_files, m_shared, m_looks}, m_needs, options)
    {
        if (options.resume) {
            m_totals = options.resume->totals;
            m_resumeRow = options.resume->lastRow;
        }
    }

    Result<BatchTotals> run();

private:
    std::optional<TablePiece> nextPiece();
    Done findShared();
    Done beginReports();
    Done checkAll();
    Done writeRow(const CheckedRow &row);
    bool write(const CheckedPiece &piece);
    void count(const CheckedRow &row);
    Done tell(std::int64_t row, std::string_view applicationNo, const Finding &finding);
    Done tellOfTable(std::int64_t row, const Finding &finding);
    Done tellOfLayout();
    Done tellOfBreak();
    Done finishTotals();
    Done tellOfCounts();

    std::future<Result<std::string>> m_digest; ///< made while the rows are read
    const RuleBook &m_book;
    const BatchOptions &m_options;
    TableLayout m_layout;
    TablePieces m_pieces;
    const std::vector<std::unique_ptr<Report>> &m_reports;
    const std::stop_token &m_stop;
    const ReportNeeds m_needs;
    FileFacts m_files;
    SharedIndex m_shared;
    LookIndex m_looks;
    RowChecker m_rows;
    BatchTotals m_totals;
    std::int64_t m_repeatedHeaders = 0;
    std::int64_t m_totalsRows = 0;
    std::int64_t m_footerRows = 0;
    std::int64_t m_blankRows = 0;       ///< the readers met up to m_lastRow
    std::int64_t m_blankRowsBehind = 0; ///< and behind it
    std::int64_t m_resumeRow = 0;       ///< rows up to here are in the report already
    std::int64_t m_lastRow = 0;         ///< that was checked
    Done m_written = done();
};

std::optional<TablePiece> TableCheck::nextPiece()
{
    return m_stop.stop_requested() ? std::nullopt : m_pieces.next();
}

Done TableCheck::findShared()
{
    const auto tell = [this](BatchPhase phase, std::int64_t count, std::int64_t total) {
        if (m_options.progress)
            m_options.progress(phase, count, total);
    };
    SharedSearch search(
        m_book.pack(), m_layout, m_files, m_pieces,
        {m_options.jobs, m_stop, [&tell](std::int64_t rows) { tell(BatchPhase::Reading, rows, 0); },
         [&tell](std::int64_t looked, std::int64_t named) { tell(BatchPhase::Looking, looked, named); }});
    const Done found = search.run(m_shared, m_looks);
    if (m_stop.stop_requested() && search.files().looked < search.files().named)
        m_totals.stoppedAtFiles = search.files();
    else if (!search.files().isAnyThere)
        m_totals.filesNotFound = search.files().named;
    m_rows.setMerged(m_pieces.info().mergedRanges);
    return found;
}

void TableCheck::count(const CheckedRow &row)
{
    for (const Finding &finding : row.findings)
        ++m_totals.findingsOf[finding.rule];
    m_totals.findings += std::int64_t(row.findings.size());
    if (!row.isCandidate)
        return;
    const auto has = [&row](Severity severity) {
        return std::ranges::find(row.findings, severity, &Finding::severity) != row.findings.end();
    };
    if (has(Severity::Error))
        ++m_totals.withErrors;
    else if (has(Severity::Warning))
        ++m_totals.withWarnings;
}

Done TableCheck::tell(std::int64_t row, std::string_view applicationNo, const Finding &finding)
{
    for (const std::unique_ptr<Report> &report : m_reports)
        if (Done added = report->add({row, applicationNo, finding}); !added)
            return added;
    return done();
}

Done TableCheck::tellOfTable(std::int64_t row, const Finding &finding)
{
    ++m_totals.findingsOf[finding.rule];
    ++m_totals.findings;
    m_totals.tableErrors += finding.severity == Severity::Error ? 1 : 0;
    return tell(row, {}, finding);
}

/// What concerns the table as a whole stands at its header.
Done TableCheck::tellOfLayout()
{
    std::vector<LayoutFinding> all = layoutFindings(m_layout);
    m_totals.missing = missingColumns(m_layout, m_book.pack());
    if (m_totals.missing)
        all.push_back({m_layout.headerRow, 0, *m_totals.missing});
    if (m_totals.filesNotFound > 0)
        all.push_back({m_layout.headerRow, 0, noFileFound(m_totals.filesNotFound)});
    for (const LayoutFinding &of : all) {
        if (m_resumeRow >= m_layout.headerRow) // in the report already
            m_totals.tableErrors += of.finding.severity == Severity::Error ? 1 : 0;
        else if (Done told = tellOfTable(of.row, of.finding); !told)
            return told;
    }
    return done();
}

Done TableCheck::tellOfBreak()
{
    if (!m_pieces.error() || m_stop.stop_requested())
        return done();
    m_totals.readError = m_pieces.error();
    const std::string fault(tableFaultId(tableFaultOf(*m_pieces.error())));
    const RowProblem broken{m_lastRow, 0, ProblemCode::BrokenOff, fault};
    return tellOfTable(m_lastRow, findingOf(broken, m_layout.header, m_layout.columns));
}

Done TableCheck::writeRow(const CheckedRow &row)
{
    const std::vector<std::string_view> cells(row.cells.begin(), row.cells.end());
    for (const std::unique_ptr<Report> &report : m_reports)
        if (Done added = report->addRow({row.row, row.applicationNo, cells, row.findings}); !added)
            return added;
    for (const Finding &finding : row.findings)
        if (Done told = tell(row.row, row.applicationNo, finding); !told)
            return told;
    return done();
}

bool TableCheck::write(const CheckedPiece &piece)
{
    m_totals.checked += piece.checked;
    m_repeatedHeaders += piece.repeatedHeaders;
    m_totalsRows += piece.totalsRows;
    m_footerRows += piece.footerRows;
    m_lastRow = std::max(m_lastRow, piece.lastRow);
    if (piece.end.lastRow > 0)
        m_blankRows += std::exchange(m_blankRowsBehind, 0) + piece.end.blankRows;
    m_blankRowsBehind += piece.end.blankRowsBehind;
    for (const CheckedRow &row : piece.rows) {
        count(row);
        m_written = writeRow(row);
        if (!m_written)
            return false;
    }
    for (const auto &[field, tally] : piece.tallies)
        m_totals.tallies[field].merge(tally);
    if (m_options.progress)
        m_options.progress(BatchPhase::Checking, m_lastRow, m_pieces.wholeTable());
    return m_pieces.confirm(piece.piece, piece.end);
}

Done TableCheck::checkAll()
{
    m_lastRow = m_layout.headerRow;
    if (Done started = m_pieces.rewind(); !started)
        return started;
    if (Done told = tellOfLayout(); !told)
        return told;
    OrderedPool<TablePiece, CheckedPiece> pool(m_options.jobs,
                                               [this](const TablePiece &piece) { return m_rows.check(piece); });
    pool.run([this] { return nextPiece(); }, [this](const CheckedPiece &piece) { return write(piece); });
    return m_written ? tellOfBreak() : m_written;
}

Done TableCheck::finishTotals()
{
    m_totals.interrupted = m_stop.stop_requested();
    m_totals.complete = !m_totals.interrupted && !m_pieces.error();
    m_totals.rows = m_lastRow;
    m_totals.skipped["above_header"] = m_pieces.rowsAboveHeader();
    m_totals.skipped["header"] = 1;
    m_totals.skipped["repeated_header"] = m_repeatedHeaders;
    m_totals.skipped["totals_row"] = m_totalsRows;
    m_totals.skipped["footer_row"] = m_footerRows;
    m_totals.skipped["blank"] = m_pieces.blankRowsAboveHeader() + m_blankRows;
    if (m_totals.complete && m_totals.checked == 0) {
        const RowProblem nobody{m_layout.headerRow, 0, ProblemCode::NoCandidates, {}};
        if (Done told = tellOfTable(m_lastRow, findingOf(nobody, {}, {})); !told)
            return told;
    }
    return tellOfCounts();
}

/// Rows that went in and are in none of the counts, or in two: the fault is ours, and nobody may take the check for
/// whole.
Done TableCheck::tellOfCounts()
{
    const std::int64_t counted = m_totals.countedRows();
    if (counted == m_totals.rows)
        return done();
    m_totals.complete = false;
    const std::string counts = std::to_string(counted) + "/" + std::to_string(m_totals.rows);
    return tellOfTable(m_lastRow, findingOf({m_lastRow, 0, ProblemCode::RowsLost, counts}, {}, {}));
}

Done TableCheck::beginReports()
{
    Result<std::string> digest = m_digest.get();
    if (!digest)
        return digest.error();
    BatchSummary summary = summaryOf(m_book.pack(), m_options, m_layout, *std::move(digest));
    summary.filesNotFound = m_totals.filesNotFound;
    for (const std::unique_ptr<Report> &report : m_reports) {
        if (Done begun = report->begin(summary); !begun)
            return begun;
    }
    return done();
}

Result<BatchTotals> TableCheck::run()
{
    for (const auto pass :
         {&TableCheck::findShared, &TableCheck::beginReports, &TableCheck::checkAll, &TableCheck::finishTotals}) {
        if (Done passed = (this->*pass)(); !passed)
            return passed.error();
    }
    for (const std::unique_ptr<Report> &report : m_reports) {
        if (Done ended = report->end(m_totals); !ended)
            return ended.error();
    }
    return m_totals;
}

} // namespace

Result<BatchTotals> checkTable(const RuleBook &book, const BatchOptions &options,
                               const std::vector<std::unique_ptr<Report>> &reports, const std::stop_token &stop)
{
    Result<LaidOutTable> table = openLaidOut(options.input, options.reading, book.pack());
    if (!table)
        return table.error();
    return checkTable(book, options, std::move(*table), reports, stop);
}

Result<BatchTotals> checkTable(const RuleBook &book, const BatchOptions &options, LaidOutTable table,
                               const std::vector<std::unique_ptr<Report>> &reports, const std::stop_token &stop)
{
    return TableCheck(book, options, std::move(table.layout), std::move(table.reader), reports, stop).run();
}

} // namespace zsb
