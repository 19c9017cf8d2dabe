#include "bench.h"

#include "core/workflow/late.h"

#include <QTest>

#include <array>
#include <functional>
#include <map>
#include <set>

using namespace zsb;
using namespace zsb::bench;

namespace {

const std::vector<ReasonUse> aReason{{"101", {}, {}}};

/// A file in review that ann has looked at; what she knows stays while others go on.
struct Race
{
    Bench f;
    ApplicationState judged;

    explicit Race(const std::string &type = "E")
    {
        f.submitted(type);
        f.look(ann);
        judged = f.state;
        f.now += 3h; // her claim is over
    }
    [[nodiscard]] LateRuling late(CommandBody body, const Who &who = ann)
    {
        return decideLate(f.state, judged, f.command(std::move(body), who), f.context());
    }
    /// Ruled on and, when anything comes of it, done.
    LateOutcome send(CommandBody body, const Who &who = ann)
    {
        const LateRuling ruling = late(std::move(body), who);
        for (const Event &event : ruling.events) {
            f.state = apply(std::move(f.state), event);
            f.events.push_back(event);
        }
        return ruling.outcome;
    }
};

/// One actor of the enumeration: what they know, and whether their next command is made on the newest state.
struct Actor
{
    Who who;
    ApplicationState view;
};

} // namespace

/// SYNC.md P.6, row by row, and every short history of it.
class TestLate : public QObject
{
    Q_OBJECT

private slots:
    void onEqualStatesItSaysWhatDecideSays()
    {
        Bench f;
        f.submitted("E");
        f.look(ann);
        for (const CommandBody &body : std::vector<CommandBody>{Approve{}, ReturnFile{aReason, {}, {}}, Refuse{{}, {}},
                                                                Withdraw{}, Cancel{"x"}, Submit{}, ClaimFile{}}) {
            const Command command = f.command(body, ann);
            const Ruling plain = decide(f.state, command, f.context());
            const LateRuling late = decideLate(f.state, f.state, command, f.context());
            QCOMPARE(late.outcome == LateOutcome::Accepted, plain.isAccepted());
            if (plain.isAccepted())
                QVERIFY(late.events == plain.events());
        }
    }

    void aClaimThatRanOutOnTheWayHarmsNobodyWhenNobodyTookTheFile()
    {
        Race race;
        QCOMPARE(race.f.refusal(Approve{}, ann), RefusalCode::NotYourClaim);
        QCOMPARE(race.send(Approve{}), LateOutcome::Accepted);
    }

    void theSameDecisionOfAnotherIsASecondOpinion()
    {
        Race race;
        race.f.approve(bob);
        const ReviewState before = race.f.state.review;
        QCOMPARE(race.send(Approve{"me too"}), LateOutcome::Concurring);
        QVERIFY(race.f.state.review == before);
        QCOMPARE(race.f.state.contested.size(), std::size_t(1));
        QVERIFY(race.f.state.contested.front().concurs);
        QCOMPARE(race.f.state.contested.front().note, std::string("me too"));
        QVERIFY(openContests(race.f.state).empty());
    }

    void anotherDecisionMakesADisputeAndNobodyWinsByTime()
    {
        Race race;
        race.f.approve(bob);
        QCOMPARE(race.send(Refuse{aReason, {}}), LateOutcome::Disputed);
        const ApplicationState &state = race.f.state;
        QCOMPARE(state.review.phase, Phase::Disputed);
        QCOMPARE(state.decisions.size(), std::size_t(1));
        QCOMPARE(state.decisions.front().actor.value, std::string("bob"));
        QCOMPARE(state.contested.front().actor.value, std::string("ann"));
        QCOMPARE(state.contested.front().against, state.decisions.front().id);
        QVERIFY(fold(race.f.events) == state);
    }

    void aSupervisorWhoUpholdsTheApprovalPutsTheFileBackWhereItWas()
    {
        Race race;
        race.f.approve(bob);
        const ReviewState before = race.f.state.review;
        QCOMPARE(race.send(Refuse{aReason, {}}), LateOutcome::Disputed);
        race.f.look(sue);
        race.f.must(Settle{Judgement::Approve, {}, {}, {}}, sue);
        QVERIFY(race.f.state.review == before);
        QVERIFY(openContests(race.f.state).empty());
        QCOMPARE(race.f.state.contested.size(), std::size_t(1)); // both stay on record
    }

    void whoTookASideSettlesNothing()
    {
        Race race;
        race.f.approve(bob);
        QCOMPARE(race.send(Refuse{aReason, {}}), LateOutcome::Disputed);
        QCOMPARE(race.f.refusal(ClaimFile{}, {"ann", "supervisor"}), RefusalCode::SamePerson);
        QCOMPARE(race.f.refusal(ClaimFile{}, {"bob", "supervisor"}), RefusalCode::SamePerson);
        QCOMPARE(race.f.refusal(ClaimFile{}, sue), std::nullopt);
    }

