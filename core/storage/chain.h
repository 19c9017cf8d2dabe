#pragma once

#include "core/base/result.h"
#include "core/storage/storedevent.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zsb {

class Database;

/// The hash an event carries: SHA-256 over the hash of the event before it and every column of its own, each with its
/// length in front, so that no two events have the same bytes.
[[nodiscard]] std::string chainHash(const StoredEvent &event);

/// What a look at the whole log says.
struct LogVerdict
{
    enum class Fault
    {
        None,
        Missing,    ///< there is no event of this number, though the log goes on or should
        Altered,    ///< its columns are not those that were hashed
        Unlinked,   ///< it does not follow the event before it
        Gap,        ///< the events of its application do not count up from 1
        Added,      ///< it is beyond the end the log itself remembers
        Unreadable, ///< the database is damaged here
    };

    Fault fault = Fault::None;
    std::int64_t events = 0;   ///< read without fault
    std::int64_t firstBad = 0; ///< number of the first bad event, from 1; 0: none
    std::string head;          ///< hash of the last good event

    [[nodiscard]] bool isGood() const { return fault == Fault::None; }
};
[[nodiscard]] std::string_view faultId(LogVerdict::Fault fault); ///< none, missing, altered, …

/// Reads every event of a database once, in order, and follows the chain: any event flipped, dropped, moved, added, or
/// cut off at the end is named. Says nothing of what was projected from them: see verifyProjections(). Needs no key and
/// never writes. Errors: NotFound, Unreadable (no event log at all).
[[nodiscard]] Result<LogVerdict> verifyLog(const std::string &location);
/// The same of one that is open and in which nobody writes meanwhile.
[[nodiscard]] Result<LogVerdict> verifyLog(const Database &database);

/// The hash that event carries, by its number from 1; nothing: the log is shorter. It is not checked. Errors: NotFound,
/// Unreadable.
[[nodiscard]] Result<std::optional<std::string>> eventHash(const std::string &location, std::int64_t number);

} // namespace zsb
