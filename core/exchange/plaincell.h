#pragma once

#include <optional>
#include <string_view>

namespace zsb {

/// A cell as programs write nearly all of them: `<c r="B2" s="1" t="s"><v>17</v></c>`, or without a value `<c
/// r="B2"/>`.
struct PlainCell
{
    std::optional<std::string_view> reference;
    std::optional<std::string_view> style;
    std::optional<std::string_view> type;
    std::string_view value;
    std::size_t length = 0; ///< of the whole element
};

/// The cell a sheet's markup begins with; none when anything in it is otherwise (further attributes or elements,
/// references, prefixes, line ends) or it does not end there. Then whoever knows all of XML has to read it.
[[nodiscard]] std::optional<PlainCell> plainCellAt(std::string_view markup);

} // namespace zsb
