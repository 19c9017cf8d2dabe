#include "core/crypto/certificates.h"

#include "core/crypto/certificateparts.h"

#include <openssl/pem.h>

namespace zsb {

using namespace certificate;

namespace {

constexpr std::chrono::hours year{24 * 365};
constexpr auto authorityLife = 10 * year;
constexpr auto endLife = 2 * year;
constexpr std::chrono::hours clockSkew{1}; // of computers that are enrolled at once

bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= 64;
}

struct Issuer
{
    OpenSslPtr<X509> certificate;
    OpenSslPtr<EVP_PKEY> key;
};

Result<Issuer> issuerOf(const CertifiedKey &authority)
{
    Issuer issuer{readCertificate(authority.certificate), readPrivateKey(authority.privateKey)};
    if (!issuer.certificate || !issuer.key || X509_check_ca(issuer.certificate.get()) != 1 ||
        X509_check_private_key(issuer.certificate.get(), issuer.key.get()) != 1)
        return Error{ErrorCode::Invalid, "certificate: no authority"};
    return issuer;
}

/// The certificate of an end, signed.
Result<std::string> issued(const Issuer &issuer, Draft draft, EVP_PKEY *key)
{
    draft.issuer = issuer.certificate.get();
    const OpenSslPtr<X509> made = drafted(draft, key);
    if (!made || X509_sign(made.get(), issuer.key.get(), EVP_sha256()) <= 0)
        return failed();
    return pemOf(made.get());
}

std::string subjectAltName(const ServerNames &names)
{
    std::string list;
    for (const std::string &name : names.dns)
        list += (list.empty() ? "DNS:" : ",DNS:") + name;
    for (const std::string &address : names.addresses)
        list += (list.empty() ? "IP:" : ",IP:") + address;
    return list;
}

} // namespace

Result<CertifiedKey> makeAuthority(std::string_view name, Instant now, const RandomSource &random)
{
    const OpenSslErrorsCleared cleared;
    if (!isName(name))
        return Error{ErrorCode::Invalid, "certificate: name"};
    const OpenSslPtr<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const OpenSslPtr<X509> made = drafted({.subject = name,
                                           .from = now - clockSkew,
                                           .until = now + authorityLife,
                                           .extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                                                          {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                                          {NID_subject_key_identifier, "hash"}},
                                           .random = random},
                                          key.get());
    if (!made || X509_sign(made.get(), key.get(), EVP_sha256()) <= 0)
        return failed();
    return CertifiedKey{pemOf(made.get()), pemOf(key.get())};
}

Result<CertifiedKey> makeServerCertificate(const CertifiedKey &authority, const ServerNames &names, Instant now,
                                           const RandomSource &random)
{
    const OpenSslErrorsCleared cleared;
    const Result<Issuer> issuer = issuerOf(authority);
    if (!issuer)
        return issuer.error();
    if (!areServerNames(names))
        return Error{ErrorCode::Invalid, "certificate: no name or address of a server"};
    const OpenSslPtr<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const std::string alternatives = subjectAltName(names);
    const Result<std::string> made = issued(*issuer,
                                            {.subject = "zsb-server",
                                             .from = now - clockSkew,
                                             .until = now + endLife,
                                             .extensions = {{NID_basic_constraints, "critical,CA:FALSE"},
                                                            {NID_key_usage, "critical,digitalSignature"},
                                                            {NID_ext_key_usage, "serverAuth"},
                                                            {NID_subject_key_identifier, "hash"},
                                                            {NID_authority_key_identifier, "keyid"},
                                                            {NID_subject_alt_name, alternatives}},
                                             .random = random},
                                            key.get());
    if (!made)
        return made.error();
    return CertifiedKey{*made, pemOf(key.get())};
}

Result<DeviceRequest> makeDeviceRequest()
{
    const OpenSslErrorsCleared cleared;
    const OpenSslPtr<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const OpenSslPtr<X509_REQ> request(X509_REQ_new());
    if (!key || !request || X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 ||
        X509_REQ_set_pubkey(request.get(), key.get()) != 1 ||
        X509_REQ_sign(request.get(), key.get(), EVP_sha256()) <= 0)
        return failed();
    return DeviceRequest{pemOf(request.get()), pemOf(key.get())};
}

Result<std::string> issueDeviceCertificate(const CertifiedKey &authority, std::string_view request,
                                           std::string_view deviceId, Instant now, const RandomSource &random)
{
    const OpenSslErrorsCleared cleared;
    const Result<Issuer> issuer = issuerOf(authority);
    if (!issuer)
        return issuer.error();
    const OpenSslPtr<X509_REQ> asked = readRequest(request);
    EVP_PKEY *key = asked ? X509_REQ_get0_pubkey(asked.get()) : nullptr;
    if (!isName(deviceId) || key == nullptr || !isP256(key) || X509_REQ_verify(asked.get(), key) != 1)
        return Error{ErrorCode::Invalid, "certificate: no request for one"};
    return issued(*issuer,
                  {.subject = deviceId,
                   .from = now - clockSkew,
                   .until = now + endLife,
                   .extensions = {{NID_basic_constraints, "critical,CA:FALSE"},
                                  {NID_key_usage, "critical,digitalSignature"},
                                  {NID_ext_key_usage, "clientAuth"},
                                  {NID_subject_key_identifier, "hash"},
                                  {NID_authority_key_identifier, "keyid"}},
                   .random = random},
                  key);
}

} // namespace zsb
