#include "core/domain/json.h"
#include "core/protocol/wirecodec.h"
#include "core/sync/servertime.h"
#include "tests/support/rawservice.h"
#include "tests/ui/sync/connectwizard.h"
#include "ui/sync/syncface.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace zsb::test {

/// The connection wizard (UX.md W2) against real sockets: each of its five checks fails by itself, those before it are
/// good, those behind it are not made, and a person is told what to do about this one.
class TestConnect : public QObject
{
    Q_OBJECT

private slots:
    void aServiceIsFoundComparedAndReady();
    void aNameThatIsNotKnown();
    void nobodyListens();
    void whatIsNoSafeConnection_data();
    void whatIsNoSafeConnection();
    void aVersionOfTlsThatIsTooOldIsRefusedByName();
    void anotherCertificateThanTheOneThatWasCompared_data();
    void anotherCertificateThanTheOneThatWasCompared();
    void whoIsNoService_data();
    void whoIsNoService();
    void aClockThatIsOff_data();
    void aClockThatIsOff();
    void itGoesThroughAProxyWithAPassword();
    void aProxyThatSaysNo();

private:
    [[nodiscard]] static ServedNames local() { return namesOf("zsb test", {{"localhost"}, {"127.0.0.1"}}); }
    [[nodiscard]] static QString addressOf(quint16 port) { return u"127.0.0.1:%1"_s.arg(port); }
    static void tellTime(QTcpSocket &socket, const QByteArray &)
    {
        answer(socket, QByteArray::fromStdString(wireText(ServerTime{systemClock()(), "epoch", "pack", "signature"})));
    }
};

void TestConnect::aServiceIsFoundComparedAndReady()
{
    const ServedNames names = local();
    const RawService service(names, tellTime);
    const Wizard wizard;
    QVERIFY(wizard.check(addressOf(service.port())));
    QCOMPARE(wizard.part<QLabel>("check_safety")->text(), u"请核对指纹"_s);
    QCOMPARE(QString(wizard.part<QLabel>("connectFingerprint")->text()).replace(u'\n', u':').toStdString(),
             *certificateFingerprint(names.authority.certificate));
    QCOMPARE(service.requests(), 0); // nobody is asked anything before they are believed
    QVERIFY(!wizard.controller.isReady());
    QVERIFY(wizard.accept());
    QVERIFY(wizard.controller.isReady());
    QVERIFY(wizard.part<QLabel>("check_clock")->text().startsWith(u"正常，相差 "_s));
}

void TestConnect::aNameThatIsNotKnown()
{
    const Wizard wizard;
    QVERIFY(wizard.check(u"no-such-host.invalid:8443"_s));
    QCOMPARE(wizard.wrong(ConnectionStep::Name, u"核对地址的拼写；请网络管理员把服务器的名字加进 DNS。"_s), QString());
}

void TestConnect::nobodyListens()
{
    quint16 port = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        port = gone.serverPort();
    }
    const Wizard wizard;
    QVERIFY(wizard.check(addressOf(port)));
    QCOMPARE(wizard.wrong(ConnectionStep::Line, u"确认服务已启动、端口没写错；请网络管理员在防火墙放行这个端口。"_s),
             QString());
}

void TestConnect::whatIsNoSafeConnection_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("plain HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("a line of another service") << QByteArray("220 mail.test ESMTP\r\n");
    QTest::newRow("a handshake that breaks off") << QByteArray();
}

void TestConnect::whatIsNoSafeConnection()
{
    QFETCH(const QByteArray, answer);
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain, [&] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    const Wizard wizard;
    QVERIFY(wizard.check(addressOf(plain.serverPort())));
    QCOMPARE(wizard.wrong(ConnectionStep::Safety, SyncWords::remedy(SyncTrouble::Tls)), QString());
    QVERIFY(wizard.part<QLabel>("remedy_safety")->text().contains(u"不要继续"_s));
}

/// A ServerHello of TLS 1.1: whoever would speak it goes on, we say why we do not.
void TestConnect::aVersionOfTlsThatIsTooOldIsRefusedByName()
{
    const QByteArray hello = QByteArray::fromHex("160302002a"       // a record of a handshake
                                                 "02000026"         // ServerHello
                                                 "0302") +          // TLS 1.1
                             QByteArray(32, 'r') +                  // random
                             QByteArray::fromHex("00c01300");       // no session, ECDHE_RSA_WITH_AES_128_CBC_SHA
    const QByteArray protocolVersion = QByteArray::fromHex("0246"); // RFC 5246 §7.2: fatal, protocol_version
    QTcpServer old;
    QVERIFY(old.listen(QHostAddress::LocalHost));
    QByteArray got;
    connect(&old, &QTcpServer::newConnection, &old, [&] {
        QTcpSocket *socket = old.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&got, socket, hello] {
            if (got.isEmpty())
                socket->write(hello);
            got += socket->readAll();
        });
    });
    const Wizard wizard;
    QVERIFY(wizard.check(addressOf(old.serverPort())));
    QCOMPARE(wizard.wrong(ConnectionStep::Safety, SyncWords::remedy(SyncTrouble::Tls)), QString());
    QTRY_VERIFY2(got.endsWith(protocolVersion), got.right(8).toHex().constData());
}

void TestConnect::anotherCertificateThanTheOneThatWasCompared_data()
{
    QTest::addColumn<bool>("sameAuthority");
    QTest::newRow("of another authority") << false;
    QTest::newRow("of the same authority for another name") << true;
}

