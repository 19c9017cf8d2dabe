#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// One-time codes of an authenticator (RFC 6238): HMAC-SHA-1, steps of 30 s, as every authenticator speaks them.

/// 20 random bytes.
[[nodiscard]] std::string newTotpSecret(const RandomSource &random);

/// The step of the clock a moment is in.
[[nodiscard]] std::int64_t totpStep(Instant at);
/// The code of a step, 6 digits long; 8 in the published vectors.
[[nodiscard]] std::string totpCode(std::string_view secret, std::int64_t step, int digits = 6);

/// The step whose code it is: now, the one before or the one after. Nothing when it is none of them, or not after
/// `lastUsed`: a code counts once, and nothing older counts after it. The caller keeps the step in the same
/// transaction as what it allowed.
[[nodiscard]] std::optional<std::int64_t> acceptedStep(std::string_view secret, std::string_view code, Instant now,
                                                       std::int64_t lastUsed);

/// RFC 4648 base 32 without padding, as people type secrets.
[[nodiscard]] std::string base32(std::string_view bytes);
/// What an authenticator reads from a QR code.
[[nodiscard]] std::string totpUri(std::string_view secret, std::string_view issuer, std::string_view account);

} // namespace zsb
