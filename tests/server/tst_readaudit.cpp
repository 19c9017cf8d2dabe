#include "core/server/audittrail.h"
#include "tests/server/twoareas.h"

#include <QTest>

using namespace zsb;
using namespace Qt::StringLiterals;

/// docs/security.md, 安全审计: who read what of whom is on the disk before the answer leaves.
class TestReadAudit : public QObject
{
    Q_OBJECT

    /// What is written down of somebody, in the order of the alphabet: `what` and whose, with a space between.
    [[nodiscard]] static std::vector<std::string> readsOf(TwoAreas &areas, const std::string &actor)
    {
        const auto store = Store::openReadOnly(areas.f().season());
        Result<Rows> rows = (*store)->database().run(
            u"SELECT what, application FROM read_audit WHERE actor = ? ORDER BY what"_s, {sqlText(actor)});
        std::vector<std::string> reads;
        while (rows->next())
            reads.push_back(rows->text(0) + ' ' + rows->text(1));
        return reads;
    }
    [[nodiscard]] static std::string insider(TwoAreas &areas, const std::string &role)
    {
        return areas.f().token("in", {{.role = role, .colleges = {"10126"}}});
    }

private slots:
    void oneFileIsWrittenDown()
    {
        TwoAreas areas;
        const std::string token = insider(areas, "school");
        const HttpResponse response = areas.f().ask("GET", "/v1/applications/mine", token);
        QCOMPARE(response.status, 200);
        QVERIFY(!response.header("etag").empty());
        QCOMPARE(areas.f().ask("GET", "/v1/applications/theirs", token).status, 404);
        QCOMPARE(readsOf(areas, "in"), (std::vector<std::string>{"application mine"}));
    }

    void aPageOfTheFeedIsOneEntryAndAnEmptyOneNone()
    {
        TwoAreas areas;
        const std::string token = insider(areas, "school");
        const ChangesPage page = areas.f().changes(token, 0);
        QCOMPARE(page.rows.size(), std::size_t(3));
        QCOMPARE(readsOf(areas, "in"),
                 (std::vector<std::string>{"page rows=3 from=0 to=" + std::to_string(page.next) + ' '}));
        QVERIFY(areas.f().changes(token, page.next).rows.empty());
        QCOMPARE(readsOf(areas, "in").size(), std::size_t(1));
    }

    void picturesAreWrittenDownWithTheirFile()
    {
        TwoAreas areas;
        const std::string token = insider(areas, "school");
        const std::string path = "/v1/blobs/" + areas.mine().sha256;
        QCOMPARE(areas.f().ask("HEAD", path, token).status, 200); // whether it is here: nobody sees anything
        QCOMPARE(areas.f().ask("GET", path, token).status, 200);
        QCOMPARE(areas.f().ask("GET", path + "/preview", token).status, 200);
        QCOMPARE(areas.f().ask("GET", "/v1/blobs/" + areas.theirs().sha256, token).status, 404);
        QCOMPARE(readsOf(areas, "in"), (std::vector<std::string>{"picture mine", "preview mine"}));
    }

    void disputesAreWrittenDown()
    {
        TwoAreas areas;
        QCOMPARE(areas.f().ask("GET", "/v1/disputes", insider(areas, "supervisor")).status, 200);
        QCOMPARE(readsOf(areas, "in"), (std::vector<std::string>{"disputes rows=1 "}));
    }

    /// Both ends of the time, the person and the file, each by itself.
    void anAuditorAsksByPersonFileAndTime()
    {
        TwoAreas areas;
        const std::string token = insider(areas, "school");
        QCOMPARE(areas.f().ask("GET", "/v1/applications/mine", token).status, 200);
        const auto store = Store::openReadOnly(areas.f().season());
        std::vector<ReadNote> notes;
        const auto count = [&](const TrailFilter &filter) {
            notes.clear();
            Done told = eachRead((*store)->database(), filter, [&notes](const ReadNote &one) { notes.push_back(one); });
            return told ? notes.size() : std::size_t(99);
        };
        QCOMPARE(count({.actor = {"in"}}), std::size_t(1));
        const ReadNote note = notes.front();
        QCOMPARE(note.what, std::string("application"));
        QCOMPARE(note.application, ApplicationId{"mine"});
        QCOMPARE(count({.actor = {"out"}}), std::size_t(0));
        QCOMPARE(count({.actor = {"in"}, .application = {"mine"}}), std::size_t(1));
        QCOMPARE(count({.actor = {"in"}, .application = {"theirs"}}), std::size_t(0));
        const std::chrono::milliseconds one(1);
        QCOMPARE(count({.since = note.at, .before = note.at + one, .actor = {"in"}}), std::size_t(1));
        QCOMPARE(count({.since = note.at + one, .actor = {"in"}}), std::size_t(0));
        QCOMPARE(count({.before = note.at, .actor = {"in"}}), std::size_t(0));
    }

    void whatWentWrongAtTheDoorsIsTold()
    {
        TwoAreas areas;
        ServerFixture &f = areas.f();
        const std::string token = insider(areas, "registrar");
        const auto kinds = [&f] {
            std::vector<std::string> told;
            const auto store = Store::openReadOnly(f.season());
            const Done done = eachSecurityNote((*store)->database(), {.actor = {"in"}},
                                               [&told](const SecurityNote &note) { told.push_back(note.kind); });
            std::ranges::sort(told); // the clock stands
            return done ? told : std::vector<std::string>{"error"};
        };
        Op op{f.command("mine", Cancel{"x"}, "in", "supervisor")};
        QCOMPARE(f.send(token, {op}).answers.front().outcome, OpOutcome::Forbidden);
        QCOMPARE(kinds(), std::vector<std::string>{"op-forbidden"});
        QCOMPARE(f.send(token, {op}).answers.front().outcome, OpOutcome::Forbidden);
        QCOMPARE(kinds().size(), std::size_t(1)); // the same once more is no news
        op.command.body = Cancel{"y"};
        QCOMPARE(f.send(token, {op}).answers.front().outcome, OpOutcome::Mismatch); // P.4
        QCOMPARE(kinds(), (std::vector<std::string>{"op-forbidden", "op-id-reused"}));
    }
};

QTEST_GUILESS_MAIN(TestReadAudit)
#include "tst_readaudit.moc"
