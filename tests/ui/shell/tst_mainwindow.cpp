#include "tests/support/uiaudit.h"
#include "ui/home/welcomepage.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/keycard.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsstore.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/toast.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace zsb;

/// The window around two small pages; each test builds its own.
struct Desk
{
    Theme theme;
    ActionRegistry actions{theme};
    MainWindow window{theme, actions};

    explicit Desk(ThemeChoice choice = ThemeChoice::Light)
    {
        theme.apply(*qApp, choice);
        window.addPage(u"home"_s, u"工作台"_s, u"home"_s, makePage("homeField"_L1));
        window.addPage(u"review"_s, u"审核"_s, u"review"_s, makePage("reviewField"_L1));
        actions.bind("edit.find", &window, [] {});
        actions.bind("review.approve", &window, [] {});
        actions.bind("review.nextFile", &window, [] {});
        window.showPage(u"home"_s);
        audit::activate(window);
    }

    static QWidget *makePage(QLatin1StringView name)
    {
        auto *page = new QWidget;
        auto *field = new QLineEdit(page);
        nameWidget(field, name, u"字段"_s);
        auto *button = makeButton(u"做(&D)"_s, "pageButton"_L1, page);
        auto *layout = new QVBoxLayout(page);
        layout->addWidget(field);
        layout->addWidget(button);
        page->setFocusProxy(field);
        markPane(field, 10);
        markPane(button, 20);
        return page;
    }
};

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void everyActionHasAKeyOrAMnemonicPath();
    void tabReachesEverything();
    void f6VisitsEveryPane();
    void noKeyIsTakenTwiceNorReserved();
    void everythingIsNamedAndLargeEnough();
    void bothThemesHoldTheirContrast_data();
    void bothThemesHoldTheirContrast();
    void ctrlDigitsChangeTheSpace();
    void theRailShowsWhereOneIs();
    void theKeyCardListsWhatWorksAndNothingElse();
    void escClosesTheDialogs();
    void theAboutBoxCopiesItsRows();
    void aToastIsSaidAndGoes();
    void theDemoStripShowsAndLeaves();
    void anEmptyStatusFieldIsHidden();
    void theThemeCanBeChosenAtRunTime();
    void theSmallestWindowHoldsEveryText();
    void settingsComeBackAsTheyWere();
};

void TestMainWindow::everyActionHasAKeyOrAMnemonicPath() // U9
{
    Desk desk;
    ZSB_VERIFY_NONE(audit::actionsWithoutKey(*desk.window.menuBar(), desk.actions.actions()));
}

void TestMainWindow::tabReachesEverything() // U9
{
    Desk desk;
    QVERIFY(audit::focusableWidgets(desk.window).size() >= 4);
    ZSB_VERIFY_NONE(audit::unreachableByTab(desk.window));
}

void TestMainWindow::f6VisitsEveryPane() // U9
{
    Desk desk;
    ZSB_VERIFY_NONE(audit::panesNotVisited(desk.window, *desk.actions.action("view.nextPane")));
    QWidget *before = qApp->focusWidget();
    QTest::keyClick(&desk.window, Qt::Key_F6);
    QVERIFY(qApp->focusWidget() != before);
    QTest::keyClick(&desk.window, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(qApp->focusWidget(), before);
}

void TestMainWindow::noKeyIsTakenTwiceNorReserved() // U10
{
    Desk desk;
    ZSB_VERIFY_NONE(audit::mnemonicClashes(desk.window, desk.window.menuBar()));
    ZSB_VERIFY_NONE(audit::shortcutClashes(desk.actions.actions()));
    for (const ActionSpec &spec : actionTable())
        desk.actions.bind(spec.id, &desk.window, [] {}); // the whole table, whoever binds it
    ZSB_VERIFY_NONE(audit::mnemonicClashes(desk.window, desk.window.menuBar()));
}

void TestMainWindow::everythingIsNamedAndLargeEnough() // U14, U15
{
    Desk desk;
    ZSB_VERIFY_NONE(audit::unnamedWidgets(desk.window));
    ZSB_VERIFY_NONE(audit::smallTargets(desk.window));
}

void TestMainWindow::bothThemesHoldTheirContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestMainWindow::bothThemesHoldTheirContrast() // U12
{
    QFETCH(const bool, dark);
    const ThemeTokens &tokens = dark ? Theme::darkTokens() : Theme::lightTokens();
    ZSB_VERIFY_NONE(audit::contrastProblems(tokens));
    const QPalette palette = Theme::paletteOf(tokens);
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
        {QPalette::WindowText, QPalette::Window},         {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},        {QPalette::ButtonText, QPalette::Button},
        {QPalette::HighlightedText, QPalette::Highlight}, {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::PlaceholderText, QPalette::Base},      {QPalette::Link, QPalette::Window}};
    for (const auto &[front, back] : pairs) {
        QVERIFY(audit::contrast(palette.color(front), palette.color(back)) >= 4.5);
        QVERIFY(audit::contrast(palette.color(QPalette::Disabled, front), palette.color(QPalette::Disabled, back)) >=
                3.0);
    }
}

