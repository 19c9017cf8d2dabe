#pragma once

#include "core/batch/tablelayout.h"
#include "core/domain/finding.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What a table of ours keeps of cells that lost their content, where the cell alone no longer shows it: broken bytes
/// are U+FFFD by then, a formula without a result is empty, a text that was cut looks whole. A mark names the problem,
/// the column by its header and the cell as it was written, so that the problem comes back until somebody changes the
/// cell. Marks stand at the end of the column of reasons or originals, see reasoncolumn.h: `⟦bad-encoding 1f… 9a… 2⟧`.
/// One whose column is gone or has another name, and the last one of a row with more than there is room for, says `-`
/// for both: it is a problem of the row, column 0, until somebody deletes it.

/// The marks of a row's findings; empty when every cell shows by itself what is wrong with it. `cells` are as they are
/// written into the table.
[[nodiscard]] std::string marksOf(std::span<const Finding> findings, std::span<const std::string> header,
                                  std::span<const std::string_view> cells);

/// The problems of a row whose marked cells are as they were, without those its reader tells. Nothing when the table is
/// none of ours.
[[nodiscard]] std::vector<RowProblem> markedProblems(const TableLayout &layout, const Row &row);

} // namespace zsb
