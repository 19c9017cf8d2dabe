#include "tests/e2e/serverprocess.h"
#include "tests/http/malformedlist.h"
#include "tests/support/peakmemory.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <deque>
#include <future>
#include <vector>

#include <poll.h>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

/// Milliseconds that questions took.
struct Asked
{
    double median = 0;
    double most95 = 0; ///< what 95 of a hundred stay within
    double worst = 0;
};

/// A connection somebody has opened and does not use.
struct HalfOpen
{
    int socket = -1;
    QElapsedTimer since{};
};

/// Milliseconds until the other side closed: the longest of all of them; below 0: one is open after `patience`.
double closedAfter(std::vector<HalfOpen> open, std::chrono::milliseconds patience)
{
    constexpr int look = 50;
    double longest = 0;
    while (!open.empty()) {
        std::vector<pollfd> all;
        for (const HalfOpen &one : open)
            all.push_back({one.socket, POLLRDHUP, 0});
        poll(all.data(), all.size(), look);
        std::vector<HalfOpen> still;
        for (std::size_t i = 0; i < open.size(); ++i) {
            const auto age = double(open[i].since.elapsed());
            if (all[i].revents == 0 && age > double(patience.count()))
                return -1;
            if (all[i].revents == 0)
                still.push_back(open[i]);
            else
                longest = std::max(longest, age);
        }
        open = std::move(still);
    }
    return longest;
}

} // namespace

/// docs/server.md, "How a request is carried", asked of the real program over real TLS: what cannot be understood is
/// refused once and the connection closed, and who waits for nothing keeps nobody waiting.
class TestHostileClients : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whoIsIdleHasLoadedNoModel();
    void halfOpenConnectionsKeepNobodyWaiting();
    void theMalformedListIsRefused_data();
    void theMalformedListIsRefused();
    void aHugeBodyIsRefusedAndNotKept_data();
    void aHugeBodyIsRefusedAndNotKept();
    void halfOpenConnectionsAreClosed();
    void cleanupTestCase();

private:
    [[nodiscard]] QSslConfiguration tls() const { return ServerClient(m_server->folder()).configuration(); }
    /// Everything it says until it closes; nothing when it does not.
    [[nodiscard]] QByteArray said(const QByteArray &bytes) const;
    /// How long questions take one after the other, on one connection; nothing: one was not answered.
    [[nodiscard]] std::optional<Asked> asked(int questions) const;
    /// So many that have sent nothing, and as many that have sent half of a head over TLS.
    [[nodiscard]] bool openHalf(int each);
    [[nodiscard]] std::size_t stillOpen() const;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::deque<QTcpSocket> m_silent;
    std::deque<QSslSocket> m_begun;
    std::vector<HalfOpen> m_halfOpen;
    std::future<double> m_closed; ///< of closedAfter(); looks while other cases run
};

void TestHostileClients::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"data"_s));
    QVERIFY(m_server->start());
}

/// What only a portrait needs is loaded for the first one: the model of faces alone is 64 MB.
void TestHostileClients::whoIsIdleHasLoadedNoModel()
{
    const double own = memoryMb("RssAnon:", m_server->pid());
    qInfo("idle: %.0f MB, of them %.0f its own; at most %.0f", memoryMb("VmRSS:", m_server->pid()), own,
          peakMb(m_server->pid()));
    QVERIFY2(own < 60, qPrintable(QString::number(own)));
}

QByteArray TestHostileClients::said(const QByteArray &bytes) const
{
    QSslSocket socket;
    socket.setSslConfiguration(tls());
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server->port());
    if (!socket.waitForEncrypted(ServerProcess::patienceMs))
        return {};
    socket.write(bytes);
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(ServerProcess::patienceMs)) {
    }
    return socket.state() == QAbstractSocket::ConnectedState ? QByteArray() : socket.readAll();
}

void TestHostileClients::theMalformedListIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    for (const MalformedRequest &request : malformedRequests())
        QTest::newRow(request.name) << request.bytes << request.status;
}

void TestHostileClients::theMalformedListIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const QByteArray answer = said(bytes + hiddenRequest);
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    QCOMPARE(answer.count("HTTP/1.1 "), 1);
    QVERIFY(answer.contains("connection: close\r\n"));
    QVERIFY(asked(5)); // and it serves on
}

