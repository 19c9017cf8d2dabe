#pragma once

#include "core/crypto/cryptosuite.h"

namespace zsb::sm2 {

/// SM2 signatures (GB/T 32918.2) on the recommended curve, as raw numbers: public keys are 04 and two times 32 bytes,
/// signatures r and s of 32 bytes each. Errors: Invalid (no key), Internal.
[[nodiscard]] Result<SigningKey> newKey(const RandomSource &random);
[[nodiscard]] Result<SigningKey> keyOf(const Key &secret);
[[nodiscard]] Result<std::string> sign(const SigningKey &key, std::string_view message);
[[nodiscard]] bool verify(std::string_view publicKey, std::string_view message, std::string_view signature);

} // namespace zsb::sm2
