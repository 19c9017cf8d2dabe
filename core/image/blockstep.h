#pragma once

#include <cstdint>
#include <span>

namespace zsb {

/// One channel of a JPEG with one value for each of its units (8 to 16 px wide), as they follow each other in the file.
struct UnitPlane
{
    int width = 0;
    std::span<const std::uint8_t> values; ///< row by row

    [[nodiscard]] int height() const { return width > 0 ? int(values.size()) / width : 0; }
    [[nodiscard]] std::span<const std::uint8_t> row(int y) const
    {
        return values.subspan(std::size_t(y) * std::size_t(width), std::size_t(width));
    }
};

/// How much a plane looks as if from one unit on everything had another level, as after a changed bit: levels are
/// stored as differences from the unit before. Such a step follows the order of the units: right of the place it is
/// seen against the row above, left of it one row later. 0 to 1: the share of units that show it, of the lesser side.
/// No edge of a thing on the picture has that shape and one height everywhere. Steps near the sides are not found.
[[nodiscard]] double blockStep(const UnitPlane &plane);

} // namespace zsb
