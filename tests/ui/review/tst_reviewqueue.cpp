#include "tests/support/bigseason.h"
#include "tests/support/patience.h"
#include "tests/ui/review/reviewbench.h"
#include "tests/ui/review/watchfulcodec.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int many = 3000;

/// A big season, read as the program reads it, with an eye on which thread reads what.
struct BigDesk
{
    BigDesk()
    {
        folder = temporary.filePath(u"season"_s).toStdString();
        if (!makeBigSeason(folder, many))
            qFatal("no big season");
        store = std::move(*Store::open({.folder = folder, .codec = codec}));
        controller =
            std::make_unique<ReviewController>(ReviewTools{*store, store.get(), *RuleBook::bind(sharedNm2023()),
                                                           [] { return bigSeasonStart; }, secureRandom()},
                                               ReviewSeason::reviewer(), tasks);
        controller->setDwell(std::chrono::milliseconds(0));
    }

    [[nodiscard]] QueueModel &queue() { return controller->queue(); }
    /// Everything that is read after an opening has been read.
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(isSettled(), testPatience); }
    [[nodiscard]] bool isSettled()
    {
        const QList<FacetChoice> views = controller->views();
        return !controller->isReading() && queue().isAll() && !views.isEmpty() && views.at(0).files >= 0;
    }

    QTemporaryDir temporary;
    std::string folder;
    std::shared_ptr<WatchfulCodec> codec = std::make_shared<WatchfulCodec>();
    std::unique_ptr<Store> store;
    TaskRunner tasks;
    std::unique_ptr<ReviewController> controller;
};

/// Somebody else, with a connection of their own.
struct Colleague
{
    explicit Colleague(ReviewSeason &season) : store(*Store::open(season.store->options()))
    {
        const auto reader = std::make_shared<InlineReader>(*store);
        ReviewTools tools = season.tools();
        controller = std::make_unique<ReviewController>(
            ReviewTools{*store, store.get(), tools.book, tools.clock, tools.random, reader, reader},
            Reviewer{ActorId{"reviewer-b"}, u"初审员乙"_s, {"school", "province", "supervisor"}}, tasks);
    }

    void doubt(const ApplicationId &id)
    {
        controller->openFile(id);
        QCOMPARE(controller->file().state.id, id);
        controller->doubt(u"请督导看一下"_s);
        QCOMPARE(store->state(id)->review.phase, Phase::Doubtful);
    }

    std::unique_ptr<Store> store;
    TaskRunner tasks;
    std::unique_ptr<ReviewController> controller;
};

} // namespace

/// No list is read on the window's thread, and what others decide does not move the place (U2, U4).
class TestReviewQueue : public QObject
{
    Q_OBJECT

private slots:
    void noListIsReadOnTheGuiThread();
    void theWholeListIsKnownBeforeItIsCounted();
    void theNextFilesAreReadAhead();
    void aDecisionReadsItsOwnFileAlone();
    void aStaleAnswerIsDropped();
    void numbersAreListedInTheirOrder();
    void whatAColleagueDecidesLeavesTheQueueAndThePlaceStays();
    void whatComesIsListed();
    void moreChangesThanAreToldShowAllTheSame();
    void refreshingStaysWithAFileFarDown();
    void anUnreadableSeasonSaysSo();
};