    void anOpinionAtOneStageKeepsOffTheOthers()
    {
        Race race;
        race.f.approve(bob);
        QCOMPARE(race.send(Approve{}), LateOutcome::Concurring);
        QCOMPARE(race.f.refusal(ClaimFile{}, {"ann", "province"}), RefusalCode::SamePerson);
    }

    void anApprovalOfWhatHasChangedSinceIsStale()
    {
        Race race;
        race.f.must(Withdraw{}, desk);
        race.f.must(SetFields{{{Field::Name, "别人"}}}, desk);
        race.f.must(ConfirmForm{}, desk);
        race.f.must(Submit{}, desk);
        QCOMPARE(race.late(Approve{}).outcome, LateOutcome::Stale);
        QCOMPARE(race.late(Refuse{aReason, {}}).outcome, LateOutcome::Stale);
    }

    void aReturnOfWhatWasTakenBackOrCancelledIsANote()
    {
        Race withdrawn;
        withdrawn.f.must(Withdraw{}, desk);
        QCOMPARE(withdrawn.late(ReturnFile{aReason, {}, {}}).outcome, LateOutcome::Moot);
        Race cancelled;
        cancelled.f.must(Cancel{"x"}, desk);
        QCOMPARE(cancelled.late(Refuse{aReason, {}}).outcome, LateOutcome::Moot);
        QCOMPARE(cancelled.late(Approve{}).outcome, LateOutcome::Moot);
    }

    void whatNobodyJudgesDoesNotStopADecision()
    {
        Race race;
        race.f.must(ClaimFile{}, bob);
        race.f.must(ReleaseFile{}, bob);
        race.f.must(ClaimFile{}, bob); // who is at work on it hears of the decision by the next version
        QCOMPARE(race.send(Approve{}), LateOutcome::Accepted);
        QCOMPARE(race.f.state.review.claim, std::nullopt);
    }

    void aDecisionOnAStageThatWasReopenedIsMadeAgain()
    {
        Bench f;
        f.submitted("E");
        f.approve(ann);
        f.look(cai);
        const ApplicationState judged = f.state;
        f.now += 3h;
        f.must(ClaimFile{}, dan);
        f.must(Doubt{{}, "?"}, dan);
        f.must(ClaimFile{}, sue);
        f.must(Settle{Judgement::Return, aReason, {}, {}}, sue);
        const LateRuling ruling = decideLate(f.state, judged, f.command(Approve{}, cai), f.context());
        QCOMPARE(ruling.outcome, LateOutcome::Moot); // a supervisor has ruled since
    }

    void aLateDecisionNeedsItsGrounds()
    {
        Bench f;
        f.submitted("E");
        f.must(ClaimFile{}, ann); // and looks at nothing
        const ApplicationState judged = f.state;
        f.now += 3h;
        f.approve(bob);
        const LateRuling ruling = decideLate(f.state, judged, f.command(Approve{}, ann), f.context());
        QCOMPARE(ruling.outcome, LateOutcome::Refused);
        QCOMPARE(ruling.refusal->code, RefusalCode::MaterialUnseen);
    }

    void differentFieldsMergeAndTheSameOneDoesNot()
    {
        Bench f;
        f.draft("E");
        const ApplicationState judged = f.state;
        f.must(SetFields{{{Field::Name, "甲"}}}, desk);
        const auto late = [&](Field field, const char *text) {
            return decideLate(f.state, judged, f.command(SetFields{{{field, text}}}, {"kim", "registrar"}), f.context())
                .outcome;
        };
        QCOMPARE(late(Field::Phone, "13900000000"), LateOutcome::Accepted);
        QCOMPARE(late(Field::Name, "乙"), LateOutcome::Stale);
        QCOMPARE(late(Field::Name, "甲"), LateOutcome::Accepted);
    }

    void nobodyVouchesForAFormTheyDidNotSee()
    {
        Bench f;
        f.draft("E");
        const ApplicationState judged = f.state;
        f.must(SetFields{{{Field::Phone, "13900000000"}}}, desk);
        f.must(ConfirmForm{}, desk);
        QCOMPARE(decideLate(f.state, judged, f.command(Submit{}, desk), f.context()).outcome, LateOutcome::Stale);
    }

    void whatIsThereAlreadyIsNoConflict()
    {
        Bench f;
        f.draft("E");
        const ApplicationState judged = f.state;
        f.must(AttachMaterial{file("extra", "ee")}, desk);
        const Command again = f.command(AttachMaterial{file("extra", "ee")}, desk);
        QCOMPARE(decideLate(f.state, judged, again, f.context()).outcome, LateOutcome::Concurring);
    }

    void erasingWins()
    {
        Race race;
        race.f.must(ClaimFile{}, bob);
        QCOMPARE(race.f.refusal(Cancel{"x"}, desk), RefusalCode::ClaimedByOther);
        QCOMPARE(race.send(Cancel{"x"}, desk), LateOutcome::Accepted);
    }

