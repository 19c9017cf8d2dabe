#include "tests/sync/scriptedservice.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view path = "/v1/notices";
constexpr std::string_view reading = "/v1/notices:read";

std::vector<NoticeRow> rows(int first, int last)
{
    std::vector<NoticeRow> all;
    for (int seq = first; seq <= last; ++seq)
        all.push_back({.seq = seq, .kind = std::string(noticeDisputed), .application = {"a"}});
    return all;
}

HttpResponse noContent()
{
    HttpResponse response;
    response.status = 204;
    return response;
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
    void whatWasReadIsToldOnceAndNothingAskedFor();
    void aPageThatCameBeforeSaysWhatWasReadSince();
    void whatCouldNotBeToldIsUnreadStill();
    void aPaceLosesNeitherTheQuestionNorWhatWasRead();
    void whatCouldNotBeToldForThePaceIsToldLater();
    void whoSignsInNextReadsNothingForTheOther();
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

void TestNoticeLane::whatWasReadIsToldOnceAndNothingAskedFor()
{
    ScriptedService service;
    std::vector<std::int64_t> told;
    std::vector<std::int64_t> many(noticesAtOnce + 5);
    std::iota(many.begin(), many.end(), 1);
    service.engine->readNotices(many);
    service.engine->readNotices({3}); // once
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != reading)
            return std::nullopt;
        const auto read = readWire<NoticesRead>(request.body);
        told.insert(told.end(), read->seqs.begin(), read->seqs.end());
        return noContent();
    });
    QVERIFY(told == many);
    QCOMPARE(service.times(std::string(reading)), 2); // as many at once as the service takes
    QCOMPARE(service.times(std::string(path)), 0);
    QVERIFY(service.engine->takeReadNotices() == many);
    QVERIFY(service.engine->takeReadNotices().empty());
}

void TestNoticeLane::aPageThatCameBeforeSaysWhatWasReadSince()
{
    ScriptedService service;
    service.engine->askNotices();
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path == reading)
            return noContent();
        if (request.path != path)
            return std::nullopt;
        const bool isFirst = request.parameter("since") == "0";
        if (isFirst)
            service.engine->readNotices({3});
        return jsonAnswer(wireText(NoticePage{isFirst ? rows(1, noticesAtOnce) : rows(noticesAtOnce + 1, 205)}));
    });
    const auto reports = service.engine->takeNotices();
    QCOMPARE(reports.size(), std::size_t(1));
    for (const NoticeRow &row : reports.front().notices)
        QCOMPARE(row.read, row.seq == 3);
}

void TestNoticeLane::whatCouldNotBeToldIsUnreadStill()
{
    ScriptedService service;
    bool isCut = true;
    const auto serve = [&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path == reading && isCut)
            return TransportFailure{SyncTrouble::Tcp, "cut"};
        return request.path == path ? std::optional<Reply>(jsonAnswer(wireText(NoticePage{rows(3, 3)}))) : std::nullopt;
    };
    service.engine->readNotices({3});
    service.run(serve);
    QCOMPARE(service.times(std::string(reading)), 1);
    QVERIFY(service.engine->takeReadNotices().empty());
    isCut = false;
    static_cast<void>(service.engine->hurry());
    service.engine->askNotices();
    service.run(serve);
    const auto reports = service.engine->takeNotices();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.back().notices.size(), std::size_t(1));
    QVERIFY(!reports.back().notices.front().read);
}

/// A service that wants to be asked more slowly has not refused anything.
void TestNoticeLane::aPaceLosesNeitherTheQuestionNorWhatWasRead()
{
    ScriptedService service;
    service.run();
    service.engine->fetch({.sha256 = "a"});
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == "/v1/blobs/a" ? std::optional<Reply>(problemAnswer(ProblemType::RateLimited))
                                             : std::nullopt;
    });
    service.engine->readNotices({3});
    service.engine->askNotices();
    service.asked.clear();
    service.run();
    QVERIFY(service.asked.empty());
    QVERIFY(service.engine->takeNotices().empty());
    service.now += 2s;
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == path ? std::optional<Reply>(jsonAnswer(wireText(NoticePage{rows(3, 3)}))) : std::nullopt;
    });
    QCOMPARE(service.times(std::string(reading)), 1);
    QCOMPARE(service.engine->takeNotices().size(), std::size_t(1));
}

void TestNoticeLane::whatCouldNotBeToldForThePaceIsToldLater()
{
    ScriptedService service;
    service.run();
    service.engine->readNotices({4});
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == reading ? std::optional<Reply>(problemAnswer(ProblemType::RateLimited)) : std::nullopt;
    });
    QVERIFY(service.engine->takeReadNotices().empty());
    service.now += 2s;
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == reading ? std::optional<Reply>(noContent()) : std::nullopt;
    });
    QVERIFY(service.engine->takeReadNotices() == std::vector<std::int64_t>{4});
}

void TestNoticeLane::whoSignsInNextReadsNothingForTheOther()
{
    ScriptedService service;
    service.run();
    service.engine->readNotices({3});
    service.engine->signOut();
    service.engine->resume({.actor = "staff-2", .access = "token", .accessUntil = service.now + 10min});
    service.run();
    QCOMPARE(service.times(std::string(reading)), 0);
}

QTEST_GUILESS_MAIN(TestNoticeLane)
#include "tst_noticelane.moc"
