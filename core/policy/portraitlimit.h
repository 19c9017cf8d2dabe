#pragma once

#include "core/domain/finding.h"
#include "core/policy/measurebound.h"
#include "core/policy/text.h"

#include <string>
#include <vector>

namespace zsb {

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
    std::vector<MeasureBound> when;
    Text title;
    Text message; ///< `{value}`, `{limit}` and the measures' ids stand for evidence
};

} // namespace zsb
