#include "core/storage/blobqueue.h"
#include "core/storage/chain.h"
#include "core/storage/feedintake.h"
#include "core/storage/opinbox.h"
#include "core/storage/opqueue.h"
#include "core/storage/syncpeer.h"
#include "tests/storage/storefixture.h"

#include <QTest>

using namespace zsb;

namespace {

const ApplicationId one{"app-1"};
const ApplicationId other{"app-2"};
const ActorId staff{"staff-1"};
const std::string picture(64, 'a');

/// A store that is kept with a service.
class SyncedFixture : public StoreFixture
{
public:
    SyncedFixture() { m_ready = writePeer(store->database(), {.server = "https://zsb.test"}).has_value(); }

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] OpQueue ops() const { return {store->database(), store->codec()}; }
    [[nodiscard]] Replica replica() const { return {store->database(), store->codec()}; }
    [[nodiscard]] std::vector<QueuedOp> ready(Instant at) const { return *ops().ready(staff, at, 100); }
    [[nodiscard]] std::vector<std::string> readyKinds(Instant at) const
    {
        std::vector<std::string> kinds;
        for (const QueuedOp &op : ready(at))
            kinds.emplace_back(kindOf(op.command.body));
        return kinds;
    }

    /// As the service would say it: what is here, in other words.
    [[nodiscard]] FeedRow row(const ApplicationId &id, int version, const std::string &note) const
    {
        ApplicationState state = *store->state(id);
        state.revision = version;
        state.cancelReason = note;
        return {.id = id, .version = version, .state = state};
    }
    [[nodiscard]] bool take(const FeedRow &row)
    {
        const auto batch = *store->begin(*book, now);
        return FeedIntake(*batch, store->codec(), book->pack().hash, "epoch-1", now).take(row) && batch->commit();
    }
    [[nodiscard]] int settle()
    {
        const auto batch = *store->begin(*book, now);
        const Result<int> settled = FeedIntake(*batch, store->codec(), book->pack().hash, "epoch-1", now).settle(100);
        return batch->commit() && settled ? *settled : -1;
    }
    [[nodiscard]] std::string noteOf(const ApplicationId &id) const { return store->state(id)->cancelReason; }
    /// The service has answered everything about the application: it is at that version now.
    [[nodiscard]] bool answerAll(const ApplicationId &id, const std::string &outcome, int version)
    {
        const std::vector<QueuedOp> all = *ops().latest(100);
        for (const QueuedOp &op : all) {
            if (op.command.application == id && !ops().answer(op, outcome, version, "{}", now))
                return false;
        }
        ReplicaRow known = *replica().row(id);
        known.expects = version;
        return replica().write(known).has_value();
    }

private:
    bool m_ready = false;
};

} // namespace

/// SYNC.md D2 and P.3: what is kept of a command until the service has answered it, and what is done with its answers.
class TestOpJournal : public QObject
{
    Q_OBJECT

private slots:
    void withoutAServiceNothingIsKept();
    void everyCommandIsKeptWithItsEvents();
    void aRefusedCommandIsNotKept();
    void aRepeatedCommandIsKeptOnce();
    void commandsOfAFileFormAChain();
    void aDecisionWaitsForItsHold();
    void whatIsTakenBackWithinTheHoldIsNeverSent();
    void whatWasSentIsNotTakenBack();
    void aHeldOpHoldsBackItsOwnFileAlone();
    void anotherPersonsOpIsNotSent();
    void aPostponedOpHoldsBackItsOwnFileAlone();
    void anOpWaitsForItsFiles();
    void theCountsAddUpToEveryCommand();
    void aRowOfTheFeedIsAdopted();
    void oldNewsChangesNothing();
    void aRowNeverGoesOverAnUnansweredCommand();
    void anAcceptedCommandIsAdoptedWithTheFeed();
    void aRefusedCommandIsTakenOutOfTheFile();
    void aTakenBackDecisionLeavesNoTrace();
    void whatLeavesTheScopeKeepsItsNumberAlone();
    void whatComesBackIntoScopeIsThereAgain();
    void inANewEpochAnyVersionIsNews();
    void aVersionOfAnotherEpochKeepsNoPromise();
    void whatIsComparedIsTheNewestState();
    void aNewEpochSendsAgain();
    void anAdoptedFileRebuildsToTheSame();
    void theInboxTellsWhoseCommandItWas();
};