void TestConnect::anotherCertificateThanTheOneThatWasCompared()
{
    QFETCH(const bool, sameAuthority);
    const ServedNames names = local();
    auto service = std::make_unique<RawService>(names, tellTime);
    const quint16 port = service->port();
    const Wizard wizard;
    QVERIFY(wizard.check(addressOf(port)) && wizard.accept());
    QVERIFY(wizard.controller.isReady());
    service.reset();
    ServedNames changed = namesOf("zsb test", {{"other.test"}, {}});
    if (sameAuthority)
        changed = {names.authority,
                   *makeServerCertificate(names.authority, {{"other.test"}, {}}, systemClock()(), secureRandom())};
    const RawService stranger(changed, tellTime, port);
    QCOMPARE(stranger.port(), port);
    QVERIFY(wizard.check(addressOf(port)));
    QCOMPARE(wizard.wrong(ConnectionStep::Safety, SyncWords::remedy(SyncTrouble::Tls)), QString());
    QCOMPARE(stranger.requests(), 0);
    QVERIFY(!wizard.part<QCheckBox>("connectCompared")->isEnabled()); // what was compared stays
}

void TestConnect::whoIsNoService_data()
{
    const QByteArray page = "<html>Please sign in to this network</html>";
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SyncTrouble>("trouble");
    QTest::newRow("a page") << QByteArray("200 OK") << QByteArray("text/html") << page << SyncTrouble::Captive;
    QTest::newRow("a page elsewhere") << QByteArray("302 Found") << QByteArray("text/html") << page
                                      << SyncTrouble::Captive;
    QTest::newRow("another service") << QByteArray("200 OK") << QByteArray("application/json")
                                     << QByteArray("{\"status\":\"up\"}") << SyncTrouble::Captive;
    QTest::newRow("one that is down") << QByteArray("503 Service Unavailable") << QByteArray("text/plain")
                                      << QByteArray("later") << SyncTrouble::Server;
}

void TestConnect::whoIsNoService()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const SyncTrouble, trouble);
    const RawService service(local(),
                             [&](QTcpSocket &socket, const QByteArray &) { answer(socket, body, type, status); });
    const Wizard wizard;
    QVERIFY(wizard.check(addressOf(service.port())) && wizard.accept());
    QCOMPARE(wizard.wrong(ConnectionStep::Server, SyncWords::remedy(trouble)), QString());
}

void TestConnect::aClockThatIsOff_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("isBorne");
    QTest::newRow("eleven minutes ahead") << 11 << false;
    QTest::newRow("eleven minutes behind") << -11 << false;
    QTest::newRow("four minutes ahead") << 4 << true;
}

void TestConnect::aClockThatIsOff()
{
    QFETCH(const int, minutes);
    QFETCH(const bool, isBorne);
    const RawService service(local(), tellTime);
    const Wizard wizard([minutes, clock = systemClock()] { return clock() + std::chrono::minutes(minutes); });
    QVERIFY(wizard.check(addressOf(service.port())) && wizard.accept());
    QCOMPARE(wizard.controller.isReady(), isBorne);
    if (isBorne)
        return;
    const QString said = wizard.part<QLabel>("remedy_clock")->text();
    QCOMPARE(wizard.wrong(ConnectionStep::Time, said), QString());
    static const QRegularExpression seconds(u"^相差 (-?\\d+) 秒，超过 5 分钟不能登录：请先校准这台电脑的时间。$"_s);
    const int off = seconds.match(said).captured(1).toInt();
    QVERIFY2(std::abs(off + minutes * 60) <= 5, qPrintable(said)); // as the service sees this computer
}

void TestConnect::itGoesThroughAProxyWithAPassword()
{
    const RawService service(local(), tellTime);
    for (const bool asks : {false, true}) {
        ConnectProxy proxy(asks ? "desk" : "", "open sesame");
        QVERIFY(proxy.listen());
        const Wizard wizard;
        wizard.useProxy(proxy, u"desk"_s, u"open sesame"_s);
        QCOMPARE(wizard.part<QLineEdit>("connectProxyPassword")->echoMode(), QLineEdit::Password);
        QVERIFY(wizard.check(addressOf(service.port())) && wizard.accept());
        QVERIFY(wizard.controller.isReady());
        QVERIFY(proxy.tunnels() >= 3); // two looks at the certificate, one question
    }
}

void TestConnect::aProxyThatSaysNo()
{
    const RawService service(local(), tellTime);
    ConnectProxy proxy("desk", "open sesame");
    QVERIFY(proxy.listen());
    const Wizard wizard;
    wizard.useProxy(proxy, u"desk"_s, u"open barley"_s);
    QVERIFY(wizard.check(addressOf(service.port())));
    QCOMPARE(wizard.wrong(ConnectionStep::Line, u"填写代理的地址、用户和密码，或请网络管理员让这台服务器不走代理。"_s),
             QString());
    QVERIFY(proxy.refusals() > 0);
    QCOMPARE(proxy.tunnels(), 0);
    wizard.part<QLineEdit>("connectProxyPassword")->setText(u"open sesame"_s);
    QVERIFY(wizard.check(addressOf(service.port())) && wizard.accept());
    QVERIFY(wizard.controller.isReady());
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestConnect)
#include "tst_connect.moc"
