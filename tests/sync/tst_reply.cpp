#include "core/protocol/problem.h"
#include "core/protocol/wire.h"
#include "core/sync/backoff.h"
#include "core/sync/reply.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

HttpResponse answered(int status, const std::string &type, std::string body)
{
    HttpResponse response;
    response.status = status;
    response.headers["content-type"] = type;
    response.body = std::move(body);
    return response;
}

HttpResponse problem(ProblemType type)
{
    const Problem problem = problemOf(type);
    return answered(problem.status, "application/problem+json", wireText(problem));
}

/// Always the same: the least or the most jitter.
RandomSource constant(std::uint8_t value)
{
    return [value](std::span<std::uint8_t> bytes) {
        for (std::uint8_t &byte : bytes)
            byte = value;
    };
}

constexpr Instant start{std::chrono::milliseconds(1'676'422'800'000)};

} // namespace

/// SYNC.md D2.8, D3 and P.10: what a reply means, and how long to wait after it.
class TestReply : public QObject
{
    Q_OBJECT

private slots:
    void everyTroubleHasItsName_data();
    void everyTroubleHasItsName();
    void aPageThatSays200IsNotOurServer();
    void aFileMayBeOfAnyKindButAPage();
    void unknownProblemsGoByTheirStatus();
    void retryAfterIsRead();
    void theLineWaitsLongerEachTime();
    void theLineNeverGivesUp();
    void whatFailsTogetherCountsOnce();
    void aPaceIsNoFailure();
    void theServersWaitIsKept();
    void hurryIsAtOnceButNotForgetful();
    void anItemWaitsAsTheTableSays();
};

void TestReply::everyTroubleHasItsName_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("trouble");
    QTest::addRow("a filter says no") << 403 << "text/html"
                                      << "proxy";
    QTest::addRow("a proxy wants a password") << 407 << "text/html"
                                              << "proxy";
    QTest::addRow("a redirect to a sign-in page") << 302 << "text/html"
                                                  << "captive";
    QTest::addRow("network authentication") << 511 << "text/html"
                                            << "captive";
    QTest::addRow("nobody behind the gateway") << 502 << "text/html"
                                               << "server";
    QTest::addRow("gateway time-out") << 504 << "text/plain"
                                      << "server";
    QTest::addRow("not found by a stranger") << 404 << "text/html"
                                             << "captive";
}

void TestReply::everyTroubleHasItsName()
{
    QFETCH(int, status);
    QFETCH(QString, type);
    QFETCH(QString, trouble);
    const ReplyVerdict verdict = judge(answered(status, type.toStdString(), "x"));
    QCOMPARE(QString::fromLatin1(idOf(verdict.trouble).data()), trouble);
    QVERIFY(verdict.problem.empty());
    QCOMPARE(judge(TransportFailure{SyncTrouble::Dns, {}}).trouble, SyncTrouble::Dns);
    QCOMPARE(judge(problem(ProblemType::InvalidToken)).trouble, SyncTrouble::Auth);
    QCOMPARE(judge(problem(ProblemType::DeviceUnknown)).trouble, SyncTrouble::Key);
    QCOMPARE(judge(problem(ProblemType::TooLarge)).trouble, SyncTrouble::Policy);
    QCOMPARE(judge(problem(ProblemType::UnsupportedMedia)).trouble, SyncTrouble::Policy);
    QCOMPARE(judge(problem(ProblemType::StorageFull)).trouble, SyncTrouble::Quota);
    QCOMPARE(judge(problem(ProblemType::RateLimited)).trouble, SyncTrouble::Server);
    QCOMPARE(judge(problem(ProblemType::Maintenance)).problem, std::string("maintenance"));
}

void TestReply::aPageThatSays200IsNotOurServer()
{
    QCOMPARE(judge(answered(200, "text/html", "<html>")).trouble, SyncTrouble::Captive);
    QCOMPARE(judge(answered(200, "", "{}")).trouble, SyncTrouble::Captive);
    QVERIFY(judge(answered(200, "application/json", "{}")).isGood());
}

void TestReply::aFileMayBeOfAnyKindButAPage()
{
    QVERIFY(judge(answered(200, "image/jpeg", "x"), false).isGood());
    QVERIFY(judge(answered(204, "", ""), false).isGood());
    QCOMPARE(judge(answered(200, "text/html; charset=utf-8", "x"), false).trouble, SyncTrouble::Captive);
}

