#pragma once

#include "core/policy/pack.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What `zsb-check explain` prints of a limit on measures (`portrait.head-roll`), of a mark a paper must bear
/// (`scan.seal`) or of a measure (`head.roll`, also `portrait.head.roll`): what it means, formula, limits of the pack
/// and `profile`, quote and source. Empty when the id is none of them.
[[nodiscard]] std::string limitExplanation(const Pack &pack, std::string_view id, std::string_view profile);

/// Ids of rules, limits, measures and ways a table is written that `id` may be a slip of, the nearest first; at most
/// six.
[[nodiscard]] std::vector<std::string> idsNear(const Pack &pack, std::string_view id);

} // namespace zsb
