#pragma once

#include "core/batch/tablelayout.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace zsb {

/// A row as its cells, by column.
using RowCells = std::function<std::string_view(std::size_t column)>;

/// Whether a row may begin with a word of a footer: quick, and may say yes though it does not.
[[nodiscard]] bool mayBeginFooter(std::string_view firstCell);

/// Whether a row signs off a list: 制表人：…, 审核人：…, 填表日期：…, each with no more than what it asks for behind
/// it; or a page number (第 1 页, — 1 —), a note or a date that stands alone or before such words. A number of a
/// document or a phone, or a cell without a label, and it is a candidate.
[[nodiscard]] bool signsOff(const TableLayout &layout, const RowCells &cellAt);

/// Whether the first cell of a row is a note or to be signed: 填表说明：…, 学校（盖章）, 以上名单核对无误. With no
/// other cell the row is a footer. In the first column, or where candidates have their numbers and names; but not what
/// looks as these do, and not in a table of few columns.
[[nodiscard]] bool isNote(const TableLayout &layout, std::size_t column, std::string_view text);

/// Whether a row holds short numbers and amounts alone, and none where candidates have theirs: a sum without a word.
[[nodiscard]] bool holdsSumsAlone(const TableLayout &layout, const RowCells &cellAt);

} // namespace zsb
