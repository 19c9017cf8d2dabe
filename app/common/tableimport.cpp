#include "app/common/tableimport.h"

#include "core/batch/inputmessages.h"
#include "core/batch/layoutfindings.h"
#include "core/batch/rowrecord.h"
#include "core/batch/tablelayout.h"

namespace zsb {
namespace {

constexpr std::size_t rowsPerChunk = 256;

/// The next rows below the header; none at the end.
Result<RowChunk> nextChunk(TableReader &reader, std::int64_t headerRow)
{
    RowChunk chunk;
    Row row;
    while (chunk.rows.size() < rowsPerChunk) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (row.number > headerRow)
            chunk.append(row);
    }
    return chunk;
}

Done addChunk(SeasonImport &season, RowRecord &rows, const RowChunk &chunk, const TableLayout &layout,
              const TableImport &table)
{
    for (const RowChunk::ChunkRow &row : chunk.rows) {
        const auto tell = [&](const Finding &finding) {
            if (table.cellReport)
                table.cellReport(row.number, finding);
        };
        for (const RowProblem &problem : row.problems)
            tell(findingOf(problem, layout.header, layout.columns));
        if (repeatsHeader(layout, [&](std::size_t column) { return chunk.cell(row, column); })) {
            tell(findingOf({row.number, 0, ProblemCode::RepeatedHeader, {}}, {}, {}));
            continue;
        }
        const Record &record = rows.fill(chunk, row);
        for (const CellRepair &repair : rows.repairs())
            tell(findingOf(repair, layout.header[repair.column]));
        const Result<ImportedRow> imported =
            losesContent(row.problems, layout.columns) ? season.reject(RowTrouble::Damaged) : season.add(record);
        if (!imported)
            return within("row " + std::to_string(row.number), imported.error());
        if (table.report)
            table.report(row.number, *imported);
    }
    return done();
}

/// Every chunk of the table, from its first row on.
template<typename Each>
Done eachChunk(TableReader &reader, const TableLayout &layout, const std::stop_token &stop, Each &&each)
{
    if (Done rewound = reader.rewind(); !rewound)
        return rewound;
    while (true) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "import stopped"};
        const Result<RowChunk> chunk = nextChunk(reader, layout.headerRow);
        if (!chunk)
            return chunk.error();
        if (chunk->rows.empty())
            return done();
        if (Done taken = each(*chunk); !taken)
            return taken;
    }
}

} // namespace

Result<ImportCounts> importTable(SeasonImport &season, const RuleBook &book, const TableImport &table,
                                 const std::stop_token &stop)
{
    const Result<TableLayout> layout = findTableLayout(table.input, table.reading, book.pack());
    if (!layout)
        return layout.error();
    ReadOptions reading = table.reading;
    reading.headerRow = layout->headerRow;
    reading.sheet = layout->sheet;
    const Result<std::unique_ptr<TableReader>> reader = openTable(table.input, reading);
    if (!reader)
        return reader.error();
    FileFacts files(table.filesFolder, table.inspector);
    RowRecord rows(book.pack(), layout->columns, files, (*reader)->info().datesFrom1904);
    if (table.cellReport) {
        for (const LayoutFinding &of : layoutFindings(*layout))
            table.cellReport(of.row, of.finding);
        if (const auto missing = missingColumns(layout->columns, book.pack()))
            table.cellReport(layout->headerRow, *missing);
    }
    Done taken = done();
    if (files.looks()) {
        taken = eachChunk(**reader, *layout, stop, [&](const RowChunk &chunk) {
            for (const RowChunk::ChunkRow &row : chunk.rows)
                season.prepare(rows.fill(chunk, row));
            return done();
        });
    }
    if (taken) {
        taken = eachChunk(**reader, *layout, stop,
                          [&](const RowChunk &chunk) { return addChunk(season, rows, chunk, *layout, table); });
    }
    return taken ? season.finish() : Result<ImportCounts>(taken.error());
}

} // namespace zsb
