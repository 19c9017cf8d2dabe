#include "tests/support/patience.h"
#include "tests/ui/review/reviewbench.h"

#include "core/storage/chain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// Nothing is approved unseen or over an open error; every decision is undone or told (U28, A1.8.1).
class TestReviewController : public QObject
{
    Q_OBJECT

private slots:
    void theQueueOpensOnItsFirstFile();
    void lookingClaimsNothingAndWritesNothing();
    void approvingNeedsEveryRequiredPictureSeen();
    void onePictureInTwoSlotsIsSeenInEach();
    void anUnreadablePictureIsNeverSeen();
    void anExchangedPictureIsNeverSeen();
    void aShortGlanceDoesNotCount();
    void decidingGoesOnToTheNextFileAndKeepsThePlace();
    void aReturnNamesItsReasonsTargetsAndDeadline();
    void aReturnWithoutReasonIsRefusedAndExplained();
    void aDoubtNeedsANote();
    void aDecidedFileShowsAsSeenWhatSomebodySaw();
    void anErrorKeepsTheFileFromApprovalUntilItIsDismissed();
    void aConfirmedErrorStaysInTheWay();
    void anUndoneDecisionBringsTheFileBack();
    void afterTheHoldAnUndoIsRefusedAndExplained();
    void everyRefusalIsExplainedInBothNumbersOfWords();
    void theNumberStandsInGroupsInTheForm();
    void aPersonIsFoundByTheLastSixOfTheNumber();
    void historyTellsWhatWasSeen();
    void theTimeOfALookIsWrittenOnce();
    void anUndoIsGivenInTheRoleOfItsDecision();
    void theLogIsWhole();
};

void TestReviewController::theQueueOpensOnItsFirstFile()
{
    Bench bench(10);
    QCOMPARE(bench.controller.queue().count(), 10);
    QCOMPARE(bench.controller.row(), 0);
    QVERIFY(!bench.controller.file().isEmpty());
    QCOMPARE(bench.controller.steps().size(), 8); // A1.4.0
    QVERIFY(bench.controller.materials().portraitRow() >= 0);
}

void TestReviewController::lookingClaimsNothingAndWritesNothing()
{
    Bench bench(2);
    const ApplicationId id = bench.controller.file().state.id;
    const int before = bench.state(id).revision;
    bench.lookAtAll();
    QCOMPARE(bench.state(id).revision, before);
    QVERIFY(!bench.state(id).review.claim);
}

void TestReviewController::approvingNeedsEveryRequiredPictureSeen()
{
    Bench bench(3); // U28
    const ApplicationId id = bench.controller.file().state.id;
    bench.controller.setOnScreen(false); // nothing counts
    QVERIFY(!bench.controller.whyNot(Deed::Approve).isEmpty());
    QVERIFY(!bench.controller.obstacles().isEmpty());
    bench.controller.approve();
    QCOMPARE(bench.state(id).review.phase, Phase::InReview);
    QVERIFY(bench.state(id).decisions.empty());
    QCOMPARE(bench.controller.file().state.id, id);
    bench.controller.setOnScreen(true);
    bench.lookAtAll();
    QVERIFY2(bench.controller.obstacles().isEmpty(), qPrintable(bench.controller.obstacles()));
    bench.controller.approve();
    QCOMPARE(bench.state(id).decisions.size(), std::size_t(1));
    QVERIFY(!bench.state(id).decisions.front().seen.empty());
    QCOMPARE(bench.state(id).decisions.front().judgement, Judgement::Approve);
}

void TestReviewController::anUnreadablePictureIsNeverSeen()
{
    Bench bench(1);
    const std::string sha = bench.controller.materials().at(0).sha256;
    QVERIFY(QFile::resize(QString::fromStdString(bench.season.store->blobs().path(sha)), 10));
    TaskRunner tasks;
    ReviewController fresh(bench.season.tools(), ReviewSeason::reviewer(), tasks);
    fresh.setDwell(std::chrono::milliseconds(0));
    fresh.openQueue();
    fresh.showPicture(0);
    QTRY_VERIFY_WITH_TIMEOUT(fresh.pictures().peek(sha), testPatience);
    QVERIFY(fresh.pictures().peek(sha)->failed);
    QVERIFY(!fresh.materials().at(0).seen);
    QVERIFY(!fresh.whyNot(Deed::Approve).isEmpty());
}

