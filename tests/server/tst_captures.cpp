#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/protocol/capture.h"
#include "tests/server/serverfixture.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

std::string portrait(const PortraitStyle &style = {})
{
    return encodeJpeg(drawPortrait(faceOf(7, FaceSex::Female), style), 50'000).value();
}

/// A desk with one candidate's file, open for a picture.
struct CaptureDesk
{
    ServerFixture f;

    CaptureDesk() { begin("a"); }
    /// Good for ten minutes; tests take longer.
    [[nodiscard]] std::string token() { return f.token("reg", registrarOfAll); }
    void begin(const std::string &id)
    {
        const Op create{f.command(id, CreateDraft{"N-" + id, Origin::Desk})};
        const Op consent{f.command(id, AcceptNotice{"ticked"}), 0, create.command.id};
        const Op type{f.command(id, ChooseType{"N1"}), 0, consent.command.id};
        const Op name{f.command(id, SetFields{{{Field::Name, "李小明"}}}), 0, type.command.id};
        for (const OpAnswer &answer : f.send(token(), {create, consent, type, name}).answers) {
            if (answer.outcome != OpOutcome::Accepted)
                qFatal("%s", answer.refusal.c_str());
        }
    }
    [[nodiscard]] HttpResponse ask(const std::string &id = "a", int minutes = 15)
    {
        return f.ask("POST", "/v1/captures", token(), wireText(NewCapture{{id}, "registrar", minutes}));
    }
    [[nodiscard]] std::string link(const std::string &id = "a")
    {
        const HttpResponse response = ask(id);
        if (response.status != 201)
            qFatal("%d %s", response.status, response.body.c_str());
        return readWire<CaptureState>(response.body)->path;
    }
    [[nodiscard]] CaptureState watched()
    {
        return *readWire<CaptureState>(f.ask("GET", "/v1/captures/a", token()).body);
    }
    [[nodiscard]] ApplicationState file() { return *f.changes(token(), 0).rows.front().state; }
};

} // namespace

/// A1.6.1–A1.6.3: a link, a phone, a portrait, 已采集.
class TestCaptures : public QObject
{
    Q_OBJECT

private slots:
    /// A candidate's browser shows what is answered: words, not JSON.
    void aLinkThatIsOverIsAPageForABrowser()
    {
        CaptureDesk desk;
        for (const char *path : {"/c/never-issued", "/pay/never-issued"}) {
            const HttpResponse page = desk.f.ask("GET", path, {}, {}, {{"accept", "text/html,application/xhtml+xml"}});
            QVERIFY(page.status == 410 || page.status == 404);
            QVERIFY(page.header("content-type").starts_with("text/html"));
            QVERIFY(page.header("content-security-policy").starts_with("default-src 'none'"));
            QVERIFY(page.body.find("请向学校工作人员重新索取") != std::string::npos);
            QVERIFY(page.body.find("Ask the staff") != std::string::npos);
            const HttpResponse problem = desk.f.ask("GET", path);
            QCOMPARE(problem.status, page.status);
            QCOMPARE(problem.header("content-type"), std::string("application/problem+json"));
        }
    }
    void thePageRunsItsOwnScriptAndNothingElse()
    {
        CaptureDesk desk;
        const std::string path = desk.link();
        const HttpResponse page = desk.f.ask("GET", path);
        QCOMPARE(page.status, 200);
        const std::string policy = page.header("content-security-policy");
        const std::size_t at = policy.find("'nonce-") + 7;
        const std::string nonce = policy.substr(at, policy.find('\'', at) - at);
        QVERIFY(nonce.size() >= 20);
        QVERIFY(policy.starts_with("default-src 'none'"));
        QVERIFY(page.body.find("<script nonce=\"" + nonce + '"') != std::string::npos);
        QVERIFY(page.body.find("@nonce@") == std::string::npos && page.body.find("@config@") == std::string::npos);
        QVERIFY(page.body.find("http://") == std::string::npos && page.body.find("https://") == std::string::npos);
        QVERIFY(page.body.find("李*") != std::string::npos && page.body.find("李小明") == std::string::npos);
        QCOMPARE(page.header("cache-control"), std::string("no-store"));
        QVERIFY(desk.f.ask("GET", path).header("content-security-policy") != policy); // another nonce each time
        QVERIFY(desk.watched().opened);
    }

    void aGoodPictureBecomesThePortraitAndTheFileIsCollected()
    {
        CaptureDesk desk;
        const std::string path = desk.link();
        QVERIFY(!desk.watched().collected);
        const std::string bytes = portrait();
        const HttpResponse response = desk.f.ask("POST", path, {}, bytes);
        QCOMPARE(response.status, 200);
        QVERIFY(readWire<CaptureAnswer>(response.body)->accepted);
        const ApplicationState file = desk.file();
        QCOMPARE(file.portrait->sha256, sha256Hex(bytes));
        QVERIFY(file.identityCollectedAt == desk.f.now);
        QVERIFY(desk.watched().collected == desk.f.now);
        QCOMPARE(desk.f.ask("POST", path, {}, bytes).status, 410); // once
        QCOMPARE(desk.f.ask("GET", path).status, 410);
    }