void TestMainWindow::ctrlDigitsChangeTheSpace()
{
    Desk desk;
    const QSignalSpy shown(&desk.window, &MainWindow::pageShown);
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(desk.window.currentPage(), u"review"_s);
    QTest::keyClick(&desk.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(desk.window.currentPage(), u"home"_s);
    QCOMPARE(shown.size(), 2);
}

void TestMainWindow::theRailShowsWhereOneIs()
{
    Desk desk;
    auto *review = desk.window.findChild<QToolButton *>(u"space_review"_s);
    QVERIFY(!review->isChecked());
    QTest::mouseClick(review, Qt::LeftButton);
    QVERIFY(review->isChecked());
    QVERIFY(desk.actions.action("space.review")->isChecked());
    QVERIFY(!desk.actions.action("space.home")->isChecked());
    QVERIFY(desk.actions.action("review.approve")->isEnabled());
    auto *front = new WelcomePage(desk.theme);
    desk.window.setFrontPage(front);
    desk.window.showFrontPage();
    QVERIFY(!review->isVisible());
    QVERIFY(!desk.actions.action("review.approve")->isEnabled());
}

void TestMainWindow::theKeyCardListsWhatWorksAndNothingElse()
{
    Desk desk;
    const QString card = KeyCard::asHtml(desk.actions, desk.theme);
    QVERIFY(card.contains("F8"_L1));
    QVERIFY(card.contains("Num +"_L1));
    QVERIFY(!card.contains("Ctrl+F9"_L1)); // nobody bound it
}

void TestMainWindow::escClosesTheDialogs() // U9
{
    Desk desk;
    desk.window.showKeyCard();
    auto *card = desk.window.findChild<KeyCard *>();
    QVERIFY(card);
    ZSB_VERIFY_NONE(audit::unnamedWidgets(*card));
    ZSB_VERIFY_NONE(audit::unreachableByTab(*card));
    QVERIFY(audit::escapeCloses(*card));
    audit::activate(desk.window);
    desk.window.showAbout();
    auto *about = desk.window.findChild<AboutDialog *>();
    QVERIFY(about);
    ZSB_VERIFY_NONE(audit::unnamedWidgets(*about));
    QVERIFY(audit::escapeCloses(*about));
}

void TestMainWindow::theAboutBoxCopiesItsRows()
{
    Desk desk;
    desk.window.setDiagnostics({{u"版本"_s, u"0.1.0"_s}, {u"规则包"_s, u"nm-2023"_s}});
    desk.window.showAbout();
    auto *copy = desk.window.findChild<QPushButton *>(u"aboutCopy"_s);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"版本: 0.1.0\n规则包: nm-2023\n"_s);
}

void TestMainWindow::aToastIsSaidAndGoes()
{
    Desk desk;
    auto *toast = desk.window.findChild<Toast *>();
    toast->setDuration(std::chrono::milliseconds{200});
    desk.window.say(u"已记录"_s);
    QCOMPARE(toast->fullText(), u"已记录"_s);
    QCOMPARE(toast->accessibleName(), u"已记录"_s);
    QTRY_COMPARE(toast->fullText(), QString());
}

void TestMainWindow::theDemoStripShowsAndLeaves()
{
    Desk desk;
    auto *leave = desk.window.findChild<QPushButton *>(u"leaveDemo"_s);
    QVERIFY(!leave->isVisible());
    desk.window.setDemoNotice(u"演示数据"_s);
    QVERIFY(leave->isVisible());
    const QSignalSpy left(&desk.window, &MainWindow::leaveDemoRequested);
    QTest::mouseClick(leave, Qt::LeftButton);
    QCOMPARE(left.size(), 1);
}

void TestMainWindow::anEmptyStatusFieldIsHidden()
{
    Desk desk;
    auto *queue = desk.window.findChild<QLabel *>(u"statusQueue"_s);
    QVERIFY(!queue->isVisible());
    desk.window.setStatus(StatusField::Queue, u"队列 57/1,204"_s);
    QVERIFY(queue->isVisible());
    desk.window.setStatus(StatusField::Queue, {});
    QVERIFY(!queue->isVisible());
}

void TestMainWindow::theThemeCanBeChosenAtRunTime()
{
    Desk desk;
    const QSignalSpy chosen(&desk.window, &MainWindow::themeChosen);
    desk.actions.action("view.theme.dark")->trigger();
    QCOMPARE(chosen.size(), 1);
    desk.theme.apply(*qApp, ThemeChoice::Dark);
    QCOMPARE(desk.window.palette().color(QPalette::Window), Theme::darkTokens().window);
    QVERIFY(desk.actions.action("view.theme.dark")->isChecked());
    QVERIFY(!desk.actions.action("view.theme.light")->isChecked());
}

void TestMainWindow::theSmallestWindowHoldsEveryText() // U13
{
    Desk desk;
    desk.window.resize(1280, 680);
    desk.window.setStatus(StatusField::Queue, u"队列 57/1,204"_s);
    desk.window.setStatus(StatusField::Pack, u"规则包 2023.1"_s);
    QCOMPARE(desk.window.size(), QSize(1280, 680));
    ZSB_VERIFY_NONE(audit::truncatedTexts(desk.window));
}

void TestMainWindow::settingsComeBackAsTheyWere()
{
    const QTemporaryDir folder;
    const SettingsStore store(folder.filePath(u"settings.ini"_s));
    QCOMPARE(store.load(), ShellSettings());
    const ShellSettings settings{u"en"_s, ThemeChoice::Dark, u"/数据 夹"_s, u"review"_s, QByteArray("\x01\x00\xff", 3)};
    QVERIFY(store.save(settings));
    QCOMPARE(store.load(), settings);
    const SettingsStore nowhere(u"/proc/none/settings.ini"_s);
    QVERIFY(!nowhere.save(settings));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
