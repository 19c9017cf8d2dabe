#include "core/base/hash.h"
#include "core/storage/chain.h"
#include "core/workflow/workflow.h"
#include "tests/storage/storefixture.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

const ApplicationId one{"app-1"};
const ApplicationId other{"app-2"};

bool hasRule(const std::vector<Finding> &findings, const std::string &rule)
{
    return std::ranges::any_of(findings, [&rule](const Finding &finding) { return finding.rule == rule; });
}

} // namespace

/// A command is decided, logged and projected in one transaction; answered means kept.
class TestStore : public QObject
{
    Q_OBJECT

private slots:
    void aCommandIsDecidedStoredAndProjected();
    void whatIsAnsweredIsThereAfterReopening();
    void theSameCommandAgainGetsTheSameAnswer();
    void anIdUsedForAnotherCommandIsInvalid();
    void aRefusalIsAnAnswerAndChangesNothing();
    void aBatchIsAllOrNothing();
    void aStepOfABatchIsTakenBack();
    void aDroppedBatchNeverHappened();
    void whatIsNotThereIsNotFound();
    void filesAreFoundByNumberAndByDocument();
    void aSharedPhoneIsToldToBoth();
    void sharedBytesAreToldToBoth();
    void aCancelledFileIsForgottenByOthers();
    void aRebuildGivesTheSameBytes();
    void anotherPackMakesTheProjectionStale();
    void historyShowsEveryEventAndItsHash();
    void decisionsAreHeldBackFromTheOutbox();
    void recentDecisionsAreNewestFirst();
    void filesNobodyRefersToAreOrphans();
    void twoStoresOnOneFolderSeeEachOther();
    void aDamagedDatabaseIsUnreadable();
    void aFolderThatCannotBeMadeIsUnreadable();
};

void TestStore::aCommandIsDecidedStoredAndProjected()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    const Result<ApplicationState> state = fixture.store->state(one);
    QVERIFY(state);
    QCOMPARE(state->review.phase, Phase::InReview);
    QCOMPARE(state->revision, 4);
    const Result<QueueEntry> entry = fixture.store->entry(one, QueueOrder::Urgency);
    QVERIFY(entry);
    QCOMPARE(entry->name, std::string("王五"));
    QCOMPARE(entry->phase, std::string("in-review"));
    QCOMPARE(entry->stage, std::string("first"));
    QCOMPARE(entry->revision, 4);
    QVERIFY(entry->errors > 0); // nearly everything is missing
    QVERIFY(verifyLog(fixture.store->databasePath())->isGood());
}

void TestStore::whatIsAnsweredIsThereAfterReopening()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    const ApplicationState before = *fixture.store->state(one);
    fixture.open();
    QCOMPARE(*fixture.store->state(one), before);
}

void TestStore::theSameCommandAgainGetsTheSameAnswer()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    const Command claim = fixture.command(one, 4, ClaimFile{});
    const Result<Execution> first = fixture.store->execute(claim, *fixture.book, fixture.now);
    QVERIFY(first && std::holds_alternative<Executed>(*first));
    QVERIFY(fixture.does(one, ReleaseFile{})); // something follows
    const Result<Execution> again = fixture.store->execute(claim, *fixture.book, fixture.now + std::chrono::hours(1));
    QVERIFY(again && std::holds_alternative<Executed>(*again));
    Executed answer = std::get<Executed>(*again);
    QVERIFY(answer.repeated);
    answer.repeated = false;
    QCOMPARE(answer, std::get<Executed>(*first));
    QCOMPARE(fixture.store->state(one)->revision, 6);
}

void TestStore::anIdUsedForAnotherCommandIsInvalid()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    Command claim = fixture.command(one, 4, ClaimFile{});
    QVERIFY(fixture.store->execute(claim, *fixture.book, fixture.now));
    claim.body = ReleaseFile{};
    QCOMPARE(fixture.store->execute(claim, *fixture.book, fixture.now).error().code, ErrorCode::Invalid);
}

void TestStore::aRefusalIsAnAnswerAndChangesNothing()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    const std::string before = *fixture.store->projectionDigest();
    const Result<Execution> answer = fixture.run(one, Approve{});
    QVERIFY(answer);
    QVERIFY(std::holds_alternative<Refusal>(*answer));
    QCOMPARE(*fixture.store->projectionDigest(), before);
    QCOMPARE(fixture.store->history(one)->size(), 4);
}

void TestStore::aBatchIsAllOrNothing()
{
    StoreFixture fixture;
    std::vector<Command> commands = fixture.season(one, {});
    commands.push_back(fixture.command(one, 4, Approve{}));
    const auto answers = fixture.store->executeAll(commands, *fixture.book, fixture.now);
    QVERIFY(answers);
    QVERIFY(std::holds_alternative<Refusal>(answers->back()));
    QCOMPARE(fixture.store->state(one).error().code, ErrorCode::NotFound);
    QCOMPARE(verifyLog(fixture.store->databasePath())->events, 0);
}

