#include "core/server/access.h"
#include "tests/server/filesinreview.h"

#include <QTest>

using namespace zsb;

namespace {

const std::string ownCollege = "内蒙古大学";         // 10126
const std::string otherCollege = "河套学院（专科）"; // another code

} // namespace

/// Issue "roles and scopes": whose a file is, and what becomes of it when it goes from one area to another.
class TestAreas : public QObject
{
    Q_OBJECT

private slots:
    void nobodyActsInARoleTheyDoNotHave()
    {
        ServerFixture f;
        FileInReview file(f, "a", ownCollege);
        const std::string token = f.token("ann", {{.role = "school"}});
        const Op settle{f.command("a", Settle{}, "ann", "supervisor"), file.version()};
        const Op cancel{f.command("a", Cancel{"x"}, "ann", "registrar"), file.version()};
        for (const OpAnswer &answer : f.send(token, {settle, cancel}).answers)
            QCOMPARE(answer.outcome, OpOutcome::Forbidden);
        QCOMPARE(f.ask("GET", "/v1/disputes", token).status, 403);
    }

    void aRegistrarSeesTheFileTheyBeganAndCannotGiveItAway()
    {
        ServerFixture f;
        const std::string mine = f.token("reg", {{.role = "registrar", .colleges = {"10126"}}});
        const std::string others = f.token("other", {{.role = "registrar", .colleges = {"10126"}}});
        const Op create{f.command("d", CreateDraft{"D1", Origin::Desk})};
        const Op consent{f.command("d", AcceptNotice{"signed"}), 0, create.command.id};
        const Op type{f.command("d", ChooseType{"N1"}), 0, consent.command.id};
        const Op away{f.command("d", SetFields{{{Field::College, otherCollege}}}), 0, type.command.id};
        const OpAnswers answers = f.send(mine, {create, consent, type, away});
        QCOMPARE(answers.answers[2].outcome, OpOutcome::Accepted);
        QCOMPARE(answers.answers[3].outcome, OpOutcome::Forbidden);
        QCOMPARE(f.changes(mine, 0).rows.size(), std::size_t(1));
        QVERIFY(f.changes(others, 0).rows.empty());
        const Op home{f.command("d", SetFields{{{Field::College, ownCollege}}}), 3};
        QCOMPARE(f.send(mine, {home}).answers.front().outcome, OpOutcome::Accepted);
        QCOMPARE(f.changes(others, 0).rows.size(), std::size_t(1));
    }

    void aFileThatLeavesAnAreaIsATombstoneThereAndARowElsewhere()
    {
        ServerFixture f;
        const std::string desk = f.token("reg", registrarOfAll);
        const std::string school = f.token("x", {{.role = "school", .colleges = {"10126"}}});
        const Op create{f.command("d", CreateDraft{"D1", Origin::Desk})};
        const Op consent{f.command("d", AcceptNotice{"signed"}), 0, create.command.id};
        const Op type{f.command("d", ChooseType{"N1"}), 0, consent.command.id};
        const Op fill{f.command("d", SetFields{{{Field::College, ownCollege}}}), 0, type.command.id};
        QCOMPARE(f.send(desk, {create, consent, type, fill}).answers.back().outcome, OpOutcome::Accepted);
        const ChangesPage before = f.changes(school, 0);
        QCOMPARE(before.rows.size(), std::size_t(1));
        const Op move{f.command("d", SetFields{{{Field::College, otherCollege}}}), 4};
        QCOMPARE(f.send(desk, {move}).answers.front().outcome, OpOutcome::Accepted);
        const ChangesPage after = f.changes(school, before.next);
        QCOMPARE(after.rows.size(), std::size_t(1));
        QCOMPARE(after.rows.front().tombstone, Tombstone::LeftScope);
        QVERIFY(!after.rows.front().state);
        QVERIFY(f.changes(school, 0).rows.empty()); // whoever never had it hears nothing
    }

    void pastedScopesOfOthersChangeTheScopeHash()
    {
        const Pack &pack = nm2023();
        const Caller one{{"a"}, {}, {{.role = "school", .colleges = {"10126"}}}, {}, 0};
        Caller two = one;
        QCOMPARE(scopeHash(pack, one), scopeHash(pack, two));
        two.scopes.front().colleges.emplace_back("10127");
        QVERIFY(scopeHash(pack, one) != scopeHash(pack, two));
    }

    void regionsAreTheLeadingDigitsOfTheSite()
    {
        const Pack &pack = nm2023();
        ApplicationState state;
        state.fields[Field::ExamSite] = "呼和浩特市";
        QVERIFY(isWithin(pack, {.role = "county", .regions = {"1501"}}, state));
        QVERIFY(!isWithin(pack, {.role = "county", .regions = {"1502"}}, state));
        QVERIFY(!isWithin(pack, {.role = "county", .regions = {""}}, state));
        state.fields.clear();
        QVERIFY(!isWithin(pack, {.role = "county", .regions = {"1501"}}, state));
    }
};

QTEST_GUILESS_MAIN(TestAreas)
#include "tst_areas.moc"
