#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/storage/database.h"

#include <functional>
#include <string>

namespace zsb {

/// Which notes are asked for; what is empty takes all.
struct TrailFilter
{
    Instant since{};
    Instant before = Instant::max();
    ActorId actor{};
    ApplicationId application{}; ///< of reads alone
};

/// Who got what of whom, see afterNoting().
struct ReadNote
{
    Instant at{};
    ActorId actor{};
    std::string device{};
    std::string what{};
    ApplicationId application{}; ///< empty: of many
};

/// What went wrong at the doors, and what administrators did, see noteSecurity().
struct SecurityNote
{
    Instant at{};
    ActorId actor{}; ///< empty: nobody known
    std::string kind{};
    std::string address{};
    std::string detail{};
};

/// What the service wrote down for auditors (安全审计), oldest first, each note told as it is read. Errors: those of
/// Database.
[[nodiscard]] Done eachRead(const Database &database, const TrailFilter &filter,
                            const std::function<void(const ReadNote &)> &tell);
[[nodiscard]] Done eachSecurityNote(const Database &database, const TrailFilter &filter,
                                    const std::function<void(const SecurityNote &)> &tell);

} // namespace zsb
