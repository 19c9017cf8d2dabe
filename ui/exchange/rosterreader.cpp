#include "ui/exchange/rosterreader.h"

#include "core/batch/tablelayout.h"

namespace zsb {

Result<std::unique_ptr<RosterReader>> RosterReader::open(const std::string &file, const Pack &pack)
{
    Result<TableLayout> layout = findTableLayout(file, {}, pack);
    if (!layout)
        return layout.error();
    ReadOptions reading;
    reading.headerRow = layout->headerRow;
    Result<std::unique_ptr<TableReader>> reader = openTable(file, reading);
    if (!reader)
        return reader.error();
    std::unique_ptr<RosterReader> roster(new RosterReader);
    roster->m_headerRow = layout->headerRow;
    roster->m_header = std::move(layout->header);
    roster->m_columns = std::move(layout->columns);
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
