#include "ui/exchange/rosterreader.h"

#include "core/batch/rowmarks.h"

#include <algorithm>
#include <iterator>

namespace zsb {

Result<std::unique_ptr<RosterReader>> RosterReader::open(const std::string &file, const Pack &pack)
{
    Result<TableLayout> layout = findTableLayout(file, {}, pack);
    if (!layout)
        return layout.error();
    Result<std::unique_ptr<TableReader>> reader = openTable(file, readingAgain(*layout, {}));
    if (!reader)
        return reader.error();
    std::unique_ptr<RosterReader> roster(new RosterReader);
    roster->m_layout = std::move(*layout);
    roster->m_reader = std::move(*reader);
    return roster;
}

Result<const RowChunk *> RosterReader::next()
{
    for (;;) {
        const Result<const RowChunk *> row = nextOfAnyKind();
        if (!row || !*row || m_kind == RowKind::Candidate)
            return row;
    }
}

Result<const RowChunk *> RosterReader::nextOfAnyKind()
{
    Row row;
    do {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return static_cast<const RowChunk *>(nullptr);
    } while (row.number <= m_layout.headerRow);
    m_kind = rowKind(m_layout, row);
    m_chunk.clear();
    m_chunk.append(row);
    std::vector<RowProblem> &problems = m_chunk.rows.front().problems;
    std::ranges::move(markedProblems(m_layout, row), std::back_inserter(problems));
    return static_cast<const RowChunk *>(&m_chunk);
}

} // namespace zsb
