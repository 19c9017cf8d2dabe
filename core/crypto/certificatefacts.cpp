#include "core/crypto/base64url.h"
#include "core/crypto/certificateparts.h"
#include "core/crypto/rawbytes.h"

#include <QByteArray>

namespace zsb {

using namespace certificate;

namespace {

Error notACertificate()
{
    return {ErrorCode::Invalid, "certificate: none"};
}

Result<std::string> digestOf(std::string_view pem)
{
    const OpenSslErrorsCleared cleared;
    const OpenSslPtr<X509> certificate = readCertificate(pem);
    std::string digest(32, '\0');
    unsigned size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), rawBytes(digest), &size) != 1 ||
        size != digest.size())
        return notACertificate();
    return digest;
}

Instant instantOf(const ASN1_TIME *time)
{
    int days = 0;
    int seconds = 0;
    const std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)> epoch(ASN1_TIME_set(nullptr, 0), &ASN1_TIME_free);
    if (!epoch || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1)
        return {};
    return Instant(std::chrono::days(days)) + std::chrono::seconds(seconds);
}

std::string addressText(const ASN1_OCTET_STRING *bytes)
{
    const unsigned char *raw = ASN1_STRING_get0_data(bytes);
    const int size = ASN1_STRING_length(bytes);
    std::string text;
    if (size == 4) {
        for (int i = 0; i < size; ++i)
            text += (i > 0 ? "." : "") + std::to_string(int(raw[i]));
        return text;
    }
    const QByteArray hex = QByteArray(reinterpret_cast<const char *>(raw), size).toHex();
    for (qsizetype i = 0; i < hex.size(); i += 4)
        text += (i > 0 ? ":" : "") + hex.mid(i, 4).toStdString();
    return text;
}

std::vector<std::string> alternativeNames(X509 *certificate)
{
    std::vector<std::string> names;
    const OpenSslPtr<GENERAL_NAMES> all(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(all.get(), i);
        if (name->type == GEN_DNS)
            names.push_back("DNS:" + std::string(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                                                 std::size_t(ASN1_STRING_length(name->d.dNSName))));
        else if (name->type == GEN_IPADD)
            names.push_back("IP:" + addressText(name->d.iPAddress));
    }
    return names;
}

std::string commonName(X509 *certificate)
{
    const X509_NAME *name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0)
        return {};
    const ASN1_STRING *text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), std::size_t(ASN1_STRING_length(text))};
}

} // namespace

Result<std::string> certificateFingerprint(std::string_view certificate)
{
    const Result<std::string> digest = digestOf(certificate);
    if (!digest)
        return digest.error();
    return QByteArray::fromStdString(*digest).toHex(':').toUpper().toStdString();
}

Result<std::string> certificateThumbprint(std::string_view certificate)
{
    const Result<std::string> digest = digestOf(certificate);
    if (!digest)
        return digest.error();
    return base64Url(*digest);
}

Result<CertificateFacts> certificateFacts(std::string_view certificate)
{
    const OpenSslErrorsCleared cleared;
    const OpenSslPtr<X509> read = readCertificate(certificate);
    if (!read)
        return notACertificate();
    const std::uint32_t uses = X509_get_extended_key_usage(read.get()); // all bits when it does not say
    const bool isAuthority = X509_check_ca(read.get()) == 1;
    return CertificateFacts{.subject = commonName(read.get()),
                            .from = instantOf(X509_get0_notBefore(read.get())),
                            .until = instantOf(X509_get0_notAfter(read.get())),
                            .isAuthority = isAuthority,
                            .forServers = !isAuthority && (uses & XKU_SSL_SERVER) != 0,
                            .forClients = !isAuthority && (uses & XKU_SSL_CLIENT) != 0,
                            .names = alternativeNames(read.get())};
}

bool isIssuedBy(std::string_view certificate, std::string_view authority, Instant now)
{
    const OpenSslErrorsCleared cleared;
    const OpenSslPtr<X509> end = readCertificate(certificate);
    const OpenSslPtr<X509> issuer = readCertificate(authority);
    if (!end || !issuer || X509_check_ca(issuer.get()) != 1 ||
        X509_check_issued(issuer.get(), end.get()) != X509_V_OK ||
        X509_verify(end.get(), X509_get0_pubkey(issuer.get())) != 1)
        return false;
    return now >= instantOf(X509_get0_notBefore(end.get())) && now < instantOf(X509_get0_notAfter(end.get()));
}

} // namespace zsb