void TestReviewController::onePictureInTwoSlotsIsSeenInEach()
{
    Bench bench(0); // U28
    bench.season.samePaper = true;
    const ApplicationId id = bench.season.add(8);
    bench.controller.openQueue();
    const auto &materials = bench.controller.materials();
    QVERIFY(materials.at(0).required && materials.at(1).required);
    QCOMPARE(materials.at(0).sha256, materials.at(1).sha256);
    bench.controller.showPicture(0);
    QTRY_VERIFY_WITH_TIMEOUT(materials.at(0).seen, testPatience);
    QVERIFY(!materials.at(1).seen);
    bench.lookAtAll();
    for (int row = 0; row < bench.controller.findings().count(); ++row)
        bench.controller.dismissFinding(row, u"与材料原件核对无误"_s);
    QVERIFY2(bench.controller.obstacles().isEmpty(), qPrintable(bench.controller.obstacles()));
    bench.controller.approve();
    QCOMPARE(bench.state(id).decisions.size(), std::size_t(1));
}

/// Bytes that are not those of the log are not what was handed in, however well they can be drawn.
void TestReviewController::anExchangedPictureIsNeverSeen()
{
    Bench bench(2);
    const auto path = [&](int row) {
        const std::string sha = bench.controller.materials().at(row).sha256;
        return QString::fromStdString(bench.season.store->blobs().path(sha));
    };
    const std::string sha = bench.controller.materials().at(0).sha256;
    const QString other = path(1);
    QVERIFY(QFile::remove(path(0)));
    QVERIFY(QFile::copy(other, path(0)));
    TaskRunner tasks;
    ReviewController fresh(bench.season.tools(), ReviewSeason::reviewer(), tasks);
    fresh.setDwell(std::chrono::milliseconds(0));
    fresh.openQueue();
    fresh.showPicture(0);
    QTRY_VERIFY_WITH_TIMEOUT(fresh.pictures().peek(sha), testPatience);
    QVERIFY(fresh.pictures().peek(sha)->failed);
    QVERIFY(!fresh.materials().at(0).seen);
}

void TestReviewController::aShortGlanceDoesNotCount()
{
    Bench bench(1);
    bench.controller.setDwell(std::chrono::hours(1));
    const int row = bench.controller.materials().portraitRow();
    bench.controller.showPicture(row);
    QTRY_VERIFY_WITH_TIMEOUT(bench.controller.pictures().peek(bench.controller.materials().at(row).sha256),
                             testPatience);
    QVERIFY(!bench.controller.materials().at(row).seen);
    bench.controller.setDwell(std::chrono::milliseconds(0));
    bench.controller.setVisibleShare(0.5);
    QVERIFY(!bench.controller.materials().at(row).seen);
    bench.controller.setVisibleShare(0.6);
    QVERIFY(bench.controller.materials().at(row).seen);
}

void TestReviewController::decidingGoesOnToTheNextFileAndKeepsThePlace()
{
    Bench bench(6);
    bench.controller.openRow(2);
    const ApplicationId decided = bench.controller.file().state.id;
    bench.choose(1);
    bench.controller.returnFile(bench.controller.proposedDeadline());
    QCOMPARE(bench.controller.row(), 3);
    QCOMPARE(bench.controller.queue().rowOf(decided), 2);
    QVERIFY(bench.controller.queue().at(2).decided);
    QCOMPARE(bench.controller.queue().count(), 6);
    QCOMPARE(bench.controller.decided(), 1);
}

