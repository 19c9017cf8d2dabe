#include "app/common/packsearch.h"
#include "app/desktop/desktop.h"
#include "ui/exchange/importcontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

class NoPrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()>) override {}
};

class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aStoppedDemoLeavesNothing();
    void picturesCountAsSeenInAnotherLanguageToo();
    void theDemoIsNeverMadeInTheRememberedFolder();

private:
    [[nodiscard]] DesktopOptions options() const
    {
        DesktopOptions options;
        options.demo = true;
        options.pack = QString::fromStdString(defaultPack());
        options.language = u"zh"_s;
        options.theme = ThemeChoice::Light;
        return options;
    }
    NoPrompts m_prompts;
};

void TestDesktop::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"zsb-tst-desktop"_s);
    for (const auto location : {QStandardPaths::AppConfigLocation, QStandardPaths::AppLocalDataLocation})
        QDir(QStandardPaths::writableLocation(location)).removeRecursively();
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
    review.setDwell(std::chrono::milliseconds(0));
    const int portrait = review.materials().portraitRow();
    review.showPicture(portrait);
    QTRY_VERIFY(review.materials().at(portrait).seen);
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
        QTRY_COMPARE(opened.size(), 1);
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
