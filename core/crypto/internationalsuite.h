#pragma once

#include "core/crypto/cryptosuite.h"

namespace zsb {

/// Suite 1, by libsodium. Whoever makes one has called sodium_init().
class InternationalSuite final : public CryptoSuite
{
public:
    [[nodiscard]] SuiteId id() const override { return SuiteId::International; }
    [[nodiscard]] Result<std::string> seal(const Key &key, std::string_view nonce, std::string_view plain,
                                           std::string_view context) const override;
    [[nodiscard]] Result<std::string> open(const Key &key, std::string_view nonce, std::string_view sealed,
                                           std::string_view context) const override;
    [[nodiscard]] std::string index(const Key &key, std::string_view text) const override;
    [[nodiscard]] std::string hash(std::string_view text) const override;
    [[nodiscard]] Result<SigningKey> newSigningKey(const RandomSource &random) const override;
    [[nodiscard]] Result<SigningKey> signingKey(const Key &secret) const override;
    [[nodiscard]] Result<std::string> sign(const SigningKey &key, std::string_view message) const override;
    [[nodiscard]] bool verify(std::string_view publicKey, std::string_view message,
                              std::string_view signature) const override;
};

} // namespace zsb
