#include "core/batch/rowinput.h"

#include "core/batch/inputmessages.h"
#include "core/batch/rowmarks.h"

#include <algorithm>

namespace zsb {

void RowInput::setMerged(std::span<const CellRange> ranges)
{
    m_merged.clear();
    for (const CellRange &range : ranges)
        m_merged.push_back({range, 0});
    std::ranges::stable_sort(m_merged, {}, [](const MergedCells &merged) { return merged.range.firstRow; });
    std::int64_t reach = 0;
    for (MergedCells &merged : m_merged)
        reach = merged.reach = std::max(reach, merged.range.lastRow);
}

std::vector<Finding> RowInput::findings(const Row &row) const
{
    std::vector<Finding> all;
    const auto add = [&](const RowProblem &problem) {
        all.push_back(findingOf(problem, m_layout.header, m_layout.columns));
    };
    for (const RowProblem &problem : row.problems)
        add(problem);
    for (const RowProblem &problem : markedProblems(m_layout, row))
        add(problem);
    auto at = std::ranges::partition_point(m_merged, [&row](const MergedCells &m) { return m.reach < row.number; });
    for (; at != m_merged.end() && at->range.firstRow <= row.number; ++at)
        if (row.number <= at->range.lastRow)
            add({row.number, at->range.firstColumn, ProblemCode::MergedCells, rangeName(at->range)});
    return all;
}

} // namespace zsb
