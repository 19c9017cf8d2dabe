#include "core/crypto/internationalsuite.h"

#include "core/crypto/rawbytes.h"

#include <sodium.h>

namespace zsb {

static_assert(CryptoSuite::nonceSize == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(CryptoSuite::tagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(Key::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(Key::size == crypto_sign_SEEDBYTES);

Result<std::string> InternationalSuite::seal(const Key &key, std::string_view nonce, std::string_view plain,
                                             std::string_view context) const
{
    if (nonce.size() != nonceSize)
        return Error{ErrorCode::Invalid, "nonce"};
    std::string sealed(plain.size() + tagSize, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(rawBytes(sealed), nullptr, rawBytes(plain), plain.size(),
                                               rawBytes(context), context.size(), nullptr, rawBytes(nonce), key.data());
    return sealed;
}

Result<std::string> InternationalSuite::open(const Key &key, std::string_view nonce, std::string_view sealed,
                                             std::string_view context) const
{
    if (nonce.size() != nonceSize || sealed.size() < tagSize)
        return Error{ErrorCode::Invalid, "sealed: too short"};
    std::string plain(sealed.size() - tagSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(rawBytes(plain), nullptr, nullptr, rawBytes(sealed), sealed.size(),
                                                   rawBytes(context), context.size(), rawBytes(nonce), key.data()) != 0)
        return Error{ErrorCode::Invalid, "sealed: does not open"};
    return plain;
}

std::string InternationalSuite::index(const Key &key, std::string_view text) const
{
    std::string made(crypto_generichash_BYTES, '\0');
    crypto_generichash(rawBytes(made), made.size(), rawBytes(text), text.size(), key.data(), Key::size);
    return made;
}

std::string InternationalSuite::hash(std::string_view text) const
{
    std::string made(crypto_generichash_BYTES, '\0');
    crypto_generichash(rawBytes(made), made.size(), rawBytes(text), text.size(), nullptr, 0);
    return made;
}

Result<SigningKey> InternationalSuite::newSigningKey(const RandomSource &random) const
{
    return signingKey(Key::make(random));
}

Result<SigningKey> InternationalSuite::signingKey(const Key &secret) const
{
    std::string pair(crypto_sign_SECRETKEYBYTES, '\0');
    std::string publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_seed_keypair(rawBytes(publicKey), rawBytes(pair), secret.data());
    wipe(pair);
    return SigningKey{secret, publicKey};
}

Result<std::string> InternationalSuite::sign(const SigningKey &key, std::string_view message) const
{
    // libsodium's secret key is the seed followed by the public key
    std::string pair = std::string(key.secret.bytes()) + key.publicKey;
    if (pair.size() != crypto_sign_SECRETKEYBYTES)
        return Error{ErrorCode::Invalid, "signing key"};
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(rawBytes(signature), nullptr, rawBytes(message), message.size(), rawBytes(pair));
    wipe(pair);
    return signature;
}

bool InternationalSuite::verify(std::string_view publicKey, std::string_view message, std::string_view signature) const
{
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(rawBytes(signature), rawBytes(message), message.size(), rawBytes(publicKey)) ==
               0;
}

} // namespace zsb
