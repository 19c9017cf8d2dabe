#pragma once

#include "core/batch/tablelayout.h"
#include "core/domain/finding.h"
#include "core/policy/pack.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace zsb {

/// Something to know of a table as a whole, at its header row.
struct LayoutFinding
{
    std::int64_t row = 0;
    int column = 0; ///< 1-based; 0: the table
    Finding finding;
};

/// What layoutProblems() says, in words.
[[nodiscard]] std::vector<LayoutFinding> layoutFindings(const TableLayout &layout);

/// Not one of the `named` files is in the folder of files, and none was judged: the folder is another one, and no
/// candidate is at fault. An error of the table as a whole; the folder is not told, as reports are passed on.
[[nodiscard]] Finding noFileFound(std::int64_t named);
constexpr std::string_view noFileFoundRule = "input.no-pictures";

/// The columns that every type of candidate fills in and the table does not have: nobody checked them, so that a row
/// without errors is not a good row. An error of the table as a whole, with the columns that are written nearly so and
/// those that were found. Nothing when it has them all.
[[nodiscard]] std::optional<Finding> missingColumns(const TableLayout &layout, const Pack &pack);

} // namespace zsb
