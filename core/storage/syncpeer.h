#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace zsb {

class Database;

/// How the service's clock stood to ours when it last answered. Its time is ours plus `offset`, give or take `within`.
struct ClockAnchor
{
    std::chrono::milliseconds offset{};
    std::chrono::milliseconds within{};
    Instant at{}; ///< by our clock; 1970: never

    bool operator==(const ClockAnchor &) const = default;
};

/// The central service a database is kept with, and how far.
struct SyncPeer
{
    std::string server{}; ///< where it is: `https://host:port`
    std::string epoch{};  ///< empty before the first answer
    std::int64_t cursor = 0;
    std::string scope{}; ///< hash of what may be read, as it said; empty before the first answer
    std::int64_t witnessSize = 0;
    std::string witnessRoot{}; ///< of the log of that size; a later log must contain it
    ClockAnchor clock{};

    bool operator==(const SyncPeer &) const = default;
};

/// None: this database is kept by itself. Errors: those of Database.
[[nodiscard]] Result<std::optional<SyncPeer>> readPeer(const Database &database);
/// From the first time on, commands are kept for sending. Errors: those of Database.
[[nodiscard]] Done writePeer(const Database &database, const SyncPeer &peer);
[[nodiscard]] Result<bool> hasPeer(const Database &database);

} // namespace zsb
