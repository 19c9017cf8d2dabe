#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/cryptosuite.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

inline constexpr std::chrono::minutes accessTokenLife{10};

/// What an access token says of whoever shows it. All of it was true when it was made; a service that has to know
/// sooner than in ten minutes compares `rightsEpoch` with the one it remembers.
struct AccessClaims
{
    std::string subject{};             ///< id of the member of staff or candidate
    std::vector<std::string> roles{};  ///< in the order given
    std::vector<std::string> scopes{}; ///< what the roles are confined to
    std::string deviceThumbprint{};    ///< SHA-256 of the device's certificate, base64url (RFC 8705); empty: no device
    std::int64_t rightsEpoch = 0;      ///< counts the changes of the subject's rights
    std::string tokenId{};             ///< of this token, for the audit log
    Instant issued{};                  ///< whole seconds
    Instant expires{};                 ///< whole seconds

    bool operator==(const AccessClaims &) const = default;
};

/// `zsb1.<claims>.<signature>`: the digit is the suite, and there is no other header to be lied in; claims are JSON of
/// one form only, signature over everything before it, both base64url. Errors: Internal, Invalid (claims longer than a
/// token may be).
[[nodiscard]] Result<std::string> issueToken(const CryptoSuite &suite, const SigningKey &key,
                                             const AccessClaims &claims);

/// What a token is asked when it is shown.
struct TokenCheck
{
    std::span<const std::string> publicKeys{}; ///< the one that signs, and those that did until lately
    Instant now{};
    std::string_view deviceThumbprint{}; ///< of the certificate of this connection
};

/// Needs no look into a database. Errors: Invalid (no token of ours, or forged: not a byte of another form is read),
/// Refused (expired, not yet valid, or of another device).
[[nodiscard]] Result<AccessClaims> verifyToken(const CryptoSuite &suite, std::string_view token,
                                               const TokenCheck &check);

} // namespace zsb
