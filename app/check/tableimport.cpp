#include "app/check/tableimport.h"

#include "core/batch/batch.h"
#include "core/batch/rowrecord.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::int64_t headerSearchRows = 20;
constexpr std::size_t rowsPerChunk = 256;

std::size_t mappedColumns(const ColumnMap &columns)
{
    return std::size_t(std::ranges::count_if(columns.fields, [](const auto &field) { return field.has_value(); }));
}

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

Done addChunk(SeasonImport &season, RowRecord &rows, const RowChunk &chunk, const RowReport &report)
{
    for (const RowChunk::ChunkRow &row : chunk.rows) {
        const Result<ImportedRow> imported = season.add(rows.fill(chunk, row));
        if (!imported)
            return within("row " + std::to_string(row.number), imported.error());
        if (report)
            report(row.number, *imported);
    }
    return done();
}

} // namespace

Result<TableLayout> findLayout(const std::string &input, ReadOptions reading, const Pack &pack)
{
    reading.headerRow = 0;
    Result<std::unique_ptr<TableReader>> reader = openTable(input, reading);
    if (!reader)
        return reader.error();
    const std::vector<HeaderSynonym> synonyms = headerSynonyms(pack);
    TableLayout best;
    Row row;
    for (std::int64_t seen = 0; seen < headerSearchRows; ++seen) {
        const Result<bool> more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        std::vector<std::string_view> header;
        for (const Cell &cell : row.cells)
            header.push_back(cell.text);
        ColumnMap columns = mapHeader(header, synonyms);
        if (mappedColumns(columns) > mappedColumns(best.columns))
            best = {row.number, {header.begin(), header.end()}, std::move(columns)};
    }
    if (mappedColumns(best.columns) == 0)
        return Error{ErrorCode::Invalid, "no header row: none of the first rows names a known column"};
    return best;
}

Result<ImportCounts> importTable(Store &store, const RuleBook &book, const TableImport &table,
                                 const SeasonImportOptions &options, const std::stop_token &stop)
{
    const Result<TableLayout> layout = findLayout(table.input, table.reading, book.pack());
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
        if (Done added = addChunk(**season, rows, *chunk, table.report); !added)
            return added.error();
    }
}

} // namespace zsb