void TestOpJournal::withoutAServiceNothingIsKept()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(OpQueue(fixture.store->database(), fixture.store->codec()).latest(10)->empty());
    QCOMPARE(*fixture.store->database().number(QStringLiteral("SELECT count(*) FROM sync_row")), 0);
}

/// D2.1: in the transaction of the events, whole.
void TestOpJournal::everyCommandIsKeptWithItsEvents()
{
    SyncedFixture fixture;
    QVERIFY(fixture.isReady());
    const std::vector<Command> commands = fixture.season(one, {});
    QVERIFY(fixture.store->executeAll(commands, *fixture.book, fixture.now));
    const std::vector<QueuedOp> ops = fixture.ready(fixture.now);
    QCOMPARE(ops.size(), commands.size());
    for (std::size_t i = 0; i < ops.size(); ++i)
        QCOMPARE(ops[i].command, commands[i]);
    { // dropped before its end
        const auto batch = *fixture.store->begin(*fixture.book, fixture.now);
        QVERIFY(batch->execute(fixture.command(other, 0, CreateDraft{"2023150000002", Origin::Import})));
    }
    QCOMPARE(fixture.ready(fixture.now).size(), commands.size());
}

void TestOpJournal::aRefusedCommandIsNotKept()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    const std::size_t before = fixture.ready(fixture.now).size();
    QVERIFY(!fixture.does(one, Approve{}));
    QCOMPARE(fixture.ready(fixture.now).size(), before);
}

void TestOpJournal::aRepeatedCommandIsKeptOnce()
{
    SyncedFixture fixture;
    const Command command = fixture.command(one, 0, CreateDraft{"2023150000001", Origin::Import});
    QVERIFY(fixture.store->execute(command, *fixture.book, fixture.now));
    QVERIFY(fixture.store->execute(command, *fixture.book, fixture.now));
    QCOMPARE(fixture.ready(fixture.now).size(), 1);
}

/// P.4: a run of one person on one file names what went before.
void TestOpJournal::commandsOfAFileFormAChain()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.add(other, {.number = "2023150000002"}));
    const std::vector<QueuedOp> ops = fixture.ready(fixture.now);
    QVERIFY(ops.front().after.isEmpty());
    QCOMPARE(ops[1].after, ops[0].command.id);
    QCOMPARE(ops[1].base, 0);
    QVERIFY(ops[4].after.isEmpty()); // the other file's first
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.take(fixture.row(one, 4, {})));
    QVERIFY(fixture.does(one, ClaimFile{}));
    const QueuedOp claim = fixture.ops().latest(1)->front();
    QVERIFY(claim.after.isEmpty()); // on what was adopted
    QCOMPARE(claim.base, 4);
}

void TestOpJournal::aDecisionWaitsForItsHold()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.does(one, Refuse{{{.code = "101", .note = "x"}}, "x"}));
    const Instant over = fixture.now + fixture.book->pack().review.hold;
    QCOMPARE(fixture.readyKinds(over - std::chrono::milliseconds(1)).back(), std::string("claim"));
    QCOMPARE(fixture.readyKinds(over).back(), std::string("refuse"));
    QCOMPARE(*fixture.ops().nextDue(staff, fixture.now), std::optional<Instant>(over));
}

void TestOpJournal::whatIsTakenBackWithinTheHoldIsNeverSent()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.does(one, Refuse{{{.code = "101", .note = "x"}}, "x"}));
    const CommandId decision = fixture.ops().latest(1)->front().command.id;
    QVERIFY(fixture.does(one, Undo{decision}));
    QCOMPARE(fixture.readyKinds(fixture.now + std::chrono::hours(1)).back(), std::string("claim"));
    QCOMPARE((*fixture.ops().find(decision))->state, OpState::Withdrawn);
    QVERIFY(fixture.does(one, ReleaseFile{}));
    const std::vector<QueuedOp> ops = fixture.ready(fixture.now);
    QCOMPARE(ops.back().after, ops[ops.size() - 2].command.id); // on the claim, as if nothing had been between
}

