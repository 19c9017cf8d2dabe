#include "core/crypto/nationalsuite.h"

#include "core/crypto/opensslhandles.h"
#include "core/crypto/rawbytes.h"
#include "core/crypto/sm2.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

namespace zsb {

namespace {

constexpr std::size_t hashSize = 32;
constexpr std::size_t cipherKeySize = 16; // and as many of the first counter

Error failed()
{
    return {ErrorCode::Internal, "SM4 or SM3"};
}

std::string bigEndian(std::uint64_t number)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += char(number >> shift & 0xff);
    return bytes;
}

} // namespace

struct NationalSuite::Algorithms
{
    OpenSslPtr<EVP_CIPHER> sm4;
    OpenSslPtr<EVP_MD> sm3;
    OpenSslPtr<EVP_MAC> hmac;
    OpenSslPtr<EVP_MAC_CTX> hmacSm3; ///< copied for every use

    [[nodiscard]] bool areThere() const { return sm4 && sm3 && hmacSm3; }

    /// Of all the pieces in a row; empty when the library failed.
    [[nodiscard]] std::string mac(std::string_view key, std::initializer_list<std::string_view> pieces) const
    {
        const OpenSslPtr<EVP_MAC_CTX> context(EVP_MAC_CTX_dup(hmacSm3.get()));
        bool works = context && EVP_MAC_init(context.get(), rawBytes(key), key.size(), nullptr) == 1;
        for (const std::string_view piece : pieces)
            works = works && EVP_MAC_update(context.get(), rawBytes(piece), piece.size()) == 1;
        std::string made(hashSize, '\0');
        std::size_t size = 0;
        works = works && EVP_MAC_final(context.get(), rawBytes(made), &size, made.size()) == 1;
        return works && size == hashSize ? made : std::string();
    }
};

NationalSuite::NationalSuite(std::unique_ptr<const Algorithms> algorithms) : m_algorithms(std::move(algorithms)) {}

NationalSuite::~NationalSuite() = default;

Result<std::shared_ptr<const CryptoSuite>> NationalSuite::make()
{
    auto found = std::make_unique<Algorithms>();
    found->sm4.reset(EVP_CIPHER_fetch(nullptr, "SM4-CTR", nullptr));
    found->sm3.reset(EVP_MD_fetch(nullptr, "SM3", nullptr));
    found->hmac.reset(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    if (found->hmac) {
        char digest[] = "SM3";
        const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
        found->hmacSm3.reset(EVP_MAC_CTX_new(found->hmac.get()));
        if (found->hmacSm3 && EVP_MAC_CTX_set_params(found->hmacSm3.get(), params) != 1)
            found->hmacSm3.reset();
    }
    if (!found->areThere())
        return Error{ErrorCode::Internal, "OpenSSL has no SM4-CTR, SM3 or HMAC"};
    return std::shared_ptr<const CryptoSuite>(new NationalSuite(std::move(found)));
}

Result<std::string> NationalSuite::crypt(std::string_view keyAndCounter, std::string_view text) const
{
    const OpenSslPtr<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    const unsigned char *key = rawBytes(keyAndCounter);
    std::string made(text.size(), '\0');
    int size = 0;
    if (keyAndCounter.size() != 2 * cipherKeySize || !context ||
        EVP_EncryptInit_ex2(context.get(), m_algorithms->sm4.get(), key, key + cipherKeySize, nullptr) != 1)
        return failed();
    if (!text.empty() && EVP_EncryptUpdate(context.get(), rawBytes(made), &size, rawBytes(text), int(text.size())) != 1)
        return failed();
    return made;
}

Result<std::string> NationalSuite::tag(const Key &key, std::string_view nonce, std::string_view sealed,
                                       std::string_view context) const
{
    std::string authenticating = m_algorithms->mac(key.bytes(), {"authenticate", nonce});
    std::string made = m_algorithms->mac(authenticating, {bigEndian(context.size()), context, nonce, sealed});
    const bool works = !authenticating.empty() && !made.empty();
    wipe(authenticating);
    made.resize(works ? tagSize : 0);
    return works ? Result<std::string>(made) : failed();
}

Result<std::string> NationalSuite::seal(const Key &key, std::string_view nonce, std::string_view plain,
                                        std::string_view context) const
{
    if (nonce.size() != nonceSize)
        return Error{ErrorCode::Invalid, "nonce"};
    std::string encrypting = m_algorithms->mac(key.bytes(), {"encrypt", nonce});
    Result<std::string> sealed = crypt(encrypting, plain);
    wipe(encrypting);
    if (!sealed)
        return sealed.error();
    const Result<std::string> made = tag(key, nonce, *sealed, context);
    if (!made)
        return made.error();
    return *sealed + *made;
}

Result<std::string> NationalSuite::open(const Key &key, std::string_view nonce, std::string_view sealed,
                                        std::string_view context) const
{
    if (nonce.size() != nonceSize || sealed.size() < tagSize)
        return Error{ErrorCode::Invalid, "sealed: too short"};
    const std::string_view text = sealed.substr(0, sealed.size() - tagSize);
    const Result<std::string> expected = tag(key, nonce, text, context);
    if (!expected)
        return expected.error();
    if (!equalSecret(*expected, sealed.substr(text.size())))
        return Error{ErrorCode::Invalid, "sealed: does not open"};
    std::string encrypting = m_algorithms->mac(key.bytes(), {"encrypt", nonce});
    Result<std::string> plain = crypt(encrypting, text); // a counter mode opens as it seals
    wipe(encrypting);
    return plain;
}

std::string NationalSuite::index(const Key &key, std::string_view text) const
{
    return m_algorithms->mac(key.bytes(), {text});
}

std::string NationalSuite::hash(std::string_view text) const
{
    std::string made(hashSize, '\0');
    unsigned size = 0;
    const bool works =
        EVP_Digest(text.data(), text.size(), rawBytes(made), &size, m_algorithms->sm3.get(), nullptr) == 1;
    return works && size == hashSize ? made : std::string();
}

Result<SigningKey> NationalSuite::newSigningKey(const RandomSource &random) const
{
    return sm2::newKey(random);
}

Result<SigningKey> NationalSuite::signingKey(const Key &secret) const
{
    return sm2::keyOf(secret);
}

Result<std::string> NationalSuite::sign(const SigningKey &key, std::string_view message) const
{
    return sm2::sign(key, message);
}

bool NationalSuite::verify(std::string_view publicKey, std::string_view message, std::string_view signature) const
{
    return sm2::verify(publicKey, message, signature);
}

} // namespace zsb
