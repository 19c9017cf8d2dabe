#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/review/imageviewer.h"
#include "ui/review/notepanel.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

/// Back where one was: after leaving, and after the program was killed (U19).
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aRestartGoesBackToTheSameFilePictureAndZoom();
    void anotherLanguageKeepsThePlace();
    void killedWhileWritingLosesNothing();
    void aReturnThatWasBegunComesBack();
    void whatAnotherVersionWroteCountsAsNone();
    void theLayoutCanBeReset();

private:
    QTemporaryDir m_folder;
    NoPrompts m_prompts;
};

namespace {

const QString victimNote = u"疑点：公章看不清"_s;

DesktopOptions on(const QString &folder)
{
    DesktopOptions options = chineseDesktop();
    options.dataFolder = folder;
    return options;
}

/// A desktop whose season is open.
std::unique_ptr<Desktop> opened(const QString &folder, Prompts &prompts)
{
    auto desktop = std::make_unique<Desktop>(*qApp, on(folder), prompts, systemClock());
    const QSignalSpy spy(desktop.get(), &Desktop::seasonOpened);
    if (!desktop->start())
        return nullptr;
    const auto isReady = [&] {
        return spy.size() == 1 && !desktop->review()->isReading() && !desktop->review()->file().isEmpty();
    };
    if (!QTest::qWaitFor(isReady, 60'000))
        return nullptr;
    audit::activate(desktop->window());
    return desktop;
}

void begin(Desktop &desktop)
{
    desktop.window().showPage(u"review"_s);
    desktop.review()->openRow(1);
    desktop.actions().action("review.doubt")->trigger();
    desktop.window().findChild<QLineEdit *>(u"note"_s)->setText(victimNote);
}

} // namespace

/// Another process: begins an answer, says so once it is kept, and waits to be killed.
int beVictim(QApplication &application, const QString &folder)
{
    NoPrompts prompts;
    const auto desktop = opened(folder, prompts);
    if (!desktop)
        return 1;
    begin(*desktop);
    const auto kept = [&] { return SessionJournal::read(folder).review.draft.note == victimNote; };
    if (!QTest::qWaitFor(kept, testPatience))
        return 1;
    std::puts("kept");
    std::fflush(stdout);
    return application.exec();
}

void TestSession::initTestCase()
{
    forgetSettings(u"zsb-tst-session"_s);
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    SeasonOptions season;
    season.count = 6;
    season.flawedShare = 0.5;
    const Done imported = importDemoSeason(m_folder.path(), season, *book, demoClock((*book)->pack(), systemClock()));
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
    QVERIFY(nameReviewer(m_folder.path(), (*book)->pack()));
}

void TestSession::aRestartGoesBackToTheSameFilePictureAndZoom()
{
    ReviewPlace left;
    {
        const auto desktop = opened(m_folder.path(), m_prompts);
        QVERIFY(desktop);
        desktop->window().showPage(u"review"_s);
        ReviewController &review = *desktop->review();
        review.setView(u"all"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!review.isReading(), testPatience);
        review.openRow(2);
        review.showPicture(1);
        auto *viewer = desktop->window().findChild<ImageViewer *>();
        QTRY_VERIFY_WITH_TIMEOUT(viewer->hasImage(), testPatience);
        viewer->rotate(1);
        viewer->zoom(2);
        left = desktop->window().findChild<ReviewPage *>()->place();
        QVERIFY(left.scale > 0);
    }
    const auto desktop = opened(m_folder.path(), m_prompts);
    QVERIFY(desktop);
    QCOMPARE(desktop->window().currentPage(), u"review"_s);
    QVERIFY(!desktop->window().findChild<NoticeBar *>()->isVisible()); // nothing to tell
    auto *page = desktop->window().findChild<ReviewPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->place().scale > 0, testPatience);
    const ReviewPlace back = page->place();
    QCOMPARE(back.filter, left.filter);
    QCOMPARE(back.file, left.file);
    QCOMPARE(back.picture, left.picture);
    QCOMPARE(back.quarters, left.quarters);
    QVERIFY(std::abs(back.scale - left.scale) < 0.01);
}

void TestSession::anotherLanguageKeepsThePlace()
{
    const auto desktop = opened(m_folder.path(), m_prompts);
    QVERIFY(desktop);
    desktop->review()->openRow(1);
    const QString file = desktop->window().findChild<ReviewPage *>()->place().file;
    desktop->setLanguage(u"en"_s);
    QCOMPARE(desktop->window().findChild<ReviewPage *>()->place().file, file);
    desktop->setLanguage(u"zh"_s);
}

void TestSession::killedWhileWritingLosesNothing()
{
    QProcess victim;
    victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, m_folder.path()});
    QByteArray said; // whoever reads takes it away
    const auto isKept = [&] { return (said += victim.readAllStandardOutput()).contains("kept"); };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 60'000);
    victim.kill(); // SIGKILL
    QVERIFY(victim.waitForFinished());

    const auto desktop = opened(m_folder.path(), m_prompts); // its lock went with it
    QVERIFY(desktop);
    QVERIFY(desktop->season()->writer);
    auto *page = desktop->window().findChild<ReviewPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->isAnswering(), testPatience);
    QCOMPARE(page->place().draft.kind, u"doubt"_s);
    QCOMPARE(page->findChild<NotePanel *>()->note(), victimNote);
    auto *notice = desktop->window().findChild<NoticeBar *>();
    QVERIFY(notice->isVisible());
    QVERIFY(notice->accessibleName().contains(u"没写完的内容"_s));
    ZSB_VERIFY_NONE(audit::unnamedWidgets(desktop->window()));
    const int before = desktop->review()->decided();
    QTest::keyClick(page->findChild<QLineEdit *>(u"note"_s), Qt::Key_Return);
    QCOMPARE(desktop->review()->decided(), before + 1); // and goes on from there
}