std::optional<Asked> TestHostileClients::asked(int questions) const
{
    ServerClient client(m_server->folder());
    client.goTo(m_server->port());
    if (!client.ask("GET", "/v1/health/ready"))
        return std::nullopt;
    std::vector<double> taken;
    for (int i = 0; i < questions; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto answer = client.ask("GET", "/v1/health/ready");
        if (!answer || answer->status != 200)
            return std::nullopt;
        taken.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(taken);
    const std::size_t count = taken.size();
    return Asked{taken[count / 2], taken[(count * 95 - 1) / 100], taken.back()};
}

bool TestHostileClients::openHalf(int each)
{
    const auto note = [this](const QTcpSocket &socket, const QElapsedTimer &since) {
        m_halfOpen.push_back({int(socket.socketDescriptor()), since});
    };
    QElapsedTimer since;
    for (int i = 0; i < each; ++i) {
        QTcpSocket &socket = m_silent.emplace_back();
        since.start();
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        if (!socket.waitForConnected(ServerProcess::patienceMs))
            return false;
        note(socket, since);
    }
    for (int i = 0; i < each; ++i) {
        QSslSocket &socket = m_begun.emplace_back();
        since.start();
        socket.setSslConfiguration(tls());
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server->port());
        if (!socket.waitForEncrypted(ServerProcess::patienceMs))
            return false;
        socket.write("GET /v1/health/ready HTTP/1.1\r\nHost: h\r\nX: ");
        if (!socket.waitForBytesWritten(ServerProcess::patienceMs))
            return false;
        note(socket, since);
    }
    return true;
}

std::size_t TestHostileClients::stillOpen() const
{
    return std::size_t(std::ranges::count_if(m_halfOpen, [](const HalfOpen &one) {
        pollfd state{one.socket, POLLRDHUP, 0};
        return poll(&state, 1, 0) == 0;
    }));
}

/// Half of the questions within 50 ms; 95 of a hundred within that too, or what they take without company three times
/// over. The worst of a hundred is said and not held: a machine that others use is late now and then, whoever asks.
void TestHostileClients::halfOpenConnectionsKeepNobodyWaiting()
{
    constexpr int questions = 100;
    constexpr double most = 50;
    const auto before = asked(questions);
    QVERIFY(openHalf(200));
    const auto beside = asked(questions);
    QCOMPARE(stillOpen(), m_halfOpen.size());
    m_closed = std::async(std::launch::async, closedAfter, m_halfOpen, std::chrono::seconds(60));
    QVERIFY(before && beside);
    const QByteArray figures =
        u"median, 95 of 100 and worst: alone %1, %2, %3 ms; beside 400 half open %4, %5, %6 ms"_s.arg(before->median)
            .arg(before->most95)
            .arg(before->worst)
            .arg(beside->median)
            .arg(beside->most95)
            .arg(beside->worst)
            .toUtf8();
    qInfo("%s", figures.constData());
    QVERIFY2(beside->median <= most, figures.constData());
    QVERIFY2(beside->most95 <= std::max(most, 3 * before->most95), figures.constData());
}

void TestHostileClients::aHugeBodyIsRefusedAndNotKept_data()
{
    const QByteArray post = "POST /v1/session HTTP/1.1\r\nHost: h\r\n";
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("before"); // every piece
    QTest::newRow("its length is said") << post + "Content-Length: 600000000\r\n\r\n" << QByteArray();
    QTest::newRow("in chunks") << post + "Transfer-Encoding: chunked\r\n\r\n" << QByteArray("f4240\r\n");
}

/// SYNC.md A2: of a body of 600 MB nothing stays in memory, whoever goes on sending it.
void TestHostileClients::aHugeBodyIsRefusedAndNotKept()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, before);
    constexpr int pieces = 600;
    const QByteArray piece = before + QByteArray(1'000'000, 'x') + (before.isEmpty() ? QByteArray() : "\r\n");
    const double had = memoryMb("VmRSS:", m_server->pid());
    forgetPeak(m_server->pid());
    QSslSocket socket;
    socket.setSslConfiguration(tls());
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server->port());
    QVERIFY(socket.waitForEncrypted(ServerProcess::patienceMs));
    socket.write(head);
    for (int i = 0; i < pieces && socket.state() == QAbstractSocket::ConnectedState; ++i) {
        socket.write(piece);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(ServerProcess::patienceMs)) {
        }
    }
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(ServerProcess::patienceMs)) {
    }
    QCOMPARE(socket.readAll().mid(9, 3), QByteArray("413"));
    const double grown = peakMb(m_server->pid()) - had;
    qInfo("grew by %.1f MB", grown);
    QVERIFY2(grown < 64, qPrintable(QString::number(grown)));
    QVERIFY(asked(5));
}

/// SYNC.md, test plan: within 30 s. With what the program has by itself, not with what a test has set.
void TestHostileClients::halfOpenConnectionsAreClosed()
{
    QVERIFY(m_closed.valid());
    const double longest = m_closed.get();
    qInfo("closed after %.1f s", longest / 1000);
    QVERIFY(longest >= 0);
    QVERIFY2(longest <= 30'000, qPrintable(QString::number(longest)));
}

void TestHostileClients::cleanupTestCase()
{
    QCOMPARE(m_server->terminate(), 0);
    QVERIFY(!m_server->log().contains("smuggled"));
}

QTEST_GUILESS_MAIN(TestHostileClients)
#include "tst_hostileclients.moc"
