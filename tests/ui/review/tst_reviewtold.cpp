#include "tests/support/patience.h"
#include "tests/ui/review/reviewbench.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace zsb {

/// What a reviewer is told around a decision: counts, undo, deadlines, roles, reasons why not.
class TestReviewTold : public QObject
{
    Q_OBJECT

private slots:
    void countsFollowADecisionAndItsUndo();
    void undoSaysWhyItIsOff();
    void whatIsStillHeldCanBeUndoneAfterARestart();
    void aDeadlineLiesWithinTheTimeForCorrections();
    void theActingRoleIsShown();
    void historySpeaksWords();
    void aLaterStageIsToldThatASupervisorSettles();
    void whyNotIsSaidAndTurnedTo();
    void theLastTenDecisionsLeadBack();
    void anEarlierDecisionCanBeUndoneWhileItIsHeld();
    void theLastDecisionsAreThereAfterARestart();

private:
    static qint64 files(ReviewController &controller, const QString &view)
    {
        for (const FacetChoice &choice : controller.views()) {
            if (choice.id == view)
                return choice.files;
        }
        return -1;
    }
    static void returnOne(Bench &bench)
    {
        bench.choose(1);
        bench.controller.returnFile(bench.controller.proposedDeadline());
    }
};

void TestReviewTold::countsFollowADecisionAndItsUndo()
{
    Bench bench(4);
    QCOMPARE(files(bench.controller, u"in-review"_s), 4);
    returnOne(bench);
    QTRY_COMPARE_WITH_TIMEOUT(files(bench.controller, u"in-review"_s), 3, testPatience);
    QCOMPARE(files(bench.controller, u"returned"_s), 1);
    bench.controller.undo();
    QTRY_COMPARE_WITH_TIMEOUT(files(bench.controller, u"in-review"_s), 4, testPatience);
}

void TestReviewTold::undoSaysWhyItIsOff()
{
    Bench bench(2); // U18
    QVERIFY(bench.controller.whyNotUndo().contains(u"10"_s));
    returnOne(bench);
    QVERIFY(bench.controller.whyNotUndo().isEmpty());
    bench.season.now += nm2023().review.hold;
    QVERIFY(!bench.controller.whyNotUndo().isEmpty());
    QVERIFY(bench.controller.undoWords().isEmpty());
}

void TestReviewTold::whatIsStillHeldCanBeUndoneAfterARestart()
{
    Bench bench(6); // U18
    for (int i = 0; i < 3; ++i) {
        returnOne(bench);
        bench.season.now += std::chrono::seconds(4);
    }
    const ApplicationId last =
        bench.season.store->recentDecisions(ReviewSeason::reviewer().id, 1)->front().stored.application;
    ReviewController again(bench.season.tools(), ReviewSeason::reviewer(), bench.tasks);
    again.openQueue();
    QVERIFY(!again.undoWords().isEmpty());
    again.undo();
    QCOMPARE(bench.state(last).review.phase, Phase::InReview);
    again.undo();
    QVERIFY(again.undoWords().isEmpty()); // the first of the three has left its hold
    QCOMPARE(again.decided(), 0);
}

void TestReviewTold::aDeadlineLiesWithinTheTimeForCorrections()
{
    Bench bench(2);
    const Instant end = nm2023().window("correction")->to;
    QCOMPARE(bench.controller.latestDeadline(), QDate(2023, 3, 31)); // A1.8.2
    bench.season.now = end - std::chrono::hours(30);
    QCOMPARE(bench.controller.proposedDeadline(), QDate(2023, 3, 31));
    const ApplicationId id = bench.controller.file().state.id;
    bench.choose(1);
    bench.controller.returnFile(QDate(2023, 5, 1));
    QCOMPARE(*bench.state(id).review.deadline, end);
    bench.season.now = end + std::chrono::hours(1); // over: the pack's days count
    QVERIFY(!bench.controller.latestDeadline().isValid());
    QCOMPARE(bench.controller.proposedDeadline(), QDate(2023, 4, 4));
}

void TestReviewTold::theActingRoleIsShown()
{
    Bench bench(2);
    QVERIFY2(bench.controller.reviewerWords().startsWith(u"初审员甲 · "_s),
             qPrintable(bench.controller.reviewerWords()));
    bench.controller.setReviewerName(u"Reviewer A"_s);
    bench.controller.setLanguage(Language::English);
    QVERIFY(bench.controller.reviewerWords().startsWith(u"Reviewer A · "_s));
    QVERIFY(bench.controller.reviewerWords().contains(u"reviewer"_s));
}

void TestReviewTold::historySpeaksWords()
{
    Bench bench(1);
    bench.controller.readHistory();
    for (int row = 0; row < bench.controller.history().rowCount(); ++row) {
        const HistoryRow &line = bench.controller.history().at(row);
        QVERIFY2(!line.actor().contains(u"import"_s), qPrintable(line.actor()));
        QVERIFY(line.actor().contains(u"名册导入"_s));
    }
}

