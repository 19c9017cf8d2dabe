#include "tests/support/patience.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/exchange/importcontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// The program as a whole: a demo that was stopped leaves nothing, and never lands among real data (U7).
class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aStoppedDemoLeavesNothing();
    void aDemoGoesOnWhereItsLogHasComeTo();
    void picturesCountAsSeenInAnotherLanguageToo();
    void theDemoIsNeverMadeInTheRememberedFolder();

private:
    [[nodiscard]] DesktopOptions options() const
    {
        DesktopOptions options = chineseDesktop();
        options.demo = true;
        return options;
    }
    NoPrompts m_prompts;
};

void TestDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-desktop"_s);
}

/// Opened again, its clock is never before what happened: what could no longer be taken back stays so (U18).
void TestDesktop::aDemoGoesOnWhereItsLogHasComeTo()
{
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    Instant now{};
    const Clock running = [&now] { return now; };
    const Instant morning = demoClock((*book)->pack(), running)();
    QCOMPARE(demoClock((*book)->pack(), running, morning - std::chrono::hours(1))(), morning);
    const Clock later = demoClock((*book)->pack(), running, morning + std::chrono::hours(1));
    now += std::chrono::seconds(5);
    QCOMPARE(later(), morning + std::chrono::hours(1) + std::chrono::seconds(5));
}

void TestDesktop::aStoppedDemoLeavesNothing()
{
    const QTemporaryDir folder;
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    std::stop_source stop;
    const TaskContext context{stop.get_token(), [&](std::int64_t made, std::int64_t) {
                                  if (made >= 1)
                                      stop.request_stop();
                              }};
    QVERIFY(!makeDemoSeason(folder.path(), *book, systemClock(), context));
    QVERIFY(!holdsSeason(folder.path()));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestDesktop::picturesCountAsSeenInAnotherLanguageToo()
{
    const QTemporaryDir folder;
    DesktopOptions here = options();
    here.dataFolder = folder.path();
    Desktop desktop(*qApp, here, m_prompts, systemClock());
    const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
    const QSignalSpy ended(qApp, &QGuiApplication::lastWindowClosed);
    QVERIFY(desktop.start());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 100'000);
    QVERIFY(holdsSeason(folder.path()) && isDemoFolder(folder.path()));
    QVERIFY(desktop.window().isVisible());
    QVERIFY(!desktop.import().keeps()); // made-up and real people never mix
    desktop.window().showPage(u"review"_s);
    desktop.setLanguage(u"en"_s);
    QVERIFY(desktop.window().isVisible());
    ReviewController &review = *desktop.review();
    QTRY_VERIFY_WITH_TIMEOUT(!review.file().isEmpty(), testPatience);
    desktop.window().showPage(u"home"_s);
    desktop.actions().action("edit.find")->trigger(); // F3, from wherever one is
    QCOMPARE(desktop.window().currentPage(), u"review"_s);
    QVERIFY(desktop.window().findChild<QLineEdit *>(u"queueSearch"_s)->isVisible());
    QCOMPARE(desktop.window().focusWidget()->objectName(), u"queueSearch"_s);
    review.setDwell(std::chrono::milliseconds(0));
    const int portrait = review.materials().portraitRow();
    review.showPicture(portrait);
    QTRY_VERIFY_WITH_TIMEOUT(review.materials().at(portrait).seen, testPatience);
    QCOMPARE(ended.size(), 0);
}

void TestDesktop::theDemoIsNeverMadeInTheRememberedFolder()
{
    const QTemporaryDir folder;
    {
        DesktopOptions plain = options();
        plain.demo = false;
        Desktop desktop(*qApp, plain, m_prompts, systemClock());
        const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
        QVERIFY(desktop.start());
        desktop.openFolder(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, testPatience);
        QVERIFY(desktop.import().keeps());
    }
    Desktop desktop(*qApp, options(), m_prompts, systemClock());
    const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
    QVERIFY(desktop.start());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 100'000);
    QVERIFY(desktop.season()->demo);
    QVERIFY(desktop.season()->folder != folder.path());
}

} // namespace zsb

QTEST_MAIN(zsb::TestDesktop)
#include "tst_desktop.moc"
