#include "core/policy/portraitfigures.h"

#include <charconv>
#include <cmath>

namespace zsb {
namespace {

constexpr std::string_view version = "1";
constexpr double parts = 1e4; ///< of one, that are told apart
constexpr std::string_view hexDigits = "0123456789abcdef";

template<typename Number>
void append(std::string &text, Number number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

/// The text up to the next separator, which goes too.
std::string_view next(std::string_view &text, char separator)
{
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

template<typename Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

void appendBox(std::string &text, const ShareBox &box)
{
    const double right = box.left + box.width;
    const double bottom = box.top + box.height;
    for (const double side : {box.left, box.top, right, bottom}) {
        append(text, std::lround(side * parts));
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
        side = *number / parts;
    }
    if (!text.empty())
        return std::nullopt;
    return ShareBox{sides[0], sides[1], sides[2] - sides[0], sides[3] - sides[1]};
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

/// Parts of a list, each with its place; false when one could not be read. Those beyond `count` are left out.
template<typename Read>
bool readList(std::string_view list, std::size_t count, const Read &read)
{
    for (std::size_t i = 0; i < count && !list.empty(); ++i) {
        const std::string_view part = next(list, ',');
        if (!part.empty() && !read(i, part))
            return false;
    }
    return true;
}

} // namespace

void PortraitFigures::set(PortraitMeasure measure, double value)
{
    if (std::isfinite(value))
        values[std::size_t(measure)] = std::round(value * parts) / parts;
}

std::string measuredText(const PortraitFigures &figures)
{
    std::string text(version);
    for (char separator = ';'; const auto &value : figures.values) {
        text += separator;
        if (value)
            append(text, *value);
        separator = ',';
    }
    for (char separator = ';'; const auto &region : figures.regions) {
        text += separator;
        if (region)
            appendBox(text, *region);
        separator = ',';
    }
    text += ';';
    for (const char byte : figures.software) {
        text += hexDigits[std::size_t(static_cast<unsigned char>(byte)) / 16];
        text += hexDigits[std::size_t(static_cast<unsigned char>(byte)) % 16];
    }
    return text;
}

std::optional<PortraitFigures> figuresOf(std::string_view measured)
{
    if (next(measured, ';') != version)
        return std::nullopt;
    PortraitFigures figures;
    const auto readValue = [&](std::size_t i, std::string_view part) {
        figures.values[i] = numberOf<double>(part);
        return figures.values[i].has_value() && std::isfinite(*figures.values[i]);
    };
    const auto readRegion = [&](std::size_t i, std::string_view part) {
        figures.regions[i] = boxOf(part);
        return figures.regions[i].has_value();
    };
    if (!readList(next(measured, ';'), figures.values.size(), readValue) ||
        !readList(next(measured, ';'), figures.regions.size(), readRegion) || !readSoftware(measured, figures.software))
        return std::nullopt;
    return figures;
}

} // namespace zsb
