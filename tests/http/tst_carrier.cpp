#include "core/base/hash.h"
#include "tests/http/carrierbench.h"
#include "tests/support/peakmemory.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <deque>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;
using namespace std::string_literals;

/// Connections as well-behaved and badly behaved clients use them.
class TestCarrier : public QObject
{
    Q_OBJECT

private slots:
    void pipelinedRequestsAreAnsweredInOrder();
    void aConnectionStaysOpenUntilEitherSaysSo_data();
    void aConnectionStaysOpenUntilEitherSaysSo();
    void headIsAnsweredWithoutABody();
    void a100IsSaidBeforeABodyThatWaitsForIt();
    void aHugeBodyGoesThroughAFileAndNotThroughMemory();
    void aPartOfAFileIsAnswered();
    void aGetIsAnsweredBesideHalfOpenConnectionsAndTheyAreClosed();
    void aHeadThatNeverEndsIsClosed();
    void aBodyThatDripsIsClosed();
    void anIdleConnectionIsClosed();
    void oneAddressHasOnlySoManyConnections();
    void whatIsUnderWayIsAnsweredBeforeStopping();
    void withoutTlsItListensOnLoopbackOnly();
    void whatWasLeftInTheTemporaryFolderIsRemoved();
};

void TestCarrier::pipelinedRequestsAreAnsweredInOrder()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const QByteArray said = bench.say("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n"
                                      "POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab"
                                      "GET /3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QCOMPARE(said.count("HTTP/1.1 200 OK"), 3);
    QVERIFY(said.indexOf("GET /1") < said.indexOf("POST /2 ab"));
    QVERIFY(said.indexOf("POST /2 ab") < said.indexOf("GET /3"));
}

void TestCarrier::aConnectionStaysOpenUntilEitherSaysSo_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n") << false;
    QTest::newRow("1.1, close") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n") << true;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("1.0, keep") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
}

void TestCarrier::aConnectionStaysOpenUntilEitherSaysSo()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    CarrierBench bench;
    QVERIFY(bench.start());
    QTcpSocket socket;
    QVERIFY(bench.connectTo(socket));
    socket.write(request);
    const QByteArray said = CarrierBench::answers(socket, 1);
    QCOMPARE(said.contains("connection: close"), closes);
    if (closes) {
        QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(patienceMs));
        return;
    }
    socket.write(request);
    QCOMPARE(statusOf(CarrierBench::answers(socket, 1)), 200);
}

void TestCarrier::headIsAnsweredWithoutABody()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const QByteArray said = bench.say("HEAD /abc HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QVERIFY(said.contains("content-length: 10\r\n")); // of "HEAD /abc "
    QVERIFY(said.endsWith("\r\n\r\n"));
}

void TestCarrier::a100IsSaidBeforeABodyThatWaitsForIt()
{
    CarrierBench bench;
    QVERIFY(bench.start());
    const auto post = [](long long length) {
        return "POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: " +
               QByteArray::number(length) + "\r\n\r\n";
    };
    QTcpSocket socket;
    QVERIFY(bench.connectTo(socket));
    socket.write(post(5));
    QVERIFY(socket.waitForReadyRead(patienceMs));
    QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write("hello");
    QVERIFY(CarrierBench::untilClosed(socket).endsWith("POST /a hello"));
    QCOMPARE(statusOf(bench.say(post(CarrierBench::smallBody + 1))), 413);
}

void TestCarrier::aHugeBodyGoesThroughAFileAndNotThroughMemory()
{
    constexpr qint64 size = 600'000'000;
    const QByteArray piece(1'000'000, 'x');
    CarrierBench bench;
    qint64 arrived = 0;
    QString path;
    bench.reply([&](const HttpRequest &request) {
        path = QString::fromStdString(request.bodyFile);
        arrived = QFile(path).size();
        return HttpResponse{};
    });
    QVERIFY(bench.start());
    test::forgetPeak();
    QTcpSocket socket;
    QVERIFY(bench.connectTo(socket));
    socket.write("PUT /file HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: " + QByteArray::number(size) +
                 "\r\n\r\n");
    for (qint64 sent = 0; sent < size; sent += piece.size()) {
        socket.write(piece);
        while (socket.bytesToWrite() > 0)
            QVERIFY(socket.waitForBytesWritten(patienceMs));
    }
    QCOMPARE(statusOf(CarrierBench::untilClosed(socket)), 200);
    QCOMPARE(arrived, size);
#ifndef ZSB_SANITIZED
    QVERIFY2(test::peakMb() < 64, qPrintable(QString::number(test::peakMb())));
#endif
    bench.server().stop(std::chrono::seconds(10));
    QVERIFY(!QFile::exists(path) || QTest::qWaitFor([&] { return !QFile::exists(path); }, patienceMs));
}