/// Four-eyes: against the approval of an earlier stage nobody wins by being later.
void TestReviewTold::aLaterStageIsToldThatASupervisorSettles()
{
    ReviewSeason season(8);
    TaskRunner tasks;
    const Reviewer first{ActorId{"first"}, u"甲"_s, {"school", "province"}};
    const Reviewer second{ActorId{"second"}, u"乙"_s, {"school", "province"}};
    ReviewController one(season.tools(), first, tasks);
    one.setDwell(std::chrono::milliseconds(0));
    one.openQueue();
    ApplicationId later;
    while (later.isEmpty() && !one.file().isEmpty()) {
        const ApplicationId id = one.file().state.id;
        for (int row = 0; row < one.materials().count(); ++row) {
            one.showPicture(row);
            QTRY_VERIFY_WITH_TIMEOUT(one.materials().at(row).seen, testPatience);
        }
        QVERIFY(!one.consequence(Deed::Refuse).contains(u"督导"_s));
        one.approve();
        if (season.store->state(id)->review.stage > 0)
            later = id;
    }
    QVERIFY(!later.isEmpty());
    ReviewController other(season.tools(), second, tasks);
    QString said;
    QObject::connect(&other, &ReviewController::said, &other, [&said](const QString &text, Tone) { said = text; });
    season.now += std::chrono::hours(3); // the first one's claim is over
    other.openQueue();
    other.openFile(later);
    QVERIFY(other.consequence(Deed::Refuse).contains(u"督导"_s));
    QVERIFY(other.consequence(Deed::Return).contains(u"督导"_s));
    other.prepareReasons(Judgement::Return);
    QVERIFY(other.reasons().toggleDigit(1));
    other.refuse();
    QVERIFY2(season.store->state(later)->review.phase == Phase::Disputed, qPrintable(said));
    QVERIFY2(said.contains(u"督导"_s), qPrintable(said));
}

void TestReviewTold::whyNotIsSaidAndTurnedTo()
{
    Bench bench(2); // UX: a key that cannot be used says why and where
    bench.controller.setOnScreen(false);
    bench.controller.showFinding(-1);
    const QSignalSpy turned(&bench.controller, &ReviewController::checkChanged);
    bench.controller.explain(Deed::Approve);
    QVERIFY2(bench.said.contains(u"未看"_s), qPrintable(bench.said));
    QVERIFY(turned.size() > 0);
    bench.said.clear();
    bench.controller.setOnScreen(true);
    bench.lookAtAll();
    bench.controller.explain(Deed::Approve); // nothing in the way: nothing said, nothing done
    QVERIFY(bench.said.isEmpty());
    QCOMPARE(bench.controller.decided(), 0);
}

void TestReviewTold::theLastTenDecisionsLeadBack()
{
    Bench bench(12);
    QList<ApplicationId> files;
    for (int i = 0; i < 11; ++i) {
        files.prepend(bench.controller.file().state.id);
        returnOne(bench);
    }
    QCOMPARE(bench.controller.recent().count(), RecentModel::depth);
    for (int row = 0; row < RecentModel::depth; ++row)
        QCOMPARE(bench.controller.recent().at(row).file, files.at(row)); // the newest first
    QVERIFY(!bench.controller.recent().at(0).name.isEmpty());
    QVERIFY(bench.controller.recent()
                .index(0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(bench.controller.recent().at(0).number));
    bench.controller.openRecent(3);
    QCOMPARE(bench.controller.file().state.id, files.at(3));
}

void TestReviewTold::anEarlierDecisionCanBeUndoneWhileItIsHeld()
{
    Bench bench(4); // U18
    const ApplicationId first = bench.controller.file().state.id;
    returnOne(bench);
    returnOne(bench);
    QVERIFY(!bench.controller.recent().at(1).undo.isEmpty());
    bench.controller.undoRecent(1);
    QCOMPARE(bench.state(first).review.phase, Phase::InReview);
    QCOMPARE(bench.controller.file().state.id, first);
    QCOMPARE(bench.controller.recent().count(), 1);
    bench.season.now += nm2023().review.hold;
    bench.controller.undoRecent(0);
    QCOMPARE(bench.controller.recent().count(), 1); // too late, and said so
    QVERIFY(bench.said.contains(u"已过撤销时限"_s));
}

void TestReviewTold::theLastDecisionsAreThereAfterARestart()
{
    Bench bench(4);
    const ApplicationId first = bench.controller.file().state.id;
    returnOne(bench);
    bench.season.now += nm2023().review.hold;
    ReviewController again(bench.season.tools(), ReviewSeason::reviewer(), bench.tasks);
    again.openQueue();
    QCOMPARE(again.recent().count(), 1);
    QCOMPARE(again.recent().at(0).file, first);
    QVERIFY(again.recent().at(0).undo.isEmpty()); // not held any more
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewTold)
#include "tst_reviewtold.moc"
