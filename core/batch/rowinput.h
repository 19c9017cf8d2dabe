#pragma once

#include "core/batch/tablelayout.h"
#include "core/domain/finding.h"
#include "core/exchange/tablereader.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zsb {

/// What is to be said of a row before anybody reads it as a candidate: how it is written, what was lost before it came
/// here, and what its place in the sheet does to it. Any thread, once the merged cells are known.
class RowInput
{
public:
    /// `layout` must outlive this object.
    explicit RowInput(const TableLayout &layout) : m_layout(layout) {}

    /// Those of the whole sheet, known when its last row was read.
    void setMerged(std::span<const CellRange> ranges);
    [[nodiscard]] std::vector<Finding> findings(const Row &row) const;

private:
    /// Merged cells in the order of their first row.
    struct MergedCells
    {
        CellRange range;
        std::int64_t reach = 0; ///< the last row of this and all before it
    };

    const TableLayout &m_layout;
    std::vector<MergedCells> m_merged;
};

} // namespace zsb
