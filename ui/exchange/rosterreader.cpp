#include "ui/exchange/rosterreader.h"

namespace zsb {

Result<std::unique_ptr<RosterReader>> RosterReader::open(const std::string &file, const Pack &pack)
{
    Result<TableLayout> layout = findTableLayout(file, {}, pack);
    if (!layout)
        return layout.error();
    ReadOptions reading;
    reading.headerRow = layout->headerRow;
    reading.sheet = layout->sheet;
    Result<std::unique_ptr<TableReader>> reader = openTable(file, reading);
    if (!reader)
        return reader.error();
    std::unique_ptr<RosterReader> roster(new RosterReader);
    roster->m_layout = std::move(*layout);
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
    } while (row.number <= m_layout.headerRow || repeatsHeader(m_layout, [&row](std::size_t column) {
                 return column < row.cells.size() ? row.cells[column].text : std::string_view();
             }));
    m_chunk.clear();
    m_chunk.append(row);
    return static_cast<const RowChunk *>(&m_chunk);
}

} // namespace zsb
