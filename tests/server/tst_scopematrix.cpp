#include "tests/server/scopeasker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

const std::string ownCollege = "内蒙古大学"; // 10126

const std::vector<std::string> roles = {"registrar", "county", "cashier",  "import",    "admin",
                                        "auditor",   "school", "province", "supervisor"};

/// Scopes that hold the files of one side of TwoAreas and none of the other, each by one thing alone.
Scope scopeOf(const std::string &role, const std::string &by)
{
    if (by == "college")
        return {.role = role, .colleges = {"10126"}};
    if (by == "region")
        return {.role = role, .regions = {"1501"}};
    return {.role = role, .types = {"N1"}};
}

template<std::size_t... Kinds>
std::vector<CommandBody> oneOfEach(std::index_sequence<Kinds...>)
{
    return {CommandBody(std::variant_alternative_t<Kinds, CommandVariant>{})...};
}

/// Every command there is, the second time wished for by somebody who has filled something in.
std::vector<CommandBody> allCommands()
{
    std::vector<CommandBody> all = oneOfEach(std::make_index_sequence<std::variant_size_v<CommandVariant>>{});
    all.insert(all.end(), {SetFields{{{Field::Name, "x"}, {Field::College, ownCollege}}}, ChooseType{"N1"},
                           Doubt{{}, "x"}, Cancel{"x"}, ChangeExamSite{"150100", "x"}, ClaimFile{30}});
    return all;
}

} // namespace

/// Issue "roles and scopes": role × route × scope, nothing of another's.
class TestScopeMatrix : public QObject
{
    Q_OBJECT

private slots:
    void everyRouteHasItsRow()
    {
        std::multiset<std::string> routes;
        std::multiset<std::string> rows;
        for (const Route &route : allRoutes()) {
            routes.insert(std::string(route.method) + ' ' + std::string(route.pattern));
            const auto row = std::ranges::find_if(scopeTable(), [&route](const RouteRow &one) {
                return one.method == route.method && one.pattern == route.pattern;
            });
            QVERIFY2(row != scopeTable().end(), std::string(route.pattern).c_str());
            QCOMPARE(row->reach == Reach::Anyone, route.anyone);
        }
        for (const RouteRow &row : scopeTable())
            rows.insert(std::string(row.method) + ' ' + std::string(row.pattern));
        QVERIFY(rows == routes);
    }

    void noRouteGivesAnythingOutsideTheScope_data()
    {
        QTest::addColumn<QString>("by");
        for (const char *by : {"college", "region", "type"})
            QTest::newRow(by) << QString::fromLatin1(by);
    }

    void noRouteGivesAnythingOutsideTheScope()
    {
        QFETCH(QString, by);
        TwoAreas areas;
        const std::string before = areas.traceOf(areas.theirs());
        std::set<std::string_view> reached;
        for (const std::string &role : roles) {
            const std::string token = areas.f().token("x-" + role, {scopeOf(role, by.toStdString())});
            const Asker asker(areas, role, token);
            for (const RouteRow &row : scopeTable()) {
                if (row.reach == Reach::Anyone)
                    continue;
                const HttpResponse own = asker.ask(row, areas.mine());
                const std::string said = saidIn(own);
                const std::string where = role + ' ' + std::string(row.pattern) + ": ";
                const std::string told = Asker::toldOf(areas.theirs(), own, {});
                QVERIFY2(told.empty(), (where + told).c_str());
                const std::string leak = asker.leakOf(row, areas.theirs());
                QVERIFY2(leak.empty(), (where + leak).c_str());
                const bool ofFile = row.reach == Reach::File && own.status != 403 && own.status != 404;
                const bool ofArea =
                    row.reach == Reach::Area && std::ranges::any_of(areas.mine().ids(), [&said](const std::string &id) {
                        return holds(said, '"' + id + '"');
                    });
                if (ofFile || ofArea)
                    reached.insert(row.pattern);
            }
        }
        QCOMPARE(areas.traceOf(areas.theirs()), before);
        for (const RouteRow &row : scopeTable()) { // the matrix is no empty promise
            if (row.reach == Reach::File || row.reach == Reach::Area)
                QVERIFY2(reached.contains(row.pattern), std::string(row.pattern).c_str());
        }
    }

    void candidatesHaveTheirOwnFileAndNothingElse()
    {
        TwoAreas areas;
        const std::string token = areas.candidate().access;
        const std::vector<std::string> before = {areas.traceOf(areas.mine()), areas.traceOf(areas.theirs())};
        const Asker asker(areas, "candidate", token);
        for (const RouteRow &row : scopeTable()) {
            if (row.reach == Reach::Anyone || row.reach == Reach::Ops) // their actor is no x-…: the next test
                continue;
            for (const Side &side : {areas.mine(), areas.theirs()}) {
                const std::string leak = asker.leakOf(row, side);
                QVERIFY2(leak.empty(), (std::string(row.pattern) + ": " + leak).c_str());
            }
        }
        QCOMPARE((std::vector{areas.traceOf(areas.mine()), areas.traceOf(areas.theirs())}), before);
        QCOMPARE(areas.f().ask("GET", "/v1/applications/" + TwoAreas::candidatesFile(), token).status, 200);
    }

    void noCommandReachesAFileOutsideTheScope_data() { noRouteGivesAnythingOutsideTheScope_data(); }

