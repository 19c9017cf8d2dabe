#include "core/server/statement.h"

#include "core/server/asked.h"

#include <array>
#include <optional>

namespace zsb {
namespace {

constexpr std::string_view header = "order,amount_fen,state,trade";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string_view takeLine(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::optional<std::array<std::string_view, 4>> cellsOf(std::string_view line)
{
    std::array<std::string_view, 4> cells{};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool isLast = i + 1 == cells.size();
        const std::size_t end = isLast ? line.size() : line.find(',');
        if (end == std::string_view::npos)
            return std::nullopt;
        cells[i] = line.substr(0, end);
        line.remove_prefix(isLast ? end : end + 1);
    }
    return cells[3].find(',') == std::string_view::npos ? std::optional(cells) : std::nullopt;
}

Error wrong(int line, std::string_view what)
{
    return {ErrorCode::Invalid, "line " + std::to_string(line) + ": " + std::string(what)};
}

} // namespace

Result<std::vector<StatementLine>> readStatement(std::string_view text)
{
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (takeLine(text) != header)
        return wrong(1, header);
    std::vector<StatementLine> lines;
    for (int number = 2; !text.empty(); ++number) {
        const std::string_view line = takeLine(text);
        if (line.empty())
            continue;
        const auto cells = line.find('"') == std::string_view::npos ? cellsOf(line) : std::nullopt;
        if (!cells || (*cells)[0].empty())
            return wrong(number, "four plain cells");
        const auto amount = numberIn<std::int64_t>((*cells)[1], -1);
        if (!amount || *amount < 0)
            return wrong(number, "amount_fen");
        if ((*cells)[2] != "paid" && (*cells)[2] != "refunded")
            return wrong(number, "state");
        lines.push_back(
            {number, std::string((*cells)[0]), *amount, std::string((*cells)[2]), std::string((*cells)[3])});
    }
    return lines;
}

} // namespace zsb
