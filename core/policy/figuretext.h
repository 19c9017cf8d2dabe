#pragma once

#include "core/policy/portraitfigures.h"

#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// How figures are kept as text (see measuredText()); inside core/policy only.
namespace zsb::figuretext {

/// A number as short as it can be read back from.
template<typename Number>
void append(std::string &text, Number number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

/// The text up to the next separator, which goes too.
[[nodiscard]] std::string_view next(std::string_view &text, char separator);

/// `;` and the values with commas between; a measure that was not taken leaves its place empty.
void appendValues(std::string &text, std::span<const std::optional<double>> values);
/// Those of a list, each into its place; what the list has beyond them is left out. False: it is no such list.
[[nodiscard]] bool readValues(std::string_view list, std::span<std::optional<double>> values);

/// Corners in ten-thousandths with blanks between.
void appendBox(std::string &text, const ShareBox &box);
[[nodiscard]] std::optional<ShareBox> boxOf(std::string_view text);

/// `;` and the bytes in hex.
void appendSoftware(std::string &text, std::string_view software);
[[nodiscard]] bool readSoftware(std::string_view hex, std::string &software);

} // namespace zsb::figuretext
