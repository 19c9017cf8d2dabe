#include "core/base/hash.h"
#include "core/crypto/certificates.h"
#include "core/crypto/key.h"
#include "tests/http/carrierbench.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;
using namespace std::string_literals;

/// SYNC.md D4: TLS 1.3, or 1.2 with ECDHE and AEAD; a device is known by the certificate of our own authority.
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void onlySoundSuitesAreSpoken_data();
    void onlySoundSuitesAreSpoken();
    void aDeviceIsKnownByItsCertificate();
    void aCertificateOfAnotherAuthorityEndsTheHandshake();
    void aSilentHandshakeIsClosed();

private:
    struct Said
    {
        QByteArray bytes{};
        QSsl::SslProtocol protocol = QSsl::UnknownProtocol;
    };

    [[nodiscard]] static QSslCertificate certificate(const std::string &pem)
    {
        return QSslCertificate(QByteArray::fromStdString(pem));
    }
    [[nodiscard]] QSslConfiguration client() const
    {
        QSslConfiguration configuration;
        configuration.setCaCertificates({certificate(m_authority.certificate)});
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        return configuration;
    }
    /// What a client with that configuration gets for a GET.
    [[nodiscard]] static Said get(const CarrierBench &bench, const QSslConfiguration &configuration)
    {
        QSslSocket socket;
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, const_cast<CarrierBench &>(bench).server().port());
        if (!socket.waitForEncrypted(patienceMs))
            return {};
        const QSsl::SslProtocol protocol = socket.sessionProtocol();
        socket.write("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patienceMs)) {
        }
        return {socket.readAll(), protocol};
    }
    /// A certificate for a device, and its key, in a configuration.
    [[nodiscard]] QSslConfiguration device(const CertifiedKey &authority, std::string *pem = nullptr) const
    {
        const DeviceRequest request = *makeDeviceRequest();
        const std::string issued = *issueDeviceCertificate(authority, request.request, "device-1", m_now, keyRandom());
        if (pem != nullptr)
            *pem = issued;
        QSslConfiguration configuration = client();
        configuration.setLocalCertificate(certificate(issued));
        configuration.setPrivateKey(QSslKey(QByteArray::fromStdString(request.privateKey), QSsl::Ec));
        return configuration;
    }
    void useTls(CarrierBench &bench) const
    {
        bench.options().tls =
            TlsIdentity{m_server.certificate + m_authority.certificate, m_server.privateKey, m_authority.certificate};
    }

    Instant m_now = systemClock()();
    CertifiedKey m_authority;
    CertifiedKey m_server;
};

void TestTls::initTestCase()
{
    m_authority = *makeAuthority("Test CA", m_now, keyRandom());
    m_server = *makeServerCertificate(m_authority, {{"localhost"}, {"127.0.0.1"}}, m_now, keyRandom());
}

void TestTls::onlySoundSuitesAreSpoken_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<bool>("spoken");
    QTest::newRow("1.3") << int(QSsl::TlsV1_3) << u""_s << true;
    QTest::newRow("1.2, GCM") << int(QSsl::TlsV1_2) << u"ECDHE-ECDSA-AES128-GCM-SHA256"_s << true;
    QTest::newRow("1.2, ChaCha20") << int(QSsl::TlsV1_2) << u"ECDHE-ECDSA-CHACHA20-POLY1305"_s << true;
    QTest::newRow("1.2, CBC") << int(QSsl::TlsV1_2) << u"ECDHE-ECDSA-AES128-SHA256"_s << false;
    QTest::newRow("1.2, CBC with SHA-1") << int(QSsl::TlsV1_2) << u"ECDHE-ECDSA-AES256-SHA"_s << false;
}

void TestTls::onlySoundSuitesAreSpoken()
{
    QFETCH(int, protocol);
    QFETCH(QString, cipher);
    QFETCH(bool, spoken);
    CarrierBench bench;
    useTls(bench);
    QVERIFY(bench.start());
    QSslConfiguration configuration = client();
    configuration.setProtocol(QSsl::SslProtocol(protocol));
    if (!cipher.isEmpty())
        configuration.setCiphers(cipher);
    const Said said = get(bench, configuration);
    QCOMPARE(statusOf(said.bytes), spoken ? 200 : 0);
    QCOMPARE(int(said.protocol), spoken ? protocol : int(QSsl::UnknownProtocol));
}

void TestTls::aDeviceIsKnownByItsCertificate()
{
    CarrierBench bench;
    useTls(bench);
    QVERIFY(bench.start());
    std::string pem;
    QCOMPARE(statusOf(get(bench, device(m_authority, &pem)).bytes), 200);
    QCOMPARE(statusOf(get(bench, client()).bytes), 200);
    const QByteArray der = certificate(pem).toDer();
    QCOMPARE(bench.asked().at(0).peerCertificate, sha256Hex({der.constData(), std::size_t(der.size())}));
    QCOMPARE(bench.asked().at(1).peerCertificate, ""s);
    QCOMPARE(bench.asked().at(1).peerAddress, "127.0.0.1"s);
}

void TestTls::aCertificateOfAnotherAuthorityEndsTheHandshake()
{
    CarrierBench bench;
    useTls(bench);
    QVERIFY(bench.start());
    const CertifiedKey other = *makeAuthority("Test CA", m_now, keyRandom());
    QCOMPARE(statusOf(get(bench, device(other)).bytes), 0);
    QVERIFY(bench.asked().empty());
}

void TestTls::aSilentHandshakeIsClosed()
{
    HttpLimits limits;
    limits.opening = std::chrono::milliseconds(200);
    CarrierBench bench(limits);
    useTls(bench);
    QVERIFY(bench.start());
    QCOMPARE(bench.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n").left(5), QByteArray()); // no TLS at all: not answered
    QTcpSocket socket;
    QVERIFY(bench.connectTo(socket));
    QVERIFY(CarrierBench::untilClosed(socket).isEmpty());
    QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
