#pragma once

#include "core/crypto/certificates.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <utility>

namespace zsb::test {

/// An authority, and a server it has signed: made anew for every run.
struct ServedNames
{
    CertifiedKey authority;
    CertifiedKey server;
};

[[nodiscard]] inline ServedNames namesOf(std::string_view authority, const ServerNames &names)
{
    const Instant now = systemClock()();
    const RandomSource random = secureRandom();
    ServedNames made{*makeAuthority(authority, now, random), {}};
    made.server = *makeServerCertificate(made.authority, names, now, random);
    return made;
}

[[nodiscard]] inline QSslCertificate certificateOf(const CertifiedKey &key)
{
    return QSslCertificate(QByteArray::fromStdString(key.certificate));
}

/// A TLS server on loopback that does with every request what the test says, byte by byte.
class RawService
{
public:
    using Serve = std::function<void(QTcpSocket &, const QByteArray &)>;

    /// `port` 0: any.
    RawService(const ServedNames &names, Serve serve, quint16 port = 0) : m_serve(std::move(serve))
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain({certificateOf(names.server), certificateOf(names.authority)});
        tls.setPrivateKey(QSslKey(QByteArray::fromStdString(names.server.privateKey), QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(tls);
        m_server.listen(QHostAddress::LocalHost, port);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] { take(); });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] std::string address() const { return "https://127.0.0.1:" + std::to_string(port()); }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void take()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            QByteArray &got = m_got[socket];
            got += socket->readAll();
            const qsizetype head = got.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            const qsizetype at = got.toLower().indexOf("content-length:");
            const qsizetype length = at < 0 ? 0 : got.mid(at + 15, got.indexOf("\r\n", at) - at - 15).trimmed().toInt();
            if (got.size() < head + 4 + length)
                return;
            ++m_requests;
            m_serve(*socket, std::exchange(got, {}));
        });
    }

    QSslServer m_server;
    Serve m_serve;
    std::map<QTcpSocket *, QByteArray> m_got;
    int m_requests = 0;
};

inline void answer(QTcpSocket &socket, const QByteArray &body, const QByteArray &type = "application/json",
                   const QByteArray &status = "200 OK")
{
    socket.write("HTTP/1.1 " + status + "\r\nContent-Type: " + type +
                 "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace zsb::test
