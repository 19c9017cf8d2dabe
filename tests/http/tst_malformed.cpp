#include "tests/http/carrierbench.h"
#include "tests/http/malformedlist.h"

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

void TestMalformed::nothingIsSmuggled_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    for (const MalformedRequest &request : malformedRequests())
        QTest::newRow(request.name) << request.bytes << request.status;
}

void TestMalformed::nothingIsSmuggled()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    CarrierBench bench;
    QVERIFY(bench.start());
    const QByteArray said = bench.say(bytes + hiddenRequest);
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
