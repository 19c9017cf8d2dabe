#pragma once

#include "core/exchange/cellvalue.h"
#include "core/exchange/tablereader.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb {

/// What libfreexl does not tell about a sheet of an .xls: it passes over formulas, and gives errors and booleans as
/// numbers. Found by a walk over the records of the workbook stream (BIFF5 and BIFF8).
struct XlsExtras
{
    struct Value
    {
        std::string text;
        CellKind kind = CellKind::Empty;
        double number = 0; ///< of kind Number
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, Value> cells; ///< by row and column, 0-based
    std::vector<std::string> mergedRanges;                          ///< A1:B2
};

/// `sheet` is the place among the sheets of the workbook. Damaged records end the walk; what was found stays.
[[nodiscard]] XlsExtras readXlsExtras(std::string_view workbook, std::size_t sheet);

} // namespace zsb
