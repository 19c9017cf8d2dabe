#pragma once

#include "core/batch/rowtally.h"
#include "core/policy/text.h"

#include <string>
#include <vector>

namespace zsb {

struct Pack;

/// Rows of one candidate type or college, under the name the pack gives it.
struct RowGroup
{
    enum class Kind
    {
        Listed,   ///< by the pack
        Unlisted, ///< as it stands in the table
        Empty,    ///< nothing filled in
        Further,  ///< too many different texts: the rest of them together
    };
    Kind kind = Kind::Listed;
    std::string name;
    RowCounts counts;
};

/// In the order of the pack, then what it does not list.
[[nodiscard]] std::vector<RowGroup> groupsByType(const Pack &pack, const RowTally &tally, Language language);
/// Those with the most errors first, however a college is spelled one; empty and further ones last. At most
/// `mostUnlisted` colleges the pack does not list stand by themselves.
[[nodiscard]] std::vector<RowGroup> groupsByCollege(const Pack &pack, const RowTally &tally, Language language,
                                                    std::size_t mostUnlisted = 500);

} // namespace zsb
