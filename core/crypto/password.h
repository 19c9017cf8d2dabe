#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zsb {

/// What guessing one password costs.
struct PasswordCost
{
    std::uint64_t memoryBytes = 0;
    std::uint64_t passes = 0;

    bool operator==(const PasswordCost &) const = default;
};

/// For a service, where thousands sign in within minutes (RFC 9106 and OWASP name 19 MiB, 2 passes as the least).
inline constexpr PasswordCost serviceCost{19ULL << 20U, 2};
/// For what lies on one computer, where whoever has the file guesses in peace: offline sign-in, keys under a
/// passphrase.
inline constexpr PasswordCost offlineCost{64ULL << 20U, 3};

/// What is kept of a password: Argon2id of it in the usual line, `$argon2id$v=19$m=…,t=…,p=1$salt$hash`, which names
/// its own cost. The bytes are hashed as they come: whoever takes a password from a person gives it in NFC. Takes long
/// on purpose. Errors: Invalid (longer than 1024 bytes, or a cost nobody asks for), Internal (not enough memory).
[[nodiscard]] Result<std::string> hashPassword(std::string_view password, const PasswordCost &cost,
                                               const RandomSource &random);

/// Whether it is the password of that line; false for anything that is no such line. In a time that does not tell how
/// much of it was right.
[[nodiscard]] bool isPassword(std::string_view password, std::string_view record);

/// Whether the line is cheaper than what is asked for now: then it is hashed again when the password is at hand.
[[nodiscard]] bool isOutdated(std::string_view record, const PasswordCost &cost);

/// 32 bytes out of a passphrase and 16 bytes of salt. Errors: those of hashPassword().
[[nodiscard]] Result<std::string> keyOfPassphrase(std::string_view passphrase, std::string_view salt,
                                                  const PasswordCost &cost);

} // namespace zsb
