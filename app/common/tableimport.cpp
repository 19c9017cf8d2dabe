#include "app/common/tableimport.h"

#include "core/batch/filelook.h"
#include "core/batch/inputmessages.h"
#include "core/batch/layoutfindings.h"
#include "core/batch/personalmask.h"
#include "core/batch/rowkind.h"
#include "core/batch/rowmarks.h"
#include "core/batch/rowrecord.h"
#include "core/batch/tablelayout.h"
#include "core/exchange/tablefault.h"
#include "core/rules/evidence.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace zsb {
namespace {

constexpr std::size_t rowsPerChunk = 256;
constexpr std::size_t rowsPerLook = 8; ///< a row may name many pictures

/// The next rows below the header; none at the end.
Result<RowChunk> nextChunk(TableReader &reader, const TableLayout &layout, std::size_t most, TableRows &counted)
{
    RowChunk chunk;
    Row row;
    while (chunk.rows.size() < most) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return asTableError(more.error());
        if (!*more)
            break;
        counted.rows = row.number;
        if (row.number <= layout.headerRow) {
            ++counted.skipped[row.number == layout.headerRow ? "header" : "above_header"];
            continue;
        }
        chunk.append(row);
        std::ranges::move(markedProblems(layout, row), std::back_inserter(chunk.rows.back().problems));
    }
    return chunk;
}

const char *reasonOf(RowKind kind)
{
    return kind == RowKind::RepeatedHeader ? "repeated_header" : kind == RowKind::Totals ? "totals_row" : "footer_row";
}

/// The pictures a row names and that are not there.
std::vector<std::string_view> missingFiles(const Record &record)
{
    const auto isMissing = [](const ImageFacts *facts) { return facts && facts->problem == ImageProblem::Missing; };
    std::vector<std::string_view> names;
    if (isMissing(record.portrait))
        names.push_back(record.text(Field::Portrait));
    for (const MaterialView &material : record.materials)
        if (isMissing(material.facts))
            names.push_back(material.fileName);
    return names;
}

/// Tells of rows, without the persons in them.
class RowTeller
{
public:
    RowTeller(const TableImport &table, const Pack &pack, const TableLayout &layout)
        : m_table(table), m_mask(pack, layout.columns, table.showsPersonal), m_columns(layout.header.size())
    {
    }

    void tell(std::int64_t row, Finding finding) const
    {
        if (!m_table.cellReport)
            return;
        finding.messageZh = m_mask.note(finding, finding.messageZh);
        finding.messageEn = m_mask.note(finding, finding.messageEn);
        m_table.cellReport(row, finding);
    }
    void tellMissing(const RowChunk &chunk, const RowChunk::ChunkRow &row, const Record &record)
    {
        if (!m_table.missingFile)
            return;
        for (const std::string_view name : missingFiles(record))
            m_table.missingFile(row.number, shown(chunk, row, name));
    }
    void tellImported(const RowChunk &chunk, const RowChunk::ChunkRow &row, ImportedRow imported)
    {
        if (!m_table.report)
            return;
        if (!imported.file.empty())
            imported.file = shown(chunk, row, imported.file);
        m_table.report(row.number, imported);
    }

private:
    /// A file's name without the person the row is about.
    std::string shown(const RowChunk &chunk, const RowChunk::ChunkRow &row, std::string_view name)
    {
        std::vector<std::string_view> cells;
        for (std::size_t column = 0; column < m_columns; ++column)
            cells.push_back(chunk.cell(row, column));
        m_mask.setRow(cells);
        Finding finding;
        finding.evidence = {{"file", shownFile(name)}};
        std::string masked = m_mask.message(finding, shownFile(name));
        m_mask.setRow({});
        return masked;
    }

    const TableImport &m_table;
    PersonalMask m_mask;
    std::size_t m_columns;
};

Done addChunk(SeasonImport &season, RowRecord &rows, const RowChunk &chunk, const TableLayout &layout,
              RowTeller &teller, TableRows &counted)
{
    for (const RowChunk::ChunkRow &row : chunk.rows) {
        const auto tell = [&](const Finding &finding) { teller.tell(row.number, finding); };
        for (const RowProblem &problem : row.problems)
            tell(findingOf(problem, layout.header, layout.columns));
        const auto cellAt = [&](std::size_t column) { return chunk.cell(row, column); };
        const RowKind kind = rowKind(layout, cellAt);
        if (kind != RowKind::Candidate) {
            tell(findingOf(problemOf(kind, row.number), {}, {}));
            ++counted.skipped[reasonOf(kind)];
            continue;
        }
        ++counted.candidates;
        const Record &record = rows.fill(chunk, row);
        for (const RowProblem &problem : rows.differences())
            tell(findingOf(problem, layout.header, layout.columns));
        for (const CellRepair &repair : rows.repairs())
            tell(findingOf(repair, layout.header[repair.column]));
        const Result<ImportedRow> imported =
            losesContent(row.problems, layout.columns) ? season.reject(RowTrouble::Damaged) : season.add(record);
        if (!imported)
            return within("row " + std::to_string(row.number), imported.error());
        teller.tellImported(chunk, row, *imported);
        teller.tellMissing(chunk, row, record);
    }
    return done();
}

