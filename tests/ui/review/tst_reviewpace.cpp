#include "tests/support/bigseason.h"
#include "tests/support/patience.h"
#include "tests/support/testpack.h"
#include "tests/support/watchdog.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/tasks/taskrunner.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/theme.h"

#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int many = 3000;

#if defined(NDEBUG) && !defined(ZSB_SANITIZED)
constexpr double longestBlock = 100;
#else
constexpr double longestBlock = 1000; // nothing is optimized, or every access is watched
#endif

} // namespace

/// U2: whatever a reviewer does, the window's thread is never at work for 100 ms at a stretch. Its own CPU time counts,
/// so that a busy machine says nothing; that it does not wait for the disk either is what tst_reviewqueue proves.
class TestReviewPace : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aBlockIsNoticed();
    void theWindowIsNeverHeldUp();

private:
    [[nodiscard]] bool isSettled(ReviewController &controller) const
    {
        const QList<FacetChoice> views = controller.views();
        return !controller.isReading() && controller.queue().isAll() && !views.isEmpty() && views.at(0).files >= 0;
    }
    /// What was done is over, and how long it held the window up.
    void settle(ReviewController &controller, Watchdog &watchdog, const char *what) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(controller), testPatience);
        QTest::qWait(0);
        const double cpu = watchdog.longest().cpu;
        QVERIFY2(cpu < longestBlock, qPrintable(u"%1: %2 ms"_s.arg(QLatin1StringView(what)).arg(cpu)));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

void TestReviewPace::initTestCase()
{
    const std::string folder = m_folder.filePath(u"season"_s).toStdString();
    QVERIFY(makeBigSeason(folder, many));
    m_store = *Store::open({.folder = folder, .codec = {}});
}

void TestReviewPace::aBlockIsNoticed()
{
    Watchdog watchdog;
    const double began = cpuMs(CLOCK_THREAD_CPUTIME_ID);
    while (cpuMs(CLOCK_THREAD_CPUTIME_ID) - began < 300) {
    }
    double longest = 0;
    QTRY_VERIFY((longest = std::max(longest, watchdog.longest().cpu)) > 100);
}

void TestReviewPace::theWindowIsNeverHeldUp()
{
    TaskRunner tasks;
    Theme theme;
    ActionRegistry actions{theme};
    ReviewController controller{ReviewTools{*m_store, m_store.get(), *RuleBook::bind(sharedNm2023()),
                                            [] { return bigSeasonStart; }, secureRandom()},
                                Reviewer{ActorId{"reviewer-a"}, u"初审员甲"_s, {"school", "province", "supervisor"}},
                                tasks};
    ReviewPage page{controller, actions, theme};
    theme.apply(*qApp, ThemeChoice::Light);
    controller.setDwell(std::chrono::milliseconds(0));
    page.resize(1280, 680);
    page.show();
    QTRY_VERIFY(page.isVisible());
    QTest::qWait(0); // a window is being made, and nobody waits for an answer yet
    Watchdog watchdog;
    controller.setView(u"in-review"_s);
    QTRY_COMPARE_WITH_TIMEOUT(controller.queue().count(), many, testPatience);
    settle(controller, watchdog, "opening");
    auto &list = *page.findChild<QListView *>(u"queue"_s);
    for (int row = 0; row < many; row += many / 10) {
        list.scrollTo(controller.queue().index(row, 0), QAbstractItemView::PositionAtTop);
        QTRY_VERIFY_WITH_TIMEOUT(controller.queue().isLoaded(row), testPatience);
    }
    settle(controller, watchdog, "scrolling");
    const BigPerson person(many / 2);
    for (const std::string &text : {person.number, person.document.substr(12), person.name}) {
        controller.setSearch(QString::fromStdString(text));
        settle(controller, watchdog, "searching");
    }
    controller.setSearch({});
    for (const QString &type : {u"N1"_s, QString()}) {
        controller.setType(type);
        settle(controller, watchdog, "filtering");
    }
    controller.openRow(0);
    QTRY_COMPARE_WITH_TIMEOUT(controller.row(), 0, testPatience);
    for (int i = 0; i < 20; ++i) {
        controller.nextFile();
        page.repaint();
        QTest::qWait(0);
    }
    settle(controller, watchdog, "switching");
    for (int i = 0; i < 10; ++i) {
        const ApplicationId before = controller.file().state.id;
        controller.doubt(u"请督导看一下"_s);
        QTRY_VERIFY_WITH_TIMEOUT(controller.file().state.id != before, testPatience);
        page.repaint();
        QTest::qWait(0); // one decision at a time, as a hand makes them
    }
    settle(controller, watchdog, "deciding");
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewPace)
#include "tst_reviewpace.moc"
