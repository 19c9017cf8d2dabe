#pragma once

#include "core/exchange/tablereader.h"
#include "core/policy/pack.h"

#include <cstdint>
#include <string>

namespace zsb {

struct RepairedCounts
{
    std::int64_t rows = 0;  ///< of the sheet, header and blank ones included; as many are written
    std::int64_t cells = 0; ///< written otherwise than they were read
};

/// Writes a table again with every cell as the check reads it, and what stood in the cells that changed in one more
/// column behind the header's last. Row N stays row N: titles, blank rows and repeated headers are written too. Cells
/// that lost their content stay as they are. `output` ends in .csv (UTF-8 with a byte-order mark) or .xlsx (all text).
/// Constant memory; nothing exists under `output` before the last row is written.
/// Errors: those of findTableLayout() and next(), Unreadable (cannot be written), Invalid (another ending, a cell
/// longer than a workbook takes).
[[nodiscard]] Result<RepairedCounts> writeRepairedTable(const std::string &input, const ReadOptions &reading,
                                                        const Pack &pack, const std::string &output);

} // namespace zsb