void TestOpJournal::whatWasSentIsNotTakenBack()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.does(one, Refuse{{{.code = "101", .note = "x"}}, "x"}));
    const CommandId decision = fixture.ops().latest(1)->front().command.id;
    QVERIFY(fixture.ops().markSending({&decision, 1}, fixture.now));
    const Result<Execution> undone = fixture.run(one, Undo{decision});
    QVERIFY(undone);
    QCOMPARE(std::get<Refusal>(*undone).code, RefusalCode::HoldOver);
}

void TestOpJournal::aHeldOpHoldsBackItsOwnFileAlone()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.does(one, Doubt{{}, "x"}));
    QVERIFY(fixture.add(other, {.number = "2023150000002"}));
    for (const QueuedOp &op : fixture.ready(fixture.now))
        QVERIFY(kindOf(op.command.body) != Doubt::kind);
    QCOMPARE(fixture.ready(fixture.now).back().command.application, other);
}

/// P.3 (8).
void TestOpJournal::anotherPersonsOpIsNotSent()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.does(one, ClaimFile{}, "staff-2"));
    QVERIFY(fixture.does(one, ReleaseFile{}, "staff-2"));
    QCOMPARE(fixture.readyKinds(fixture.now).back(), std::string("submit"));
    QVERIFY(fixture.ops().ready({"staff-2"}, fixture.now, 100)->empty()); // behind those of the first
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.ops().resendSince(fixture.now)); // nothing was ever sent
    QCOMPARE(fixture.ops().counts()->waiting(), 0);
}

void TestOpJournal::aPostponedOpHoldsBackItsOwnFileAlone()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.add(other, {.number = "2023150000002"}));
    const CommandId first = fixture.ready(fixture.now).front().command.id;
    const Instant later = fixture.now + std::chrono::seconds(25);
    QVERIFY(fixture.ops().postpone(first, later, "server"));
    for (const QueuedOp &op : fixture.ready(later - std::chrono::milliseconds(1)))
        QCOMPARE(op.command.application, other);
    QCOMPARE(fixture.ready(later).front().command.id, first);
    QCOMPARE(*fixture.ops().nextDue(staff, fixture.now), std::optional<Instant>(later));
    QVERIFY(fixture.ops().hurry());
    QCOMPARE(fixture.ready(fixture.now).front().command.id, first);
}

