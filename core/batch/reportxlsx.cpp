#include "core/batch/reportxlsx.h"

#include "core/base/calendar.h"
#include "core/batch/findingtext.h"
#include "core/batch/inputmessages.h"
#include "core/batch/reasoncolumn.h"
#include "core/batch/rowmarks.h"
#include "core/batch/totalstext.h"
#include "core/exchange/writefailure.h"
#include "core/exchange/xlsxwriter.h"
#include "core/policy/pack.h"

#include <QFile>

#include <algorithm>

namespace zsb {
namespace {

constexpr double dataWidth = 16;
constexpr double reasonWidth = 70;

/// XML holds neither U+FFFE nor U+FFFF.
std::string withoutNoncharacters(std::string_view text)
{
    std::string clean;
    while (!text.empty()) {
        const char32_t c = takeCodePoint(text);
        appendUtf8(clean, c == 0xFFFE || c == 0xFFFF ? U'\uFFFD' : c);
    }
    return clean;
}

/// What of a text a cell can hold, however its characters are counted and escaped, with room for so many more behind
/// it.
std::string fitted(std::string_view text, bool &wasCut, std::size_t kept = 0)
{
    if (text.find("\xEF\xBF\xBE") != std::string_view::npos || text.find("\xEF\xBF\xBF") != std::string_view::npos)
        return fitted(withoutNoncharacters(text), wasCut, kept);
    constexpr std::size_t dearest = 7; // _x0000_
    const std::size_t room = XlsxWriter::maxCellLength - 8 - kept;
    if (text.size() <= room / dearest)
        return std::string(text);
    std::size_t length = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view before = rest;
        const char32_t c = takeCodePoint(rest);
        length += c == 0 || before.starts_with("_x") ? dearest : c > 0xFFFF ? 2 : 1;
        if (length > room) {
            wasCut = true;
            return std::string(text.substr(0, text.size() - before.size())) + "…";
        }
    }
    return std::string(text);
}

/// Sheets of one kind of row: a full one goes on on another.
struct SheetRun
{
    std::string name;
    std::size_t sheet = 0;
    int parts = 1;
};

class XlsxReport : public Report
{
public:
    XlsxReport(std::string path, const ReportOptions &options) : m_path(std::move(path)), m_options(options) {}

    Done begin(const BatchSummary &summary) override;
    ReportNeeds needs() const override { return {.cells = true, .tallies = {}}; }
    Done addRow(const ReportRow &row) override;
    Done add(const ReportLine &line) override;
    Done end(const BatchTotals &totals) override;

private:
    XlsxStyle rowStyle(const std::string &name) const;
    Done openSheets();
    Done writeHeader(std::size_t sheet);
    Done writeRow(SheetRun &run, const ReportRow &row);
    std::string fittedCell(const ReportRow &row, std::size_t column, std::vector<Finding> &lost) const;
    std::string reasons(const ReportRow &row, bool cellsAreCut) const;
    Done writeTotals(const BatchTotals &totals);

