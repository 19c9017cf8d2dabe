#pragma once

#include "core/domain/finding.h"
#include "core/policy/text.h"

#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// When one measure of a portrait speaks: outside of what is allowed, ends included. A measure that was not taken
/// never speaks.
struct PortraitBound
{
    std::string measure; ///< id in the table of measures, or `file.software`
    std::optional<double> below;
    std::optional<double> above;
    std::vector<std::string> words; ///< for `file.software`: any of them in it, without regard to case
};

/// What a pack makes of measures: when all bounds speak, the clause is not kept, or a person should look. Several
/// limits may share an id; the first that speaks gives the finding.
struct PortraitLimit
{
    std::string id; ///< findings are filed under it: `portrait.background-white`
    std::string clause;
    std::string quote; ///< verbatim words of a document in the pack's `sources/`
    Severity severity = Severity::Warning;
    Outcome outcome = Outcome::NeedsReview; ///< or Fail
    std::vector<std::string> profiles;      ///< portrait profiles it belongs to; empty: all
    std::vector<PortraitBound> when;
    Text title;
    Text message; ///< `{value}`, `{limit}` and the measures' ids stand for evidence
};

} // namespace zsb