    void anUnfitPictureIsToldWhatToMendAndMayComeAgain()
    {
        CaptureDesk desk;
        const std::string path = desk.link();
        const HttpResponse small = desk.f.ask("POST", path, {}, portrait({.size = {80, 99}}));
        QCOMPARE(small.status, 422);
        const CaptureAnswer answer = *readWire<CaptureAnswer>(small.body);
        QVERIFY(!answer.accepted);
        QVERIFY(std::ranges::any_of(answer.findings, [](const CaptureWord &word) {
            return word.rule == "portrait.width" && word.clause == "A2.2" && !word.messageZh.empty() &&
                   !word.messageEn.empty();
        }));
        QCOMPARE(desk.f.ask("POST", path, {}, "no picture").status, 422);
        QVERIFY(!desk.file().portrait);
        QCOMPARE(desk.watched().triesLeft, 18);
        QCOMPARE(desk.f.ask("POST", path, {}, portrait()).status, 200);
    }

    void aLinkTakesTwentyPicturesAndNoMore()
    {
        CaptureDesk desk;
        const std::string path = desk.link();
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(desk.f.ask("POST", path, {}, "no picture").status, 422);
            desk.f.now += 2s;
        }
        QCOMPARE(desk.f.ask("POST", path, {}, portrait()).status, 410);
    }

    void aLinkIsOverAtItsTime()
    {
        CaptureDesk desk;
        const std::string path = desk.link();
        desk.f.now += 15min - 1ms;
        QCOMPARE(desk.f.ask("GET", path).status, 200);
        desk.f.now += 1ms;
        QCOMPARE(desk.f.ask("GET", path).status, 410);
        QCOMPARE(desk.f.ask("POST", path, {}, portrait()).status, 410);
        QCOMPARE(desk.ask("a", 0).status, 400);
        QCOMPARE(desk.ask("a", 24 * 60 + 1).status, 400);
        QCOMPARE(desk.ask("a", 24 * 60).status, 201);
    }

    void aSecondLinkEndsTheFirst()
    {
        CaptureDesk desk;
        const std::string first = desk.link();
        desk.f.now += 1s;
        const std::string second = desk.link();
        QVERIFY(first != second);
        QCOMPARE(desk.f.ask("GET", first).status, 410);
        QCOMPARE(desk.f.ask("GET", second).status, 200);
    }

    void nobodyGetsALinkToAFileThatIsNotTheirs()
    {
        CaptureDesk desk;
        const std::string other = desk.f.token("x", {{.role = "registrar", .colleges = {"10126"}}});
        const std::string body = wireText(NewCapture{{"a"}, "registrar"});
        QCOMPARE(desk.f.ask("POST", "/v1/captures", other, body).status, 404);
        QCOMPARE(desk.f.ask("GET", "/v1/captures/a", other).status, 404);
        const std::string reviewer = desk.f.token("ann", reviewerOfAll);
        QCOMPARE(desk.f.ask("POST", "/v1/captures", reviewer, body).status, 403);
        QCOMPARE(desk.ask("none").status, 404);
        QCOMPARE(desk.f.ask("POST", "/v1/captures", {}, body).status, 401);
    }

    void everyRoleOfADeskMayCollect()
    {
        CaptureDesk desk;
        for (const std::string_view role : deskRoles) {
            const std::string token = desk.f.token(std::string(role), {{.role = std::string(role)}});
            const std::string body = wireText(NewCapture{{"a"}, std::string(role)});
            QCOMPARE(desk.f.ask("POST", "/v1/captures", token, body).status, 201);
            desk.f.now += 1s;
        }
    }

    void whoTriesLinksOutIsStopped()
    {
        CaptureDesk desk;
        int refused = 0;
        for (int i = 0; i < 40; ++i)
            refused += desk.f.ask("GET", "/c/nobodys" + std::to_string(i)).status == 429 ? 1 : 0;
        QCOMPARE(refused, 10);
    }

    void thePictureOfALinkIsKeptWithWhatWasFound()
    {
        CaptureDesk desk;
        const std::string bytes = portrait();
        QCOMPARE(desk.f.ask("POST", desk.link(), {}, bytes).status, 200);
        const std::string reviewer = desk.f.token("ann", reviewerOfAll);
        const HttpResponse verdict =
            desk.f.ask("GET", "/v1/blobs/" + sha256Hex(bytes) + "/verdict?purpose=portrait", reviewer);
        QCOMPARE(verdict.status, 200);
    }
};

QTEST_GUILESS_MAIN(TestCaptures)
#include "tst_captures.moc"