void TestReviewController::aReturnNamesItsReasonsTargetsAndDeadline()
{
    Bench bench(2);
    const ApplicationId id = bench.controller.file().state.id;
    bench.choose(1);
    const QString notice = bench.controller.notice(Judgement::Return, bench.controller.proposedDeadline());
    QVERIFY(notice.contains(bench.controller.reasons().chosen().first().about().name));
    bench.controller.returnFile(bench.controller.proposedDeadline());
    const ApplicationState state = bench.state(id);
    QCOMPARE(state.review.phase, Phase::Returned);
    QVERIFY(!state.review.openItems.empty());
    QVERIFY(state.review.deadline);
    QCOMPARE(formatInstant(*state.review.deadline, std::chrono::hours(8)), "2023-02-19T23:59:59+08:00");
}

void TestReviewController::aReturnWithoutReasonIsRefusedAndExplained()
{
    Bench bench(2);
    const ApplicationId id = bench.controller.file().state.id;
    bench.controller.prepareReasons(Judgement::Return);
    bench.controller.returnFile(bench.controller.proposedDeadline());
    QCOMPARE(bench.said, u"至少选一项原因。"_s);
    QCOMPARE(bench.state(id).review.phase, Phase::InReview);
}

void TestReviewController::aDoubtNeedsANote()
{
    Bench bench(2);
    const ApplicationId id = bench.controller.file().state.id;
    bench.controller.doubt(u" "_s);
    QCOMPARE(bench.state(id).review.phase, Phase::InReview);
    QVERIFY(!bench.said.isEmpty());
    bench.controller.doubt(u"证件照片与本人存疑"_s);
    QCOMPARE(bench.state(id).review.phase, Phase::Doubtful);
    QCOMPARE(bench.state(id).decisions.front().note, "证件照片与本人存疑");
}

void TestReviewController::aDecidedFileShowsAsSeenWhatSomebodySaw()
{
    Bench bench(2); // U28: what the log does not hold was not looked at
    const ApplicationId id = bench.controller.file().state.id;
    const MaterialsModel &materials = bench.controller.materials();
    bench.controller.showPicture(0);
    QTRY_VERIFY_WITH_TIMEOUT(materials.at(0).seen, testPatience);
    bench.controller.setOnScreen(false);
    bench.controller.doubt(u"证件照片与本人存疑"_s);
    TaskRunner tasks;
    ReviewController fresh(bench.season.tools(), ReviewSeason::reviewer(), tasks);
    fresh.setOnScreen(false);
    fresh.setView(u"all"_s);
    fresh.openFile(id);
    QTRY_COMPARE_WITH_TIMEOUT(fresh.file().state.id, id, testPatience);
    QCOMPARE(fresh.file().state.review.phase, Phase::Doubtful);
    QVERIFY(fresh.materials().count() > 1);
    for (int row = 0; row < fresh.materials().count(); ++row)
        QCOMPARE(fresh.materials().at(row).seen, row == 0);
}

namespace {

/// The check digit of a resident number changed.
void breakNumber(DemoPerson &person, int)
{
    char &last = person[Field::DocumentNumber].back();
    last = last == '1' ? '2' : '1';
}

int rowOfError(ReviewController &controller)
{
    for (int row = 0; row < controller.findings().count(); ++row) {
        if (controller.findings().at(row).blocks)
            return row;
    }
    return -1;
}

} // namespace

void TestReviewController::anErrorKeepsTheFileFromApprovalUntilItIsDismissed()
{
    Bench bench(0); // U28
    bench.season.spoil = breakNumber;
    const ApplicationId id = bench.season.add(8);
    bench.controller.openQueue();
    bench.lookAtAll();
    int error = rowOfError(bench.controller);
    QVERIFY(error >= 0);
    QVERIFY(!bench.controller.whyNot(Deed::Approve).isEmpty());
    bench.controller.approve();
    QVERIFY(bench.state(id).decisions.empty());
    bench.controller.dismissFinding(error, {}); // a dismissal needs its reason
    QVERIFY(bench.state(id).resolutions.empty());
    for (; error >= 0; error = rowOfError(bench.controller))
        bench.controller.dismissFinding(error, u"与材料原件核对无误"_s);
    QVERIFY2(bench.controller.whyNot(Deed::Approve).isEmpty(), qPrintable(bench.controller.whyNot(Deed::Approve)));
    bench.controller.approve();
    QCOMPARE(bench.state(id).decisions.size(), std::size_t(1));
}