    std::string m_path;
    ReportOptions m_options;
    BatchSummary m_summary;
    std::optional<FindingText> m_text;
    std::optional<std::size_t> m_oldReasons; ///< the table's own column of ours, which is replaced
    std::size_t m_columns = 0;               ///< of the table
    std::unique_ptr<XlsxWriter> m_book;
    SheetRun m_errors;
    SheetRun m_others;
    std::size_t m_rowFindings = 0;     ///< add()s to come of the row that is written already
    std::vector<TableFinding> m_table; ///< findings of the table as a whole
};

XlsxStyle XlsxReport::rowStyle(const std::string &name) const
{
    XlsxStyle style{.sheet = name, .columnWidths = std::vector<double>(m_columns, dataWidth), .filterHeader = true};
    style.columnWidths.push_back(reasonWidth);
    style.textColumns = style.columnWidths.size();
    style.wrapLastColumn = true;
    return style;
}

Done XlsxReport::begin(const BatchSummary &summary)
{
    m_summary = summary;
    m_text.emplace(*summary.pack, m_options.language);
    m_oldReasons = reasonColumn(m_summary.header);
    if (m_oldReasons)
        m_summary.header.resize(*m_oldReasons);
    m_columns = m_summary.header.size();
    const ReportSheets &sheets = reportSheets[std::size_t(m_options.language)];
    m_errors.name = sheets.errors;
    m_others.name = sheets.others;
    return openSheets();
}

Done XlsxReport::openSheets()
{
    const Instant created = parseInstant(m_summary.asOf).value_or(Instant{});
    Result<std::unique_ptr<XlsxWriter>> book = XlsxWriter::create(m_path, created, rowStyle(m_errors.name));
    if (!book)
        return book.error();
    m_book = std::move(*book);
    const Result<std::size_t> others = m_book->addSheet(rowStyle(m_others.name));
    if (!others)
        return others.error();
    m_others.sheet = *others;
    for (const std::size_t sheet : {m_errors.sheet, m_others.sheet})
        if (Done written = writeHeader(sheet); !written)
            return written;
    return done();
}

Done XlsxReport::writeHeader(std::size_t sheet)
{
    std::vector<std::string> cells;
    bool wasCut = false;
    for (const std::string &text : m_summary.header)
        cells.push_back(fitted(text, wasCut));
    cells.emplace_back(m_text->say(reasonHeaderZh, reasonHeaderEn));
    return m_book->writeText(std::vector<std::string_view>(cells.begin(), cells.end()), sheet);
}

std::string XlsxReport::reasons(const ReportRow &row, bool cellsAreCut) const
{
    const auto say = [this](std::string_view zh, std::string_view en) { return std::string(m_text->say(zh, en)); };
    std::string all = say("原表第 ", "Row ") + std::to_string(row.row) + say(" 行", " of the table");
    int number = 0;
    for (const Finding &finding : row.findings) {
        all +=
            '\n' + std::to_string(++number) + ". " + std::string(m_text->severity(finding.severity)) + say("：", ": ");
        all += m_text->message(finding);
        if (const std::string advice = m_text->advice(finding); !advice.empty())
            all += say("。", ". ") + advice;
        all += finding.clause.empty() ? "" : say("（依据 ", " (clause ") + finding.clause + say("）", ")");
    }
    if (cellsAreCut)
        all +=
            '\n' + say("有单元格过长，本表只保留了前面的部分", "Some cells are too long; only their beginning is kept");
    return all;
}

/// A cell of the table; one that is cut is among what the row has `lost`.
std::string XlsxReport::fittedCell(const ReportRow &row, std::size_t column, std::vector<Finding> &lost) const
{
    bool wasCut = false;
    std::string text = fitted(row.cells[column], wasCut);
    if (wasCut) {
        const std::string sizes = std::to_string(text.size()) + '/' + std::to_string(row.cells[column].size());
        lost.push_back(findingOf({row.row, int(column) + 1, ProblemCode::CellTooLong, sizes}, m_summary.header,
                                 m_summary.columns));
    }
    return text;
}

Done XlsxReport::writeRow(SheetRun &run, const ReportRow &row)
{
    if (m_book->rows(run.sheet) >= std::min(m_options.rowsPerSheet, XlsxWriter::maxRows)) {
        const Result<std::size_t> next = m_book->addSheet(rowStyle(run.name + ' ' + std::to_string(++run.parts)));
        if (!next)
            return next.error();
        run.sheet = *next;
        if (Done header = writeHeader(run.sheet); !header)
            return header;
    }
    bool wasCut = false;
    std::vector<std::string> cells(m_columns);
    std::vector<std::string> beyond; // stay beyond the header
    std::vector<Finding> lost(row.findings.begin(), row.findings.end());
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (column < m_columns)
            cells[column] = fittedCell(row, column, lost);
        else if (column != m_oldReasons)
            beyond.push_back(fitted(row.cells[column], wasCut));
    }
    wasCut = wasCut || lost.size() > row.findings.size();
    bool reasonsAreCut = false;
    const std::string marks =
        marksOf(lost, m_summary.header, std::vector<std::string_view>(cells.begin(), cells.end()));
    cells.push_back(fitted(reasons(row, wasCut), reasonsAreCut, marks.size() + 1));
    cells.back() += marks.empty() ? "" : '\n' + marks;
    cells.insert(cells.end(), beyond.begin(), beyond.end());
    return m_book->writeText(std::vector<std::string_view>(cells.begin(), cells.end()), run.sheet);
}

Done XlsxReport::addRow(const ReportRow &row)
{
    m_rowFindings = row.findings.size();
    const bool hasErrors = std::ranges::find(row.findings, Severity::Error, &Finding::severity) != row.findings.end();
    return writeRow(hasErrors ? m_errors : m_others, row);
}

Done XlsxReport::add(const ReportLine &line)
{
    if (m_rowFindings > 0)
        --m_rowFindings;
    else
        m_table.push_back({line.row, line.finding});
    return done();
}

Done XlsxReport::writeTotals(const BatchTotals &totals)
{
    const std::string name(reportSheets[std::size_t(m_options.language)].totals);
    const auto sheet = m_book->addSheet({.sheet = name, .columnWidths = {40, 60, 14, 60, 12}});
    if (!sheet)
        return sheet.error();
    for (const TotalsLine &line : totalsLines(m_summary, totals, m_table, *m_text)) {
        std::vector<XlsxCell> cells;
        std::vector<std::string> texts;
        bool wasCut = false;
        for (const TotalsCell &cell : line)
            texts.push_back(fitted(cell.text, wasCut));
        for (std::size_t i = 0; i < line.size(); ++i)
            cells.push_back({texts[i], line[i].isNumber});
        if (Done written = m_book->write(cells, *sheet); !written)
            return written;
    }
    return done();
}

Done XlsxReport::end(const BatchTotals &totals)
{
    if (Done written = writeTotals(totals); !written)
        return written;
    return m_book->finish();
}

} // namespace

Result<std::unique_ptr<Report>> openXlsxReport(const std::string &path, const ReportOptions &options)
{
    QFile partial(QString::fromStdString(path + ".part"));
    if (!partial.open(QIODevice::WriteOnly))
        return writeFailure("report", partial);
    partial.remove(); // it can be written; begin() does, when there is something to check
    return std::unique_ptr<Report>(std::make_unique<XlsxReport>(path, options));
}

} // namespace zsb
