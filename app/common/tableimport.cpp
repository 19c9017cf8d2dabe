#include "app/common/tableimport.h"

#include "core/batch/inputmessages.h"
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
        for (const RowProblem &problem : row.problems) {
            if (table.cellReport)
                table.cellReport(row.number, findingOf(problem, layout.header, layout.columns));
        }
        const Result<ImportedRow> imported =
            losesContent(row.problems) ? season.reject(RowTrouble::Damaged) : season.add(rows.fill(chunk, row));
        if (!imported)
            return within("row " + std::to_string(row.number), imported.error());
        if (table.report)
            table.report(row.number, *imported);
    }
    return done();
}

} // namespace

Result<ImportCounts> importTable(Store &store, const RuleBook &book, const TableImport &table,
                                 const SeasonImportOptions &options, const std::stop_token &stop)
{
    const Result<TableLayout> layout = findTableLayout(table.input, table.reading, book.pack());
    if (!layout)
        return layout.error();
    ReadOptions reading = table.reading;
    reading.headerRow = layout->headerRow;
    const Result<std::unique_ptr<TableReader>> reader = openTable(table.input, reading);
    if (!reader)
        return reader.error();
    const Result<std::unique_ptr<SeasonImport>> season = SeasonImport::begin(store, book, options);
    if (!season)
        return season.error();
    FileFacts files(options.filesFolder, table.inspector);
    RowRecord rows(book.pack(), layout->columns, files);
    while (true) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "import stopped"};
        const Result<RowChunk> chunk = nextChunk(**reader, layout->headerRow);
        if (!chunk)
            return chunk.error();
        if (chunk->rows.empty())
            return (*season)->finish();
        if (Done added = addChunk(**season, rows, *chunk, *layout, table); !added)
            return added.error();
    }
}

} // namespace zsb