/// Every chunk of the table, from its first row on.
template<typename Each>
Done eachChunk(TableReader &reader, const TableLayout &layout, const std::stop_token &stop, TableRows &counted,
               Each &&each)
{
    if (const Done rewound = reader.rewind(); !rewound)
        return asTableError(rewound.error());
    while (true) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "import stopped"};
        const Result<RowChunk> chunk = nextChunk(reader, layout, rowsPerChunk, counted);
        if (!chunk)
            return chunk.error();
        if (chunk->rows.empty())
            return done();
        if (Done taken = each(*chunk); !taken)
            return taken;
    }
}

/// Looks at every picture and copies it, so that nobody waits for that once rows are written.
Done prepareFiles(TableReader &reader, const TableLayout &layout, const FileLook &look, const SeasonImport &season,
                  const std::stop_token &stop)
{
    if (const Done rewound = reader.rewind(); !rewound)
        return asTableError(rewound.error());
    TableRows rows; // counted in the pass that takes them
    return lookAtFiles(
        look,
        [&]() -> Result<std::optional<RowChunk>> {
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, "import stopped"};
            Result<RowChunk> chunk = nextChunk(reader, layout, rowsPerLook, rows);
            if (!chunk)
                return chunk.error();
            return chunk->rows.empty() ? std::nullopt : std::optional(*std::move(chunk));
        },
        [&](const Record &record) {
            season.prepare(record);
            return done();
        });
}

/// Looks at nothing once it is stopped: what was begun is dropped then, and nobody should wait for it.
ImageInspector until(const std::stop_token &stop, const ImageInspector &inspector)
{
    if (!inspector)
        return {};
    return
        [&inspector, stop](const std::string &path) { return stop.stop_requested() ? ImageFacts() : inspector(path); };
}

/// Tells of the rows that were read, once all are.
Done tellRows(const TableReader &reader, const TableImport &table, TableRows &counted)
{
    counted.skipped["blank"] = reader.info().blankRows;
    if (!counted.addsUp())
        return Error{ErrorCode::Internal, "the rows counted are not the rows read"};
    if (table.rowsReport)
        table.rowsReport(counted);
    return done();
}

} // namespace

bool TableRows::addsUp() const
{
    return rows == std::accumulate(skipped.begin(), skipped.end(), candidates,
                                   [](std::int64_t total, const auto &entry) { return total + entry.second; });
}

void lookWith(PictureFacts &pictures, TableImport &table)
{
    table.inspector = [&pictures](const std::string &path) { return pictures.page(path); };
    table.portraits = [&pictures](const std::string &path) { return pictures.portrait(path); };
}

Result<ImportCounts> importTable(SeasonImport &season, const RuleBook &book, const TableImport &table,
                                 const std::stop_token &stop)
{
    const Result<TableLayout> layout = findTableLayout(table.input, table.reading, book.pack());
    if (!layout)
        return asTableError(layout.error());
    const auto reader = openTable(table.input, readingAgain(*layout, table.reading));
    if (!reader)
        return asTableError(reader.error());
    FileFacts files(table.filesFolder, until(stop, table.inspector), until(stop, table.portraits));
    const bool datesFrom1904 = (*reader)->info().datesFrom1904;
    RowRecord rows(book.pack(), layout->columns, files, datesFrom1904);
    RowTeller teller(table, book.pack(), *layout);
    for (const LayoutFinding &of : layoutFindings(*layout))
        teller.tell(of.row, of.finding);
    if (const auto missing = missingColumns(*layout, book.pack()))
        teller.tell(layout->headerRow, *missing);
    Done taken = done();
    if (files.looks()) {
        const FileLook look{book.pack(), layout->columns, files, datesFrom1904, table.jobs};
        taken = prepareFiles(**reader, *layout, look, season, stop);
    }
    TableRows counted;
    if (taken) {
        taken = eachChunk(**reader, *layout, stop, counted, [&](const RowChunk &chunk) {
            return addChunk(season, rows, chunk, *layout, teller, counted);
        });
    }
    if (taken)
        taken = tellRows(**reader, table, counted);
    return taken ? season.finish() : Result<ImportCounts>(taken.error());
}

} // namespace zsb