void TestReviewController::aConfirmedErrorStaysInTheWay()
{
    Bench bench(0);
    bench.season.spoil = breakNumber;
    const ApplicationId id = bench.season.add(8);
    bench.controller.openQueue();
    bench.lookAtAll();
    const int error = rowOfError(bench.controller);
    bench.controller.confirmFinding(error, {});
    QVERIFY(bench.controller.findings().at(rowOfError(bench.controller)).blocks);
    QVERIFY(!bench.controller.whyNot(Deed::Approve).isEmpty());
    QVERIFY(bench.controller.whyNot(Deed::Return).isEmpty());
    bench.choose(1);
    bench.controller.returnFile(bench.controller.proposedDeadline());
    QCOMPARE(bench.state(id).review.phase, Phase::Returned);
}

void TestReviewController::anUndoneDecisionBringsTheFileBack()
{
    Bench bench(4); // U18
    const ApplicationId id = bench.controller.file().state.id;
    bench.choose(1);
    bench.controller.returnFile(bench.controller.proposedDeadline());
    QVERIFY(!bench.controller.undoWords().isEmpty());
    bench.controller.undo();
    QCOMPARE(bench.state(id).review.phase, Phase::InReview);
    QVERIFY(bench.state(id).decisions.front().undone);
    QCOMPARE(bench.controller.file().state.id, id);
    QCOMPARE(bench.controller.row(), 0);
    QVERIFY(!bench.controller.queue().at(0).decided);
    bench.controller.undo();
    QCOMPARE(bench.said, u"没有可以撤销的决定。"_s);
}

void TestReviewController::afterTheHoldAnUndoIsRefusedAndExplained()
{
    Bench bench(4);
    const ApplicationId id = bench.controller.file().state.id;
    bench.choose(1);
    bench.controller.returnFile(bench.controller.proposedDeadline());
    bench.season.now += std::chrono::seconds(11);
    QVERIFY(bench.controller.undoWords().isEmpty());
    bench.controller.undo();
    QVERIFY2(bench.said.contains(u"已过撤销时限"_s), qPrintable(bench.said));
    QCOMPARE(bench.state(id).review.phase, Phase::Returned);
}

void TestReviewController::everyRefusalIsExplainedInBothNumbersOfWords()
{
    const ReviewWords words(nm2023(), Language::Chinese);
    for (const auto &[code, id] : enumIds(RefusalCode{})) {
        const QString text = words.refusal({.code = code, .details = {}});
        QVERIFY2(!text.isEmpty() && text != qtext(id), std::string(id).c_str());
        QVERIFY2(text.size() >= 3, std::string(id).c_str());
    }
}

void TestReviewController::theNumberStandsInGroupsInTheForm()
{
    Bench bench(1);
    FormModel &form = bench.controller.form();
    const int row = form.rowOf(u"document_number"_s);
    QVERIFY(row >= 0);
    const QString shown = form.index(row, FormModel::ValueColumn).data().toString();
    QCOMPARE(shown.count(u' '), 2);
    QCOMPARE(QString(shown).remove(u' '), bench.controller.documentNumber());
}

void TestReviewController::aPersonIsFoundByTheLastSixOfTheNumber()
{
    Bench bench(12);
    bench.controller.openRow(7);
    const ApplicationId wanted = bench.controller.file().state.id;
    bench.controller.setSearch(bench.controller.documentNumber().right(6));
    QVERIFY(bench.controller.queue().rowOf(wanted) >= 0);
    QVERIFY(bench.controller.queue().count() < 12);
    bench.controller.setSearch({});
    QCOMPARE(bench.controller.queue().count(), 12);
}

void TestReviewController::historyTellsWhatWasSeen()
{
    Bench bench(2);
    const ApplicationId id = bench.controller.file().state.id;
    bench.lookAtAll();
    bench.controller.approve();
    bench.controller.openFile(id);
    bench.controller.readHistory();
    const HistoryRow &newest = bench.controller.history().at(0);
    QCOMPARE(newest.what, u"通过"_s);
    QCOMPARE(newest.who, u"初审员甲"_s);
    QVERIFY2(newest.detail.contains(u"照片"_s), qPrintable(newest.detail));
    QCOMPARE(newest.hash.size(), 64);
}

