#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A line of a cashier's statement.
struct StatementLine
{
    int line = 0; ///< from 1, the header counts
    std::string order{};
    std::int64_t amountFen = 0;
    std::string state{}; ///< `paid` or `refunded`
    std::string trade{};
};

/// A statement as CSV in UTF-8: the header `order,amount_fen,state,trade`, then plain lines of four cells. No quotes
/// and no other order of columns: a statement that has to be guessed at records no money. Errors: Invalid, with the
/// line and what is wrong with it; nothing of a statement with a wrong line counts.
[[nodiscard]] Result<std::vector<StatementLine>> readStatement(std::string_view text);

} // namespace zsb
