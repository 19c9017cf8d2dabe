#pragma once

#include "core/base/text.h"
#include "core/batch/footerrow.h"
#include "core/batch/tablelayout.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace zsb {

/// What a row below the header is. Only candidates are checked and imported; the others are told and counted.
enum class RowKind : std::uint8_t
{
    Candidate,
    RepeatedHeader, ///< says what the header says, as on each printed page
    Totals,         ///< 合计, 总计 25 人: sums under a list
    Footer,         ///< 制表人：…, 审核人：…, a note, a page number, or dates or numbers alone
};

/// Whether a text may be a label of totals: 合计, 总计：25 人, 本表共 25 人, Total.
[[nodiscard]] bool isTotalsLabel(std::string_view text);
/// Whether a text is nothing, a label of totals or a short count, and so tells of nobody.
[[nodiscard]] bool namesNobody(std::string_view text);

/// Whether all cells from a column on are blank.
template<typename CellAt>
[[nodiscard]] bool isAlone(const TableLayout &layout, std::size_t column, const CellAt &cellAt)
{
    while (column < layout.header.size() && trimmed(cellAt(column)).empty())
        ++column;
    return column >= layout.header.size();
}

/// The row whose cells are `cellAt(column)`. A row of totals begins with a label of totals, and neither application
/// number, name, document number nor phone names anybody; for footers see footerrow.h. When in doubt it is a candidate.
template<typename CellAt>
[[nodiscard]] RowKind rowKind(const TableLayout &layout, CellAt cellAt)
{
    if (repeatsHeader(layout, cellAt))
        return RowKind::RepeatedHeader;
    bool isAsked = false;
    bool isSomebody = false;
    for (const Field field : {Field::DocumentNumber, Field::Phone, Field::Name, Field::ApplicationNo}) {
        const auto column = layout.columns.columnOf(field);
        isAsked = isAsked || column;
        isSomebody = column && !namesNobody(cellAt(*column));
        if (isSomebody)
            break;
    }
    if (!isAsked)
        return RowKind::Candidate;
    std::string_view first;
    std::size_t column = 0; // behind the first
    while (first.empty() && column < layout.header.size())
        first = cellAt(column++);
    if (!isSomebody && isTotalsLabel(first))
        return RowKind::Totals;
    const bool isFooter = (mayBeginFooter(first) && signsOff(layout, cellAt)) ||
                          (!isSomebody && holdsSumsAlone(layout, cellAt)) ||
                          (isAlone(layout, column, cellAt) && isNote(layout, column - 1, first));
    return isFooter ? RowKind::Footer : RowKind::Candidate;
}

/// The same of a row as a reader gives it.
[[nodiscard]] inline RowKind rowKind(const TableLayout &layout, const Row &row)
{
    return rowKind(layout,
                   [&row](std::size_t i) { return i < row.cells.size() ? row.cells[i].text : std::string_view(); });
}

/// What to say of a row that is no candidate.
[[nodiscard]] RowProblem problemOf(RowKind kind, std::int64_t row);

} // namespace zsb