/// What was looked at for five seconds was not looked at for fifteen because three things were done to the file.
void TestReviewController::theTimeOfALookIsWrittenOnce()
{
    Bench bench(0);
    bench.season.spoil = breakNumber;
    const ApplicationId id = bench.season.add(8);
    bench.controller.setDwell(std::chrono::hours(1));
    bench.controller.openQueue();
    const auto lookFor = [&](int row, std::chrono::milliseconds time) {
        bench.controller.setDwell(std::chrono::hours(1));
        bench.controller.showPicture(row);
        QTRY_VERIFY_WITH_TIMEOUT(bench.controller.pictures().peek(bench.controller.materials().at(row).sha256),
                                 testPatience);
        bench.season.now += time;
        bench.controller.setDwell(std::chrono::milliseconds(0));
        bench.controller.setVisibleShare(1);
        QVERIFY(bench.controller.materials().at(row).seen);
    };
    lookFor(0, std::chrono::seconds(5));
    bench.controller.confirmFinding(rowOfError(bench.controller), {});
    lookFor(1, std::chrono::seconds(2));
    bench.controller.dismissFinding(rowOfError(bench.controller), u"与材料原件核对无误"_s);
    std::int64_t written = 0;
    const auto history = bench.season.store->history(id);
    QVERIFY(history);
    for (const HistoryEntry &entry : *history) {
        if (entry.stored.kind != ItemsSeen::kind)
            continue;
        const QJsonObject whole = QJsonDocument::fromJson(QByteArray::fromStdString(entry.body)).object();
        const QJsonObject body = whole.contains("body"_L1) ? whole.value("body"_L1).toObject() : whole;
        written += body.value("dwell_ms"_L1).toInteger();
    }
    QCOMPARE(written, 7000);
}

/// The approval of the first stage puts the file before the second: it is taken back as the first reviewer.
void TestReviewController::anUndoIsGivenInTheRoleOfItsDecision()
{
    Bench bench(0);
    bench.season.add(8);
    for (int index = 1; index < 12; ++index)
        bench.season.add(index);
    bench.controller.openQueue();
    for (int row = 0; row < bench.controller.queue().count(); ++row) {
        bench.controller.openRow(row);
        if (nm2023().type(bench.controller.file().state.typeId)->review.size() > 1)
            break;
    }
    const ApplicationId id = bench.controller.file().state.id;
    const std::vector<ReviewStage> &stages = nm2023().type(bench.controller.file().state.typeId)->review;
    QVERIFY(stages.size() > 1 && stages[0].role != stages[1].role);
    bench.lookAtAll();
    for (int row = rowOfError(bench.controller); row >= 0; row = rowOfError(bench.controller))
        bench.controller.dismissFinding(row, u"与材料原件核对无误"_s);
    bench.controller.approve();
    QCOMPARE(bench.state(id).review.stage, 1);
    bench.controller.undo();
    QCOMPARE(bench.state(id).review.stage, 0);
    const auto history = bench.season.store->history(id);
    QVERIFY(history);
    const auto undone = std::ranges::find_if(
        *history, [](const HistoryEntry &entry) { return entry.stored.kind == DecisionUndone::kind; });
    QVERIFY(undone != history->end());
    QCOMPARE(undone->stored.role, stages[0].role);
}

void TestReviewController::theLogIsWhole()
{
    Bench bench(8);
    for (int i = 0; i < 8; ++i) {
        bench.choose(1 + i % 3);
        bench.controller.returnFile(bench.controller.proposedDeadline());
    }
    QCOMPARE(bench.season.store->recentDecisions(ReviewSeason::reviewer().id, 100)->size(), std::size_t(8));
    const auto verdict = verifyLog(bench.season.store->databasePath());
    QVERIFY(verdict);
    QVERIFY(verdict->isGood());
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewController)
#include "tst_reviewcontroller.moc"
