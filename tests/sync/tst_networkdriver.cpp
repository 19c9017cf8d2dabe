#include "core/crypto/certificates.h"
#include "core/sync/networkdriver.h"
#include "core/sync/tlssetup.h"

#include <QEventLoop>
#include <QSslKey>
#include <QSslServer>
#include <QTest>
#include <QTimer>

#include <functional>
#include <map>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

/// An authority and a server, made anew for every run; another authority that signed neither.
struct Certificates
{
    CertifiedKey authority;
    CertifiedKey server;
    CertifiedKey other;
};

const Certificates &certificates()
{
    static const Certificates all = [] {
        const Instant now = systemClock()();
        const RandomSource random = secureRandom();
        Certificates made;
        made.authority = *makeAuthority("zsb test", now, random);
        made.server = *makeServerCertificate(made.authority, {.dns = {}, .addresses = {"127.0.0.1"}}, now, random);
        made.other = *makeAuthority("another", now, random);
        return made;
    }();
    return all;
}

QByteArray pem(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

/// A server that does with every request what the test says, byte by byte.
class RawServer
{
public:
    using Serve = std::function<void(QTcpSocket &, const QByteArray &)>;

    explicit RawServer(Serve serve) : m_serve(std::move(serve))
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(pem(certificates().server.certificate)));
        tls.setPrivateKey(QSslKey(pem(certificates().server.privateKey), QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(tls);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] { take(); });
    }
    [[nodiscard]] std::string address() const { return "https://127.0.0.1:" + std::to_string(m_server.serverPort()); }
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

NetworkSettings settingsFor(const RawServer &server)
{
    NetworkSettings settings;
    settings.server = server.address();
    settings.authority = certificates().authority.certificate;
    settings.proxy = NetworkSettings::Proxy::None;
    settings.idle = std::chrono::milliseconds(500);
    return settings;
}

Reply ask(NetworkDriver &driver, const HttpRequest &request)
{
    QEventLoop loop;
    Reply got = TransportFailure{SyncTrouble::Storage, "never called"};
    driver.send(request, [&](const Reply &reply) {
        got = reply;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::seconds(20), &loop, &QEventLoop::quit);
    loop.exec();
    return got;
}

HttpRequest post(std::string body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/ops:batch";
    request.body = std::move(body);
    return request;
}

SyncTrouble troubleOf(const Reply &reply)
{
    const auto *failure = std::get_if<TransportFailure>(&reply);
    return failure != nullptr ? failure->trouble : SyncTrouble::None;
}

void answer(QTcpSocket &socket, const QByteArray &body)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace

/// SYNC.md D1 and D4, against a server that is only a socket.
class TestNetworkDriver : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsAnswered();
    void aPostIsNeverSentTwice();
    void aTruncatedBodyIsNoAnswer();
    void aHeadIsAnsweredWithoutABody();
    void aSilentServerIsGivenUp();
    void aRedirectIsHandedOn();
    void onlyOurAuthorityIsBelieved();
    void anotherKeyThanThePinnedOneIsRefused();
    void nobodyThereIsCalledTcp();
    void anUnknownNameIsCalledDns();
    void wrongSettingsAreRefused();
};

void TestNetworkDriver::aRequestIsAnswered()
{
    QByteArray seen;
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        seen = request;
        answer(socket, "{\"a\":1}");
    });
    const auto driver = *NetworkDriver::open(settingsFor(server));
    HttpRequest request = post("{\"ops\":[]}");
    request.query = {{"a b", "ä&=+"}};
    const Reply reply = ask(*driver, request);
    QCOMPARE(troubleOf(reply), SyncTrouble::None);
    QCOMPARE(std::get<HttpResponse>(reply).status, 200);
    QCOMPARE(std::get<HttpResponse>(reply).body, std::string("{\"a\":1}"));
    QCOMPARE(std::get<HttpResponse>(reply).header("content-type"), std::string("application/json"));
    QVERIFY2(seen.startsWith("POST /v1/ops:batch?a%20b=%C3%A4%26%3D%2B HTTP/1.1\r\n"), seen.constData());
    QVERIFY(seen.endsWith("{\"ops\":[]}"));
}

