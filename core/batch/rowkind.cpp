#include "core/batch/rowkind.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::size_t longestLabel = 64; ///< bytes; longer texts are no labels
constexpr std::size_t longestCount = 6;  ///< digits; a document number has more

constexpr std::array<std::string_view, 9> labels = {"合计", "总计", "共计",  "小计",      "总合计",
                                                    "总共", "SUM",  "TOTAL", "GRANDTOTAL"};
constexpr std::array<std::string_view, 8> units = {"(人)", "人数", "人次", "人", "名", "条", "份", "个"};

/// `25`, `1,024`, with what is counted behind it or alone.
bool isCount(std::string_view text)
{
    for (const std::string_view unit : units) {
        if (text.ends_with(unit)) {
            text.remove_suffix(unit.size());
            break;
        }
    }
    const auto isPart = [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; };
    return text.size() <= longestCount && std::ranges::all_of(text, isPart);
}

std::string keyOf(std::string_view text)
{
    std::string key = foldCode(titleKey(text));
    std::erase(key, ' ');
    return key;
}

bool isLabelKey(std::string_view key)
{
    for (const std::string_view label : labels) {
        if (!key.starts_with(label))
            continue;
        std::string_view rest = key.substr(label.size());
        if (rest.starts_with(':'))
            rest.remove_prefix(1);
        if (isCount(rest))
            return true;
    }
    return false;
}

} // namespace

bool isTotalsLabel(std::string_view text)
{
    return text.size() <= longestLabel && isLabelKey(keyOf(text));
}

bool namesNobody(std::string_view text)
{
    if (text.empty())
        return true;
    if (text.size() > longestLabel)
        return false;
    const char first = text.front();
    const bool isPlainCode = text.size() > 2 * longestCount && first >= '0' && first <= '9'; // nearly all numbers
    if (isPlainCode)
        return false;
    const std::string key = keyOf(trimmed(text));
    return isCount(key) || isLabelKey(key);
}

RowProblem problemOf(RowKind kind, std::int64_t row)
{
    const ProblemCode code = kind == RowKind::Totals   ? ProblemCode::TotalsRow
                             : kind == RowKind::Footer ? ProblemCode::FooterRow
                                                       : ProblemCode::RepeatedHeader;
    return {row, 0, code, {}};
}

} // namespace zsb
