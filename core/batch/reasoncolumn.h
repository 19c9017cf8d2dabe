#pragma once

#include "core/base/text.h"
#include "core/policy/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The words by which a workbook of error rows is told as ours when it is checked again.
inline constexpr std::string_view reasonHeaderZh = "原因";
inline constexpr std::string_view reasonHeaderEn = "Reasons";
/// The same of a repaired table, where it holds what stood in the cells before.
inline constexpr std::string_view originalsHeader = "原值 originals";
/// The names of the sheets of a workbook of error rows, in one language.
struct ReportSheets
{
    std::string_view errors;
    std::string_view others; ///< rows with warnings or remarks only
    std::string_view totals;
};
inline constexpr std::array<ReportSheets, 2> reportSheets = {
    {{"错误", "警告和提示", "合计"}, {"Errors", "Warnings and remarks", "Totals"}}}; ///< by Language

/// The column of a header that is ours: the last one with a text, when the text is ours.
[[nodiscard]] inline std::optional<std::size_t> reasonColumn(std::span<const std::string> header)
{
    for (std::size_t column = header.size(); column-- > 0;) {
        const std::string_view text = trimmed(header[column]);
        if (text == reasonHeaderZh || text == reasonHeaderEn)
            return column;
        if (!text.empty())
            return std::nullopt;
    }
    return std::nullopt;
}

/// The columns of a header that may hold marks of ours, see rowmarks.h: those of reasons and originals, wherever
/// somebody has moved them to.
[[nodiscard]] inline std::vector<std::size_t> markedColumns(std::span<const std::string> header)
{
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < header.size(); ++column) {
        const std::string_view text = trimmed(header[column]);
        if (text == reasonHeaderZh || text == reasonHeaderEn || text == originalsHeader)
            columns.push_back(column);
    }
    return columns;
}

/// A sheet of ours that holds no errors, or one on which a full one goes on: 警告和提示, 警告和提示 2, 合计.
[[nodiscard]] inline bool isBesideErrors(std::string_view name)
{
    const auto goesOnFrom = [name](std::string_view ours) {
        if (!name.starts_with(ours))
            return false;
        const std::string_view rest = name.substr(ours.size());
        return rest.empty() || (rest.size() > 1 && rest.starts_with(' ') &&
                                rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
    };
    return std::ranges::any_of(reportSheets, [&](const ReportSheets &sheets) {
        return goesOnFrom(sheets.others) || goesOnFrom(sheets.totals);
    });
}

} // namespace zsb
