#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "ui/home/homecontroller.h"
#include "ui/home/homepage.h"
#include "ui/home/welcomepage.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// From the first page to the first file by Enter alone, and what went wrong is said (U7).
class TestHome : public QObject
{
    Q_OBJECT

private slots:
    void enterOnTheFirstPageStartsTheDemo();
    void theFirstPagePassesTheAudits();
    void languageAndThemeAreChosenOnTop();
    void makingTheDemoCanBeCancelled();
    void whatWentWrongIsSaidAndTheChoicesComeBack();
    void homeShowsTheQueuesAndTheNewestDecisions();
    void homePassesTheAudits();
    void anEmptySeasonSaysWhatToDo();
    void anUnreadableSeasonOffersAnotherTry();
};

namespace {

HomeSummary someSummary()
{
    HomeSummary summary;
    summary.total = 60;
    summary.waiting = 41;
    summary.queues = {{u"waiting"_s, u"待初审"_s, Tone::Info, 41}, {u"approved"_s, u"已通过"_s, Tone::Ok, 19}};
    summary.decisions = {{u"id-1"_s, u"10:31"_s, u"2315000001"_s, u"某人"_s, u"通过"_s, Tone::Ok, u"审核员"_s}};
    return summary;
}

struct Home
{
    Theme theme;
    TaskRunner tasks;
    HomeController controller;
    HomePage page;

    explicit Home(HomeSource source) : controller(tasks, std::move(source)), page(theme, controller)
    {
        theme.apply(*qApp, ThemeChoice::Light);
        page.resize(1190, 620);
        audit::activate(page);
    }
};

} // namespace

void TestHome::enterOnTheFirstPageStartsTheDemo() // UX W1: the demo is the focused button
{
    Theme theme;
    WelcomePage page(theme);
    const QSignalSpy demo(&page, &WelcomePage::demoRequested);
    audit::activate(page);
    page.setFocus();
    QCOMPARE(qApp->focusWidget()->objectName(), u"welcomeDemo"_s);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Return);
    QCOMPARE(demo.size(), 1);
    const QSignalSpy open(&page, &WelcomePage::openRequested);
    QTest::keyClick(&page, Qt::Key_O, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(open.size(), 1, testPatience); // a mnemonic presses the button visibly first
}

void TestHome::theFirstPagePassesTheAudits() // U9, U10, U13, U14, U15
{
    Theme theme;
    theme.apply(*qApp, ThemeChoice::Dark);
    WelcomePage page(theme);
    page.resize(1280, 620);
    audit::activate(page);
    ZSB_VERIFY_NONE(audit::unnamedWidgets(page));
    ZSB_VERIFY_NONE(audit::unreachableByTab(page));
    ZSB_VERIFY_NONE(audit::smallTargets(page));
    ZSB_VERIFY_NONE(audit::mnemonicClashes(page, nullptr));
    ZSB_VERIFY_NONE(audit::truncatedTexts(page));
}

void TestHome::languageAndThemeAreChosenOnTop()
{
    Theme theme;
    WelcomePage page(theme);
    page.setLanguage(u"zh"_s);
    audit::activate(page);
    const QSignalSpy language(&page, &WelcomePage::languageChosen);
    auto *box = page.findChild<QComboBox *>(u"welcomeLanguage"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(language.value(0).value(0).toString(), u"en"_s);
    const QSignalSpy look(&page, &WelcomePage::themeChosen);
    QTest::keyClick(page.findChild<QComboBox *>(u"welcomeTheme"_s), Qt::Key_Down);
    QCOMPARE(look.size(), 1);
}

void TestHome::makingTheDemoCanBeCancelled()
{
    Theme theme;
    WelcomePage page(theme);
    audit::activate(page);
    const QSignalSpy cancelled(&page, &WelcomePage::cancelRequested);
    page.showProgress(u"正在生成"_s, 3, 60);
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    page.showChoices();
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
}

void TestHome::whatWentWrongIsSaidAndTheChoicesComeBack()
{
    Theme theme;
    WelcomePage page(theme);
    audit::activate(page);
    page.showProgress(u"正在打开"_s, 0, 0);
    page.showError(u"打不开"_s, {ErrorCode::Unreadable, "no such file"});
    QVERIFY(page.findChild<QPushButton *>(u"welcomeDemo"_s)->isVisible());
    bool said = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains("ZSB-E02"_L1));
    QVERIFY(said);
}

void TestHome::homeShowsTheQueuesAndTheNewestDecisions()
{
    Home home([](const std::stop_token &) -> Result<HomeSummary> { return someSummary(); });
    auto *table = home.page.findChild<QTableWidget *>(u"homeDecisions"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, testPatience);
    QCOMPARE(table->item(0, 1)->text(), u"2315000001"_s);
    const QSignalSpy queue(&home.page, &HomePage::queueChosen);
    QTest::mouseClick(home.page.findChild<QPushButton *>(u"queue_approved"_s), Qt::LeftButton);
    QCOMPARE(queue.value(0).value(0).toString(), u"approved"_s);
    const QSignalSpy chosen(&home.page, &HomePage::applicationChosen);
    table->setCurrentCell(0, 0);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.value(0).value(0).toString(), u"id-1"_s);
    const QSignalSpy on(&home.page, &HomePage::continueRequested);
    QTest::mouseClick(home.page.findChild<QPushButton *>(u"homeContinue"_s), Qt::LeftButton);
    QCOMPARE(on.size(), 1);
}

void TestHome::homePassesTheAudits() // U9, U13, U14, U15
{
    Home home([](const std::stop_token &) -> Result<HomeSummary> { return someSummary(); });
    QTRY_VERIFY_WITH_TIMEOUT(home.page.findChild<QPushButton *>(u"queue_approved"_s), testPatience);
    QCoreApplication::sendPostedEvents();
    ZSB_VERIFY_NONE(audit::unnamedWidgets(home.page));
    ZSB_VERIFY_NONE(audit::unreachableByTab(home.page));
    ZSB_VERIFY_NONE(audit::smallTargets(home.page));
    ZSB_VERIFY_NONE(audit::mnemonicClashes(home.page, nullptr));
    ZSB_VERIFY_NONE(audit::truncatedTexts(home.page));
}

void TestHome::anEmptySeasonSaysWhatToDo()
{
    Home home([](const std::stop_token &) -> Result<HomeSummary> { return HomeSummary{}; });
    QTRY_VERIFY_WITH_TIMEOUT(home.controller.summary(), testPatience);
    const QSignalSpy import(&home.page, &HomePage::importRequested);
    auto *action = home.page.findChild<QPushButton *>(u"stateAction"_s);
    QVERIFY(action->isVisible());
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(import.size(), 1);
}

void TestHome::anUnreadableSeasonOffersAnotherTry()
{
    int asked = 0;
    Home home([&asked](const std::stop_token &) -> Result<HomeSummary> {
        if (++asked == 1)
            return Error{ErrorCode::Unreadable, "damaged"};
        return someSummary();
    });
    auto *action = home.page.findChild<QPushButton *>(u"stateAction"_s);
    QTRY_VERIFY_WITH_TIMEOUT(action->isVisible(), testPatience);
    QTest::mouseClick(action, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(home.controller.summary(), testPatience);
    QCOMPARE(asked, 2);
}

QTEST_MAIN(TestHome)
#include "tst_home.moc"
