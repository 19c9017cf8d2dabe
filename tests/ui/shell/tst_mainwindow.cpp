#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "ui/home/welcomepage.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/keycard.h"
#include "ui/shell/keyeditor.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsstore.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/toast.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace zsb;

/// The window around two small pages; each test builds its own.
struct Bench
{
    Theme theme;
    ActionRegistry actions{theme};
    MainWindow window{theme, actions};

    explicit Bench(ThemeChoice choice = ThemeChoice::Light)
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

/// Every action by keyboard, every control with a name, both themes legible (U9, U10, U12).
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
    void whatGrowsInTheHeaderAndTheStatusBarGetsItsRoom();
    void theThemeCanBeChosenAtRunTime();
    void theSmallestWindowHoldsEveryText();
    void settingsComeBackAsTheyWere();
    void thePaletteDoesWhatIsTyped();
    void thePaletteSaysWhyItDoesNot();
    void thePaletteFindsPeople();
    void theBestFitComesFirst();
    void keysCanBeChangedAndTakenAlong();
    void aKeyThatIsTakenOrReservedIsTold();
    void everySchemeIsClean();
    void aForeignFileChangesNothing();
};

void TestMainWindow::everyActionHasAKeyOrAMnemonicPath() // U9
{
    Bench desk;
    ZSB_VERIFY_NONE(audit::actionsWithoutKey(*desk.window.menuBar(), desk.actions.actions()));
}

void TestMainWindow::tabReachesEverything() // U9
{
    Bench desk;
    QVERIFY(audit::focusableWidgets(desk.window).size() >= 4);
    ZSB_VERIFY_NONE(audit::unreachableByTab(desk.window));
}

