#include "core/storage/opjournal.h"
#include "core/workflow/workflow.h"
#include "tests/e2e/officedesktop.h"
#include "tests/e2e/servedseason.h"
#include "ui/sync/syncpage.h"

#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb::test {

/// SYNC.md P.5: the service believes no client. A desktop that does not look at its own rules sends what must not be;
/// the service refuses it, the file is as before on both sides, and the reviewer is told.
class TestRefusedOp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aDecisionAgainstTheRulesIsRefusedAndTheReviewerSeesIt();
    void cleanupTestCase();

private:
    /// What a program without the check "reasons are named" would do: the file is refused, for nothing.
    [[nodiscard]] bool refuseForNothing(const ApplicationId &id) const;

    static constexpr int people = 3;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<OfficeDesktop> m_desk;
};

void TestRefusedOp::initTestCase()
{
    forgetSettings(u"zsb-tst-refusedop"_s);
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QVERIFY(serveTable(*m_server, freshDatabase(m_server->folder()), m_folder.filePath(u"source"_s), people));
    const StaffSecrets who = addStaff(*m_server, u"first"_s, u"王初审"_s, {u"school"_s});
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"desk"_s));
    QVERIFY(m_desk->enrol(*m_server));
    QVERIFY(m_desk->signIn(who));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->files(), std::int64_t(people), deskPatience);
    QVERIFY(m_desk->claim(1));
}

bool TestRefusedOp::refuseForNothing(const ApplicationId &id) const
{
    const Season &season = *m_desk->desktop().season();
    const Instant now = systemClock()();
    const Result<std::unique_ptr<Batch>> batch = season.writer->begin(*season.book, now);
    const Result<ApplicationState> state = batch ? (*batch)->state(id) : Result<ApplicationState>(batch.error());
    if (!state)
        return false;
    const std::string reason = season.book->pack().reasons.front().code;
    Command command{.id = {uuid7(now, secureRandom())},
                    .application = id,
                    .actor = m_desk->desktop().reviewer(),
                    .role = "school",
                    .at = now,
                    .revision = state->revision,
                    .packHash = season.book->pack().hash,
                    .body = Refuse{{{reason, {}, {}}}, {}}};
    const Ruling ruling = decide(*state, command, {.book = *season.book, .now = now});
    if (!ruling.isAccepted())
        return false;
    command.body = Refuse{};
    std::vector<Event> events = ruling.events();
    ApplicationState after = *state;
    for (Event &event : events) {
        if (auto *decided = std::get_if<Decided>(&event.body)) {
            decided->reasons.clear();
            decided->heldUntil = now; // and nobody may take it back
        }
        after = apply(std::move(after), event);
    }
    const Result<OpJournal> journal = OpJournal::open((*batch)->database(), *season.store->options().codec);
    return journal && (*batch)->append(events, fingerprint(command)) && journal->note(command, events, after) &&
           (*batch)->commit();
}

void TestRefusedOp::aDecisionAgainstTheRulesIsRefusedAndTheReviewerSeesIt()
{
    const auto mine = claimedFiles(m_desk->store(), m_desk->desktop().reviewer(), systemClock()());
    QVERIFY(mine && mine->size() == 1);
    const ApplicationId id = mine->front().id;
    const ApplicationState before = *m_desk->store().state(id);
    QCOMPARE(before.review.phase, Phase::InReview);
    QVERIFY(refuseForNothing(id));
    QCOMPARE(m_desk->phase(id), Phase::Refused); // here, for now

    m_desk->desktop().window().showPage(u"sync"_s);
    m_desk->desktop().syncPage()->showTab(u"conflicts"_s);
    m_desk->session().kick();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->control().look().conflicts.size(), std::size_t(1), deskPatience);
    const LookConflict &told = m_desk->control().look().conflicts.front();
    QCOMPARE(told.entry.outcome, std::string(idOf(OpOutcome::Refused)));
    QCOMPARE(told.entry.application, id);
    auto *list = m_desk->part<QTableView>("syncConflicts");
    QVERIFY(list);
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 4).data().toString(), u"未被接受"_s);
    QCOMPARE(list->model()->index(0, 3).data().toString(), SyncWords::command(Refuse::kind));

    QVERIFY(m_desk->allSent());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->phase(id), Phase::InReview, deskPatience);
    QVERIFY(m_desk->store().state(id)->decisions.empty());
    QCOMPARE(contentHash(*m_desk->store().state(id)), contentHash(before));
    QVERIFY(m_desk->reconciles());
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);

    list->setCurrentIndex(list->model()->index(0, 0));
    m_desk->desktop().actions().action("sync.keep")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->control().look().conflicts.empty(), deskPatience);
}

void TestRefusedOp::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestRefusedOp)
#include "tst_refusedop.moc"