void TestReply::unknownProblemsGoByTheirStatus()
{
    Problem unknown;
    unknown.type = "urn:zsb:problem:of-the-future";
    unknown.status = 418;
    const ReplyVerdict verdict = judge(answered(418, "application/problem+json", wireText(unknown)));
    QCOMPARE(verdict.trouble, SyncTrouble::Policy);
    QCOMPARE(verdict.problem, std::string("of-the-future"));
    QVERIFY(!verdict.isGeneral());
    QCOMPARE(judge(answered(599, "application/problem+json", wireText(unknown))).trouble, SyncTrouble::Server);
}

void TestReply::retryAfterIsRead()
{
    HttpResponse response = problem(ProblemType::RateLimited);
    response.headers["retry-after"] = "7";
    QCOMPARE(judge(response).retryAfter, std::optional<std::chrono::milliseconds>(7s));
    response.headers["retry-after"] = "99999999";
    QCOMPARE(judge(response).retryAfter, std::optional<std::chrono::milliseconds>(24h)); // nobody shuts us out for ever
    response.headers["retry-after"] = "soon";
    QVERIFY(!judge(response).retryAfter);
}

void TestReply::theLineWaitsLongerEachTime()
{
    Backoff least;
    Backoff most;
    std::chrono::milliseconds pause = Backoff::first;
    for (int i = 0; i < 12; ++i) {
        const Instant soon = std::max(start, least.until());
        const Instant late = std::max(start, most.until());
        least.fail(soon, {}, constant(0));
        most.fail(late, {}, constant(0xff));
        QCOMPARE(least.until() - soon, pause / 2);
        QVERIFY(most.until() - late >= pause / 2);
        QVERIFY(most.until() - late <= Backoff::longest);
        pause = std::min(pause * 2, std::chrono::milliseconds(Backoff::longest));
    }
    least.succeed();
    QVERIFY(least.isDue({}));
    least.fail(start, {}, constant(0));
    QCOMPARE(least.until() - start, Backoff::first / 2);
}

void TestReply::theLineNeverGivesUp()
{
    Backoff line;
    Instant last = start;
    for (int i = 0; i < 1'000; ++i) {
        last = std::max(start, line.until());
        line.fail(last, {}, constant(0xff));
    }
    QVERIFY(line.until() <= last + Backoff::longest);
}

/// Four downloads break with one line: they are one failure, or a moment's trouble would cost minutes.
void TestReply::whatFailsTogetherCountsOnce()
{
    Backoff line;
    for (int i = 0; i < 4; ++i)
        line.fail(start, {}, constant(0));
    QCOMPARE(line.failures(), 1);
    QCOMPARE(line.until() - start, Backoff::first / 2);
    line.fail(start, 90s, constant(0));
    QCOMPARE(line.until() - start, std::chrono::milliseconds(90s)); // the longest wait that was asked for
}

/// A server that wants to be asked more slowly is no server in trouble.
void TestReply::aPaceIsNoFailure()
{
    Backoff line;
    for (int i = 0; i < 4; ++i)
        line.pace(start, 2s, constant(0));
    QCOMPARE(line.failures(), 0);
    QCOMPARE(line.until() - start, std::chrono::milliseconds(2s));
    QVERIFY(judge(problem(ProblemType::RateLimited)).isPacing());
    QVERIFY(!judge(problem(ProblemType::Maintenance)).isPacing());
}

void TestReply::theServersWaitIsKept()
{
    Backoff line;
    line.fail(start, 90s, constant(0));
    QCOMPARE(line.until(), start + 90s);
}

void TestReply::hurryIsAtOnceButNotForgetful()
{
    Backoff line;
    line.fail(start, {}, constant(0));
    line.hurry();
    line.fail(start, {}, constant(0));
    line.hurry();
    QVERIFY(line.isDue(start));
    line.fail(start, {}, constant(0));
    QCOMPARE(line.until() - start, Backoff::first * 4 / 2);
}

void TestReply::anItemWaitsAsTheTableSays()
{
    const RandomSource none = constant(0);
    for (int attempt = 1; attempt <= 5; ++attempt)
        QCOMPARE(itemPause(attempt, none), std::chrono::milliseconds(25s));
    QCOMPARE(itemPause(6, none), std::chrono::milliseconds(2min));
    QCOMPARE(itemPause(7, none), std::chrono::milliseconds(10min));
    QCOMPARE(itemPause(8, none), std::chrono::milliseconds(1h));
    QCOMPARE(itemPause(9, none), std::chrono::milliseconds(5h));
    QCOMPARE(itemPause(10, none), std::chrono::milliseconds(24h));
    QCOMPARE(itemPause(1'000, none), std::chrono::milliseconds(24h));
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
