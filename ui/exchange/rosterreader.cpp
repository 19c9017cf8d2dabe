#include "ui/exchange/rosterreader.h"

#include "core/batch/tablelayout.h"

#include <algorithm>

namespace zsb {

namespace {

constexpr int headerSearchRows = 10;

std::size_t mappedColumns(const ColumnMap &columns)
{
    return std::size_t(std::ranges::count_if(columns.fields, [](const auto &field) { return field.has_value(); }));
}

} // namespace

Result<std::unique_ptr<RosterReader>> RosterReader::open(const std::string &file, const Pack &pack)
{
    ReadOptions reading;
    reading.headerRow = 0;
    Result<std::unique_ptr<TableReader>> search = openTable(file, reading);
    if (!search)
        return search.error();
    std::unique_ptr<RosterReader> roster(new RosterReader);
    const std::vector<HeaderSynonym> synonyms = headerSynonyms(pack);
    Row row;
    for (int seen = 0; seen < headerSearchRows; ++seen) {
        const Result<bool> more = (*search)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        std::vector<std::string_view> header;
        for (const Cell &cell : row.cells)
            header.push_back(cell.text);
        ColumnMap columns = mapHeader(header, synonyms);
        if (mappedColumns(columns) <= mappedColumns(roster->m_columns))
            continue;
        roster->m_headerRow = row.number;
        roster->m_header.assign(header.begin(), header.end());
        roster->m_columns = std::move(columns);
    }
    if (roster->m_headerRow == 0)
        return Error{ErrorCode::Invalid, "none of the first rows names a known column"};
    reading.headerRow = roster->m_headerRow;
    Result<std::unique_ptr<TableReader>> reader = openTable(file, reading);
    if (!reader)
        return reader.error();
    roster->m_reader = std::move(*reader);
    return roster;
}

Result<const RowChunk *> RosterReader::next()
{
    Row row;
    do {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return static_cast<const RowChunk *>(nullptr);
    } while (row.number <= m_headerRow);
    m_chunk.clear();
    m_chunk.append(row);
    return static_cast<const RowChunk *>(&m_chunk);
}

} // namespace zsb
