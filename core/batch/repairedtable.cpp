#include "core/batch/repairedtable.h"

#include "core/batch/inputmessages.h"
#include "core/batch/reasoncolumn.h"
#include "core/batch/repair.h"
#include "core/batch/rowkind.h"
#include "core/batch/rowmarks.h"
#include "core/batch/tablelayout.h"
#include "core/exchange/csvwriter.h"
#include "core/exchange/writefailure.h"
#include "core/exchange/xlsxwriter.h"
#include "core/rules/namecharacters.h"

#include <QSaveFile>

#include <algorithm>
#include <vector>

namespace zsb {
namespace {

using Cells = std::vector<std::string_view>;

/// One of the two formats, told by the ending.
class TableOutput
{
public:
    virtual ~TableOutput() = default;
    [[nodiscard]] virtual Done write(const Cells &cells) = 0;
    [[nodiscard]] virtual Done finish() = 0;
};

class CsvOutput final : public TableOutput
{
public:
    explicit CsvOutput(const std::string &path)
        : m_file(QString::fromStdString(path)),
          m_writer(m_file, {.lineEnd = LineEnd::CrLf, .byteOrderMark = true, .guardFormulas = true})
    {
    }
    [[nodiscard]] Done open()
    {
        return m_file.open(QIODevice::WriteOnly) ? done() : Done(writeFailure("repaired table", m_file));
    }
    [[nodiscard]] Done write(const Cells &cells) override { return told(m_writer.write(cells)); }
    [[nodiscard]] Done finish() override
    {
        if (Done finished = m_writer.finish(); !finished)
            return told(finished);
        return m_file.commit() ? done() : Done(writeFailure("repaired table", m_file));
    }

private:
    /// With what the device says.
    [[nodiscard]] Done told(const Done &written)
    {
        return written ? done() : Done(writeFailure("repaired table", m_file));
    }

    QSaveFile m_file;
    CsvWriter m_writer;
};

class XlsxOutput final : public TableOutput
{
public:
    explicit XlsxOutput(std::unique_ptr<XlsxWriter> writer) : m_writer(std::move(writer)) {}
    [[nodiscard]] Done write(const Cells &cells) override { return m_writer->writeText(cells); }
    [[nodiscard]] Done finish() override { return m_writer->finish(); }

private:
    std::unique_ptr<XlsxWriter> m_writer;
};

Result<std::unique_ptr<TableOutput>> openOutput(const std::string &path)
{
    if (path.ends_with(".csv")) {
        auto output = std::make_unique<CsvOutput>(path);
        if (Done open = output->open(); !open)
            return open.error();
        return std::unique_ptr<TableOutput>(std::move(output));
    }
    if (!path.ends_with(".xlsx"))
        return Error{ErrorCode::Invalid, "repaired table: a name ends in .csv or .xlsx"};
    auto writer = XlsxWriter::create(path, Instant{}); // the same table gives the same bytes
    if (!writer)
        return writer.error();
    return std::unique_ptr<TableOutput>(std::make_unique<XlsxOutput>(std::move(*writer)));
}

class RepairedTable
{
public:
    RepairedTable(const Pack &pack, TableLayout layout, bool datesFrom1904, TableOutput &output)
        : m_layout(std::move(layout)), m_repairer(pack, datesFrom1904), m_output(output)
    {
    }

    [[nodiscard]] Done take(const Row &row)
    {
        if (Done filled = writeBlankRowsBefore(row.number); !filled)
            return filled;
        m_counts.rows = row.number;
        m_cells.clear();
        for (const Cell &cell : row.cells)
            m_cells.push_back(cell.text);
        m_repaired.clear();
        m_originals.clear();
        if (row.number == m_layout.headerRow)
            takeHeader();
        else if (row.number > m_layout.headerRow)
            repairCells(row);
        return m_output.write(m_cells);
    }
    [[nodiscard]] const RepairedCounts &counts() const { return m_counts; }

private:
    Done writeBlankRowsBefore(std::int64_t number)
    {
        for (std::int64_t blank = m_counts.rows + 1; blank < number; ++blank)
            if (Done written = m_output.write({}); !written)
                return written;
        return done();
    }

    void takeHeader()
    {
        m_cells.assign(m_layout.header.begin(), m_layout.header.end());
        m_cells.push_back(originalsHeader);
    }

    void repairCells(const Row &row)
    {
        const RowKind kind = rowKind(m_layout, [this](std::size_t column) {
            return column < m_cells.size() ? m_cells[column] : std::string_view();
        });
        m_repaired.reserve(m_layout.columns.fields.size());
        for (std::size_t column = 0; kind == RowKind::Candidate && column < m_layout.columns.fields.size(); ++column)
            if (m_layout.columns.fields[column] && column < m_cells.size())
                repairCell(*m_layout.columns.fields[column], column);
        const std::size_t width = m_layout.header.size();
        if (m_cells.size() < width)
            m_cells.resize(width);
        m_originals += marks(row);
        m_cells.insert(m_cells.begin() + std::ptrdiff_t(width), m_originals);
    }

    /// Of cells that lost their content, which their text no longer shows.
    std::string marks(const Row &row) const
    {
        std::vector<RowProblem> problems = markedProblems(m_layout, row);
        problems.insert(problems.end(), row.problems.begin(), row.problems.end());
        std::vector<Finding> findings;
        for (const RowProblem &problem : problems)
            findings.push_back(findingOf(problem, m_layout.header, m_layout.columns));
        return marksOf(findings, m_layout.header, m_cells);
    }

    void repairCell(Field field, std::size_t column)
    {
        const std::string_view original = m_cells[column];
        const std::optional<CellRepair> repair = m_repairer.repair(field, original);
        std::string value(repair && repair->applied ? std::string_view(repair->value) : original);
        if (field == Field::Name && !value.empty())
            value = repairedName(value);
        if (value == original)
            return;
        ++m_counts.cells;
        m_originals += (m_originals.empty() ? "" : "; ") + m_layout.header[column] + "=" + std::string(original);
        m_cells[column] = m_repaired.emplace_back(std::move(value));
    }

    TableLayout m_layout;
    CellRepairer m_repairer;
    TableOutput &m_output;
    RepairedCounts m_counts;
    Cells m_cells;
    std::vector<std::string> m_repaired; ///< never grows beyond what is reserved: m_cells looks into it
    std::string m_originals;
};

} // namespace

Result<RepairedCounts> writeRepairedTable(const std::string &input, const ReadOptions &reading, const Pack &pack,
                                          const std::string &output)
{
    Result<TableLayout> layout = findTableLayout(input, reading, pack);
    if (!layout)
        return layout.error();
    const Result<std::unique_ptr<TableReader>> reader = openTable(input, readingAgain(*layout, reading));
    if (!reader)
        return reader.error();
    const Result<std::unique_ptr<TableOutput>> target = openOutput(output);
    if (!target)
        return target.error();
    RepairedTable table(pack, std::move(*layout), (*reader)->info().datesFrom1904, **target);
    for (Row row;;) {
        const Result<bool> more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (Done taken = table.take(row); !taken)
            return taken.error();
    }
    if (Done finished = (*target)->finish(); !finished)
        return finished.error();
    return table.counts();
}

} // namespace zsb