void TestStore::aStepOfABatchIsTakenBack()
{
    StoreFixture fixture;
    const Result<std::unique_ptr<Batch>> batch = fixture.store->begin(*fixture.book, fixture.now);
    QVERIFY(batch);
    for (const Command &command : fixture.season(one, {}))
        QVERIFY((*batch)->execute(command));
    QVERIFY((*batch)->savepoint());
    for (const Command &command : fixture.season(other, {.number = "2023150000002"}))
        QVERIFY((*batch)->execute(command));
    QVERIFY((*batch)->undo());
    QVERIFY((*batch)->commit());
    QVERIFY(fixture.store->state(one));
    QVERIFY(!fixture.store->state(other));
    QVERIFY(verifyLog(fixture.store->databasePath())->isGood());
    const std::string digest = *fixture.store->projectionDigest();
    QVERIFY(fixture.store->rebuild(*fixture.book));
    if (!fixture.codec) // what is sealed is never sealed alike
        QCOMPARE(*fixture.store->projectionDigest(), digest);
}

void TestStore::aDroppedBatchNeverHappened()
{
    StoreFixture fixture;
    {
        const Result<std::unique_ptr<Batch>> batch = fixture.store->begin(*fixture.book, fixture.now);
        QVERIFY(batch);
        QVERIFY((*batch)->execute(fixture.season(one, {}).front()));
    }
    QVERIFY(!fixture.store->state(one));
}

void TestStore::whatIsNotThereIsNotFound()
{
    const StoreFixture fixture;
    QCOMPARE(fixture.store->state(one).error().code, ErrorCode::NotFound);
    QCOMPARE(fixture.store->findings(one, *fixture.book).error().code, ErrorCode::NotFound);
    QCOMPARE(fixture.store->entry(one, QueueOrder::Name).error().code, ErrorCode::NotFound);
    QCOMPARE(fixture.store->position({}, one).error().code, ErrorCode::NotFound);
    QVERIFY(fixture.store->history(one)->empty());
}

void TestStore::filesAreFoundByNumberAndByDocument()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QCOMPARE(*fixture.store->findByNumber("2023150000001"), one);
    QVERIFY(fixture.store->findByNumber("2023")->isEmpty());
    const Pack &pack = fixture.book->pack();
    QCOMPARE(*fixture.store->findByDocument("", "１５０１０２２００１０３１５００１１", pack), one);
    QVERIFY(fixture.store->findByDocument("", "", pack)->isEmpty());
}

/// A1.4.1.1: one phone, one person; whoever was there first is told as well.
void TestStore::aSharedPhoneIsToldToBoth()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    const int before = fixture.store->entry(one, QueueOrder::Urgency)->errors;
    QVERIFY(!hasRule(*fixture.store->findings(one, *fixture.book), "contact.phone-once"));
    QVERIFY(fixture.add(other, {.number = "2023150000002", .document = "150102200103150038"}));
    QVERIFY(hasRule(*fixture.store->findings(other, *fixture.book), "contact.phone-once"));
    QVERIFY(hasRule(*fixture.store->findings(one, *fixture.book), "contact.phone-once"));
    const QueueEntry after = *fixture.store->entry(one, QueueOrder::Urgency);
    QVERIFY(after.errors > before || after.warnings > 0);
}

void TestStore::sharedBytesAreToldToBoth()
{
    StoreFixture fixture;
    const std::string face = sha256Hex("face");
    const std::string card = sha256Hex("card");
    QVERIFY(fixture.add(one, {.portrait = face, .material = card}));
    QVERIFY(fixture.add(
        other,
        {.number = "2", .document = "150102200103150038", .phone = "13900139000", .portrait = face, .material = card}));
    for (const ApplicationId &id : {one, other}) {
        const std::vector<Finding> findings = *fixture.store->findings(id, *fixture.book);
        QVERIFY(hasRule(findings, "portrait.once"));
        QVERIFY(hasRule(findings, "materials.once"));
    }
}

void TestStore::aCancelledFileIsForgottenByOthers()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.add(other, {.number = "2023150000002"}));
    QVERIFY(hasRule(*fixture.store->findings(one, *fixture.book), "identity.person-once"));
    const int before = fixture.store->entry(one, QueueOrder::Urgency)->errors;
    QVERIFY(fixture.does(other, Cancel{"registered twice"}));
    QVERIFY(!hasRule(*fixture.store->findings(one, *fixture.book), "identity.person-once"));
    QVERIFY(fixture.store->entry(one, QueueOrder::Urgency)->errors < before);
}

