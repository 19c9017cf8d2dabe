#include "core/policy/figuretext.h"

#include <cmath>

namespace zsb::figuretext {
namespace {

constexpr double partsOfOne = 1e4; ///< that are told apart
constexpr std::string_view hexDigits = "0123456789abcdef";

template<typename Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

std::string_view next(std::string_view &text, char separator)
{
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

void appendValues(std::string &text, std::span<const std::optional<double>> values)
{
    for (char separator = ';'; const auto &value : values) {
        text += separator;
        if (value)
            append(text, *value);
        separator = ',';
    }
}

bool readValues(std::string_view list, std::span<std::optional<double>> values)
{
    for (std::size_t i = 0; i < values.size() && !list.empty(); ++i) {
        const std::string_view part = next(list, ',');
        if (part.empty())
            continue;
        values[i] = numberOf<double>(part);
        if (!values[i] || !std::isfinite(*values[i]))
            return false;
    }
    return true;
}

void appendBox(std::string &text, const ShareBox &box)
{
    const double right = box.left + box.width;
    const double bottom = box.top + box.height;
    for (const double side : {box.left, box.top, right, bottom}) {
        append(text, std::lround(side * partsOfOne));
        text += ' ';
    }
    text.pop_back();
}

/// Sides are whole ten-thousandths, so their differences come out as they were.
std::optional<ShareBox> boxOf(std::string_view text)
{
    std::array<double, 4> sides{};
    for (double &side : sides) {
        const auto number = numberOf<int>(next(text, ' '));
        if (!number)
            return std::nullopt;
        side = *number / partsOfOne;
    }
    if (!text.empty())
        return std::nullopt;
    return ShareBox{sides[0], sides[1], sides[2] - sides[0], sides[3] - sides[1]};
}

void appendSoftware(std::string &text, std::string_view software)
{
    text += ';';
    for (const char byte : software) {
        text += hexDigits[std::size_t(static_cast<unsigned char>(byte)) / 16];
        text += hexDigits[std::size_t(static_cast<unsigned char>(byte)) % 16];
    }
}

bool readSoftware(std::string_view hex, std::string &software)
{
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const std::size_t high = hexDigits.find(hex[i]);
        const std::size_t low = hexDigits.find(hex[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return false;
        software += char(high * 16 + low);
    }
    return hex.size() % 2 == 0;
}

} // namespace zsb::figuretext