void TestMainWindow::f6VisitsEveryPane() // U9
{
    Bench desk;
    ZSB_VERIFY_NONE(audit::panesNotVisited(desk.window, *desk.actions.action("view.nextPane")));
    QWidget *before = qApp->focusWidget();
    QTest::keyClick(&desk.window, Qt::Key_F6);
    QVERIFY(qApp->focusWidget() != before);
    QTest::keyClick(&desk.window, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(qApp->focusWidget(), before);
}

void TestMainWindow::noKeyIsTakenTwiceNorReserved() // U10
{
    Bench desk;
    ZSB_VERIFY_NONE(audit::mnemonicClashes(desk.window, desk.window.menuBar()));
    ZSB_VERIFY_NONE(audit::shortcutClashes(desk.actions.actions()));
    for (const ActionSpec &spec : actionTable())
        desk.actions.bind(spec.id, &desk.window, [] {}); // the whole table, whoever binds it
    ZSB_VERIFY_NONE(audit::mnemonicClashes(desk.window, desk.window.menuBar()));
}

void TestMainWindow::everythingIsNamedAndLargeEnough() // U14, U15
{
    Bench desk;
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
    Bench desk;
    const QSignalSpy shown(&desk.window, &MainWindow::pageShown);
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(desk.window.currentPage(), u"review"_s);
    QTest::keyClick(&desk.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(desk.window.currentPage(), u"home"_s);
    QCOMPARE(shown.size(), 2);
}

void TestMainWindow::theRailShowsWhereOneIs()
{
    Bench desk;
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
    Bench desk;
    const QString card = KeyCard::asHtml(desk.actions, desk.theme);
    QVERIFY(card.contains("F8"_L1));
    QVERIFY(card.contains("Num +"_L1));
    QVERIFY(!card.contains("Ctrl+F9"_L1)); // nobody bound it
}

void TestMainWindow::escClosesTheDialogs() // U9
{
    Bench desk;
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
    Bench desk;
    desk.window.setDiagnostics({{u"版本"_s, u"0.1.0"_s}, {u"规则包"_s, u"nm-2023"_s}});
    desk.window.showAbout();
    auto *copy = desk.window.findChild<QPushButton *>(u"aboutCopy"_s);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"版本: 0.1.0\n规则包: nm-2023\n"_s);
}

void TestMainWindow::aToastIsSaidAndGoes()
{
    Bench desk;
    auto *toast = desk.window.findChild<Toast *>();
    toast->setDuration(std::chrono::milliseconds{200});
    desk.window.say(u"已记录"_s);
    QCOMPARE(toast->fullText(), u"已记录"_s);
    QCOMPARE(toast->accessibleName(), u"已记录"_s);
    QTRY_COMPARE_WITH_TIMEOUT(toast->fullText(), QString(), testPatience);
}

void TestMainWindow::theDemoStripShowsAndLeaves()
{
    Bench desk;
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
    Bench desk;
    auto *queue = desk.window.findChild<QLabel *>(u"statusQueue"_s);
    QVERIFY(!queue->isVisible());
    desk.window.setStatus(StatusField::Queue, u"队列 57/1,204"_s);
    QVERIFY(queue->isVisible());
    desk.window.setStatus(StatusField::Queue, {});
    QVERIFY(!queue->isVisible());
}

/// The smallest window: a state of the sync that gets longer is read to its end.
void TestMainWindow::whatGrowsInTheHeaderAndTheStatusBarGetsItsRoom()
{
    Bench desk;
    desk.window.resize(1280, 680);
    auto *pill = new QToolButton;
    pill->setObjectName("pill"_L1);
    pill->setText(u"OK"_s);
    desk.window.setHeaderWidget(pill);
    desk.window.setStatus(StatusField::Connection, u"OK"_s);
    const auto *status = desk.window.findChild<QLabel *>("statusConnection"_L1);
    QCoreApplication::processEvents();
    for (const QString &text : {u"Syncing 25%, 1,204 wait"_s, u"Up to date"_s, u"Syncing 100%, 12,040 wait"_s}) {
        pill->setText(text);
        desk.window.setStatus(StatusField::Connection, text);
        QCoreApplication::processEvents(); // the layout follows
        QVERIFY2(pill->width() >= pill->sizeHint().width(), qPrintable(text));
        QVERIFY2(status->width() >= status->sizeHint().width(), qPrintable(text));
        const QRect corner = pill->parentWidget()->geometry();
        QVERIFY(desk.window.menuBar()->rect().contains(corner));
        QVERIFY(pill->parentWidget()->rect().contains(pill->geometry()));
    }
}

void TestMainWindow::theThemeCanBeChosenAtRunTime()
{
    Bench desk;
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
    Bench desk;
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
    const ShellSettings settings{u"en"_s,
                                 ThemeChoice::Dark,
                                 u"/数据 夹"_s,
                                 u"review"_s,
                                 QByteArray("\x01\x00\xff", 3),
                                 "{}",
                                 {{u"甲"_s, {u"school"_s, u"province"_s}}, {u"乙"_s, {}}},
                                 {},
                                 {MeteredChoice::Never, 200}};
    QVERIFY(store.save(settings));
    QCOMPARE(store.load(), settings);
    const SettingsStore nowhere(u"/proc/none/settings.ini"_s);
    QVERIFY(!nowhere.save(settings));
}

namespace {

/// Opens the palette by its key and types.
CommandPalette *openPalette(Bench &desk, const char *typed)
{
    audit::activate(desk.window); // offscreen forgets to, after a modal dialog
    QTest::keyClick(&desk.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = qobject_cast<CommandPalette *>(QApplication::activeModalWidget());
    if (palette)
        QTest::keyClicks(palette->findChild<QLineEdit *>(u"paletteLine"_s), QString::fromLatin1(typed));
    return palette;
}

void enter(CommandPalette *palette)
{
    QTest::keyClick(palette->findChild<QLineEdit *>(u"paletteLine"_s), Qt::Key_Return);
}

} // namespace

void TestMainWindow::thePaletteDoesWhatIsTyped() // A1
{
    Bench desk;
    desk.window.setPalette([](const QString &) { return QList<PaletteItem>(); },
                           [](const QString &text) { return text == u"审核"_s ? u"sh"_s : QString(); });
    CommandPalette *palette = openPalette(desk, "sh");
    QVERIFY(palette);
    ZSB_VERIFY_NONE(audit::unnamedWidgets(*palette));
    QCOMPARE(desk.window.currentPage(), u"home"_s);
    enter(palette);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window.currentPage(), u"review"_s, testPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), testPatience);
    palette = openPalette(desk, "space.home"); // by its id
    enter(palette);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window.currentPage(), u"home"_s, testPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), testPatience);
    palette = openPalette(desk, "");
    QVERIFY(audit::escapeCloses(*palette));
}