/// Issue §5: projections rebuilt from events give the same bytes, whatever happened in which order.
void TestStore::aRebuildGivesTheSameBytes()
{
    if (testsSealed())
        QSKIP("what is sealed again gets another nonce: other bytes, the same contents");
    StoreFixture fixture;
    for (int i = 0; i < 30; ++i) {
        const std::string digit = std::to_string(10 + i);
        QVERIFY(fixture.add({"app-" + digit}, {.number = "20231500000" + digit,
                                               .name = i % 2 == 0 ? "阿拉坦·巴特尔" : "单雄",
                                               .document = "1501022001031500" + std::to_string(10 + i % 7),
                                               .phone = "138001380" + std::to_string(10 + i % 5),
                                               .portrait = sha256Hex(std::to_string(i % 11)),
                                               .material = sha256Hex(std::to_string(i % 3))}));
        fixture.now += std::chrono::seconds(7);
    }
    QVERIFY(fixture.does({"app-12"}, ClaimFile{}));
    QVERIFY(fixture.does({"app-12"}, ReturnFile{{{.code = "101"}}, {}, {}}));
    QVERIFY(fixture.does({"app-13"}, Withdraw{}));
    QVERIFY(fixture.does({"app-14"}, Cancel{"x"}));
    const std::string digest = *fixture.store->projectionDigest();
    QVERIFY(fixture.store->rebuild(*fixture.book));
    QCOMPARE(*fixture.store->projectionDigest(), digest);
    QCOMPARE(fixture.store->search("阿拉", 100)->size(), 15);
}

void TestStore::anotherPackMakesTheProjectionStale()
{
    StoreFixture fixture;
    QVERIFY(!*fixture.store->isStale(*fixture.book));
    QVERIFY(fixture.add(one, {}));
    QVERIFY(!*fixture.store->isStale(*fixture.book));
    Pack changed = fixture.book->pack();
    changed.hash = "another";
    const std::shared_ptr<const RuleBook> book = *RuleBook::bind(std::make_shared<const Pack>(changed));
    QVERIFY(*fixture.store->isStale(*book));
    QVERIFY(fixture.store->rebuild(*book));
    QVERIFY(!*fixture.store->isStale(*book));
}

void TestStore::historyShowsEveryEventAndItsHash()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.add(other, {.number = "2"}));
    const std::vector<HistoryEntry> history = *fixture.store->history(other);
    QCOMPARE(history.size(), 4);
    QCOMPARE(history.front().stored.seq, 5);
    QCOMPARE(history.front().stored.kind, std::string("draft-created"));
    QCOMPARE(history.back().stored.hash, chainHash(history.back().stored));
    QVERIFY(history.at(2).body.find("王五") != std::string::npos);
}

void TestStore::decisionsAreHeldBackFromTheOutbox()
{
    StoreFixture fixture;
    QVERIFY(fixture.add(one, {}));
    QVERIFY(fixture.does(one, ClaimFile{}));
    QVERIFY(fixture.does(one, Refuse{{{.code = "101", .note = "x"}}, "x"}));
    QCOMPARE(fixture.store->outbox(fixture.now, 100)->size(), 5);
    QCOMPARE(fixture.store->outbox(fixture.now + fixture.book->pack().review.hold, 100)->size(), 6);
}

void TestStore::recentDecisionsAreNewestFirst()
{
    StoreFixture fixture;
    for (const ApplicationId &id : {one, other}) {
        QVERIFY(fixture.add(id, {.number = id.value}));
        QVERIFY(fixture.does(id, ClaimFile{}));
        QVERIFY(fixture.does(id, ReturnFile{{{.code = "101"}}, {}, {}}));
    }
    const std::vector<HistoryEntry> decisions = *fixture.store->recentDecisions({"staff-1"}, 10);
    QCOMPARE(decisions.size(), 2);
    QCOMPARE(decisions.front().stored.application, other);
    QCOMPARE(fixture.store->recentDecisions({"staff-1"}, 1)->size(), 1);
    QVERIFY(fixture.store->recentDecisions({"staff-2"}, 10)->empty());
}

void TestStore::filesNobodyRefersToAreOrphans()
{
    StoreFixture fixture;
    const std::string used = *fixture.store->blobs().put("used");
    const std::string unused = *fixture.store->blobs().put("unused");
    QVERIFY(fixture.add(one, {.material = used}));
    QCOMPARE(*fixture.store->orphanBlobs(), std::vector{unused});
}

void TestStore::twoStoresOnOneFolderSeeEachOther()
{
    StoreFixture fixture;
    const std::unique_ptr<Store> reader = *Store::open(fixture.store->options());
    QVERIFY(fixture.add(one, {}));
    QVERIFY(reader->state(one));
    const Result<std::unique_ptr<Batch>> writing = fixture.store->begin(*fixture.book, fixture.now);
    QVERIFY(writing);
    QVERIFY(reader->queue({}, {}, 10)); // readers never wait
}

void TestStore::aDamagedDatabaseIsUnreadable()
{
    ZSB_SQLITE_ONLY("PostgreSQL looks after its own files");
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"zsb.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QCOMPARE(Store::open({.folder = folder.path().toStdString()}).error().code, ErrorCode::Unreadable);
}

void TestStore::aFolderThatCannotBeMadeIsUnreadable()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(Store::open({.folder = folder.filePath(u"file/below"_s).toStdString()}).error().code,
             ErrorCode::Unreadable);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
