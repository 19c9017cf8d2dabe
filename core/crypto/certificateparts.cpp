#include "core/crypto/certificateparts.h"

#include "core/crypto/rawbytes.h"

#include <openssl/pem.h>

#include <algorithm>

namespace zsb::certificate {

namespace {

OpenSslPtr<BIO> readingBio(std::string_view text)
{
    constexpr std::size_t most = 64 << 10; // a PEM of ours has two kilobytes
    return OpenSslPtr<BIO>(text.size() > most ? nullptr : BIO_new_mem_buf(text.data(), int(text.size())));
}

std::string textOf(BIO *bio, bool isWritten)
{
    char *bytes = nullptr;
    const long size = isWritten && bio != nullptr ? BIO_get_mem_data(bio, &bytes) : 0;
    return {bytes, std::size_t(std::max(size, 0L))};
}

/// 128 bits, positive, not 0.
bool setSerial(X509 *made, const RandomSource &random)
{
    std::array<std::uint8_t, 16> drawn{};
    random(drawn);
    drawn.front() = std::uint8_t((drawn.front() & 0x7f) | 0x40);
    const OpenSslPtr<BIGNUM> number(BN_bin2bn(drawn.data(), int(drawn.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(made)) != nullptr;
}

bool setNames(X509 *made, std::string_view subject, X509 *issuer)
{
    X509_NAME *name = X509_get_subject_name(made);
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, rawBytes(subject), int(subject.size()), -1, 0) == 1 &&
           X509_set_issuer_name(made, issuer != nullptr ? X509_get_subject_name(issuer) : name) == 1;
}

bool setTimes(X509 *made, Instant from, Instant until)
{
    const auto seconds = [](Instant at) {
        return time_t(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    };
    return ASN1_TIME_set(X509_getm_notBefore(made), seconds(from)) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(made), seconds(until)) != nullptr;
}

bool addExtension(X509 *made, X509 *issuer, const std::pair<int, std::string> &extension)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer != nullptr ? issuer : made, made, nullptr, nullptr, 0);
    const OpenSslPtr<X509_EXTENSION> added(
        X509V3_EXT_conf_nid(nullptr, &context, extension.first, extension.second.c_str()));
    return added && X509_add_ext(made, added.get(), -1) == 1;
}

bool isDnsName(const std::string &name)
{
    return !name.empty() && name.size() <= 253 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == '*';
    });
}

bool isAddress(const std::string &address)
{
    ASN1_OCTET_STRING *bytes = a2i_IPADDRESS(address.c_str());
    const bool good = bytes != nullptr;
    ASN1_OCTET_STRING_free(bytes);
    return good;
}

} // namespace

Error failed()
{
    return {ErrorCode::Internal, "certificate: OpenSSL"};
}

OpenSslPtr<X509> drafted(const Draft &draft, EVP_PKEY *key)
{
    OpenSslPtr<X509> made(X509_new());
    if (key == nullptr || !made || X509_set_version(made.get(), X509_VERSION_3) != 1 ||
        !setSerial(made.get(), draft.random) || !setNames(made.get(), draft.subject, draft.issuer) ||
        !setTimes(made.get(), draft.from, draft.until) || X509_set_pubkey(made.get(), key) != 1)
        return {};
    const auto adds = [&](const auto &extension) { return addExtension(made.get(), draft.issuer, extension); };
    return std::ranges::all_of(draft.extensions, adds) ? std::move(made) : OpenSslPtr<X509>();
}

OpenSslPtr<X509> readCertificate(std::string_view pem)
{
    const OpenSslPtr<BIO> bio = readingBio(pem);
    return OpenSslPtr<X509>(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

OpenSslPtr<X509_REQ> readRequest(std::string_view pem)
{
    const OpenSslPtr<BIO> bio = readingBio(pem);
    return OpenSslPtr<X509_REQ>(bio ? PEM_read_bio_X509_REQ(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

OpenSslPtr<EVP_PKEY> readPrivateKey(std::string_view pem)
{
    const OpenSslPtr<BIO> bio = readingBio(pem);
    // with an empty password, so that a key under one is an error and not a question on the terminal
    char none[] = "";
    return OpenSslPtr<EVP_PKEY>(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, none) : nullptr);
}

std::string pemOf(X509 *certificate)
{
    const OpenSslPtr<BIO> bio(BIO_new(BIO_s_mem()));
    return textOf(bio.get(), bio && PEM_write_bio_X509(bio.get(), certificate) == 1);
}

std::string pemOf(X509_REQ *request)
{
    const OpenSslPtr<BIO> bio(BIO_new(BIO_s_mem()));
    return textOf(bio.get(), bio && PEM_write_bio_X509_REQ(bio.get(), request) == 1);
}

std::string pemOf(EVP_PKEY *key)
{
    const OpenSslPtr<BIO> bio(BIO_new(BIO_s_secmem()));
    return textOf(bio.get(),
                  bio && PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
}

bool isP256(EVP_PKEY *key)
{
    char group[32] = {};
    std::size_t size = 0;
    return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, group, sizeof group, &size) == 1 &&
           std::string_view(group) == "prime256v1";
}

bool areServerNames(const ServerNames &names)
{
    return !(names.dns.empty() && names.addresses.empty()) && std::ranges::all_of(names.dns, isDnsName) &&
           std::ranges::all_of(names.addresses, isAddress);
}

} // namespace zsb::certificate
