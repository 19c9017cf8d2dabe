#include "core/crypto/totp.h"
#include "core/protocol/blobs.h"
#include "core/server/administration.h"
#include "core/storage/chain.h"
#include "tests/server/serverfixture.h"
#include "tests/support/failingdisk.h"

#include <QTest>

#include <cstdio>
#include <functional>

using namespace zsb;
using test::everyPoint;
using namespace std::chrono_literals;

/// SYNC.md, test plan: n-th failure loops over push, upload and login at the service. What was answered is there, what
/// was not can be asked again, and the service goes on by itself.
class TestFailures : public QObject
{
    Q_OBJECT

private slots:
    void anOpIsDoneWhollyOrNotAtAll();
    void aFileIsThereWholeOrNotAtAll();
    void anUploadGoesOnFromWhereItReallyIs();
    void aSignInThatFailedHasUsedUpNothing();
};

void TestFailures::anOpIsDoneWhollyOrNotAtAll()
{
    ServerFixture f;
    const std::string token = f.token("reg", registrarOfAll);
    int number = 0;
    int refused = 0;
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        const std::string id = "app-" + std::to_string(++number);
        const Op create{f.command(id, CreateDraft{"N-" + id, Origin::Desk})};
        const Op consent{f.command(id, AcceptNotice{"signed"}), 0, create.command.id};
        const std::string body = wireText(OpBatch{f.server->epoch(), {create, consent}});
        const HttpResponse first = f.ask("POST", "/v1/ops:batch", token, body);
        heal();
        refused += first.status != 200 ? 1 : 0;
        const HttpResponse again = f.ask("POST", "/v1/ops:batch", token, body);
        QCOMPARE(again.status, 200);
        if (first.status == 200)
            QCOMPARE(again.body, first.body);
        else
            QVERIFY2(first.status >= 500, first.body.c_str());
        const Result<OpAnswers> answers = readWire<OpAnswers>(again.body);
        QVERIFY(answers);
        for (const OpAnswer &answer : answers->answers)
            QCOMPARE(answer.outcome, OpOutcome::Accepted);
    });
    std::printf("%ld points of the disk, %ld statements, %d refused\n", points.disk, points.statements, refused);
    QVERIFY(testsPostgres() || points.disk > 8);
    QVERIFY(points.statements > 8);
    QVERIFY(refused > 8);
    QCOMPARE(f.changes(token, 0).rows.size(), std::size_t(number));
    QCOMPARE(f.changes(token, 0).rows.front().version, 2);
    f.server.reset();
    const auto verdict = f.log();
    QVERIFY(verdict && verdict->isGood());
    QCOMPARE(verdict->events, std::int64_t(2 * number));
}

void TestFailures::aFileIsThereWholeOrNotAtAll()
{
    ServerFixture f;
    const std::string token = f.token("reg", registrarOfAll);
    int number = 0;
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        const std::string bytes = std::string(5'000, 'x') + std::to_string(++number);
        const std::string path = "/v1/blobs/" + sha256Hex(bytes);
        const HttpResponse first = f.ask("PUT", path, token, bytes);
        heal();
        QVERIFY2(first.status == 201 || first.status >= 500, first.body.c_str());
        if (first.status == 201)
            QCOMPARE(f.ask("HEAD", path, token).status, 200);
        const HttpResponse again = f.ask("PUT", path, token, bytes);
        QVERIFY2(again.status == 201 || again.status == 204, again.body.c_str());
        QCOMPARE(f.ask("HEAD", path, token).status, 200);
        const auto store = Store::openReadOnly(f.season());
        QVERIFY(*(*store)->blobs().read(sha256Hex(bytes), BlobStore::Verify::Yes) == bytes);
    });
    QVERIFY(testsPostgres() || points.disk > 8);
    QVERIFY(points.statements > 8);
}

void TestFailures::anUploadGoesOnFromWhereItReallyIs()
{
    ServerFixture f;
    const std::string token = f.token("reg", registrarOfAll);
    int number = 0;
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        const std::string bytes = std::string(3'000, 'y') + std::to_string(++number);
        const auto size = std::int64_t(bytes.size());
        const std::string asked = wireText(NewUpload{sha256Hex(bytes), size, "material"});
        const auto piece = [&](const std::string &place, std::size_t from, std::size_t length) {
            HttpRequest request;
            request.method = "PATCH";
            request.path = place;
            request.headers = {{"authorization", "Bearer " + token}, {"upload-offset", std::to_string(from)}};
            request.body = bytes.substr(from, length);
            return f.server->handle(request);
        };
        HttpResponse begun = f.ask("POST", "/v1/uploads", token, asked);
        if (begun.status == 201 && piece(begun.header("location"), 0, 1'000).status == 204)
            static_cast<void>(piece(begun.header("location"), 1'000, std::string::npos));
        heal();
        if (begun.status != 201)
            begun = f.ask("POST", "/v1/uploads", token, asked);
        QCOMPARE(begun.status, 201);
        const std::string place = begun.header("location");
        const HttpResponse stands = f.ask("HEAD", place, token);
        if (stands.status == 200)
            QCOMPARE(piece(place, std::stoul(stands.header("upload-offset")), std::string::npos).status, 204);
        else
            QCOMPARE(stands.status, 404); // it was complete
        QCOMPARE(f.ask("HEAD", "/v1/blobs/" + sha256Hex(bytes), token).status, 200);
    });
    QVERIFY(testsPostgres() || points.disk > 16);
    QVERIFY(points.statements > 16);
}

void TestFailures::aSignInThatFailedHasUsedUpNothing()
{
    ServerFixture f;
    NewSecrets secrets;
    std::string totp;
    {
        const auto administration = Administration::open(f.parts());
        secrets = *(*administration)->addUser("ann", "Ann", {{.role = "school"}});
        const auto store = Store::open(f.season());
        totp = (*Staff((*store)->database(), (*store)->codec()).byLogin("ann"))->totp;
    }
    const test::FailedPoints points = everyPoint([&](const std::function<void()> &heal) {
        f.now += 30s;
        const std::string body =
            wireText(SignIn{.user = "ann", .password = secrets.password, .totp = totpCode(totp, totpStep(f.now))});
        const HttpResponse first = f.ask("POST", "/v1/session", {}, body);
        heal();
        QVERIFY2(first.status == 200 || first.status >= 500, first.body.c_str());
        QCOMPARE(f.ask("POST", "/v1/session", {}, body).status, first.status == 200 ? 401 : 200);
    });
    QVERIFY(testsPostgres() || points.disk > 4);
    QVERIFY(points.statements > 4);
}

QTEST_GUILESS_MAIN(TestFailures)
#include "tst_failures.moc"
