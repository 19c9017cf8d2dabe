#include "tests/sync/scriptedservice.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view path = "/v1/notices";

std::vector<NoticeRow> rows(int first, int last)
{
    std::vector<NoticeRow> all;
    for (int seq = first; seq <= last; ++seq)
        all.push_back({.seq = seq, .kind = std::string(noticeDisputed), .application = {"a"}});
    return all;
}

} // namespace

/// What the service tells whoever is signed in reaches them whole, and nobody after them.
class TestNoticeLane : public QObject
{
    Q_OBJECT

private slots:
    void everyPageIsAskedFor();
    void withoutALineItFailsAtOnce();
    void whoSignsInNextHearsNothingOfIt();
};

void TestNoticeLane::everyPageIsAskedFor()
{
    ScriptedService service;
    service.engine->askNotices();
    service.engine->askNotices(); // while it is under way
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != path)
            return std::nullopt;
        const bool isFirst = request.parameter("since") == "0";
        return jsonAnswer(wireText(NoticePage{isFirst ? rows(1, noticesAtOnce) : rows(noticesAtOnce + 1, 205)}));
    });
    const auto reports = service.engine->takeNotices();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string());
    QVERIFY(reports.front().notices == rows(1, 205));
    QCOMPARE(service.times(std::string(path)), 2);
}

void TestNoticeLane::withoutALineItFailsAtOnce()
{
    ScriptedService service;
    service.engine->askNotices();
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path == path)
            return TransportFailure{SyncTrouble::Tcp, "cut"};
        return std::nullopt;
    });
    const auto reports = service.engine->takeNotices();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string(idOf(SyncTrouble::Tcp)));
    QCOMPARE(service.times(std::string(path)), 1);
}

void TestNoticeLane::whoSignsInNextHearsNothingOfIt()
{
    ScriptedService service;
    service.run();
    service.engine->askNotices();
    const std::optional<Exchange> awaited = service.engine->next(service.now);
    QVERIFY(awaited && awaited->request.path == path);
    service.engine->signOut();
    service.engine->resume({.actor = "staff-2", .access = "token", .accessUntil = service.now + 10min});
    service.engine->askNotices();
    QVERIFY(service.engine->answer(awaited->ticket, jsonAnswer(wireText(NoticePage{rows(1, 3)})), service.now));
    QVERIFY(service.engine->takeNotices().empty());
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == path ? std::optional<Reply>(jsonAnswer(wireText(NoticePage{}))) : std::nullopt;
    });
    const auto reports = service.engine->takeNotices();
    QCOMPARE(reports.size(), std::size_t(1));
    QVERIFY(reports.front().problem.empty() && reports.front().notices.empty());
}

QTEST_GUILESS_MAIN(TestNoticeLane)
#include "tst_noticelane.moc"
