#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"

#include "core/base/secret.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace zsb {

/// The lock over the whole program.
class TestLocked : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void lockingHidesEverythingAndComesBackToIt();
    void aDecisionStaysWhileItIsLocked();
    void aBegunAnswerIsThereAfterwards();
    void withAPinTheProgramStartsLocked();

private:
    [[nodiscard]] std::unique_ptr<Desktop> opened();

    QTemporaryDir m_folder;
    NoPrompts m_prompts;
};

void TestLocked::initTestCase()
{
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    SeasonOptions season;
    season.count = 4;
    const Done imported = importDemoSeason(m_folder.path(), season, *book, demoClock((*book)->pack(), systemClock()));
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
}

void TestLocked::init()
{
    QFile::remove(m_folder.filePath(u"settings.ini"_s));
}

std::unique_ptr<Desktop> TestLocked::opened()
{
    DesktopOptions options = chineseDesktop();
    options.dataFolder = m_folder.path();
    const auto book = openRuleBook(defaultPack());
    auto desktop = std::make_unique<Desktop>(*qApp, options, m_prompts, demoClock((*book)->pack(), systemClock()));
    const QSignalSpy seasons(desktop.get(), &Desktop::seasonOpened);
    if (!desktop->start() || !QTest::qWaitFor([&] { return seasons.size() == 1; }, 60'000))
        return nullptr;
    const auto isReady = [&] { return !desktop->review()->isReading() && !desktop->review()->file().isEmpty(); };
    return QTest::qWaitFor(isReady, 60'000) ? std::move(desktop) : nullptr;
}

void TestLocked::lockingHidesEverythingAndComesBackToIt()
{
    const auto desktop = opened();
    QVERIFY(desktop);
    MainWindow &window = desktop->window();
    window.showPage(u"review"_s);
    audit::activate(window);
    QWidget *viewer = window.findChild<QWidget *>(u"viewer"_s);
    viewer->setFocus();
    desktop->actions().action("review.copyNumber")->trigger();
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    desktop->actions().action("help.keys")->trigger();
    QVERIFY(QApplication::activeModalWidget());
    desktop->lock();
    QVERIFY(desktop->isLocked());
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    for (QWidget *top : QApplication::topLevelWidgets())
        QVERIFY2(top == &window || !top->isVisible(), qPrintable(top->objectName()));
    const QString person = desktop->review()->candidate();
    for (const QLabel *label : window.findChildren<QLabel *>())
        QVERIFY(!label->isVisible() || !person.contains(label->text()) || label->text().isEmpty());
    QVERIFY(!viewer->isVisible());
    audit::activate(window);
    desktop->setLanguage(u"en"_s); // another window: locked as well
    QVERIFY(desktop->window().isCovered());
    desktop->setLanguage(u"zh"_s);
    QVERIFY(desktop->isLocked());
    auto *screen = desktop->window().findChild<LockScreen *>();
    QVERIFY(!screen->findChild<QLineEdit *>()->isVisible()); // a curtain
    emit screen->unlockWanted({});
    QVERIFY(!desktop->isLocked());
    QVERIFY(desktop->window().findChild<QWidget *>(u"viewer"_s)->isVisible());
    QCOMPARE(desktop->review()->candidate(), person);
}

/// What was decided is on the disk already; its hold goes on by the clock.
void TestLocked::aDecisionStaysWhileItIsLocked()
{
    const auto desktop = opened();
    QVERIFY(desktop);
    desktop->window().showPage(u"review"_s);
    ReviewController &review = *desktop->review();
    const ApplicationId id = review.file().state.id;
    review.doubt(u"请再看"_s);
    QVERIFY(review.whyNotUndo().isEmpty());
    desktop->lock();
    QCOMPARE(desktop->season()->store->state(id)->review.phase, Phase::Doubtful);
    emit desktop->window().findChild<LockScreen *>()->unlockWanted({});
    QVERIFY(review.whyNotUndo().isEmpty()); // still held
    review.undo();
    QCOMPARE(desktop->season()->store->state(id)->review.phase, Phase::InReview);
}

void TestLocked::aBegunAnswerIsThereAfterwards()
{
    const auto desktop = opened();
    QVERIFY(desktop);
    MainWindow &window = desktop->window();
    window.showPage(u"review"_s);
    audit::activate(window);
    auto *page = window.findChild<ReviewPage *>();
    desktop->actions().action("review.doubt")->trigger();
    QVERIFY(page->isAnswering());
    auto *note = page->findChild<QLineEdit *>(u"note"_s);
    QVERIFY(note && note->isVisible());
    note->setFocus();
    note->setText(u"盖章看不清"_s);
    const ReviewDraft begun = page->place().draft;
    QCOMPARE(begun.note, u"盖章看不清"_s);
    desktop->lock();
    QCOMPARE(page->place().draft, begun); // a crash now keeps it as well
    emit window.findChild<LockScreen *>()->unlockWanted({});
    QVERIFY(page->isAnswering());
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"盖章看不清"_s);
    QCOMPARE(QApplication::focusWidget(), note); // goes on where it was left
}

void TestLocked::withAPinTheProgramStartsLocked()
{
    {
        const auto desktop = opened();
        QVERIFY(desktop);
        QVERIFY(!desktop->isLocked());
        LockSettings settings;
        settings.secret = QByteArray::fromStdString(*hashSecret("2468", secureRandom()));
        desktop->setLockSettings(settings);
    }
    const auto desktop = opened();
    QVERIFY(desktop);
    QVERIFY(desktop->isLocked());
    QVERIFY(desktop->window().isCovered());
    emit desktop->window().findChild<LockScreen *>()->unlockWanted(u"1111"_s);
    QVERIFY(desktop->isLocked());
    emit desktop->window().findChild<LockScreen *>()->unlockWanted(u"2468"_s);
    QVERIFY(!desktop->isLocked());
}

} // namespace zsb

QTEST_MAIN(zsb::TestLocked)
#include "tst_locked.moc"