/// P.3 (3): visible, with the bytes that are left.
void TestOpJournal::anOpWaitsForItsFiles()
{
    SyncedFixture fixture;
    const BlobQueue blobs(fixture.store->database());
    QVERIFY(fixture.add(one, {.portrait = picture}));
    QCOMPARE(fixture.readyKinds(fixture.now).back(), std::string("set-fields"));
    QCOMPARE(*fixture.ops().blocked(staff), 1);
    QCOMPARE(*blobs.left(), (BlobsLeft{1, 30'000}));
    QCOMPARE(blobs.ready(fixture.now, 10)->front().sha256, picture);
    QVERIFY(blobs.markUploaded(picture, "up-1", 20'000));
    QCOMPARE(*blobs.left(), (BlobsLeft{1, 10'000}));
    QVERIFY(blobs.postpone(picture, 1, fixture.now + std::chrono::seconds(25), "server"));
    QVERIFY(blobs.ready(fixture.now, 10)->empty());
    QCOMPARE(*blobs.nextDue(fixture.now), std::optional<Instant>(fixture.now + std::chrono::seconds(25)));
    QVERIFY(blobs.markArrived(picture));
    QCOMPARE(fixture.readyKinds(fixture.now).back(), std::string("submit"));
    QCOMPARE(*blobs.left(), BlobsLeft{});
}

void TestOpJournal::theCountsAddUpToEveryCommand()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.add(other, {.number = "2023150000002"}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    const CommandId first = fixture.ready(fixture.now).front().command.id;
    QVERIFY(fixture.ops().markSending({&first, 1}, fixture.now));
    const OpCounts counts = *fixture.ops().counts();
    QCOMPARE(counts.pending, 3);
    QCOMPARE(counts.sending, 1);
    QCOMPARE(counts.answered.at("accepted"), 4);
    QCOMPARE(counts.withdrawn, 0);
}

void TestOpJournal::aRowOfTheFeedIsAdopted()
{
    SyncedFixture fixture;
    StoreFixture elsewhere;
    QVERIFY(elsewhere.add(one, {}));
    const ApplicationState theirs = *elsewhere.store->state(one);
    QVERIFY(fixture.take({.id = one, .version = theirs.revision, .state = theirs}));
    ApplicationState ours = *fixture.store->state(one);
    QCOMPARE(ours.revision, 1);
    ours.revision = theirs.revision;
    QCOMPARE(ours, theirs);
    QVERIFY(verifyLog(fixture.store->databasePath())->isGood());
    QVERIFY(fixture.ready(fixture.now).empty());
}

/// D2.5: rows with a version not newer than what is known are ignored.
void TestOpJournal::oldNewsChangesNothing()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.take(fixture.row(one, 7, "seven")));
    QVERIFY(fixture.take(fixture.row(one, 7, "again")));
    QVERIFY(fixture.take(fixture.row(one, 6, "six")));
    QCOMPARE(fixture.noteOf(one), std::string("seven"));
    QVERIFY(fixture.take(fixture.row(one, 8, "eight")));
    QCOMPARE(fixture.noteOf(one), std::string("eight"));
}

void TestOpJournal::aRowNeverGoesOverAnUnansweredCommand()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    const ApplicationState before = *fixture.store->state(one);
    QVERIFY(fixture.take(fixture.row(one, 9, "nine")));
    QCOMPARE(*fixture.store->state(one), before);
    QVERIFY(fixture.take(fixture.row(one, 8, "eight"))); // older than the one kept aside
    QCOMPARE(fixture.settle(), 0);
    QVERIFY(fixture.answerAll(one, "disputed", 9));
    QCOMPARE(fixture.settle(), 1);
    QCOMPARE(fixture.noteOf(one), std::string("nine"));
}

void TestOpJournal::anAcceptedCommandIsAdoptedWithTheFeed()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.take(fixture.row(one, 3, "three"))); // on its way before the last answer
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QCOMPARE(fixture.settle(), 0); // three is not what the answer spoke of
    QVERIFY(fixture.take(fixture.row(one, 4, "four")));
    QCOMPARE(fixture.noteOf(one), std::string("four"));
    QCOMPARE(fixture.settle(), 0);
}

void TestOpJournal::aRefusedCommandIsTakenOutOfTheFile()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.take(fixture.row(one, 4, "four")));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.store->state(one)->review.claim);
    QVERIFY(fixture.answerAll(one, "forbidden", 4));
    QCOMPARE(fixture.settle(), 1);
    QVERIFY(!fixture.store->state(one)->review.claim);
    QCOMPARE(fixture.noteOf(one), std::string("four"));
    QCOMPARE(fixture.settle(), 0);
}

void TestOpJournal::aTakenBackDecisionLeavesNoTrace()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.answerAll(one, "accepted", 5));
    QVERIFY(fixture.take(fixture.row(one, 5, "five")));
    ApplicationState before = *fixture.store->state(one);
    QVERIFY(fixture.does(one, Doubt{{}, "x"}));
    QVERIFY(fixture.does(one, Undo{fixture.ops().latest(1)->front().command.id}));
    QCOMPARE(fixture.store->state(one)->decisions.size(), 1);
    QCOMPARE(fixture.settle(), 1);
    ApplicationState after = *fixture.store->state(one);
    before.revision = after.revision = 0;
    QCOMPARE(after, before);
}

/// P.7: nothing of the person stays in view.
void TestOpJournal::whatLeavesTheScopeKeepsItsNumberAlone()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.take(fixture.row(one, 4, {})));
    QVERIFY(fixture.take({.id = one, .version = 5, .tombstone = "left-scope"}));
    const ApplicationState left = *fixture.store->state(one);
    QCOMPARE(left.applicationNo, std::string("2023150000001"));
    QVERIFY(left.fields.empty());
    QCOMPARE(left.review.phase, Phase::Cancelled);
    QVERIFY(fixture.store->search("王五", 10)->empty());
    QVERIFY(fixture.replica().versions()->empty());
    QVERIFY(fixture.take({.id = other, .version = 5, .tombstone = "left-scope"}));
    QVERIFY(!fixture.store->state(other)); // was never here
}

void TestOpJournal::whatComesBackIntoScopeIsThereAgain()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    const FeedRow row = fixture.row(one, 4, "back");
    QVERIFY(fixture.take(row));
    QVERIFY(fixture.take({.id = one, .version = 4, .tombstone = "left-scope"}));
    QVERIFY(fixture.take(row));
    QCOMPARE(fixture.noteOf(one), std::string("back"));
    QCOMPARE(fixture.replica().versions()->size(), 1);
}