void TestMainWindow::thePaletteSaysWhyItDoesNot() // U28: no way around what blocks an approval
{
    Bench desk;
    int approved = 0;
    desk.actions.bind("review.approve", &desk.window, [&approved] { ++approved; });
    desk.window.showPage(u"review"_s);
    desk.actions.setEnabled("review.approve", false, u"未看：申请表"_s);
    QSignalSpy declined(&desk.actions, &ActionRegistry::declined);
    enter(openPalette(desk, "review.approve"));
    QTRY_COMPARE_WITH_TIMEOUT(declined.size(), 1, testPatience);
    QCOMPARE(approved, 0);
}

void TestMainWindow::thePaletteFindsPeople()
{
    Bench desk;
    QString opened;
    desk.window.setPalette(
        [&opened](const QString &typed) {
            return QList<PaletteItem>{{u"王小明"_s, u"D000009"_s, {}, {}, true, [&opened, typed] { opened = typed; }}};
        },
        {});
    CommandPalette *palette = openPalette(desk, "wxm000");
    enter(palette);
    QTRY_COMPARE_WITH_TIMEOUT(opened, u"wxm000"_s, testPatience);
}

void TestMainWindow::theBestFitComesFirst()
{
    const PaletteItem undo{u"Undo last decision"_s, {}, {}, u"cxsy review.undo"_s, true, {}};
    QVERIFY(paletteScore(undo, u"undo"_s) > paletteScore(undo, u"cx"_s));
    QVERIFY(paletteScore(undo, u"cx"_s) > paletteScore(undo, u"decision"_s));
    QVERIFY(paletteScore(undo, u"decision"_s) > paletteScore(undo, u"review"_s));
    QVERIFY(paletteScore(undo, u"review"_s) > paletteScore(undo, u"uld"_s)); // letters in order
    QVERIFY(paletteScore(undo, u"uld"_s) > 0);
    QCOMPARE(paletteScore(undo, u"approve"_s), 0);
}

namespace {

/// Answers with one path.
class PathPrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)> then) override { then(path); }
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()>) override {}

    QString path;
};

/// The key editor with the row of one action chosen.
struct Keys
{
    Bench desk;
    PathPrompts prompts;
    KeyEditor editor{desk.actions, desk.theme, prompts, &desk.window};

    explicit Keys(const char *id)
    {
        editor.show();
        QTableWidget &table = *editor.findChild<QTableWidget *>();
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.item(row, 0)->data(Qt::UserRole).toString() == QLatin1StringView(id))
                table.setCurrentCell(row, 0);
        }
    }

    [[nodiscard]] QString problem() { return editor.findChild<QLabel *>(u"keyProblem"_s)->text(); }
    [[nodiscard]] QPushButton &button(const char *name)
    {
        return *editor.findChild<QPushButton *>(QString::fromLatin1(name));
    }
    void press(const char *key)
    {
        auto *edit = editor.findChild<QKeySequenceEdit *>();
        edit->setKeySequence(QKeySequence(QString::fromLatin1(key), QKeySequence::PortableText));
        emit edit->editingFinished();
    }
};

} // namespace