void TestSession::aReturnThatWasBegunComesBack()
{
    ReviewDraft begun;
    {
        const auto desktop = opened(m_folder.path(), m_prompts);
        QVERIFY(desktop);
        desktop->window().showPage(u"review"_s);
        desktop->actions().action("review.return")->trigger();
        QVERIFY(desktop->review()->reasons().toggleDigit(1));
        begun = desktop->window().findChild<ReviewPage *>()->place().draft;
        QVERIFY(begun.holdsWork());
    }
    const auto desktop = opened(m_folder.path(), m_prompts);
    QVERIFY(desktop);
    QTRY_COMPARE_WITH_TIMEOUT(desktop->window().findChild<ReviewPage *>()->place().draft, begun, testPatience);
}

void TestSession::whatAnotherVersionWroteCountsAsNone()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"session.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 99, "page": "review", "ended": false})");
    file.close();
    QCOMPARE(SessionJournal::read(folder.path()), LastPlace());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\": 1, \"pa");
    file.close();
    QCOMPARE(SessionJournal::read(folder.path()), LastPlace());
}

void TestSession::theLayoutCanBeReset()
{
    const auto desktop = opened(m_folder.path(), m_prompts);
    QVERIFY(desktop);
    auto *page = desktop->window().findChild<ReviewPage *>();
    desktop->window().showPage(u"review"_s);
    desktop->actions().action("view.resetLayout")->trigger();
    const ReviewPlace first = page->place();
    desktop->window().findChild<ImageViewer *>()->zoom(2);
    desktop->actions().action("view.resetLayout")->trigger();
    QCOMPARE(page->place().outer, first.outer);
    QCOMPARE(page->place().inner, first.inner);
    QCOMPARE(page->place().scale, 0.0);
}

} // namespace zsb

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--victim"_L1) {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(u"zsb-tst-session-victim"_s);
        return zsb::beVictim(application, arguments.at(2));
    }
    zsb::TestSession test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_session.moc"