    void looksAndClaimsThatCameTooLateAreNotes()
    {
        Race race;
        race.f.approve(bob);
        QCOMPARE(race.late(MarkSeen{race.f.everything(), 1}).outcome, LateOutcome::Moot);
        race.f.must(ClaimFile{}, cai);
        QCOMPARE(race.late(ClaimFile{}).outcome, LateOutcome::Moot);
    }

    void oldLogsReadAsBefore()
    {
        Bench f;
        f.approved("E");
        const QJsonObject json = toJson(f.state);
        QVERIFY(!json.contains(QStringLiteral("contested")));
        QVERIFY(*applicationFromJson(json) == f.state);
    }

    /// Up to five commands of three people, each made on any earlier version: whatever the order, nothing is lost,
    /// nothing overwrites, and the same history gives the same file.
    void everyShortHistoryKeepsEveryDecision()
    {
        const std::array<Who, 3> people = {ann, bob, Who{"eve", "school"}};
        const std::array<CommandBody, 4> bodies = {Approve{}, Refuse{aReason, {}}, ReturnFile{aReason, {}, {}},
                                                   Doubt{{}, "?"}};
        int histories = 0;
        std::map<LateOutcome, int> seen;
        Bench origin;
        origin.submitted("E");
        const std::function<void(const Bench &, std::vector<Actor>, int, int)> go =
            [&](const Bench &bench, std::vector<Actor> actors, int depth, int given) {
                ++histories;
                QCOMPARE(int(bench.state.decisions.size() + bench.state.contested.size()), given);
                QVERIFY(fold(bench.events) == bench.state);
                if (depth == 0)
                    return;
                for (std::size_t i = 0; i < actors.size(); ++i) {
                    for (const CommandBody &body : bodies) {
                        Bench next = bench;
                        const Command command = next.command(body, actors[i].who);
                        const LateRuling ruling = decideLate(next.state, actors[i].view, command, next.context());
                        ++seen[ruling.outcome];
                        for (const Event &event : ruling.events) {
                            next.state = apply(std::move(next.state), event);
                            next.events.push_back(event);
                        }
                        const bool counts = !ruling.events.empty();
                        if (ruling.outcome == LateOutcome::Disputed)
                            QCOMPARE(next.state.review.phase, Phase::Disputed);
                        if (ruling.outcome != LateOutcome::Accepted && bench.state.decisions.size() > 0)
                            QVERIFY(next.state.decisions == bench.state.decisions);
                        auto after = actors;
                        after.erase(after.begin() + std::ptrdiff_t(i)); // each decides once on what they saw
                        go(next, std::move(after), depth - 1, given + (counts ? 1 : 0));
                    }
                }
            };
        // everybody looked at the file before anybody decided
        std::vector<Actor> actors;
        for (const Who &who : people) {
            Bench own = origin;
            own.look(who);
            actors.push_back({who, own.state});
        }
        go(origin, actors, 3, 0);
        QVERIFY(histories > 400);
        QVERIFY(seen[LateOutcome::Accepted] > 0);
        QVERIFY(seen[LateOutcome::Concurring] > 0);
        QVERIFY(seen[LateOutcome::Disputed] > 0);
    }

    /// Five commands of a mixed crew, each on the newest or on the first version.
    void everyMixOfFiveEndsInARulingAndAFoldableLog()
    {
        struct Move
        {
            CommandBody body;
            Who who;
        };
        const std::vector<Move> moves = {{Approve{}, ann},
                                         {Refuse{aReason, {}}, bob},
                                         {Withdraw{}, desk},
                                         {Cancel{"x"}, desk},
                                         {ClaimFile{}, bob},
                                         {MarkSeen{{}, 1}, ann},
                                         {Settle{Judgement::Refuse, aReason, {}, {}}, sue}};
        Bench origin;
        origin.submitted("E");
        origin.look(ann);
        const ApplicationState first = origin.state;
        origin.now += 3h;
        int rulings = 0;
        const std::function<void(const Bench &, int)> go = [&](const Bench &bench, int depth) {
            for (const Move &move : depth > 0 ? moves : std::vector<Move>{}) {
                for (const bool onNewest : {true, false}) {
                    Bench next = bench;
                    const Command command = next.command(move.body, move.who);
                    const LateRuling ruling =
                        decideLate(next.state, onNewest ? next.state : first, command, next.context());
                    ++rulings;
                    if (ruling.events.empty()) {
                        QVERIFY(ruling.outcome != LateOutcome::Accepted && ruling.outcome != LateOutcome::Disputed);
                        continue; // the same state again
                    }
                    int revision = next.state.revision;
                    for (const Event &event : ruling.events) {
                        QCOMPARE(event.sequence, ++revision);
                        next.state = apply(std::move(next.state), event);
                        next.events.push_back(event);
                    }
                    QVERIFY(next.state.decisions.size() >= bench.state.decisions.size());
                    QVERIFY(next.state.contested.size() >= bench.state.contested.size());
                    go(next, depth - 1);
                }
            }
        };
        go(origin, 5);
        QVERIFY(rulings > 1000);
    }
};

QTEST_GUILESS_MAIN(TestLate)
#include "tst_late.moc"