void TestMainWindow::keysCanBeChangedAndTakenAlong() // O2
{
    const QTemporaryDir folder;
    Keys keys("review.approve");
    ZSB_VERIFY_NONE(audit::unnamedWidgets(keys.editor));
    connect(&keys.editor, &KeyEditor::chosen, &keys.desk.actions, &ActionRegistry::setScheme);
    keys.press("Ctrl+Alt+Y");
    keys.prompts.path = folder.filePath(u"keys.json"_s);
    keys.button("keyExport").click();
    keys.button("keySave").click();
    QCOMPARE(keys.desk.actions.keyHint("review.approve"), u"Ctrl+Alt+Y"_s);
    int approved = 0;
    keys.desk.actions.bind("review.approve", &keys.desk.window, [&approved] { ++approved; });
    keys.desk.window.showPage(u"review"_s);
    audit::activate(keys.desk.window);
    QTest::keyClick(&keys.desk.window, Qt::Key_F8);
    QCOMPARE(approved, 0); // the old one does nothing any more
    QTest::keyClick(&keys.desk.window, Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(approved, 1);

    Keys elsewhere("review.approve");
    elsewhere.prompts.path = keys.prompts.path;
    elsewhere.button("keyImport").click();
    QCOMPARE(elsewhere.editor.scheme(), keys.editor.scheme());
    elsewhere.button("keyRestore").click();
    QVERIFY(elsewhere.editor.scheme().empty());
}

void TestMainWindow::aKeyThatIsTakenOrReservedIsTold() // U10
{
    Keys keys("review.approve");
    const auto *table = keys.editor.findChild<QTableWidget *>();
    const auto column = [table] { return table->horizontalHeaderItem(2)->text(); };
    QCOMPARE(column(), u"问题：没有"_s);
    keys.press("F9");
    QCOMPARE(column(), u"问题：2 项"_s); // of both that have it
    QVERIFY(table->item(table->currentRow(), 2)->text().contains(u"退回补正"_s));
    QVERIFY(keys.problem().contains(u"退回补正"_s));
    QVERIFY(!keys.button("keySave").isEnabled());
    keys.press("Ctrl+Space");
    QCOMPARE(column(), u"问题：1 项"_s);
    QVERIFY(keys.problem().contains(u"输入法"_s));
    QVERIFY(!keys.button("keySave").isEnabled());
    keys.press("Ctrl+Alt+Y");
    QVERIFY(keys.button("keySave").isEnabled());
    for (const QKeySequence &key : audit::reservedKeys())
        QVERIFY2(reservedKeys().contains(key), qPrintable(key.toString()));
}

void TestMainWindow::everySchemeIsClean() // U10
{
    for (const NamedScheme &scheme : builtInSchemes()) {
        for (const ActionSpec &spec : actionTable()) {
            const QString id = QString::fromUtf8(spec.id.data(), qsizetype(spec.id.size()));
            QVERIFY2(keyProblems(scheme.keys, id).isEmpty(), qPrintable(id));
        }
        QCOMPARE(*schemeFromJson(schemeJson(scheme.keys)), scheme.keys);
    }
    Bench desk;
    desk.actions.setScheme(builtInSchemes().back().keys);
    ZSB_VERIFY_NONE(audit::shortcutClashes(desk.actions.actions()));
}

void TestMainWindow::aForeignFileChangesNothing()
{
    QVERIFY(!schemeFromJson("{}"));
    QVERIFY(!schemeFromJson("no json"));
    QVERIFY(!schemeFromJson(R"({"keys": {"review.approve": ["Nonsense+Key"]}})"));
    const auto other = schemeFromJson(R"({"keys": {"of.another.version": ["F8"], "review.approve": []}})");
    QVERIFY(other);
    QCOMPARE(*other, (KeyScheme{{u"review.approve"_s, {}}}));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
