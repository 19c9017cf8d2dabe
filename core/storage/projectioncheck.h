#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/rules/rulebook.h"
#include "core/storage/codec.h"

#include <cstdint>
#include <string>

namespace zsb {

/// What comparing the projections of a database with its events says. Holds no personal data but the number and id of
/// the first application that is wrong.
struct ProjectionVerdict
{
    enum class Fault
    {
        None,
        Stale,   ///< made by another version of this program or under another pack: nothing was compared
        Differs, ///< `column` of the application is not what its events say
        Missing, ///< the application has no row in `table`, or one too few
        Extra,   ///< `table` has a row no event asks for
        Damaged, ///< the file contradicts itself, as `table` says: a flipped bit in what only an index should find
    };

    Fault fault = Fault::None;
    std::int64_t applications = 0; ///< compared without fault
    std::string table{};
    std::string column{};
    ApplicationId application{};
    std::string applicationNo{};

    [[nodiscard]] bool isGood() const { return fault == Fault::None; }
};
[[nodiscard]] std::string_view faultId(ProjectionVerdict::Fault fault); ///< none, stale, differs, …

/// Folds the events of every application, one at a time, and compares what follows from them under this pack with every
/// projected table, byte for byte, the findings too. Says nothing of the log itself: see verifyLog(). Never writes.
/// Errors: NotFound, Unreadable, Invalid (an event this program does not know, a database of another program's
/// version).
[[nodiscard]] Result<ProjectionVerdict> verifyProjections(const std::string &location, const RuleBook &book,
                                                          const FieldCodec &codec);

} // namespace zsb
