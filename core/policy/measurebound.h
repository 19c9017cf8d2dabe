#pragma once

#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// When one measure of a picture speaks: outside of what is allowed, ends included. A measure that was not taken never
/// speaks.
struct MeasureBound
{
    std::string measure; ///< id in a table of measures, or `file.software`
    std::optional<double> below;
    std::optional<double> above;
    std::vector<std::string> words; ///< for `file.software`: any of them in it, without regard to case
    bool isCondition = false;       ///< only says when the others are asked: its own value is not what is judged

    /// Whether it speaks of every value the other one speaks of.
    [[nodiscard]] bool covers(const MeasureBound &other) const
    {
        const bool isBelow = !other.below || (below && *below >= *other.below);
        const bool isAbove = !other.above || (above && *above <= *other.above);
        return measure == other.measure && words == other.words && isBelow && isAbove;
    }
    /// The end that a value lies beyond.
    [[nodiscard]] std::optional<double> crossedBy(double value) const
    {
        if (below && value < *below)
            return below;
        if (above && value > *above)
            return above;
        return std::nullopt;
    }
};

} // namespace zsb
