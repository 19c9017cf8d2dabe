#include "core/sync/tlssetup.h"

#include "core/base/hash.h"
#include "core/sync/networkdriver.h"

#include <QSslKey>

#include <algorithm>

namespace zsb {
namespace {

/// Whatever kind of key it is; a null key when it is none.
QSslKey keyOf(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm kind : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(pem, kind);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<QSslConfiguration> tlsFor(const NetworkSettings &settings)
{
    const QList<QSslCertificate> authorities =
        QSslCertificate::fromData(QByteArray::fromStdString(settings.authority), QSsl::Pem);
    if (authorities.isEmpty())
        return Error{ErrorCode::Invalid, "no certificate of an authority"};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(authorities);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (settings.certificate.empty())
        return tls;
    const QList<QSslCertificate> own =
        QSslCertificate::fromData(QByteArray::fromStdString(settings.certificate), QSsl::Pem);
    const QSslKey key = keyOf(QByteArray::fromStdString(settings.key));
    if (own.isEmpty() || key.isNull())
        return Error{ErrorCode::Invalid, "no certificate of this device, or not its key"};
    tls.setLocalCertificateChain(own);
    tls.setPrivateKey(key);
    return tls;
}

QNetworkProxy proxyOf(const NetworkSettings &settings)
{
    if (settings.proxy == NetworkSettings::Proxy::None)
        return {QNetworkProxy::NoProxy};
    if (settings.proxy == NetworkSettings::Proxy::System)
        return {QNetworkProxy::DefaultProxy};
    const auto kind =
        settings.proxy == NetworkSettings::Proxy::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return QNetworkProxy(kind, QString::fromStdString(settings.proxyHost), quint16(settings.proxyPort),
                         QString::fromStdString(settings.proxyUser), QString::fromStdString(settings.proxyPassword));
}

std::string pinOf(const QSslCertificate &certificate)
{
    return sha256Hex(certificate.publicKey().toDer().toStdString());
}

bool isPinned(const QList<QSslCertificate> &chain, const std::vector<std::string> &pins)
{
    return pins.empty() || std::ranges::any_of(chain, [&](const QSslCertificate &certificate) {
               return std::ranges::find(pins, pinOf(certificate)) != pins.end();
           });
}

} // namespace zsb
