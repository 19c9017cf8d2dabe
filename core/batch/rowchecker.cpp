#include "core/batch/rowchecker.h"

#include "core/batch/inputmessages.h"
#include "core/batch/repair.h"
#include "core/batch/rowkind.h"

#include <algorithm>
#include <bitset>
#include <span>
#include <utility>

namespace zsb {

RowChecker::RowChecker(const RuleBook &book, Tables tables, const ReportNeeds &needs, const BatchOptions &options)
    : m_book(book),
      m_tables(tables),
      m_needs(needs),
      m_resumeRow(options.resume ? options.resume->lastRow : 0),
      m_input(tables.layout),
      m_workers([this, asOf = options.asOf] {
          return std::unique_ptr<Worker>(new Worker{
              .rows = {m_book.pack(), m_tables.layout.columns, m_tables.files, m_tables.pieces.info().datesFrom1904},
              .run = {m_book, asOf}});
      })
{
}

namespace {

using Fields = std::bitset<fieldCount>;

/// Fields whose cells no longer say what was typed in them.
Fields lostFields(std::span<const Finding> ofInput)
{
    Fields lost;
    for (const Finding &finding : ofInput)
        if (finding.severity == Severity::Error)
            for (const Field field : finding.fields)
                lost.set(std::size_t(field));
    return lost;
}

/// What the rules say of a cell that lost its content follows from that, and would send people to the wrong cause.
void dropConsequences(std::vector<Finding> &findings, std::size_t firstOfRules, const Fields &lost)
{
    const auto isConsequence = [&lost](const Finding &finding) {
        return std::ranges::any_of(finding.fields, [&lost](Field field) { return lost[std::size_t(field)]; });
    };
    findings.erase(std::remove_if(findings.begin() + std::ptrdiff_t(firstOfRules), findings.end(), isConsequence),
                   findings.end());
}

} // namespace

/// A row with findings, with what the reports need of it.
void RowChecker::keep(const Row &row, CheckedRow checked, CheckedPiece &piece) const
{
    if (m_needs.cells)
        for (const Cell &cell : row.cells)
            checked.cells.emplace_back(cell.text);
    piece.rows.push_back(std::move(checked));
}

void RowChecker::checkRow(const Row &row, Worker &worker, CheckedPiece &piece) const
{
    piece.lastRow = row.number;
    const RowKind kind = rowKind(m_tables.layout, row);
    ++(kind == RowKind::Candidate        ? piece.checked
       : kind == RowKind::RepeatedHeader ? piece.repeatedHeaders
       : kind == RowKind::Totals         ? piece.totalsRows
                                         : piece.footerRows);
    if (row.number <= m_resumeRow)
        return;
    std::vector<Finding> findings = m_input.findings(row);
    if (kind != RowKind::Candidate) {
        findings.push_back(findingOf(problemOf(kind, row.number), {}, {}));
        keep(row, {row.number, {}, std::move(findings), false, {}}, piece);
        return;
    }
    const Fields lost = lostFields(findings);
    Record &record = worker.rows.record;
    worker.rows.fill(row);
    m_tables.shared.apply(row.number, record);
    m_tables.looks.apply(row.number, record);
    for (const RowProblem &problem : worker.rows.differences())
        findings.push_back(findingOf(problem, m_tables.layout.header, m_tables.layout.columns));
    for (const CellRepair &repair : worker.rows.repairs())
        findings.push_back(findingOf(repair, m_tables.layout.header[repair.column]));
    const std::size_t ofInput = findings.size();
    worker.run.check(record, findings);
    if (lost.any())
        dropConsequences(findings, ofInput, lost);
    for (const Field field : m_needs.tallies)
        piece.tallies[field].add(record.text(field), findings);
    if (!findings.empty())
        keep(row, {row.number, std::string(record.text(Field::ApplicationNo)), std::move(findings), true, {}}, piece);
}

CheckedPiece RowChecker::check(const TablePiece &piece)
{
    CheckedPiece checked;
    std::unique_ptr<Worker> worker = m_workers.lend();
    checked.end = m_tables.pieces.read(piece, [&](const Row &row) { checkRow(row, *worker, checked); });
    checked.piece = {piece.index, {}, piece.from, piece.to};
    m_workers.giveBack(std::move(worker));
    return checked;
}

} // namespace zsb
