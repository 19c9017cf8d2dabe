#pragma once

#include "core/policy/portraitfigures.h"
#include "core/policy/scanmeasure.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// What a pack's limits judge a material by, whatever slot it is in: numbers, the largest reflection, and what the file
/// says made it. A measure that could not be taken is absent, never guessed.
struct ScanFigures
{
    std::string software; ///< empty when the file does not say; any bytes
    std::array<std::optional<double>, scanMeasureCount> values;
    std::optional<ShareBox> reflection;

    [[nodiscard]] std::optional<double> value(ScanMeasure measure) const { return values[std::size_t(measure)]; }
    /// Rounded to what can be told apart, so that the last bit of a sum never shows.
    void set(ScanMeasure measure, double value);
    bool operator==(const ScanFigures &) const = default;
};

/// What ImageFacts::measured holds for a material, some 200 bytes of ASCII: `s1`, the values in the order of the table
/// of measures, the reflection (corners in ten-thousandths), the software in hex. Measures are only ever added at the
/// end of the table, so a later program reads what an earlier one wrote.
[[nodiscard]] std::string measuredText(const ScanFigures &figures);
/// The same figures again, to the last bit; none of a text that is no such thing, as a portrait's is.
[[nodiscard]] std::optional<ScanFigures> scanFiguresOf(std::string_view measured);

} // namespace zsb
