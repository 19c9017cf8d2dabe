#pragma once

#include "core/policy/pack.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A limit on measures, whatever picture it is for. Refers to the pack.
struct PictureLimit
{
    std::string_view id;
    std::string_view clause;
    std::string_view quote;
    Severity severity = Severity::Warning;
    Outcome outcome = Outcome::NeedsReview;
    bool guess = false;
    std::span<const std::string> narrowedTo; ///< profiles or slots; empty: all
    std::span<const MeasureBound> when;
    const Text *title = nullptr;
    const Text *message = nullptr;

    /// What it says of one measure; null when nothing.
    [[nodiscard]] const MeasureBound *on(std::string_view measure) const;
    /// Whether it refuses a picture by itself; else a person looks.
    [[nodiscard]] bool refuses() const { return outcome == Outcome::Fail && severity == Severity::Error; }
};

/// Those of a pack that count for a profile, or for a slot (empty: not known, then only those for every slot), in their
/// order.
[[nodiscard]] std::vector<PictureLimit> portraitLimitsOf(const Pack &pack, std::string_view profile);
[[nodiscard]] std::vector<PictureLimit> scanLimitsOf(const Pack &pack, std::string_view slot);
/// All of them.
[[nodiscard]] std::vector<PictureLimit> pictureLimitsOf(const Pack &pack);

/// What the pack calls a measure, its id when it has no name for it.
[[nodiscard]] std::string measureName(const Pack &pack, std::string_view measure, Language language);
/// Whether a measure only says yes or no, and how that reads.
[[nodiscard]] bool isFlag(std::string_view measure);
[[nodiscard]] std::string_view flagText(bool isSet, Language language);
/// When a bound speaks: `是` of a flag, `< 212`, `< 0.016 或 > 0.048`, `photoshop, gimp`.
[[nodiscard]] std::string boundText(const MeasureBound &bound, Language language);

/// How a value stands to the limits that name its measure.
struct MeasureStanding
{
    enum class Kind
    {
        Free,    ///< no limit judges it
        Within,  ///< none of them speaks
        Look,    ///< one of them asks for a person
        Refused, ///< one of them refuses
    };
    Kind kind = Kind::Free;
    std::string limits; ///< `✖ < 212; ▲ < 234`: refused, to be looked at
    // What the value is held against: by the gravest limit that speaks, as its finding names it; while none does, the
    // narrowest of those that need no other measure.
    std::optional<double> least;
    std::optional<double> most;
};
/// A limit marks what it judges, not its conditions. `valueOf`: the other measures, for limits that need several to
/// speak.
[[nodiscard]] MeasureStanding standingOf(std::string_view measure, std::span<const PictureLimit> limits,
                                         const std::function<std::optional<double>(std::string_view)> &valueOf,
                                         const Pack &pack, Language language);

} // namespace zsb
