#include "core/batch/rowkind.h"

#include <algorithm>
#include <array>
#include <span>

namespace zsb {
namespace {

constexpr std::size_t longestLabel = 64; ///< bytes; longer texts are no labels
constexpr std::size_t longestCount = 6;  ///< digits; a document number has more

/// Of what a sum is: 本表合计.
constexpr std::array<std::string_view, 10> scopes = {"本表", "本页", "全表",   "本班", "全班",
                                                     "本校", "全校", "本校区", "名单", "以上"};
/// These say alone that a row holds totals.
constexpr std::array<std::string_view, 10> labels = {"总合计", "合计", "总计", "共计",       "小计",
                                                     "累计",   "总共", "SUM",  "GRANDTOTAL", "TOTAL"};
/// These do with a count behind them.
constexpr std::array<std::string_view, 7> counted = {"共有", "共", "总人数", "考生人数", "考生总数", "人数", "总数"};
constexpr std::array<std::string_view, 14> units = {"名考生", "名学生", "位考生", "位学生", "(人)", "人数", "人次",
                                                    "人",     "名",     "位",     "条",     "份",   "个",   "行"};

/// The first of `words` a text begins with is taken off it.
bool takeOneOf(std::span<const std::string_view> words, std::string_view &text)
{
    for (const std::string_view word : words) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    }
    return false;
}

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

/// [本表]合计[人数][：][25 人], [本表]共[：]25 人
bool isLabelKey(std::string_view key)
{
    takeOneOf(scopes, key);
    const bool isLabel = takeOneOf(labels, key);
    const bool isCounted = takeOneOf(counted, key);
    if (key.starts_with(':'))
        key.remove_prefix(1);
    const bool hasDigit = std::ranges::any_of(key, [](char c) { return c >= '0' && c <= '9'; });
    return (isLabel || (isCounted && hasDigit)) && isCount(key);
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