void TestCarrier::aPartOfAFileIsAnswered()
{
    CarrierBench bench;
    const QString path = bench.folder() + u"/blob"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray content;
    for (int i = 0; i < 200'000; ++i)
        content += char('a' + i % 26);
    file.write(content);
    file.close();
    bench.reply([path](const HttpRequest &) { return HttpResponse{.file = path.toStdString()}; });
    QVERIFY(bench.start());
    const auto get = [&bench](const QByteArray &range) {
        return bench.say("GET /b HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + range + "\r\n");
    };
    const QByteArray all = get({});
    QVERIFY(all.contains("accept-ranges: bytes") && all.endsWith("\r\n\r\n" + content));
    const QByteArray part = get("Range: bytes=100000-199998\r\n");
    QCOMPARE(statusOf(part), 206);
    QVERIFY(part.contains("content-range: bytes 100000-199998/200000\r\n"));
    QVERIFY(part.endsWith("\r\n\r\n" + content.mid(100'000, 99'999)));
    const QByteArray none = get("Range: bytes=200000-\r\n");
    QCOMPARE(statusOf(none), 416);
    QVERIFY(none.contains("content-range: bytes */200000\r\n"));
}

void TestCarrier::aGetIsAnsweredBesideHalfOpenConnectionsAndTheyAreClosed()
{
    HttpLimits limits;
    limits.opening = std::chrono::milliseconds(3'000);
    CarrierBench bench(limits);
    QVERIFY(bench.start());
    std::deque<QTcpSocket> halfOpen(400);
    for (std::size_t i = 0; i < halfOpen.size(); ++i) {
        QVERIFY(bench.connectTo(halfOpen[i]));
        if (i % 2 == 0) // the others have said nothing yet
            halfOpen[i].write("GET / HTTP/1.1\r\nHost: h\r\nX: ");
    }
    QCOMPARE(statusOf(bench.say("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")), 200);
    for (QTcpSocket &socket : halfOpen)
        QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(patienceMs));
    QVERIFY(QTest::qWaitFor([&] { return bench.server().counts().connections == 0; }, patienceMs));
    QVERIFY(bench.server().counts().timedOut >= 400);
}

void TestCarrier::aHeadThatNeverEndsIsClosed()
{
    HttpLimits limits;
    limits.head = std::chrono::milliseconds(200);
    CarrierBench bench(limits);
    QVERIFY(bench.start());
    QTcpSocket socket;
    QVERIFY(bench.connectTo(socket));
    socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(statusOf(CarrierBench::answers(socket, 1)), 200);
    while (socket.state() == QAbstractSocket::ConnectedState) { // a byte now and then does not help
        socket.write("G");
        socket.waitForDisconnected(10);
    }
    QCOMPARE(bench.server().counts().timedOut, std::uint64_t(1));
}

void TestCarrier::aBodyThatDripsIsClosed()
{
    HttpLimits limits;
    limits.body = std::chrono::milliseconds(200);
    CarrierBench bench(limits);
    QVERIFY(bench.start());
    QTcpSocket socket;
    QVERIFY(bench.connectTo(socket));
    socket.write("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 900\r\n\r\n");
    while (socket.state() == QAbstractSocket::ConnectedState) {
        socket.write("x");
        socket.waitForDisconnected(10);
    }
    QCOMPARE(bench.asked().size(), std::size_t(0));
}

void TestCarrier::anIdleConnectionIsClosed()
{
    HttpLimits limits;
    limits.idle = std::chrono::milliseconds(200);
    CarrierBench bench(limits);
    QVERIFY(bench.start());
    const QByteArray said = bench.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(statusOf(said), 200);
    QCOMPARE(bench.server().counts().timedOut, std::uint64_t(1));
}

void TestCarrier::oneAddressHasOnlySoManyConnections()
{
    HttpLimits limits;
    limits.connectionsOfOneAddress = 3;
    CarrierBench bench(limits);
    QVERIFY(bench.start());
    const QByteArray get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    std::deque<QTcpSocket> sockets(3);
    for (QTcpSocket &socket : sockets) {
        QVERIFY(bench.connectTo(socket));
        socket.write(get);
        QCOMPARE(statusOf(CarrierBench::answers(socket, 1)), 200);
    }
    QCOMPARE(bench.say(get), QByteArray());
    QCOMPARE(bench.server().counts().turnedAway, std::uint64_t(1));
    sockets.pop_back();
    QVERIFY(QTest::qWaitFor([&] { return bench.server().counts().connections == 2; }, patienceMs));
    QCOMPARE(statusOf(bench.say("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")), 200);
}

void TestCarrier::whatIsUnderWayIsAnsweredBeforeStopping()
{
    CarrierBench bench;
    std::promise<void> asked;
    std::promise<void> go;
    bench.reply([&](const HttpRequest &) {
        asked.set_value();
        go.get_future().wait();
        return HttpResponse{.body = "done"};
    });
    QVERIFY(bench.start());
    QTcpSocket busy;
    QTcpSocket idle;
    QVERIFY(bench.connectTo(idle));
    QVERIFY(bench.connectTo(busy));
    busy.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(busy.waitForBytesWritten(patienceMs));
    asked.get_future().wait();
    std::jthread stopper([&] { bench.server().stop(std::chrono::seconds(20)); });
    go.set_value();
    const QByteArray said = CarrierBench::untilClosed(busy);
    QCOMPARE(statusOf(said), 200);
    QVERIFY(said.endsWith("done"));
    stopper.join();
    QVERIFY(CarrierBench::untilClosed(idle).isEmpty());
    QTcpSocket late;
    QVERIFY(!bench.connectTo(late));
}

void TestCarrier::withoutTlsItListensOnLoopbackOnly()
{
    CarrierBench bench;
    bench.options().address = "0.0.0.0";
    const Done started = bench.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::Invalid);
}

void TestCarrier::whatWasLeftInTheTemporaryFolderIsRemoved()
{
    CarrierBench bench;
    const QString folder = QString::fromStdString(bench.options().temporaryFolder);
    QVERIFY(QDir().mkpath(folder));
    QFile left(folder + u"/body-7"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    QVERIFY(bench.start());
    QVERIFY(!QFile::exists(left.fileName()));
}

QTEST_GUILESS_MAIN(TestCarrier)
#include "tst_carrier.moc"
