#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "tests/ui/desktop/screenlooks.h"
#include "ui/exchange/importcontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QDialog>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// Gives the table of the season to whoever asks for a file.
class SeasonPrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)> then) override { then(path); }
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()>) override {}

    QString path;
};

/// Every screen of the program in every language, the pseudo-language among them, and both themes, at the smallest
/// window: nothing cut off (U13), everything named and large enough (U14, U15), no mnemonic twice (U10), painted texts
/// readable (U12), every widget in the Tab round (U9). CTest runs it once for each scale of the display.
class TestScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyScreenHolds_data();
    void everyScreenHolds();

private:
    void look(const QString &screen, QWidget &window);
    void lookAtPanels();
    void lookAtDialogs();
    void lookAtImport();
    [[nodiscard]] MainWindow &window() const { return m_desktop->window(); }
    [[nodiscard]] QAction &action(std::string_view id) const { return *m_desktop->actions().action(id); }

    QTemporaryDir m_folder;
    SeasonPrompts m_prompts;
    std::unique_ptr<Desktop> m_desktop;
    QStringList m_problems;
};

void TestScreens::initTestCase()
{
    forgetSettings(u"zsb-tst-screens-%1"_s.arg(qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s)));
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    SeasonOptions season;
    season.count = 12;
    season.flawedShare = 0.5;
    const Done imported = importDemoSeason(m_folder.path(), season, *book, demoClock((*book)->pack(), systemClock()));
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
    QVERIFY(nameReviewer(m_folder.path(), (*book)->pack()));
    m_prompts.path = m_folder.filePath(u"source/season.csv"_s);
}

void TestScreens::look(const QString &screen, QWidget &window)
{
    const auto add = [&](const char *gate, const QStringList &problems) {
        for (const QString &problem : problems)
            m_problems.append(screen + u" · "_s + QLatin1StringView(gate) + u" · "_s + problem);
    };
    audit::activate(window);
    QCoreApplication::processEvents(); // layouts follow texts
    add("cut off", audit::truncatedTexts(window));
    add("unnamed", audit::unnamedWidgets(window));
    add("small", audit::smallTargets(window));
    add("contrast", audit::paintedContrast(window));
    add("mnemonic", audit::mnemonicClashes(window, window.findChild<QMenuBar *>()));
    add("Tab", audit::unreachableByTab(window));
}

void TestScreens::everyScreenHolds_data()
{
    addScreenLooks();
}

void TestScreens::lookAtPanels()
{
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    auto *page = window().findChild<ReviewPage *>();
    ReviewController &review = *m_desktop->review();
    if (review.fileTags() == 0) {
        review.toggleTag(1);
        review.toggleTag(5);
        review.nameTag(5, u"材料真伪待核"_s);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!review.tagChoices().isEmpty(), testPatience);
    for (int row = 0; row < review.queue().count() && !review.hasOpenError(); ++row)
        review.openRow(row);
    QVERIFY(review.hasOpenError());
    look(u"review"_s, window());
    const std::pair<const char *, const char *> panels[] = {
        {"return", "review.return"},   {"refuse", "review.refuse"},   {"doubt", "review.doubt"},
        {"dismiss", "review.dismiss"}, {"history", "review.history"}, {"views", "review.saveView"},
        {"tags", "review.tags"}};
    for (const auto &[name, id] : panels) {
        page->setFocus();
        action(id).trigger();
        QVERIFY2(page->isAnswering(), name);
        look(QLatin1StringView(name), window());
        if (QLatin1StringView(name) == "return"_L1) {
            press(Qt::Key_1);
            look(u"return, one chosen"_s, window());
        }
        page->findChild<QWidget *>(u"viewer"_s)->setFocus();
        for (QPushButton *cancel : page->findChildren<QPushButton *>(u"cancel"_s)) {
            if (cancel->isVisible())
                cancel->click();
        }
        QVERIFY2(!page->isAnswering(), name);
    }
}

void TestScreens::lookAtDialogs()
{
    for (const char *id : {"help.keys", "help.about", "view.palette", "viewer.compare", "help.editKeys",
                           "file.reviewer", "file.lockSettings"}) {
        action(id).trigger();
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY2(dialog, id);
        look(QLatin1StringView(id), *dialog);
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), testPatience);
    }
}

void TestScreens::lookAtImport()
{
    window().showPage(u"exchange"_s);
    look(u"import"_s, window());
    action("file.import").trigger();
    ImportController &import = m_desktop->import();
    QTRY_COMPARE_WITH_TIMEOUT(import.step(), ImportController::Step::Mapped, testPatience);
    look(u"import, columns"_s, window());
    import.tryOut();
    QTRY_COMPARE_WITH_TIMEOUT(import.step(), ImportController::Step::Tried, 60'000);
    look(u"import, dry run"_s, window());
}

void TestScreens::everyScreenHolds()
{
    QFETCH(const QString, language);
    QFETCH(const ThemeChoice, theme);
    m_problems.clear();
    DesktopOptions options = chineseDesktop();
    options.dataFolder = m_folder.path();
    options.language = language;
    options.theme = theme;
    m_desktop = std::make_unique<Desktop>(*qApp, options, m_prompts, systemClock());
    const QSignalSpy opened(m_desktop.get(), &Desktop::seasonOpened);
    QVERIFY(m_desktop->start());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->review()->isReading() && !m_desktop->review()->file().isEmpty(), testPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->tasks().running(), 0, 60'000);
    window().resize(1280, 680);
    window().showFrontPage();
    look(u"welcome"_s, window());
    window().showPage(u"home"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->tasks().running(), 0, 60'000);
    look(u"home"_s, window());
    window().showPage(u"review"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->tasks().running(), 0, 60'000);
    lookAtPanels();
    lookAtDialogs();
    lookAtImport();
    m_desktop->lock();
    look(u"lock"_s, window());
    if (window().size() != QSize(1280, 680))
        m_problems.append(u"the window grew to %1×%2"_s.arg(window().width()).arg(window().height()));
    m_desktop.reset();
    m_problems.removeDuplicates();
    for (const QString &problem : m_problems)
        qWarning("%s", qPrintable(problem)); // QVERIFY2 would cut them
    QCOMPARE(m_problems.size(), 0);
}

} // namespace zsb

QTEST_MAIN(zsb::TestScreens)
#include "tst_screens.moc"
