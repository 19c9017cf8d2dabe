#include "core/batch/batch.h"

#include "core/base/hash.h"
#include "core/base/lender.h"
#include "core/batch/inputmessages.h"
#include "core/batch/layoutfindings.h"
#include "core/batch/orderedpool.h"
#include "core/batch/repair.h"
#include "core/batch/rowkind.h"
#include "core/batch/rowmarks.h"
#include "core/batch/rowrecord.h"
#include "core/batch/sharedsearch.h"
#include "core/batch/tablelayout.h"
#include "core/batch/tablepieces.h"
#include "core/rules/rulerun.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <utility>

namespace zsb {
namespace {

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

/// Merged cells in the order of their first row.
struct MergedCells
{
    CellRange range;
    std::int64_t reach = 0; ///< the last row of this and all before it
};

/// What one thread keeps from row to row.
struct Worker
{
    RowRecord rows;
    RuleRun run;
};

ReportNeeds needsOf(const std::vector<std::unique_ptr<Report>> &reports)
{
    ReportNeeds all;
    for (const std::unique_ptr<Report> &report : reports) {
        const ReportNeeds needs = report->needs();
        all.cells = all.cells || needs.cells;
        std::ranges::copy(needs.tallies, std::back_inserter(all.tallies));
    }
    std::ranges::sort(all.tallies);
    const auto repeated = std::ranges::unique(all.tallies);
    all.tallies.erase(repeated.begin(), repeated.end());
    return all;
}

/// The same for every name of a folder. Reports are passed on, and its path may name a person.
std::string folderPrint(const std::string &folder)
{
    constexpr std::size_t letters = 16;
    std::error_code failed;
    const std::filesystem::path place = std::filesystem::weakly_canonical(folder.empty() ? "." : folder, failed);
    return sha256Hex(failed ? folder : place.string()).substr(0, letters);
}

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
          m_workers([this] {
              return std::unique_ptr<Worker>(
                  new Worker{.rows = {m_book.pack(), m_layout.columns, m_files, m_pieces.info().datesFrom1904},
                             .run = {m_book, m_options.asOf}});
          })
    {
        if (options.resume) {
            m_totals = options.resume->totals;
            m_resumeRow = options.resume->lastRow;
        }
    }

    Result<BatchTotals> run();

private:
    std::optional<TablePiece> nextPiece();
    CheckedPiece checkPiece(const TablePiece &piece);
    Done findShared();
    Done beginReports();
    Done checkAll();
    void checkRow(const Row &row, Worker &worker, CheckedPiece &piece) const;
    std::vector<Finding> inputFindings(const Row &row) const;
    void sortMerged();
    void keep(const Row &row, CheckedRow checked, CheckedPiece &piece) const;
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
    Lender<Worker> m_workers;
    SharedIndex m_shared;
    LookIndex m_looks;
    std::vector<MergedCells> m_merged;
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
    sortMerged();
    return found;
}

/// How the row is written, and what its place in the sheet does to it.
std::vector<Finding> TableCheck::inputFindings(const Row &row) const
{
    std::vector<Finding> findings;
    const auto add = [&](const RowProblem &problem) {
        findings.push_back(findingOf(problem, m_layout.header, m_layout.columns));
    };
    for (const RowProblem &problem : row.problems)
        add(problem);
    for (const RowProblem &problem : markedProblems(m_layout, row))
        add(problem);
    auto at = std::ranges::partition_point(m_merged, [&row](const MergedCells &m) { return m.reach < row.number; });
    for (; at != m_merged.end() && at->range.firstRow <= row.number; ++at)
        if (row.number <= at->range.lastRow)
            add({row.number, at->range.firstColumn, ProblemCode::MergedCells, rangeName(at->range)});
    return findings;
}

void TableCheck::sortMerged()
{
    m_merged.clear();
    for (const CellRange &range : m_pieces.info().mergedRanges)
        m_merged.push_back({range, 0});
    std::ranges::stable_sort(m_merged, {}, [](const MergedCells &merged) { return merged.range.firstRow; });
    std::int64_t reach = 0;
    for (MergedCells &merged : m_merged)
        reach = merged.reach = std::max(reach, merged.range.lastRow);
}

/// A row with findings, with what the reports need of it.
void TableCheck::keep(const Row &row, CheckedRow checked, CheckedPiece &piece) const
{
    if (m_needs.cells)
        for (const Cell &cell : row.cells)
            checked.cells.emplace_back(cell.text);
    piece.rows.push_back(std::move(checked));
}

void TableCheck::checkRow(const Row &row, Worker &worker, CheckedPiece &piece) const
{
    piece.lastRow = row.number;
    const RowKind kind = rowKind(m_layout, row);
    ++(kind == RowKind::Candidate        ? piece.checked
       : kind == RowKind::RepeatedHeader ? piece.repeatedHeaders
       : kind == RowKind::Totals         ? piece.totalsRows
                                         : piece.footerRows);
    if (row.number <= m_resumeRow)
        return;
    std::vector<Finding> findings = inputFindings(row);
    if (kind != RowKind::Candidate) {
        findings.push_back(findingOf(problemOf(kind, row.number), {}, {}));
        keep(row, {row.number, {}, std::move(findings), false, {}}, piece);
        return;
    }
    Record &record = worker.rows.record;
    worker.rows.fill(row);
    m_shared.apply(row.number, record);
    m_looks.apply(row.number, record);
    for (const CellRepair &repair : worker.rows.repairs())
        findings.push_back(findingOf(repair, m_layout.header[repair.column]));
    worker.run.check(record, findings);
    for (const Field field : m_needs.tallies)
        piece.tallies[field].add(record.text(field), findings);
    if (!findings.empty())
        keep(row, {row.number, std::string(record.text(Field::ApplicationNo)), std::move(findings), true, {}}, piece);
}

CheckedPiece TableCheck::checkPiece(const TablePiece &piece)
{
    CheckedPiece checked;
    std::unique_ptr<Worker> worker = m_workers.lend();
    checked.end = m_pieces.read(piece, [&](const Row &row) { checkRow(row, *worker, checked); });
    checked.piece = {piece.index, {}, piece.from, piece.to};
    m_workers.giveBack(std::move(worker));
    return checked;
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
                                               [this](const TablePiece &piece) { return checkPiece(piece); });
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
    const Result<std::string> digest = m_digest.get();
    if (!digest)
        return digest.error();
    BatchSummary summary;
    summary.pack = &m_book.pack();
    summary.packId = m_book.pack().id;
    summary.packHash = m_book.pack().hash;
    summary.inputName = std::filesystem::path(m_options.input).filename().string();
    summary.inputSha256 = *digest;
    summary.asOf = formatInstant(m_options.asOf, m_book.pack().timeOffset);
    summary.sheet = m_options.reading.sheet;
    summary.encoding = m_options.reading.encoding;
    summary.looksAtFiles = bool(m_options.inspector);
    summary.filesPrint = summary.looksAtFiles ? folderPrint(m_options.filesFolder) : std::string();
    summary.header = m_layout.header;
    summary.columns = m_layout.columns;
    summary.headerRow = m_layout.headerRow;
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
