#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// A refresh token is 32 random bytes; whoever keeps it for checking keeps its hash alone. Each is good for one use,
/// and every use makes the next of the same family. Whoever shows a used one shows a copy: the whole family ends.

inline constexpr std::chrono::hours refreshTokenLife{12};
/// An answer may get lost on its way: for so long the same token from the same device is answered again, as long as
/// nobody used what it was answered with.
inline constexpr std::chrono::seconds refreshRetry{30};

/// What is kept of one. `hash` finds it.
struct RefreshRecord
{
    std::string hash{};
    std::string family{}; ///< of one sign-in
    std::string subject{};
    std::string device{}; ///< thumbprint of its certificate
    Instant familyExpires{};
    std::optional<Instant> used{};
    bool successorUsed = false;
    bool revoked = false; ///< with its family

    bool operator==(const RefreshRecord &) const = default;
};

struct NewRefreshToken
{
    std::string token{}; ///< for the client, and nobody else
    RefreshRecord record{};
};

/// Under which its record is found, whatever somebody sent.
[[nodiscard]] std::string refreshHash(std::string_view token);

/// The first of a new family.
[[nodiscard]] NewRefreshToken firstRefreshToken(std::string_view subject, std::string_view device, Instant now,
                                                const RandomSource &random);
/// The next of the same family, which lives no longer than the first.
[[nodiscard]] NewRefreshToken nextRefreshToken(const RefreshRecord &used, const RandomSource &random);

enum class RefreshRuling
{
    Accept,       ///< mark it used now, and its predecessor's successor as used; hand out the next
    AcceptAgain,  ///< the answer got lost: revoke the successor, hand out another next
    Reject,       ///< unknown, expired or revoked: sign in again
    RevokeFamily, ///< used twice or from another device: revoke every record of the family and tell the owner
};

/// Null: no record has that hash.
[[nodiscard]] RefreshRuling judgeRefresh(const RefreshRecord *record, std::string_view device, Instant now);

} // namespace zsb
