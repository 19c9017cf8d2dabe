#include "core/sync/networkdriver.h"

#include "core/sync/oncedevice.h"
#include "core/sync/tlssetup.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// `byProxy`: one of ours is asked. Qt 6.4 has no name for one that is not there.
SyncTrouble troubleOf(QNetworkReply::NetworkError error, bool byProxy)
{
    switch (error) {
    case QNetworkReply::UnknownNetworkError:
        return byProxy ? SyncTrouble::Proxy : SyncTrouble::Tcp;
    case QNetworkReply::HostNotFoundError:
        return SyncTrouble::Dns;
    case QNetworkReply::SslHandshakeFailedError:
        return SyncTrouble::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return SyncTrouble::Proxy;
    default:
        return SyncTrouble::Tcp;
    }
}

/// An error that stands for a status of the server, not for a line that broke.
bool isAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError &&
            error != QNetworkReply::ContentReSendError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

HttpResponse responseOf(QNetworkReply &reply, int status)
{
    HttpResponse response;
    response.status = status;
    for (const auto &[name, value] : reply.rawHeaderPairs())
        response.headers[name.toLower().toStdString()] = value.toStdString();
    response.body = reply.readAll().toStdString();
    return response;
}

} // namespace

class NetworkDriver::Parts
{
public:
    explicit Parts(NetworkSettings given) : settings(std::move(given)) {}

    [[nodiscard]] Done prepare();
    [[nodiscard]] QNetworkRequest requestOf(const HttpRequest &request) const;
    [[nodiscard]] Reply replyOf(QNetworkReply &reply) const;

    NetworkSettings settings;
    QUrl base;
    QSslConfiguration tls;
    QNetworkAccessManager manager;
};

Done NetworkDriver::Parts::prepare()
{
    base = QUrl(QString::fromStdString(settings.server), QUrl::StrictMode);
    if (!base.isValid() || base.host().isEmpty() || base.scheme() != u"https"_s)
        return Error{ErrorCode::Invalid, "no address of a service"};
    Result<QSslConfiguration> made = tlsFor(settings);
    if (!made)
        return made.error();
    tls = *std::move(made);
    manager.setAutoDeleteReplies(true);
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (settings.proxy != NetworkSettings::Proxy::System)
        manager.setProxy(proxyOf(settings));
    else
        QNetworkProxyFactory::setUseSystemConfiguration(true);
    // before a byte of ours has left
    QObject::connect(&manager, &QNetworkAccessManager::encrypted, &manager, [this](QNetworkReply *reply) {
        if (!isPinned(reply->sslConfiguration().peerCertificateChain(), settings.pins)) {
            reply->setProperty("zsb-pin", true);
            reply->abort();
        }
    });
    return done();
}

QNetworkRequest NetworkDriver::Parts::requestOf(const HttpRequest &request) const
{
    QUrl url = base;
    url.setPath(QString::fromStdString(request.path), QUrl::DecodedMode);
    QUrlQuery query;
    for (const auto &[name, value] : request.query)
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(name))),
                           QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(value))));
    if (!request.query.empty())
        url.setQuery(query);
    QNetworkRequest made(url);
    made.setSslConfiguration(tls);
    made.setTransferTimeout(int(settings.idle.count()));
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    made.setRawHeader("Accept-Encoding", "identity"); // what is not unpacked is no bomb
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    if (!request.body.empty())
        made.setHeader(QNetworkRequest::ContentLengthHeader, qlonglong(request.body.size()));
    return made;
}

Reply NetworkDriver::Parts::replyOf(QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.property("zsb-pin").toBool())
        return TransportFailure{SyncTrouble::Tls, "the key is not the pinned one"};
    if (reply.property("zsb-long").toBool())
        return TransportFailure{SyncTrouble::Captive, "longer than any answer of a service"};
    if (reply.hasRawHeader("Content-Encoding"))
        return TransportFailure{SyncTrouble::Captive, "packed, which nobody asked for"};
    if (reply.error() == QNetworkReply::AuthenticationRequiredError || (status > 0 && isAnswer(reply.error())))
        return responseOf(reply, status);
    const bool byProxy =
        settings.proxy == NetworkSettings::Proxy::Http || settings.proxy == NetworkSettings::Proxy::Socks5;
    return TransportFailure{troubleOf(reply.error(), byProxy), "network error " + std::to_string(int(reply.error()))};
}

Result<std::unique_ptr<NetworkDriver>> NetworkDriver::open(NetworkSettings settings)
{
    auto parts = std::make_unique<Parts>(std::move(settings));
    if (Done prepared = parts->prepare(); !prepared)
        return prepared.error();
    return std::unique_ptr<NetworkDriver>(new NetworkDriver(std::move(parts)));
}

NetworkDriver::NetworkDriver(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

NetworkDriver::~NetworkDriver() = default;

void NetworkDriver::send(const HttpRequest &request, std::function<void(const Reply &)> finished)
{
    const QNetworkRequest made = m_parts->requestOf(request);
    const QByteArray method = QByteArray::fromStdString(request.method);
    QNetworkReply *reply = nullptr;
    if (request.method == "HEAD") {
        reply = m_parts->manager.head(made); // a custom one would wait for the body that never comes
    } else if (request.body.empty()) {
        reply = m_parts->manager.sendCustomRequest(made, method);
    } else {
        auto *body = new OnceDevice(request.body); // goes with the reply
        reply = m_parts->manager.sendCustomRequest(made, method, body);
        body->setParent(reply);
    }
    QObject::connect(reply, &QNetworkReply::readyRead, &m_parts->manager, [this, reply] {
        if (reply->bytesAvailable() > m_parts->settings.longestAnswer) {
            reply->setProperty("zsb-long", true);
            reply->abort();
        }
    });
    QObject::connect(reply, &QNetworkReply::finished, &m_parts->manager,
                     [this, reply, finished = std::move(finished)] { finished(m_parts->replyOf(*reply)); });
}

void NetworkDriver::abort()
{
    for (QNetworkReply *reply : m_parts->manager.findChildren<QNetworkReply *>()) {
        if (reply->isRunning())
            reply->abort();
    }
}

} // namespace zsb
