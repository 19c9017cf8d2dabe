#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/crypto/key.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// The number stands in front of everything a suite sealed or signed; never reused.
enum class SuiteId : std::uint8_t
{
    International = 1, ///< XChaCha20-Poly1305, keyed BLAKE2b-256, BLAKE2b-256, Ed25519
    National = 2,      ///< SM4-CTR with HMAC-SM3 (GB/T 32907, 32905), SM3, SM2 (GB/T 32918)
};

/// A key that signs and the one that tells its signatures.
struct SigningKey
{
    Key secret;
    std::string publicKey; ///< 32 bytes (Ed25519) or 65, uncompressed (SM2)
};

/// A family of algorithms behind one door, so that certified hardware or another province's rules replace it without a
/// change anywhere else. Texts are bytes. Implementations are immutable and used from any thread.
class CryptoSuite
{
public:
    static constexpr std::size_t nonceSize = 24;
    static constexpr std::size_t tagSize = 16;

    CryptoSuite() = default;
    CryptoSuite(const CryptoSuite &) = delete;
    CryptoSuite &operator=(const CryptoSuite &) = delete;
    virtual ~CryptoSuite() = default;

    [[nodiscard]] virtual SuiteId id() const = 0;

    /// The sealed text and its tag; `context` is not in it, but open() needs the same. A nonce of 24 random bytes may
    /// seal 2^48 texts under one key. Errors: Invalid (nonce of another size), Internal.
    [[nodiscard]] virtual Result<std::string> seal(const Key &key, std::string_view nonce, std::string_view plain,
                                                   std::string_view context) const = 0;
    /// Errors: Invalid (other key, nonce or context, or not a byte as it was sealed).
    [[nodiscard]] virtual Result<std::string> open(const Key &key, std::string_view nonce, std::string_view sealed,
                                                   std::string_view context) const = 0;

    /// 32 bytes that nobody makes without the key; the same for the same text.
    [[nodiscard]] virtual std::string index(const Key &key, std::string_view text) const = 0;
    /// 32 bytes that anybody can make.
    [[nodiscard]] virtual std::string hash(std::string_view text) const = 0;

    [[nodiscard]] virtual Result<SigningKey> newSigningKey(const RandomSource &random) const = 0;
    /// The pair of a secret key that was kept. Errors: Invalid (no key of this suite).
    [[nodiscard]] virtual Result<SigningKey> signingKey(const Key &secret) const = 0;
    /// 64 bytes. SM2 draws a number of its own for every signature. Errors: Internal.
    [[nodiscard]] virtual Result<std::string> sign(const SigningKey &key, std::string_view message) const = 0;
    [[nodiscard]] virtual bool verify(std::string_view publicKey, std::string_view message,
                                      std::string_view signature) const = 0;
};

/// Errors: Invalid (no suite of that number), Internal (the libraries of this computer do not have its algorithms).
[[nodiscard]] Result<std::shared_ptr<const CryptoSuite>> cryptoSuite(SuiteId id);

} // namespace zsb
