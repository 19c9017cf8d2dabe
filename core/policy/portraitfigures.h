#pragma once

#include "core/policy/portraitmeasure.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// A rectangle or point as shares of the picture as stored, so that it can be drawn on any copy of it.
struct ShareBox
{
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    bool operator==(const ShareBox &) const = default;
};
struct SharePoint
{
    double x = 0;
    double y = 0;
    bool operator==(const SharePoint &) const = default;
};

/// What a pack judges a portrait by: numbers, where they were taken, and what the file says made it. A measure that
/// could not be taken is absent, never guessed.
struct PortraitFigures
{
    std::string software; ///< empty when the file does not say; any bytes, at most 64
    std::array<std::optional<double>, portraitMeasureCount> values;
    std::array<std::optional<ShareBox>, portraitRegionCount> regions;

    [[nodiscard]] std::optional<double> value(PortraitMeasure measure) const { return values[std::size_t(measure)]; }
    /// Rounded to what can be told apart, so that the last bit of a sum never shows.
    void set(PortraitMeasure measure, double value);
    [[nodiscard]] const std::optional<ShareBox> &region(PortraitRegion where) const
    {
        return regions[std::size_t(where)];
    }
    bool operator==(const PortraitFigures &) const = default;
};

/// What ImageFacts::measured holds, some 500 bytes of ASCII: the values in the order of the table of measures, the
/// regions in theirs (corners in ten-thousandths), the software in hex. Measures are only ever added at the end of the
/// table, so a later program reads what an earlier one wrote.
[[nodiscard]] std::string measuredText(const PortraitFigures &figures);
/// The same figures again, to the last bit; none of a text that is no such thing. What a later program measured beyond
/// this one's table is left out.
[[nodiscard]] std::optional<PortraitFigures> figuresOf(std::string_view measured);

} // namespace zsb