/// D2.6.
void TestOpJournal::inANewEpochAnyVersionIsNews()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.take(fixture.row(one, 9, "nine")));
    QVERIFY(fixture.replica().forgetVersions());
    QVERIFY(fixture.take(fixture.row(one, 5, "five")));
    QCOMPARE(fixture.noteOf(one), std::string("five"));
    QVERIFY(fixture.take(fixture.row(one, 4, "four")));
    QCOMPARE(fixture.noteOf(one), std::string("five"));
}

/// D2.6: what was adopted before the restore has the number that the answer speaks of, and is not what it speaks of.
void TestOpJournal::aVersionOfAnotherEpochKeepsNoPromise()
{
    for (const bool isTold : {false, true}) {
        SyncedFixture fixture;
        QVERIFY(fixture.add(one, {}));
        QVERIFY(fixture.answerAll(one, "accepted", 4));
        QVERIFY(fixture.take(fixture.row(one, 7, "seven before")));
        QVERIFY(fixture.does(one, ClaimFile{}));
        QVERIFY(fixture.replica().forgetVersions());
        if (isTold)
            QVERIFY(fixture.take(fixture.row(one, 6, "six")));
        QVERIFY(fixture.answerAll(one, "disputed", 7));
        QCOMPARE(fixture.settle(), 0);
        QVERIFY(fixture.store->state(one)->review.claim);
        QVERIFY(fixture.take(fixture.row(one, 7, "seven")));
        QCOMPARE(fixture.noteOf(one), std::string("seven"));
    }
}

/// D2.6, P.6: a number of before the restore may be the larger one.
void TestOpJournal::whatIsComparedIsTheNewestState()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.take(fixture.row(one, 9, "nine")));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.replica().forgetVersions());
    QCOMPARE(fixture.replica().versions()->at(one.value), 9);
    QVERIFY(fixture.take(fixture.row(one, 5, "five")));
    QCOMPARE(fixture.replica().versions()->at(one.value), 5);
}

void TestOpJournal::aNewEpochSendsAgain()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    for (const QueuedOp &op : fixture.ready(fixture.now))
        QVERIFY(fixture.ops().markSending({&op.command.id, 1}, fixture.now));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QCOMPARE(*fixture.ops().resendSince(fixture.now + std::chrono::milliseconds(1)), 0);
    QCOMPARE(*fixture.ops().resendSince(fixture.now), 4);
    QCOMPARE(fixture.ready(fixture.now).size(), 4);
    QCOMPARE(fixture.ready(fixture.now).front().outcome, std::string("accepted")); // until it is answered again
}

void TestOpJournal::anAdoptedFileRebuildsToTheSame()
{
    SyncedFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.answerAll(one, "accepted", 4));
    QVERIFY(fixture.take(fixture.row(one, 6, "six")));
    const std::string before = *fixture.store->projectionDigest();
    QVERIFY(fixture.store->rebuild(*fixture.book));
    QCOMPARE(*fixture.store->projectionDigest(), before);
}

/// I7: the reviewer is told.
void TestOpJournal::theInboxTellsWhoseCommandItWas()
{
    SyncedFixture fixture;
    const OpInbox inbox(fixture.store->database());
    QVERIFY(inbox.add({.op = {"cmd-1"}, .application = one, .actor = staff, .outcome = "stale", .at = fixture.now}));
    QVERIFY(inbox.add({.op = {"cmd-2"}, .application = one, .actor = staff, .outcome = "moot", .at = fixture.now}));
    QCOMPARE(*inbox.unseen(staff), 2);
    QCOMPARE(*inbox.unseen({"staff-2"}), 0);
    const std::vector<InboxEntry> entries = *inbox.latest(staff, 10);
    QCOMPARE(entries.front().outcome, std::string("moot"));
    QVERIFY(inbox.markSeen(entries.front().n));
    QCOMPARE(*inbox.unseen(staff), 1);
    QCOMPARE(inbox.latest(staff, 10)->size(), 2);
}

QTEST_GUILESS_MAIN(TestOpJournal)
#include "tst_opjournal.moc"
