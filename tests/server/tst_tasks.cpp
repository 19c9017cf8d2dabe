#include "core/protocol/tasks.h"
#include "tests/server/door.h"
#include "tests/server/filesinreview.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

/// A candidate who began a file of a type as the pack has it.
struct Candidate
{
    Door door;
    ServerFixture &f = door.f;
    AccountSession session{};
    CommandId last{};
    int version = 0;

    explicit Candidate(const std::string &type = "N1")
    {
        door.registered();
        session = door.session();
        say(CreateDraft{"N-a", Origin::Online});
        say(AcceptNotice{"ticked"});
        say(ChooseType{type});
    }
    void say(CommandBody body)
    {
        Op op{door.command(session, "a", std::move(body))};
        op.after = last;
        last = op.command.id;
        version = send(session.access, op);
    }
    /// The desk has taken the portrait (A1.6.2).
    void collect() { version = send(f.token("reg", registrarOfAll), {f.command("a", RecordIdentity{f.now}), version}); }
    /// The version it led to.
    [[nodiscard]] int send(const std::string &token, const Op &op)
    {
        const OpAnswer answer = f.send(token, {op}).answers.front();
        if (answer.outcome != OpOutcome::Accepted)
            qFatal("%s", answer.refusal.c_str());
        return answer.version;
    }
    [[nodiscard]] std::vector<CandidateTask> tasks()
    {
        const HttpResponse response = f.ask("GET", "/v1/tasks", door.session().access);
        if (response.status != 200)
            qFatal("%d %s", response.status, response.body.c_str());
        return readWire<TaskList>(response.body)->tasks;
    }
    [[nodiscard]] std::optional<CandidateTask> task(std::string_view kind)
    {
        for (CandidateTask &task : tasks()) {
            if (task.kind == kind)
                return task;
        }
        return std::nullopt;
    }
};

} // namespace

/// What a candidate has to do next, by the time of the service (A1.4.3.3, A1.4.3.4, A1.6.2, A1.7.1, A1.8.2).
class TestTasks : public QObject
{
    Q_OBJECT

private slots:
    void whoIsNotCollectedIsToldToAndUntilWhen()
    {
        Candidate candidate;
        const auto task = candidate.task("collect");
        QVERIFY(task && task->must);
        QCOMPARE(task->application.value, std::string("a"));
        const Window *window = nm2023().window("collection");
        QVERIFY(task->from == window->from && task->deadline == window->to);
        QVERIFY(!candidate.task("pay")); // the step before is open
        candidate.f.now = window->to;
        QVERIFY(candidate.task("collect"));
        candidate.f.now = window->to + 1ms;
        QVERIFY(!candidate.task("collect"));
    }

    void aTypeThatIsReviewedFirstPaysLater()
    {
        Candidate candidate("X1");
        candidate.collect();
        QVERIFY(!candidate.task("pay")); // A1.7.1: after the review
    }

    void aChangeOfTypeIsOfferedAndNotAsked()
    {
        Candidate candidate("X1");
        const auto offer = candidate.task("change-type");
        QVERIFY(offer);
        QVERIFY(!offer->must);
        QCOMPARE(offer->conversion, std::string("waive-exemption"));
        candidate.say(RequestConversion{.conversionId = "waive-exemption"});
        QVERIFY(!candidate.task("change-type")); // it waits for an answer
    }

    void whatWasReturnedIsListedUntilItIsTouched()
    {
        Door door;
        door.registered();
        FileInReview file(door.f, "a", "河套学院（专科）", {{Field::DocumentNumber, number}});
        const std::string ann = door.f.token("ann", {{.role = "school"}});
        const auto returned = file.decision("ann", file.version(), ReturnFile{{{"301", "field:name"}}});
        QCOMPARE(door.f.send(ann, returned).answers.back().outcome, OpOutcome::Accepted);
        const HttpResponse response = door.f.ask("GET", "/v1/tasks", door.session().access);
        const auto list = readWire<TaskList>(response.body);
        QVERIFY2(list && !list->tasks.empty(), response.body.c_str());
        const CandidateTask &task = list->tasks.front();
        QCOMPARE(task.kind, std::string("correct"));
        QCOMPARE(task.items, std::vector<std::string>{"field:name"});
        QVERIFY(task.deadline && task.deadline == file.state().review.deadline);
    }

    void theTasksOfOthersAreNotTold()
    {
        Candidate candidate;
        QVERIFY(!candidate.tasks().empty());
        const std::string phoneOfAnother = "13900000002";
        QCOMPARE(
            candidate.door.make(Door::form(candidate.door.code(phoneOfAnother), phoneOfAnother, otherNumber)).status,
            201);
        const auto another = readWire<AccountSession>(candidate.door.signIn(password, otherNumber).body);
        const HttpResponse response = candidate.f.ask("GET", "/v1/tasks", another->access);
        QCOMPARE(response.status, 200);
        QVERIFY(readWire<TaskList>(response.body)->tasks.empty());
        QVERIFY(readWire<TaskList>(response.body)->serverTime == candidate.f.now);
        QCOMPARE(candidate.f.ask("GET", "/v1/tasks").status, 401);
    }
};

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
