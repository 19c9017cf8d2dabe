#pragma once

#include "core/domain/finding.h"
#include "core/policy/measurebound.h"
#include "core/policy/packloader.h"
#include "core/policy/picturelimits.h"
#include "core/policy/portraitfigures.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What was measured of a picture, whatever it is of.
struct Measured
{
    std::string software;                                                 ///< that wrote the file, as far as it says
    std::function<std::optional<double>(std::string_view measure)> value; ///< nullopt: not taken, or no such measure
};

/// The unit of a measure, as its table says it; empty: no such measure.
using UnitOf = std::function<std::string_view(std::string_view measure)>;

/// The evidence when every bound speaks: `software`; `measure`, `value` and `limit` of the first measure; further
/// measures by id. Empty when one bound does not speak. Pure; any thread.
[[nodiscard]] std::vector<Evidence> evidenceOf(std::span<const MeasureBound> bounds, const Measured &measured);
/// The names under which that evidence stands, for the placeholders of a limit's message.
[[nodiscard]] std::vector<std::string_view> namesOf(std::span<const MeasureBound> bounds);

/// Where to look, as shares of the picture: `box_left`, `box_top`, `box_width`, `box_height`.
void addBox(const ShareBox &box, std::vector<Evidence> &evidence);

/// The same evidence as people read it: numbers of measures with as many digits as their unit can tell, and one more
/// as long as `value` and `limit` would read alike though they are not. For sentences; a report keeps all digits.
[[nodiscard]] std::vector<Evidence> readable(std::vector<Evidence> evidence, const UnitOf &unitOf);

/// A picture that limits are held against.
struct MeasuredPicture
{
    Measured measured;
    UnitOf unitOf;
    Field field = Field::Portrait;                                ///< that its findings are filed under
    std::function<void(std::vector<Evidence> &evidence)> addMore; ///< behind the measures: where to look
};

/// The findings of the limits that speak, in their order, the first of each id. Pure; any thread.
[[nodiscard]] std::vector<Finding> judgeLimits(std::span<const PictureLimit> limits, const MeasuredPicture &picture,
                                               const Pack &pack);

/// Whether `first` speaks wherever `second`, of the same id, would: behind it, `second` never has its say.
[[nodiscard]] bool hides(const PictureLimit &first, const PictureLimit &second);

/// Bounds that name a measure nobody takes, or words where there are none.
[[nodiscard]] std::vector<PackProblem> unknownMeasures(std::span<const MeasureBound> bounds, const std::string &file,
                                                       const std::string &limit,
                                                       const std::function<bool(std::string_view measure)> &isTaken);

} // namespace zsb