    void noCommandReachesAFileOutsideTheScope()
    {
        QFETCH(QString, by);
        TwoAreas areas;
        const std::string before = areas.traceOf(areas.theirs());
        std::vector<std::pair<std::string, std::string>> people;
        for (const std::string &role : roles)
            people.emplace_back(role, "x-" + role);
        people.emplace_back("candidate", areas.candidate().account);
        for (const auto &[role, actor] : people) {
            const std::string token = role == "candidate" ? areas.candidate().access
                                                          : areas.f().token(actor, {scopeOf(role, by.toStdString())});
            for (const std::string &id : areas.theirs().ids()) {
                std::vector<Op> ops;
                for (const CommandBody &body : allCommands())
                    ops.push_back({areas.f().command(id, body, actor, role), 5});
                for (const OpAnswer &answer : areas.f().send(token, ops).answers) {
                    QCOMPARE(answer.outcome, OpOutcome::Forbidden);
                    QCOMPARE(answer.version, 0); // nor what became of it
                }
            }
        }
        QCOMPARE(areas.traceOf(areas.theirs()), before);
    }

    /// An op tells nobody whether there is a file of that id outside their area, whatever it says it stands on.
    void anOpOnNothingIsAnsweredAsOneOnAFileElsewhere()
    {
        TwoAreas areas;
        ServerFixture &f = areas.f();
        f.renewEpoch(); // so that a view of before it may wait
        struct Standing
        {
            int base = 0;
            std::string after{};
            std::string epoch{};
        };
        const std::vector<Standing> standings = {
            {0}, {5}, {-1}, {5, "never-sent"}, {5, {}, "another"}, {0, {}, "another"}};
        int asked = 0;
        for (const std::string &role : roles) {
            const std::string actor = "x-" + role;
            const std::string token = f.token(actor, {scopeOf(role, "college")});
            for (const CommandBody &body : allCommands()) {
                if (std::holds_alternative<CreateDraft>(body))
                    continue; // whoever may begin a file is told that its id is taken
                for (const Standing &standing : standings) {
                    const auto answerTo = [&](const std::string &id) {
                        Op op{f.command(id, body, actor, role), standing.base, {standing.after}, standing.epoch};
                        OpAnswer answer = f.send(token, {op}).answers.front();
                        answer.id = {};
                        answer.receipt.clear(); // signs its id
                        return answer;
                    };
                    const std::string unknown = std::to_string(++asked);
                    QVERIFY2(answerTo("nowhere-" + unknown) == answerTo(areas.theirs().waiting),
                             (role + ' ' + std::string(kindOf(body)) + ' ' + unknown).c_str());
                }
            }
        }
    }

    void whatNeedsNoTokenGivesNothingWithoutItsKey()
    {
        TwoAreas areas;
        const Asker asker(areas, {}, {});
        for (const RouteRow &row : scopeTable()) {
            if (row.reach != Reach::Anyone) {
                QVERIFY2(asker.ask(row, areas.theirs()).status == 401, std::string(row.pattern).c_str());
                continue;
            }
            const std::string leak = asker.leakOf(row, areas.theirs());
            QVERIFY2(leak.empty(), (std::string(row.pattern) + ": " + leak).c_str());
        }
    }

    void whatIsElsewhereTakesNoPlaceInAList()
    {
        TwoAreas areas;
        areas.f().config.disputesAtOnce = 1;
        areas.f().open();
        for (const auto &[college, side] : {std::pair("10126", &areas.mine()), {"11631", &areas.theirs()}}) {
            const std::string token = areas.f().token("sue", {{.role = "supervisor", .colleges = {college}}});
            const HttpResponse list = areas.f().ask("GET", "/v1/disputes", token);
            QVERIFY2(list.body.find('"' + side->file + '"') != std::string::npos, list.body.c_str());
        }
    }

    /// However many there are, each is on one of the pages.
    void everyDisputeIsOnOneOfThePages()
    {
        TwoAreas areas;
        areas.f().config.disputesAtOnce = 1;
        areas.f().open();
        const std::string token = areas.f().token("sue", {{.role = "supervisor"}});
        std::vector<std::string> files;
        std::string after;
        for (int page = 0; page == 0 || !after.empty(); ++page) {
            const HttpResponse got = areas.f().ask("GET", "/v1/disputes?after=" + after, token);
            const QJsonObject list = QJsonDocument::fromJson(QByteArray::fromStdString(got.body)).object();
            QCOMPARE(list["disputes"_L1].toArray().size(), 1);
            files.push_back(list["disputes"_L1][0]["application"_L1].toString().toStdString());
            after = list["next"_L1].toString().toStdString();
            QVERIFY(page < 3);
        }
        std::ranges::sort(files);
        std::vector<std::string> all = {areas.mine().file, areas.theirs().file};
        std::ranges::sort(all);
        QVERIFY(files == all);
        // that there are more elsewhere is nobody's business here
        const std::string narrow = areas.f().token("sam", {{.role = "supervisor", .colleges = {"10126"}}});
        const std::string seen = areas.f().ask("GET", "/v1/disputes", narrow).body;
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(seen))["next"_L1].toString().isEmpty());
        QCOMPARE(areas.f().ask("GET", "/v1/disputes?after=x", token).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestScopeMatrix)
#include "tst_scopematrix.moc"
