#include "tests/sync/scriptedservice.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

/// A1.6.1: a link for a phone is asked of the service, and followed until 已采集.
class TestCaptureLane : public QObject
{
    Q_OBJECT

private slots:
    void aLinkIsIssuedForTheFileAsTheRole();
    void whatIsCollectedIsPulledAtOnce();
    void whoMayNotIsToldWhy();
    void looksDoNotPileUpAndALinkGoesFirst();
    void whatCannotBeAskedFailsAtOnce();
    void signingOutForgetsEverything();
};

namespace {

CaptureState linkOf(const char *file)
{
    return {.path = "/c/token", .application = {file}, .expires = Instant(1h), .triesLeft = 20};
}

} // namespace

void TestCaptureLane::aLinkIsIssuedForTheFileAsTheRole()
{
    ScriptedService service;
    std::optional<NewCapture> asked;
    service.engine->issueCapture({{"app-1"}, "registrar"});
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/captures")
            return std::nullopt;
        asked = *readWire<NewCapture>(request.body);
        return jsonAnswer(wireText(linkOf("app-1")), 201);
    });
    QVERIFY(asked);
    QCOMPARE(asked->application.value, std::string("app-1"));
    QCOMPARE(asked->role, std::string("registrar"));
    const std::vector<CaptureReport> reports = service.engine->takeCaptures();
    QCOMPARE(reports.size(), std::size_t(1));
    QVERIFY(reports.front().problem.empty());
    QCOMPARE(reports.front().state, linkOf("app-1"));
    QVERIFY(service.engine->takeCaptures().empty());
}

void TestCaptureLane::whatIsCollectedIsPulledAtOnce()
{
    ScriptedService service;
    bool collected = false;
    const auto serve = [&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/captures/app-1")
            return std::nullopt;
        CaptureState state = linkOf("app-1");
        if (collected)
            state.collected = service.now;
        return jsonAnswer(wireText(state));
    };
    service.engine->watchCapture({"app-1"});
    service.run(serve);
    const int before = service.times("/v1/changes");
    service.engine->watchCapture({"app-1"});
    service.run(serve);
    QCOMPARE(service.times("/v1/changes"), before);
    collected = true;
    service.engine->watchCapture({"app-1"});
    service.run(serve);
    QVERIFY(service.times("/v1/changes") > before);
    QVERIFY(service.engine->takeCaptures().back().state.collected);
}

void TestCaptureLane::whoMayNotIsToldWhy()
{
    ScriptedService service;
    service.engine->issueCapture({{"app-1"}, "school"});
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/captures")
            return std::nullopt;
        return problemAnswer(ProblemType::ForbiddenScope);
    });
    const std::vector<CaptureReport> reports = service.engine->takeCaptures();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string("forbidden-scope"));
}

void TestCaptureLane::looksDoNotPileUpAndALinkGoesFirst()
{
    ScriptedService service;
    for (int i = 0; i < 300; ++i)
        service.engine->watchCapture({"app-1"});
    service.engine->issueCapture({{"app-1"}, "registrar"});
    std::vector<std::string> asked;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (!request.path.starts_with("/v1/captures"))
            return std::nullopt;
        asked.push_back(request.method);
        return jsonAnswer(wireText(linkOf("app-1")), request.method == "POST" ? 201 : 200);
    });
    QCOMPARE(asked, (std::vector<std::string>{"POST", "GET"}));
}

void TestCaptureLane::whatCannotBeAskedFailsAtOnce()
{
    ScriptedService service;
    service.engine->signOut();
    service.engine->issueCapture({{"app-1"}, "registrar"});
    service.run([&](const HttpRequest &) { return std::nullopt; });
    QCOMPARE(service.times("/v1/captures"), 0);
    const std::vector<CaptureReport> reports = service.engine->takeCaptures();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().file.value, std::string("app-1"));
    QVERIFY(reports.front().isLink);
    QCOMPARE(reports.front().problem, std::string("invalid-token"));
}

void TestCaptureLane::signingOutForgetsEverything()
{
    ScriptedService service;
    service.engine->issueCapture({{"app-1"}, "registrar"});
    service.engine->watchCapture({"app-2"});
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/captures")
            return std::nullopt;
        service.engine->signOut(); // while the link is under way
        return jsonAnswer(wireText(linkOf("app-1")), 201);
    });
    QVERIFY(service.engine->takeCaptures().empty());
    QCOMPARE(service.times("/v1/captures/app-2"), 0);
}

QTEST_GUILESS_MAIN(TestCaptureLane)
#include "tst_capturelane.moc"
