#pragma once

#include "core/batch/rowtally.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

struct ChartBar
{
    std::string label;
    std::int64_t value = 0;
};
/// Rows by what became of them, as shares of a whole bar.
struct ChartStack
{
    std::string label;
    RowCounts counts;
};

/// Charts as inline SVG that stand without colours: every bar carries its number, errors are hatched, warnings dotted.
/// `title` is what a screen reader says.
[[nodiscard]] std::string barChart(std::string_view title, const std::vector<ChartBar> &bars);
[[nodiscard]] std::string stackChart(std::string_view title, const std::vector<ChartStack> &stacks);
/// The patterns the charts share; once in a page, before them.
[[nodiscard]] std::string_view chartPatterns();

} // namespace zsb