/// U2, U4: paging, searching, filtering and counting never wait for the disk. Whatever of a list is read passes through
/// the codec; the feed itself holds no store.
void TestReviewQueue::noListIsReadOnTheGuiThread()
{
    BigDesk desk;
    desk.controller->setView(u"in-review"_s);
    QVERIFY(desk.controller->file().isEmpty()); // asked, not waited for
    QTRY_COMPARE_WITH_TIMEOUT(desk.queue().count(), many, testPatience);
    desk.settle();
    QCOMPARE(desk.controller->views().at(0).files, many);
    QListView view;
    view.setModel(&desk.queue());
    view.resize(200, 600);
    view.show();
    view.scrollToBottom();
    QTRY_VERIFY_WITH_TIMEOUT(desk.queue().isLoaded(many - 1), testPatience);
    desk.controller->openRow(many / 2);
    QTRY_COMPARE_WITH_TIMEOUT(desk.controller->row(), many / 2, testPatience);
    desk.controller->setSearch(u"20231500001"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.queue().count(), 1000, testPatience);
    desk.settle();
    desk.controller->setType(u"N1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.queue().count() < 1000 && desk.queue().count() > 0, testPatience);
    desk.settle();
    QVERIFY(desk.codec->entriesElsewhere > 200);
    QCOMPARE(desk.codec->entriesAtHome, 0);
}

/// U4: the scroll bar and the End key are right before the counts of the views are there.
void TestReviewQueue::theWholeListIsKnownBeforeItIsCounted()
{
    BigDesk desk;
    desk.controller->setView(u"in-review"_s);
    std::int64_t counted = 0;
    connect(&desk.queue(), &QAbstractItemModel::rowsInserted, desk.controller.get(),
            [&] { counted = desk.controller->views().at(0).files; });
    QTRY_COMPARE_WITH_TIMEOUT(desk.queue().count(), many, testPatience);
    QCOMPARE(counted, -1);
    desk.settle();
    QCOMPARE(desk.controller->views().at(0).files, many);
}

void TestReviewQueue::theNextFilesAreReadAhead()
{
    BigDesk desk;
    desk.controller->setView(u"in-review"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.controller->file().isEmpty(), testPatience);
    for (int row = 1; row < 4; ++row) {
        QTRY_VERIFY_WITH_TIMEOUT(desk.controller->isAhead(desk.queue().at(row).id), testPatience);
        desk.codec->forgetCounts();
        desk.controller->nextFile();
        QCOMPARE(desk.controller->row(), row);
        QCOMPARE(desk.codec->statesAtHome, 0);
    }
}

/// U2: between a decision and the next file on the screen the window's thread reads the file that is decided, a few
/// times for the decision and once it is made, and its line in the list; neither the next file nor a list. However long
/// a disk takes, that is all it can hold up.
void TestReviewQueue::aDecisionReadsItsOwnFileAlone()
{
    BigDesk desk;
    desk.controller->setView(u"in-review"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.controller->file().isEmpty(), testPatience);
    desk.settle();
    for (int row = 0; row < 5; ++row) {
        QTRY_VERIFY_WITH_TIMEOUT(desk.controller->isAhead(desk.queue().at(row + 1).id), testPatience);
        const std::string decided = desk.controller->file().state.id.value;
        desk.codec->forgetCounts();
        desk.controller->doubt(u"请督导看一下"_s);
        QCOMPARE(desk.controller->row(), row + 1);
        QCOMPARE(desk.codec->filesAtHome(), std::set{decided});
        QVERIFY2(desk.codec->statesAtHome <= 5, qPrintable(QString::number(desk.codec->statesAtHome)));
        QVERIFY2(desk.codec->entriesAtHome <= 1, qPrintable(QString::number(desk.codec->entriesAtHome)));
    }
}

/// Search as you type: the answer to what was typed before never shows.
void TestReviewQueue::aStaleAnswerIsDropped()
{
    BigDesk desk;
    desk.controller->setView(u"in-review"_s);
    desk.settle();
    QTRY_VERIFY_WITH_TIMEOUT(desk.controller->isAhead(desk.queue().at(2).id), testPatience);
    const ApplicationId before = desk.controller->file().state.id;
    QSignalSpy resets(&desk.queue(), &QAbstractItemModel::modelReset);
    desk.codec->setOpen(false);
    for (const QString &text : {u"2023150000"_s, u"20231500001"_s, u"202315000012"_s})
        desk.controller->setSearch(text);
    QTest::qWait(20);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(desk.queue().count(), many);
    QCOMPARE(desk.controller->file().state.id, before);
    desk.codec->setOpen(true);
    QTRY_COMPARE_WITH_TIMEOUT(desk.queue().count(), 100, testPatience);
    desk.settle();
    QCOMPARE(resets.size(), 1);
    QCOMPARE(desk.queue().at(0).applicationNo, u"20231500001200"_s);
    QCOMPARE(desk.controller->views().last().files, 100); // counted anew as well
}

void TestReviewQueue::numbersAreListedInTheirOrder()
{
    BigDesk desk;
    desk.controller->setSearch(u"202315"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.queue().count(), many, testPatience);
    desk.settle();
    for (int row = 0; row < 40; ++row)
        QVERIFY(desk.queue().at(row).applicationNo < desk.queue().at(row + 1).applicationNo);
}

void TestReviewQueue::whatAColleagueDecidesLeavesTheQueueAndThePlaceStays()
{
    ReviewSeason season(6);
    Colleague colleague(season);
    TaskRunner tasks;
    ReviewController mine(season.threadedTools(), ReviewSeason::reviewer(), tasks);
    mine.setView(u"in-review"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mine.queue().count(), 6, testPatience);
    mine.openRow(2);
    const ApplicationId onScreen = mine.file().state.id;
    const std::int64_t first = mine.queue().keyAt(0);
    const std::int64_t open = mine.queue().keyAt(2);
    colleague.doubt(mine.queue().at(0).id);
    colleague.doubt(onScreen);
    const auto followed = [&](auto isSo) { return mine.follow(), isSo(); };
    QTRY_VERIFY_WITH_TIMEOUT(followed([&] { return mine.queue().rowOfKey(first) < 0; }), testPatience);
    QCOMPARE(mine.queue().count(), 5);
    QCOMPARE(mine.file().state.id, onScreen);
    QCOMPARE(mine.row(), 1); // the same file, one line further up, though it is not of this queue any more
    QCOMPARE(mine.queue().rowOfKey(open), 1);
    colleague.controller->undo(); // of the file on screen
    colleague.controller->undo();
    QTRY_VERIFY_WITH_TIMEOUT(followed([&] { return mine.queue().rowOfKey(first) == 0; }), testPatience);
    QCOMPARE(mine.queue().count(), 6);
    QCOMPARE(mine.row(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(mine.views().at(0).files, 6, testPatience);
}

void TestReviewQueue::whatComesIsListed()
{
    ReviewSeason season(3);
    TaskRunner tasks;
    ReviewController mine(season.threadedTools(), ReviewSeason::reviewer(), tasks);
    mine.setView(u"in-review"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mine.queue().count(), 3, testPatience);
    mine.openRow(1);
    const ApplicationId onScreen = mine.file().state.id;
    season.add(4);
    QTRY_VERIFY_WITH_TIMEOUT((mine.follow(), mine.queue().count() == 4), testPatience);
    QCOMPARE(mine.file().state.id, onScreen);
    QCOMPARE(mine.queue().rowOf(onScreen), mine.row());
}

/// Somebody claims three hundred files at once: what was on the screen of those says so.
void TestReviewQueue::moreChangesThanAreToldShowAllTheSame()
{
    constexpr int claimed = 300;
    BigDesk desk;
    desk.controller->setView(u"in-review"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.queue().count(), many, testPatience);
    desk.settle();
    const ApplicationId open = desk.controller->file().state.id;
    QListView view;
    view.setModel(&desk.queue());
    view.resize(200, 600);
    view.show();
    const auto theirs = Store::open({.folder = desk.folder, .codec = {}});
    QVERIFY(theirs);
    FileSession colleague(ReviewTools{**theirs, theirs->get(), *RuleBook::bind(sharedNm2023()),
                                      [] { return bigSeasonStart; }, secureRandom()},
                          Reviewer{ActorId{"reviewer-b"}, u"初审员乙"_s, {"school", "province", "supervisor"}});
    std::vector<ApplicationId> ids;
    for (int row = 1; row <= claimed; ++row) {
        if (!desk.queue().isLoaded(row))
            desk.controller->openRow(row);
        QTRY_VERIFY_WITH_TIMEOUT(desk.queue().isLoaded(row), testPatience);
        ids.push_back(desk.queue().at(row).id);
    }
    desk.controller->openFile(open);
    for (const ApplicationId &id : ids) {
        const auto answer = colleague.runOn(id, ClaimFile{});
        QVERIFY(answer && std::holds_alternative<Executed>(*answer));
    }
    desk.controller->follow();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.queue().at(1).heldBy.isEmpty(), 20'000);
    view.scrollTo(desk.queue().index(claimed, 0));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.queue().at(claimed).heldBy.isEmpty(), 20'000);
    QCOMPARE(desk.controller->file().state.id, open);
    QCOMPARE(desk.queue().count(), many);
}

void TestReviewQueue::refreshingStaysWithAFileFarDown()
{
    BigDesk desk;
    desk.controller->setView(u"in-review"_s);
    desk.settle();
    desk.controller->openRow(2500);
    QTRY_COMPARE_WITH_TIMEOUT(desk.controller->row(), 2500, testPatience);
    const ApplicationId onScreen = desk.controller->file().state.id;
    QSignalSpy resets(&desk.queue(), &QAbstractItemModel::modelReset);
    desk.controller->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(resets.size(), 1, testPatience);
    desk.settle();
    QCOMPARE(desk.controller->file().state.id, onScreen);
    QCOMPARE(desk.controller->row(), 2500);
}

void TestReviewQueue::anUnreadableSeasonSaysSo()
{
    const QTemporaryDir nothing;
    ReviewSeason season(1);
    ReviewTools tools = season.threadedTools();
    tools.lists = std::make_shared<ThreadReader>(StoreOptions{.folder = nothing.path().toStdString(), .codec = {}});
    tools.counts = tools.lists;
    TaskRunner tasks;
    ReviewController mine(tools, ReviewSeason::reviewer(), tasks);
    QSignalSpy said(&mine, &ReviewController::said);
    mine.openQueue();
    QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), testPatience);
    QCOMPARE(said.front().at(1).value<Tone>(), Tone::Error);
    QCOMPARE(mine.queue().count(), 0);
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewQueue)
#include "tst_reviewqueue.moc"
