#include "core/crypto/sm2.h"

#include "core/crypto/opensslhandles.h"
#include "core/crypto/rawbytes.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/params.h>

#include <algorithm>

namespace zsb::sm2 {

namespace {

constexpr std::string_view identity = "1234567812345678";
constexpr std::size_t numberSize = 32;
constexpr std::size_t pointSize = 65;

Error failed()
{
    return {ErrorCode::Internal, "SM2"};
}

struct ParamsFree
{
    void operator()(OSSL_PARAM *it) const { OSSL_PARAM_free(it); }
    void operator()(OSSL_PARAM_BLD *it) const { OSSL_PARAM_BLD_free(it); }
};

/// Null when the numbers are no key.
OpenSslPtr<EVP_PKEY> loaded(std::string_view publicKey, const BIGNUM *secret)
{
    const std::unique_ptr<OSSL_PARAM_BLD, ParamsFree> parts(OSSL_PARAM_BLD_new());
    if (publicKey.size() != pointSize || !parts ||
        OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, publicKey.data(), publicKey.size()) != 1)
        return {};
    if (secret && OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret) != 1)
        return {};
    const std::unique_ptr<OSSL_PARAM, ParamsFree> params(OSSL_PARAM_BLD_to_param(parts.get()));
    const OpenSslPtr<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1)
        return {};
    if (EVP_PKEY_fromdata(context.get(), &key, secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return {};
    return OpenSslPtr<EVP_PKEY>(key);
}

/// A digest context that signs or verifies under the identity; it owns what it needs.
struct Operation
{
    explicit Operation(OpenSslPtr<EVP_PKEY> from) : key(std::move(from)), digest(EVP_MD_CTX_new())
    {
        pkey.reset(key ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr);
        works = digest && pkey && EVP_PKEY_CTX_set1_id(pkey.get(), identity.data(), int(identity.size())) == 1;
        if (works)
            EVP_MD_CTX_set_pkey_ctx(digest.get(), pkey.get());
    }

    OpenSslPtr<EVP_PKEY> key;
    OpenSslPtr<EVP_PKEY_CTX> pkey;
    OpenSslPtr<EVP_MD_CTX> digest; ///< goes before its pkey
    bool works = false;
};

/// r and s out of the DER that OpenSSL writes.
Result<std::string> rawSignature(const std::string &der)
{
    const unsigned char *at = rawBytes(std::string_view(der));
    const OpenSslPtr<ECDSA_SIG> parsed(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
    std::string raw(2 * numberSize, '\0');
    if (!parsed || BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), rawBytes(raw), int(numberSize)) < 0 ||
        BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), rawBytes(raw) + numberSize, int(numberSize)) < 0)
        return failed();
    return raw;
}

/// Empty when it cannot be one.
std::string derSignature(std::string_view raw)
{
    const OpenSslPtr<ECDSA_SIG> parts(ECDSA_SIG_new());
    if (raw.size() != 2 * numberSize || !parts)
        return {};
    OpenSslPtr<BIGNUM> r(BN_bin2bn(rawBytes(raw), int(numberSize), nullptr));
    OpenSslPtr<BIGNUM> s(BN_bin2bn(rawBytes(raw) + numberSize, int(numberSize), nullptr));
    if (!r || !s || ECDSA_SIG_set0(parts.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // theirs now
    (void)s.release();
    unsigned char *written = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &written);
    std::string der(reinterpret_cast<const char *>(written), std::size_t(std::max(size, 0)));
    OPENSSL_free(written);
    return der;
}

} // namespace

Result<SigningKey> keyOf(const Key &secret)
{
    const OpenSslErrorsCleared cleared;
    const OpenSslPtr<EC_GROUP> group(EC_GROUP_new_by_curve_name(NID_sm2));
    const OpenSslPtr<BN_CTX> scratch(BN_CTX_new());
    const OpenSslPtr<BIGNUM> number(BN_bin2bn(secret.data(), int(Key::size), nullptr));
    const OpenSslPtr<EC_POINT> point(group ? EC_POINT_new(group.get()) : nullptr);
    const OpenSslPtr<BIGNUM> most(BN_new());
    if (!scratch || !number || !point || !most)
        return failed();
    // 1 … n-2, see GB/T 32918.1
    if (!BN_copy(most.get(), EC_GROUP_get0_order(group.get())) || BN_sub_word(most.get(), 1) != 1)
        return failed();
    if (BN_is_zero(number.get()) || BN_cmp(number.get(), most.get()) >= 0)
        return Error{ErrorCode::Invalid, "SM2: no secret key"};
    std::string publicKey(pointSize, '\0');
    if (EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, scratch.get()) != 1 ||
        EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, rawBytes(publicKey), pointSize,
                           scratch.get()) != pointSize)
        return failed();
    return SigningKey{secret, publicKey};
}

Result<SigningKey> newKey(const RandomSource &random)
{
    // One draw in 2^32 is out of range; four in a row are a broken source.
    Result<SigningKey> made = failed();
    for (int draw = 0; draw < 4 && !made; ++draw)
        made = keyOf(Key::make(random));
    return made;
}

Result<std::string> sign(const SigningKey &key, std::string_view message)
{
    const OpenSslErrorsCleared cleared;
    OpenSslPtr<BIGNUM> secret(BN_bin2bn(key.secret.data(), int(Key::size), nullptr));
    const Operation signing(loaded(key.publicKey, secret.get()));
    std::size_t size = 0;
    if (!signing.works ||
        EVP_DigestSignInit(signing.digest.get(), nullptr, EVP_sm3(), nullptr, signing.key.get()) != 1 ||
        EVP_DigestSign(signing.digest.get(), nullptr, &size, rawBytes(message), message.size()) != 1)
        return failed();
    std::string der(size, '\0');
    if (EVP_DigestSign(signing.digest.get(), rawBytes(der), &size, rawBytes(message), message.size()) != 1)
        return failed();
    der.resize(size);
    return rawSignature(der);
}

bool verify(std::string_view publicKey, std::string_view message, std::string_view signature)
{
    const OpenSslErrorsCleared cleared;
    const std::string der = derSignature(signature);
    const Operation checking(loaded(publicKey, nullptr));
    return !der.empty() && checking.works &&
           EVP_DigestVerifyInit(checking.digest.get(), nullptr, EVP_sm3(), nullptr, checking.key.get()) == 1 &&
           EVP_DigestVerify(checking.digest.get(), rawBytes(der), der.size(), rawBytes(message), message.size()) == 1;
}

} // namespace zsb::sm2
