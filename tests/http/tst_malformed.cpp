#include "tests/http/carrierbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Issue §5: the malformed list straight at the server. What two readers could understand differently is answered once,
/// with a refusal, and the connection is closed; a second request hidden behind it reaches nobody.
class TestMalformed : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSmuggled_data();
    void nothingIsSmuggled();
    void aBodyOverTheLimitIsRefusedBeforeItComes();
    void chunksOverTheLimitAreCut();
    void endlessFieldsAreCut();
    void anEndlessLineIsCut();
    void tooManyFieldsAreRefused();
    void aTargetThatIsTooLongIsRefused();
    void endlessChunkExtensionsAreCut();
};

constexpr auto hidden = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";

void TestMalformed::nothingIsSmuggled_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray post = "POST /a HTTP/1.1\r\nHost: h\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    row("length beyond 64 bits", post + "Content-Length: 18446744073709551615\r\n\r\nhello");
    row("length of 64 bits and more", post + "Content-Length: 36893488147419103237\r\n\r\nhello");
    row("negative length", post + "Content-Length: -5\r\n\r\nhello");
    row("signed length", post + "Content-Length: +5\r\n\r\nhello");
    row("length of letters", post + "Content-Length: abc\r\n\r\nhello");
    row("hexadecimal length", post + "Content-Length: 0x5\r\n\r\nhello");
    row("empty length", post + "Content-Length: \r\n\r\nhello");
    row("two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
    row("the same length twice", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello");
    row("a list of lengths", post + "Content-Length: 5, 5\r\n\r\nhello");
    row("length, then chunked", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunked, then length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
    row("xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
    row("chunked is not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 501);
    row("another coding first", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
    row("identity", post + "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n", 501);
    row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunked in HTTP/1.0", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("negative chunk", post + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n");
    row("chunk with a prefix", post + "Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n");
    row("chunk beyond 64 bits", post + "Transfer-Encoding: chunked\r\n\r\n10000000000000005\r\nhello\r\n0\r\n\r\n");
    row("chunk without its end", post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhelloGET\r\n0\r\n\r\n");
    row("chunk line ends bare", post + "Transfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n");
    row("blank before the colon", post + "Content-Length : 5\r\n\r\nhello");
    row("blank in a name", post + "Content Length: 5\r\n\r\nhello");
    row("bare line feeds", "POST /a HTTP/1.1\nHost: h\nContent-Length: 5\n\nhello", 505);
    row("a bare line feed in a field", post + "X: a\nContent-Length: 5\r\n\r\nhello");
    row("a bare carriage return", post + "X: a\rContent-Length: 5\r\n\r\nhello");
    row("NUL in a field", post + QByteArray("X: a\0b\r\n\r\n", 10));
    row("NUL in a name", post + QByteArray("X\0Y: a\r\n\r\n", 10));
    row("no host", "GET /a HTTP/1.1\r\n\r\n");
    row("two hosts", "GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    row("an empty host", "GET /a HTTP/1.1\r\nHost: \r\n\r\n");
    row("a host with a path", "GET /a HTTP/1.1\r\nHost: a/b\r\n\r\n");
    row("a line before the request", "\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    row("HTTP/2.0", "GET /a HTTP/2.0\r\nHost: h\r\n\r\n", 505);
    row("HTTP/0.9", "GET /a\r\n\r\n");
    row("a method nobody knows", "FETCH /a HTTP/1.1\r\nHost: h\r\n\r\n", 501);
    row("CONNECT", "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", 501);
    row("an absolute target", "GET http://h/a HTTP/1.1\r\nHost: h\r\n\r\n");
    row("dot segments", "GET /a/../b HTTP/1.1\r\nHost: h\r\n\r\n");
    row("encoded dot segments", "GET /a/%2e%2E/b HTTP/1.1\r\nHost: h\r\n\r\n");
    row("an encoded slash", "GET /a%2fb HTTP/1.1\r\nHost: h\r\n\r\n");
    row("an encoded NUL", "GET /a%00 HTTP/1.1\r\nHost: h\r\n\r\n");
    row("a broken escape", "GET /a%4 HTTP/1.1\r\nHost: h\r\n\r\n");
    row("no UTF-8", "GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n");
    row("an expectation nobody has", post + "Expect: 200-ok\r\nContent-Length: 5\r\n\r\nhello", 417);
    row("two tokens", "GET /a HTTP/1.1\r\nHost: h\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n");
    row("TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
}

void TestMalformed::nothingIsSmuggled()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    CarrierBench bench;
    QVERIFY(bench.start());
    const QByteArray said = bench.say(bytes + hidden);
    QCOMPARE(statusOf(said), status);
    QCOMPARE(said.count("HTTP/1.1 "), 1);
    QVERIFY(said.contains("connection: close\r\n"));
    QVERIFY(said.contains("application/problem+json"));
    QCOMPARE(bench.asked().size(), std::size_t(0));
}

void TestMalformed::aBodyOverTheLimitIsRefusedBeforeItComes()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const auto post = [](long long length) {
        return "POST /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: " + QByteArray::number(length) +
               "\r\n\r\n";
    };
    QCOMPARE(statusOf(bench.say(post(CarrierBench::smallBody + 1))), 413);
    QCOMPARE(statusOf(bench.say(post(600'000'000))), 413);
    QCOMPARE(statusOf(bench.say(post(CarrierBench::smallBody) + QByteArray(CarrierBench::smallBody, 'x'))), 200);
    QCOMPARE(bench.asked().size(), std::size_t(1));
}

void TestMalformed::chunksOverTheLimitAreCut()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray chunk = "1f4\r\n" + QByteArray(500, 'x') + "\r\n";
    QCOMPARE(statusOf(bench.say(head + chunk + chunk + "0\r\n\r\n")), 200);
    QCOMPARE(statusOf(bench.say(head + chunk + chunk + "1\r\nx\r\n0\r\n\r\n")), 413);
    QCOMPARE(bench.asked().size(), std::size_t(1));
}

/// Sends a piece again and again until the server has had enough; how much that was.
static qint64 sendUntilCut(const CarrierBench &bench, const QByteArray &head, const QByteArray &piece, qint64 most)
{
    QTcpSocket socket;
    if (!bench.connectTo(socket))
        return most;
    socket.write(head);
    qint64 sent = 0;
    while (sent < most && socket.state() == QAbstractSocket::ConnectedState) {
        sent += socket.write(piece);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patienceMs)) {
        }
        if (socket.bytesToWrite() > 0)
            break;
    }
    return sent;
}

void TestMalformed::endlessFieldsAreCut()
{
    HttpLimits limits;
    limits.fields = 1'000'000;
    CarrierBench bench(limits);
    QVERIFY(bench.start());
    QByteArray fields;
    for (int i = 0; i < 4'000; ++i)
        fields += "X" + QByteArray::number(i) + ": 0123456789\r\n";
    QCOMPARE(statusOf(bench.say("GET /a HTTP/1.1\r\nHost: h\r\n" + fields)), 431);
    QVERIFY(sendUntilCut(bench, "GET /a HTTP/1.1\r\nHost: h\r\n", fields, 64'000'000) < 20'000'000);
    QCOMPARE(bench.asked().size(), std::size_t(0));
}

void TestMalformed::anEndlessLineIsCut()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    QCOMPARE(statusOf(bench.say("GET /a HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(17'000, 'x'))), 431);
    QCOMPARE(statusOf(bench.say("GET /" + QByteArray(17'000, 'x'))), 431);
    QVERIFY(sendUntilCut(bench, "GET /a HTTP/1.1\r\nX: ", QByteArray(100'000, 'x'), 64'000'000) < 20'000'000);
}

void TestMalformed::tooManyFieldsAreRefused()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const auto get = [](int fields) {
        QByteArray bytes = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
        for (int i = 2; i < fields; ++i)
            bytes += "x" + QByteArray::number(i) + ": 1\r\n";
        return bytes + "\r\n";
    };
    QCOMPARE(statusOf(bench.say(get(100))), 200);
    QCOMPARE(statusOf(bench.say(get(101))), 431);
}

void TestMalformed::aTargetThatIsTooLongIsRefused()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const auto get = [](int length) {
        return "GET /" + QByteArray(length - 1, 'a') + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    };
    QCOMPARE(statusOf(bench.say(get(8 * 1024))), 200);
    QCOMPARE(statusOf(bench.say(get(8 * 1024 + 1))), 414);
}

void TestMalformed::endlessChunkExtensionsAreCut()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    QCOMPARE(statusOf(bench.say(head + "5;" + QByteArray(100'000, 'x'))), 400);
    QCOMPARE(statusOf(bench.say(head + "0\r\nX: " + QByteArray(100'000, 'x'))), 400);
    QCOMPARE(bench.asked().size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestMalformed)
#include "tst_malformed.moc"
