#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// A stretch of the server's life between two restores from a backup.
struct Epoch
{
    std::int64_t number = 0;
    std::string id{};
    std::int64_t seq = 0; ///< how long the log was when it began
    Instant at{};
};

/// The one that lasts; nothing in a database that never was a server's. Errors: those of Database.
[[nodiscard]] Result<std::optional<Epoch>> currentEpoch(const Database &database);
/// The one right after that of this id: from its `seq` on versions of that id mean nothing here. Nothing when it is the
/// current one or none of ours.
[[nodiscard]] Result<std::optional<Epoch>> epochAfter(const Database &database, std::string_view id);
/// Begins another one, at the log as it is. Inside the transaction of the caller.
[[nodiscard]] Result<Epoch> beginEpoch(const Database &database, Instant now, const RandomSource &random);
[[nodiscard]] Result<bool> isEpoch(const Database &database, std::string_view id);

} // namespace zsb
