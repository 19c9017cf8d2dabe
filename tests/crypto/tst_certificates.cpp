#include "core/crypto/certificates.h"
#include "core/crypto/key.h"
#include "tests/crypto/hexbytes.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace zsb;

/// The service's own certificates (SYNC D4), read back by ourselves and by Qt's TLS as a client would.
class TestCertificates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anAuthoritySignsAndIsNoServer();
    void aServerHasItsNamesAndTwoYears();
    void clientsOfQtAcceptTheChain();
    void aDeviceIsWhoTheServiceSays();
    void aRequestWithoutItsKeyIsRefused();
    void anotherAuthorityHasNotIssuedIt();
    void validityHasTwoEnds();
    void namesThatAreNoneAreRefused();
    void fingerprintsAreOfTheWholeCertificate();
    void whatIsNoCertificateIsAnError();

private:
    const Instant m_now{std::chrono::seconds(1'676'422'800)};
    CertifiedKey m_authority;
    CertifiedKey m_server;
};

void TestCertificates::initTestCase()
{
    m_authority = *makeAuthority("zsb 测试", m_now, keyRandom());
    m_server = *makeServerCertificate(m_authority, {{"localhost", "zsb.example.cn"}, {"127.0.0.1", "::1"}}, m_now,
                                      keyRandom());
}

void TestCertificates::anAuthoritySignsAndIsNoServer()
{
    const auto facts = certificateFacts(m_authority.certificate);
    QVERIFY(facts);
    QCOMPARE(facts->subject, std::string("zsb 测试"));
    QVERIFY(facts->isAuthority && !facts->forServers && !facts->forClients);
    QCOMPARE(facts->until - m_now, std::chrono::milliseconds(std::chrono::hours(24 * 3650)));
    QVERIFY(isIssuedBy(m_authority.certificate, m_authority.certificate, m_now));
}

void TestCertificates::aServerHasItsNamesAndTwoYears()
{
    const auto facts = certificateFacts(m_server.certificate);
    QVERIFY(facts);
    QVERIFY(facts->forServers && !facts->forClients && !facts->isAuthority);
    QCOMPARE(facts->names, (std::vector<std::string>{"DNS:localhost", "DNS:zsb.example.cn", "IP:127.0.0.1",
                                                     "IP:0000:0000:0000:0000:0000:0000:0000:0001"}));
    QCOMPARE(facts->until - m_now, std::chrono::milliseconds(std::chrono::hours(24 * 730)));
    QVERIFY(isIssuedBy(m_server.certificate, m_authority.certificate, m_now));
}

void TestCertificates::clientsOfQtAcceptTheChain()
{
    const auto certificate = [](const CertifiedKey &key) {
        return QSslCertificate(QByteArray::fromStdString(key.certificate));
    };
    QVERIFY(!certificate(m_server).isNull());
    QCOMPARE(certificate(m_server).issuerInfo(QSslCertificate::CommonName),
             certificate(m_authority).subjectInfo(QSslCertificate::CommonName));
    QVERIFY(!QSslKey(QByteArray::fromStdString(m_server.privateKey), QSsl::Ec).isNull());
    QCOMPARE(certificate(m_server).subjectAlternativeNames().size(), 4);
}

void TestCertificates::aDeviceIsWhoTheServiceSays()
{
    const auto request = makeDeviceRequest();
    QVERIFY(request);
    const auto issued = issueDeviceCertificate(m_authority, request->request, "device-1", m_now, keyRandom());
    QVERIFY(issued);
    const auto facts = certificateFacts(*issued);
    QCOMPARE(facts->subject, std::string("device-1"));
    QVERIFY(facts->forClients && !facts->forServers && !facts->isAuthority);
    QVERIFY(facts->names.empty());
    QVERIFY(isIssuedBy(*issued, m_authority.certificate, m_now));
    // two of them never have the same number
    QVERIFY(*issueDeviceCertificate(m_authority, request->request, "device-1", m_now, keyRandom()) != *issued);
}

void TestCertificates::aRequestWithoutItsKeyIsRefused()
{
    const auto request = makeDeviceRequest();
    QByteArray der = QByteArray::fromStdString(request->request);
    der.replace("-----BEGIN CERTIFICATE REQUEST-----\n", "").replace("-----END CERTIFICATE REQUEST-----\n", "");
    der = QByteArray::fromBase64(der.replace('\n', ""));
    int refused = 0;
    for (qsizetype i = 0; i < der.size(); ++i) {
        QByteArray changed = der;
        changed[i] = char(changed[i] ^ 1);
        const std::string pem = "-----BEGIN CERTIFICATE REQUEST-----\n" + changed.toBase64().toStdString() +
                                "\n-----END CERTIFICATE REQUEST-----\n";
        refused += issueDeviceCertificate(m_authority, pem, "device-1", m_now, keyRandom()) ? 0 : 1;
    }
    QCOMPARE(refused, int(der.size()));
    QCOMPARE(issueDeviceCertificate(m_authority, "", "d", m_now, keyRandom()).error().code, ErrorCode::Invalid);
    QCOMPARE(issueDeviceCertificate(m_authority, request->request, "", m_now, keyRandom()).error().code,
             ErrorCode::Invalid);
    // a server's key signs nobody
    QCOMPARE(issueDeviceCertificate(m_server, request->request, "d", m_now, keyRandom()).error().code,
             ErrorCode::Invalid);
}

void TestCertificates::anotherAuthorityHasNotIssuedIt()
{
    const CertifiedKey other = *makeAuthority("zsb 测试", m_now, keyRandom()); // of the same name
    QVERIFY(!isIssuedBy(m_server.certificate, other.certificate, m_now));
    QVERIFY(!isIssuedBy(m_server.certificate, m_server.certificate, m_now));
}

void TestCertificates::validityHasTwoEnds()
{
    const auto facts = certificateFacts(m_server.certificate);
    const auto at = [&](Instant now) { return isIssuedBy(m_server.certificate, m_authority.certificate, now); };
    QVERIFY(at(facts->from));
    QVERIFY(!at(facts->from - std::chrono::seconds(1)));
    QVERIFY(at(facts->until - std::chrono::seconds(1)));
    QVERIFY(!at(facts->until));
}

void TestCertificates::namesThatAreNoneAreRefused()
{
    const auto made = [this](const ServerNames &names) {
        return makeServerCertificate(m_authority, names, m_now, keyRandom());
    };
    QCOMPARE(made({}).error().code, ErrorCode::Invalid);
    QCOMPARE(made({{""}, {}}).error().code, ErrorCode::Invalid);
    QCOMPARE(made({{"a,DNS:evil"}, {}}).error().code, ErrorCode::Invalid);
    QCOMPARE(made({{"a\nb"}, {}}).error().code, ErrorCode::Invalid);
    QCOMPARE(made({{}, {"300.0.0.1"}}).error().code, ErrorCode::Invalid);
    QCOMPARE(makeAuthority("", m_now, keyRandom()).error().code, ErrorCode::Invalid);
    QCOMPARE(makeAuthority(std::string(65, 'n'), m_now, keyRandom()).error().code, ErrorCode::Invalid);
}

void TestCertificates::fingerprintsAreOfTheWholeCertificate()
{
    const QByteArray digest =
        QSslCertificate(QByteArray::fromStdString(m_server.certificate)).digest(QCryptographicHash::Sha256);
    QCOMPARE(*certificateFingerprint(m_server.certificate), digest.toHex(':').toUpper().toStdString());
    QCOMPARE(*certificateThumbprint(m_server.certificate),
             digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString());
}

void TestCertificates::whatIsNoCertificateIsAnError()
{
    for (const std::string &text :
         {std::string(), std::string("no PEM"), m_server.privateKey, std::string(70'000, 'x')}) {
        QCOMPARE(certificateFacts(text).error().code, ErrorCode::Invalid);
        QCOMPARE(certificateFingerprint(text).error().code, ErrorCode::Invalid);
        QVERIFY(!isIssuedBy(text, m_authority.certificate, m_now));
        QVERIFY(!isIssuedBy(m_server.certificate, text, m_now));
        QCOMPARE(makeServerCertificate({text, text}, {{"localhost"}, {}}, m_now, keyRandom()).error().code,
                 ErrorCode::Invalid);
    }
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
