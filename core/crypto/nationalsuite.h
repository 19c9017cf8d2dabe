#pragma once

#include "core/crypto/cryptosuite.h"

namespace zsb {

/// Suite 2, by OpenSSL: SM4-CTR, then HMAC-SM3 cut to 16 bytes over context, nonce and sealed text (encrypt, then
/// authenticate; this OpenSSL has no SM4-GCM). The keys of both are made for every text, from the key and the nonce, by
/// HMAC-SM3. SM2 signs with the identity GB/T 35276 names, 1234567812345678. Software: a certified device takes its
/// place behind the same door.
class NationalSuite final : public CryptoSuite
{
public:
    /// Errors: Internal (this OpenSSL was built without SM2, SM3 or SM4).
    [[nodiscard]] static Result<std::shared_ptr<const CryptoSuite>> make();
    ~NationalSuite() override;

    [[nodiscard]] SuiteId id() const override { return SuiteId::National; }
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

private:
    struct Algorithms; ///< fetched once: that costs more than using them
    explicit NationalSuite(std::unique_ptr<const Algorithms> algorithms);
    [[nodiscard]] Result<std::string> crypt(std::string_view keyAndCounter, std::string_view text) const;
    [[nodiscard]] Result<std::string> tag(const Key &key, std::string_view nonce, std::string_view sealed,
                                          std::string_view context) const;

    std::unique_ptr<const Algorithms> m_algorithms;
};

} // namespace zsb
