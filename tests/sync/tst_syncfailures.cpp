#include "core/storage/chain.h"
#include "tests/support/failingdisk.h"
#include "tests/sync/scriptedservice.h"

#include <QTest>

#include <cstdio>

using namespace zsb;
using namespace std::chrono_literals;
using test::everyPoint;

namespace {

/// The loops take longer than a token lives.
void staySignedIn(ScriptedService &service)
{
    const Instant until = service.now + 24h * 365;
    service.engine->resume({.actor = "staff-1", .access = "token", .accessUntil = until});
}

} // namespace

/// SYNC.md, test plan: n-th failure loops over push, pull, download and login at the client. Whatever the disk
/// does not take, nothing that was acknowledged is lost and the next try brings the rest.
class TestSyncFailures : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSaidToBeSavedIsSent();
    void aPageAndItsCursorComeTogether();
    void aFetchedFileIsWhole();
    void whoWasLetInStaysSignedIn();
};

void TestSyncFailures::whatWasSaidToBeSavedIsSent()
{
    ScriptedService service;
    staySignedIn(service);
    int number = 0;
    std::int64_t saved = 0;
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        const ApplicationId id{"app-" + std::to_string(++number)};
        const auto answer = service.StoreFixture::run(id, CreateDraft{"N-" + id.value, Origin::Desk});
        const bool isSaved = answer && std::holds_alternative<Executed>(*answer);
        saved += isSaved ? 1 : 0;
        service.run();
        heal();
        service.now += 1min;
        QVERIFY(service.engine->hurry());
        service.run();
        QCOMPARE(service.store->state(id).has_value(), isSaved);
        QCOMPARE(service.status().ops.waiting(), 0);
        QCOMPARE(service.status().ops.answered["accepted"], saved);
    });
    QVERIFY(points.disk > 10);
    QVERIFY(points.statements > 10);
    QVERIFY(saved > 1);
    QVERIFY(saved < number);
}

void TestSyncFailures::aPageAndItsCursorComeTogether()
{
    ScriptedService service;
    staySignedIn(service);
    int number = 0;
    service.run();
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        const int last = ++number;
        const auto feed = [&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.path != "/v1/changes")
                return std::nullopt;
            ChangesPage page = service.page(request);
            for (int n = int(page.since) + 1; n <= last; ++n) {
                ApplicationState state;
                state.id = {"theirs-" + std::to_string(n)};
                state.revision = 1;
                state.applicationNo = "T-" + std::to_string(n);
                page.rows.push_back({.id = state.id, .version = 1, .seq = n, .state = state});
            }
            page.next = last;
            return jsonAnswer(wireText(page));
        };
        service.now += 1min;
        service.run(feed);
        heal();
        const bool isRead = service.status().cursor == last;
        const bool isHere = service.store->state({"theirs-" + std::to_string(last)}).has_value();
        QCOMPARE(isHere, isRead);
        service.now += 1min;
        QVERIFY(service.engine->hurry());
        service.run(feed);
        QCOMPARE(service.status().cursor, std::int64_t(last));
        QCOMPARE(service.store->state({"theirs-" + std::to_string(last)})->applicationNo, "T-" + std::to_string(last));
    });
    QVERIFY(points.disk > 4);
    QVERIFY(points.statements > 4);
    const auto verdict = verifyLog(service.folder() + "/zsb.db");
    QVERIFY(verdict && verdict->isGood());
}

void TestSyncFailures::aFetchedFileIsWhole()
{
    ScriptedService service;
    staySignedIn(service);
    int number = 0;
    service.run();
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        const std::string bytes = std::string(5'000, 'z') + std::to_string(++number);
        const std::string sha256 = sha256Hex(bytes);
        const auto serve = [&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.path != "/v1/blobs/" + sha256)
                return std::nullopt;
            HttpResponse response;
            response.headers["content-type"] = "image/jpeg";
            response.body = bytes;
            return response;
        };
        service.engine->fetch({.sha256 = sha256});
        service.run(serve);
        heal();
        static_cast<void>(service.engine->takeFetched());
        if (service.store->blobs().contains(sha256))
            QVERIFY(*service.store->blobs().read(sha256, BlobStore::Verify::Yes) == bytes);
        service.now += 30min;
        service.engine->fetch({.sha256 = sha256});
        service.run(serve);
        QVERIFY(*service.store->blobs().read(sha256, BlobStore::Verify::Yes) == bytes);
    });
    QVERIFY(points.disk > 2);
    QVERIFY(points.statements > 2);
}

/// A code and a refresh token are good once: who does not keep the answer has none.
void TestSyncFailures::whoWasLetInStaysSignedIn()
{
    ScriptedService service;
    std::set<std::string> used;
    std::string refresh;
    const auto letIn = [&]() -> std::optional<Reply> {
        refresh = "refresh-" + std::to_string(used.size());
        used.insert(refresh);
        return jsonAnswer(wireText(Session{.actor = "staff-1",
                                           .access = "token",
                                           .accessUntil = service.now + 10min,
                                           .refresh = refresh,
                                           .refreshUntil = service.now + 12h,
                                           .epoch = service.epoch,
                                           .packHash = "p",
                                           .serverTime = service.now}));
    };
    const auto serve = [&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path == "/v1/session")
            return used.insert(readWire<SignIn>(request.body)->totp).second
                       ? letIn()
                       : problemAnswer(ProblemType::InvalidCredentials);
        if (request.path == "/v1/session/refresh")
            return readWire<RefreshSession>(request.body)->refresh == refresh
                       ? letIn()
                       : problemAnswer(ProblemType::InvalidToken);
        return std::nullopt;
    };
    int number = 0;
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        service.engine->signOut();
        service.engine->signIn({.user = "u", .password = "p", .totp = "code-" + std::to_string(++number)});
        for (int i = 0; i < 3; ++i) {
            service.run(serve);
            service.now += 10min;
        }
        heal();
        service.now += 1min;
        QVERIFY(service.engine->hurry());
        service.run(serve);
        QVERIFY(service.engine->session());
        QCOMPARE(service.engine->session()->refresh, refresh);
        QVERIFY(service.status().mood != SyncMood::SignedOut);
    });
    std::printf("login: %ld points of the disk, %ld statements\n", points.disk, points.statements);
    QVERIFY(points.disk > 2);
    QVERIFY(points.statements > 2);
}

QTEST_GUILESS_MAIN(TestSyncFailures)
#include "tst_syncfailures.moc"
