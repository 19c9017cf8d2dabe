#pragma once

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

namespace zsb::test {

/// An HTTP proxy for CONNECT (RFC 9110 §9.3.6) on loopback, that asks for a password if it has one. What goes through
/// it is not looked at. In a thread with an event loop.
class ConnectProxy : public QObject
{
public:
    /// `user` empty: everybody may.
    explicit ConnectProxy(const QByteArray &user = {}, const QByteArray &password = {})
    {
        if (!user.isEmpty())
            m_wanted = "basic " + (user + ':' + password).toBase64();
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                take(*socket);
        });
    }
    [[nodiscard]] bool listen(quint16 port = 0) { return m_server.listen(QHostAddress::LocalHost, port); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int tunnels() const { return m_tunnels; }
    [[nodiscard]] int refusals() const { return m_refusals; }

private:
    void take(QTcpSocket &client)
    {
        connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
        connect(&client, &QTcpSocket::readyRead, this, [this, &client] { readHead(client); });
    }
    void readHead(QTcpSocket &client)
    {
        const QByteArray head = client.peek(mostHead);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        client.skip(end + 4);
        if (!mayPass(head)) {
            ++m_refusals;
            client.write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
                         "Content-Length: 0\r\n\r\n");
            return;
        }
        const QByteArray target = head.left(head.indexOf("\r\n")).split(' ').value(1);
        const qsizetype colon = target.lastIndexOf(':');
        open(client, QString::fromLatin1(target.left(colon)), target.mid(colon + 1).toUShort());
    }
    [[nodiscard]] bool mayPass(const QByteArray &head) const
    {
        if (!head.startsWith("CONNECT "))
            return false;
        const qsizetype at = head.toLower().indexOf("proxy-authorization: ");
        if (m_wanted.isEmpty() || at < 0)
            return m_wanted.isEmpty();
        const QByteArray said = head.mid(at + 21, head.indexOf("\r\n", at) - at - 21);
        return said.left(6).toLower() + said.mid(6) == m_wanted;
    }
    void open(QTcpSocket &client, const QString &host, quint16 port)
    {
        auto *server = new QTcpSocket(&client); // goes with it
        server->setProxy(QNetworkProxy::NoProxy);
        client.disconnect(this);
        connect(server, &QTcpSocket::connected, &client, [this, &client, server] {
            ++m_tunnels;
            client.write("HTTP/1.1 200 Connection established\r\n\r\n");
            connect(&client, &QTcpSocket::readyRead, server, [&client, server] { server->write(client.readAll()); });
            server->write(client.readAll());
        });
        connect(server, &QTcpSocket::readyRead, &client, [&client, server] { client.write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, &client, [&client] { client.disconnectFromHost(); });
        connect(server, &QTcpSocket::errorOccurred, &client, [&client, server] {
            if (server->state() != QAbstractSocket::ConnectedState)
                client.disconnectFromHost();
        });
        server->connectToHost(host, port);
    }

    static constexpr qint64 mostHead = 16 << 10;

    QTcpServer m_server;
    QByteArray m_wanted;
    int m_tunnels = 0;
    int m_refusals = 0;
};

} // namespace zsb::test
