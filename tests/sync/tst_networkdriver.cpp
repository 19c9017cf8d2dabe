#include "core/sync/networkdriver.h"
#include "core/sync/tlssetup.h"
#include "tests/support/connectproxy.h"
#include "tests/support/peakmemory.h"
#include "tests/support/rawservice.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

const ServedNames &names()
{
    static const ServedNames made = namesOf("zsb test", {.dns = {}, .addresses = {"127.0.0.1"}});
    return made;
}

/// An authority that signed none of it.
const CertifiedKey &another()
{
    static const CertifiedKey made = *makeAuthority("another", systemClock()(), secureRandom());
    return made;
}

class RawServer : public RawService
{
public:
    explicit RawServer(Serve serve) : RawService(names(), std::move(serve)) {}
};

NetworkSettings settingsFor(const RawServer &server)
{
    NetworkSettings settings;
    settings.server = server.address();
    settings.authority = names().authority.certificate;
    settings.proxy = NetworkSettings::Proxy::None;
    settings.idle = std::chrono::milliseconds(500);
    return settings;
}

NetworkSettings throughProxy(NetworkSettings settings, const ConnectProxy &proxy)
{
    settings.proxy = NetworkSettings::Proxy::Http;
    settings.proxyHost = "127.0.0.1";
    settings.proxyPort = proxy.port();
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

} // namespace

/// SYNC.md D1 and D4, against a server that is only a socket.
class TestNetworkDriver : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsAnswered();
    void aPostIsNeverSentTwice();
    void aTruncatedBodyIsNoAnswer();
    void aBombIsNotUnpacked();
    void whatIsTooLongForAnAnswerIsGivenUp();
    void aHeadIsAnsweredWithoutABody();
    void aSilentServerIsGivenUp();
    void aRedirectIsHandedOn();
    void onlyOurAuthorityIsBelieved();
    void anotherKeyThanThePinnedOneIsRefused();
    void nobodyThereIsCalledTcp();
    void anUnknownNameIsCalledDns();
    void wrongSettingsAreRefused();
    void everythingGoesThroughAProxy();
    void aProxyThatSaysNoIsCalledProxy_data();
    void aProxyThatSaysNoIsCalledProxy();
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

void TestNetworkDriver::aBombIsNotUnpacked()
{
    const QByteArray packed = qCompress(QByteArray(50'000'000, '\0')).mid(4); // as zlib has it: 50 kB
    QByteArray seen;
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        seen = request;
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: deflate\r\n"
                     "Content-Length: " +
                     QByteArray::number(packed.size()) + "\r\n\r\n" + packed);
        socket.flush();
    });
    const auto driver = *NetworkDriver::open(settingsFor(server));
    forgetPeak();
    [[maybe_unused]] const double before = memoryMb("VmRSS:");
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Captive);
    QVERIFY(seen.toLower().contains("\r\naccept-encoding: identity\r\n"));
#ifndef ZSB_SANITIZED
    QVERIFY2(peakMb() - before < 16, qPrintable(QString::number(peakMb() - before)));
#endif
}

void TestNetworkDriver::whatIsTooLongForAnAnswerIsGivenUp()
{
    constexpr int most = 1'000'000;
    int size = most;
    RawServer server([&size](QTcpSocket &socket, const QByteArray &) { answer(socket, QByteArray(size, ' ')); });
    NetworkSettings settings = settingsFor(server);
    settings.longestAnswer = most;
    const auto driver = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::None);
    ++size;
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Captive);
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
    settings.authority = another().certificate;
    const auto driver = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::Tls);
    QCOMPARE(server.requests(), 0);
}

void TestNetworkDriver::anotherKeyThanThePinnedOneIsRefused()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "{}"); });
    NetworkSettings settings = settingsFor(server);
    settings.pins = {pinOf(certificateOf(another()))};
    const auto strict = *NetworkDriver::open(settings);
    QCOMPARE(troubleOf(ask(*strict, post("x"))), SyncTrouble::Tls);
    QCOMPARE(server.requests(), 0); // not a byte of ours has left
    settings.pins.push_back(pinOf(certificateOf(names().server)));
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
    settings.certificate = names().server.certificate;
    settings.key = "no key";
    QCOMPARE(NetworkDriver::open(settings).error().code, ErrorCode::Invalid);
}

/// With a password and without; TLS is between us and the service, and pins hold through it.
void TestNetworkDriver::everythingGoesThroughAProxy()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "{}"); });
    for (const bool asks : {false, true}) {
        ConnectProxy proxy(asks ? "desk" : "", "open sesame");
        QVERIFY(proxy.listen());
        NetworkSettings settings = throughProxy(settingsFor(server), proxy);
        settings.proxyUser = "desk";
        settings.proxyPassword = "open sesame";
        settings.pins = {pinOf(certificateOf(names().authority))};
        const auto driver = *NetworkDriver::open(settings);
        QCOMPARE(troubleOf(ask(*driver, post("x"))), SyncTrouble::None);
        QCOMPARE(proxy.tunnels(), 1);
        settings.pins = {pinOf(certificateOf(another()))};
        const auto strict = *NetworkDriver::open(settings);
        QCOMPARE(troubleOf(ask(*strict, post("x"))), SyncTrouble::Tls);
    }
    QCOMPARE(server.requests(), 2);
}

void TestNetworkDriver::aProxyThatSaysNoIsCalledProxy_data()
{
    QTest::addColumn<std::string>("password");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("another password") << std::string("open barley") << true;
    QTest::newRow("no password") << std::string() << true;
    QTest::newRow("nobody there") << std::string("open sesame") << false;
}

void TestNetworkDriver::aProxyThatSaysNoIsCalledProxy()
{
    QFETCH(const std::string, password);
    QFETCH(const bool, isThere);
    RawServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "{}"); });
    auto proxy = std::make_unique<ConnectProxy>("desk", "open sesame");
    QVERIFY(proxy->listen());
    NetworkSettings settings = throughProxy(settingsFor(server), *proxy);
    settings.proxyUser = password.empty() ? std::string() : "desk";
    settings.proxyPassword = password;
    if (!isThere)
        proxy.reset();
    const auto driver = *NetworkDriver::open(settings);
    const Reply reply = ask(*driver, post("x"));
    QCOMPARE(troubleOf(reply), SyncTrouble::Proxy);
    const std::string detail = std::get<TransportFailure>(reply).detail; // for logs
    QVERIFY(password.empty() || detail.find(password) == std::string::npos);
    QVERIFY(!proxy || proxy->refusals() > 0);
    QCOMPARE(server.requests(), 0);
}

QTEST_GUILESS_MAIN(TestNetworkDriver)
#include "tst_networkdriver.moc"