/// QNetworkAccessManager 6.4.2 sends a request a second time by itself when the line closes early.
void TestNetworkDriver::aPostIsNeverSentTwice()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) { socket.close(); });
    const auto driver = *NetworkDriver::open(settingsFor(server));
    QCOMPARE(troubleOf(ask(*driver, post("{\"ops\":[]}"))), SyncTrouble::Tcp);
    QCOMPARE(server.requests(), 1);
}

void TestNetworkDriver::aTruncatedBodyIsNoAnswer()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"answers\":[]}");
        socket.flush();
        socket.close();
    });
    const auto driver = *NetworkDriver::open(settingsFor(server));
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Tcp);
}

/// Before a file is sent, whether it is there already: the answer to a HEAD names a length and has no body.
void TestNetworkDriver::aHeadIsAnsweredWithoutABody()
{
    for (const QByteArray &status : {QByteArray("200 OK"), QByteArray("404 Not Found")}) {
        RawServer server([&status](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n");
        });
        const auto driver = *NetworkDriver::open(settingsFor(server));
        HttpRequest request;
        request.method = "HEAD";
        request.path = "/v1/blobs/aa";
        const Reply reply = ask(*driver, request);
        QCOMPARE(troubleOf(reply), SyncTrouble::None);
        QCOMPARE(std::get<HttpResponse>(reply).status, status.left(3).toInt());
        QCOMPARE(server.requests(), 1);
    }
}

void TestNetworkDriver::aSilentServerIsGivenUp()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    const auto driver = *NetworkDriver::open(settingsFor(server));
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Tcp);
}

void TestNetworkDriver::aRedirectIsHandedOn()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 302 Found\r\nLocation: https://sign-in.test/\r\nContent-Length: 0\r\n\r\n");
    });
    const auto driver = *NetworkDriver::open(settingsFor(server));
    const Reply reply = ask(*driver, post("x"));
    QCOMPARE(std::get<HttpResponse>(reply).status, 302);
    QCOMPARE(judge(reply).trouble, SyncTrouble::Captive);
}

void TestNetworkDriver::onlyOurAuthorityIsBelieved()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "{}"); });
    NetworkSettings settings = settingsFor(server);
    settings.authority = certificates().other.certificate;
    const auto driver = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Tls);
    QCOMPARE(server.requests(), 0);
}

void TestNetworkDriver::anotherKeyThanThePinnedOneIsRefused()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "{}"); });
    NetworkSettings settings = settingsFor(server);
    settings.pins = {pinOf(QSslCertificate(pem(certificates().other.certificate)))};
    const auto strict = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*strict, post("x"))), SyncTrouble::Tls);
    QCOMPARE(server.requests(), 0); // not a byte of ours has left
    settings.pins.push_back(pinOf(QSslCertificate(pem(certificates().server.certificate))));
    const auto driver = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::None);
}

void TestNetworkDriver::nobodyThereIsCalledTcp()
{
    NetworkSettings settings;
    {
        RawServer server([](QTcpSocket &, const QByteArray &) {});
        settings = settingsFor(server);
    }
    const auto driver = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Tcp);
}

void TestNetworkDriver::anUnknownNameIsCalledDns()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    NetworkSettings settings = settingsFor(server);
    settings.server = "https://no-such-host.invalid:8443";
    settings.idle = std::chrono::seconds(15);
    const auto driver = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Dns);
}

void TestNetworkDriver::wrongSettingsAreRefused()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    NetworkSettings settings = settingsFor(server);
    settings.server = "http://127.0.0.1:80";
    QCOMPARE(NetworkDriver::open(settings).error().code, ErrorCode::Invalid);
    settings = settingsFor(server);
    settings.authority.clear();
    QCOMPARE(NetworkDriver::open(settings).error().code, ErrorCode::Invalid);
    settings = settingsFor(server);
    settings.certificate = certificates().server.certificate;
    settings.key = "no key";
    QCOMPARE(NetworkDriver::open(settings).error().code, ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestNetworkDriver)
#include "tst_networkdriver.moc"
