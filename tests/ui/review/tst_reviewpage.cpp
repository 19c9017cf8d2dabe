#include "tests/support/uiaudit.h"
#include "tests/ui/review/reviewseason.h"

#include "core/storage/chain.h"
#include "ui/review/decisionbar.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/tasks/taskrunner.h"
#include "ui/widgets/actionregistry.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// The whole window over a season, as a reviewer has it.
struct Workplace
{
    explicit Workplace(int people, const std::function<void(DemoPerson &, int)> &spoil = {}) : season(0)
    {
        season.spoil = spoil;
        for (int i = 1; i <= people; ++i)
            season.add(i);
        theme.apply(*qApp, ThemeChoice::Light);
        controller.setDwell(std::chrono::milliseconds(0));
        controller.openQueue();
        page = new ReviewPage(controller, actions, theme);
        window.addPage(u"review"_s, u"审核"_s, u"review"_s, page);
        window.showPage(u"review"_s);
        window.resize(1280, 720);
        audit::activate(window);
        viewer().setFocus();
    }

    [[nodiscard]] QWidget &viewer() { return *page->findChild<QWidget *>(u"viewer"_s); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] bool canApprove() const { return actions.action("review.approve")->isEnabled(); }
    [[nodiscard]] ApplicationState state(const ApplicationId &id) const { return *season.store->state(id); }
    /// Whatever is on the viewer has been decoded and looked at.
    [[nodiscard]] bool isLooked()
    {
        const int row = controller.picture();
        return row < 0 || controller.materials().at(row).seen || controller.finding() >= 0;
    }

    ReviewSeason season;
    TaskRunner tasks;
    Theme theme;
    ActionRegistry actions{theme};
    ReviewController controller{season.tools(), ReviewSeason::reviewer(), tasks};
    MainWindow window{theme, actions};
    ReviewPage *page = nullptr;
    int keys = 0;
};

class TestReviewPage : public QObject
{
    Q_OBJECT

private slots:
    void twoHundredMixedFilesTakeFourKeysEach();
    void comingInReadiesTheKeys();
    void noWayLeadsToApprovalBeforeEverythingIsSeen();
    void noWayLeadsToApprovalOverAnOpenError();
    void noPaneTakesAnInputMethod();
    void everythingIsReachedByKeyboard();
    void everythingHasANameAndIsBigEnough();
    void nothingIsCutOff();
    void digitsAndLettersChooseReasons();
    void aRefusalAsksForTheLastFourOfTheNumber();
    void aStepShowsItsDataOnly();
    void undoComesBackFromTheKeyboard();
    void escapeLeavesEveryAnswer();
    void aFindingIsShownThenDismissedByKeys();
    void anAnswerInProgressLocksTheDecisions();
};

void TestReviewPage::twoHundredMixedFilesTakeFourKeysEach()
{
    Workplace desk(200); // U1
    int passed = 0;
    for (int file = 0; file < 200; ++file) {
        QTRY_VERIFY(desk.isLooked());
        if (file % 5 == 4) {
            desk.press(Qt::Key_F9);
            desk.press(Qt::Key_1);
            desk.press(Qt::Key_Return);
        } else {
            for (int walked = 0; !desk.canApprove() && walked < 8; ++walked) {
                desk.press(Qt::Key_Space);
                QTRY_VERIFY(desk.isLooked());
            }
            QVERIFY2(desk.canApprove(), qPrintable(desk.controller.obstacles()));
            desk.press(Qt::Key_F8);
            ++passed;
        }
        QCOMPARE(desk.controller.decided(), file + 1);
    }
    QCOMPARE(passed, 160);
    const double each = desk.keys / 200.0;
    qInfo("keys per file: %.2f", each);
    QVERIFY2(each <= 4.0, qPrintable(QString::number(each)));
    const auto decisions = desk.season.store->recentDecisions(ReviewSeason::reviewer().id, 400);
    QCOMPARE(decisions->size(), std::size_t(200));
    int returned = 0;
    for (const ApplicationId &id : desk.season.ids)
        returned += desk.state(id).review.phase == Phase::Returned ? 1 : 0;
    QCOMPARE(returned, 40);
    const auto verdict = verifyLog(desk.season.store->databasePath());
    QVERIFY(verdict && verdict->isGood());
}

void TestReviewPage::comingInReadiesTheKeys()
{
    Workplace desk(3);
    desk.window.setFocus();
    desk.page->setFocus(); // as the window does whenever it shows a page
    QCOMPARE(QApplication::focusWidget(), &desk.viewer());
    QTRY_VERIFY(desk.isLooked());
    const int picture = desk.controller.picture();
    desk.press(Qt::Key_Space);
    QVERIFY(desk.controller.picture() != picture);
}

void TestReviewPage::noWayLeadsToApprovalBeforeEverythingIsSeen()
{
    Workplace desk(3); // U28
    desk.controller.setDwell(std::chrono::hours(1));
    desk.controller.openRow(1);
    const ApplicationId id = desk.controller.file().state.id;
    desk.viewer().setFocus();
    desk.press(Qt::Key_F8);
    desk.press(Qt::Key_A);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus, Qt::KeypadModifier);
    desk.actions.action("review.approve")->trigger();
    auto *bar = desk.page->findChild<DecisionBar *>();
    QVERIFY(!bar->button("review.approve")->isEnabled());
    bar->button("review.approve")->click();
    QTest::mouseClick(bar->button("review.approve"), Qt::LeftButton);
    desk.controller.approve();
    QVERIFY(desk.state(id).decisions.empty());
    QCOMPARE(desk.controller.file().state.id, id);
    QVERIFY(desk.page->findChild<QLabel *>(u"obstacle"_s)->toolTip().contains(u"未看"_s) ||
            desk.page->findChild<QLabel *>(u"obstacle"_s)->text().contains(u"未看"_s));
}

static void breakNumber(DemoPerson &person, int)
{
    char &last = person[Field::DocumentNumber].back();
    last = last == '1' ? '2' : '1';
}

void TestReviewPage::noWayLeadsToApprovalOverAnOpenError()
{
    Workplace desk(2, breakNumber); // U28
    const ApplicationId id = desk.controller.file().state.id;
    for (int i = 0; i < 10; ++i) {
        QTRY_VERIFY(desk.isLooked());
        desk.press(Qt::Key_Space);
    }
    QVERIFY(!desk.canApprove());
    desk.press(Qt::Key_F8);
    desk.press(Qt::Key_A);
    desk.actions.action("review.approve")->trigger();
    desk.controller.approve();
    QVERIFY(desk.state(id).decisions.empty());
}

void TestReviewPage::noPaneTakesAnInputMethod()
{
    Workplace desk(3, breakNumber); // U11
    QList<QWidget *> panes;
    for (QWidget *pane : desk.page->panes()) {
        panes.append(pane);
        if (auto *view = qobject_cast<QAbstractScrollArea *>(pane))
            panes.append(view->viewport());
        pane->setFocus();
        QVERIFY2(!pane->testAttribute(Qt::WA_InputMethodEnabled), qPrintable(pane->objectName()));
    }
    ZSB_VERIFY_NONE(audit::takingInputMethods(panes));
    desk.viewer().setFocus();
    desk.press(Qt::Key_F9);
    ZSB_VERIFY_NONE(audit::takingInputMethods({QApplication::focusWidget()}));
}

void TestReviewPage::everythingIsReachedByKeyboard()
{
    Workplace desk(3, breakNumber); // U9, U10
    ZSB_VERIFY_NONE(audit::unreachableByTab(desk.window));
    QList<QAction *> actions = desk.actions.actions();
    actions.removeOne(desk.actions.action("review.material")); // 1–6 in every pane
    actions.removeOne(desk.actions.action("review.portrait")); // 0 in every pane
    ZSB_VERIFY_NONE(audit::actionsWithoutKey(*desk.window.menuBar(), actions));
    ZSB_VERIFY_NONE(audit::panesNotVisited(desk.window, *desk.actions.action("view.nextPane")));
    ZSB_VERIFY_NONE(audit::shortcutClashes(desk.actions.actions()));
    ZSB_VERIFY_NONE(audit::mnemonicClashes(desk.window, desk.window.menuBar()));
}

void TestReviewPage::everythingHasANameAndIsBigEnough()
{
    Workplace desk(3, breakNumber); // U14, U15
    ZSB_VERIFY_NONE(audit::unnamedWidgets(desk.window));
    ZSB_VERIFY_NONE(audit::smallTargets(desk.window));
    ZSB_VERIFY_NONE(audit::contrastProblems(desk.theme.tokens())); // U12
    for (const Qt::Key key : {Qt::Key_F9, Qt::Key_F12}) {
        desk.viewer().setFocus();
        desk.press(key);
        QVERIFY(desk.page->isAnswering());
        ZSB_VERIFY_NONE(audit::unnamedWidgets(desk.window));
        ZSB_VERIFY_NONE(audit::smallTargets(desk.window));
        desk.press(Qt::Key_Escape);
    }
    for (const char *id : {"review.approve", "review.return", "review.refuse", "review.doubt"})
        QVERIFY(desk.page->findChild<DecisionBar *>()->button(id)->height() >= 34);
}

void TestReviewPage::nothingIsCutOff()
{
    Workplace desk(3, breakNumber); // U13
    ZSB_VERIFY_NONE(audit::truncatedTexts(*desk.page));
    desk.press(Qt::Key_F9);
    ZSB_VERIFY_NONE(audit::truncatedTexts(*desk.page));
}

void TestReviewPage::digitsAndLettersChooseReasons()
{
    Workplace desk(2);
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    auto *panel = desk.page->findChild<QWidget *>(u"returnPanel"_s);
    auto *accept = panel->findChild<QPushButton *>(u"accept"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(!panel->findChild<QLabel *>(u"missing"_s)->text().isEmpty());
    desk.press(Qt::Key_Return); // nothing chosen: nothing happens
    QVERIFY(desk.state(id).decisions.empty());
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_3);
    QVERIFY(accept->isEnabled());
    desk.press(Qt::Key_3);
    QCOMPARE(desk.controller.reasons().chosen().size(), 1);
    desk.press(Qt::Key_Z); // letters filter, they do not decide
    QCOMPARE(panel->findChild<QLineEdit *>(u"reasonFilter"_s)->text(), u"z"_s);
    desk.press(Qt::Key_Backspace);
    QVERIFY(panel->findChild<QLabel *>(u"noticePreview"_s)->text().contains(u"1. "_s));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.state(id).review.phase, Phase::Returned);
    QVERIFY(!desk.page->isAnswering());
}

void TestReviewPage::aRefusalAsksForTheLastFourOfTheNumber()
{
    Workplace desk(2); // R4
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_F9, Qt::ControlModifier);
    QVERIFY(desk.page->isAnswering());
    auto *panel = desk.page->findChild<QWidget *>(u"refusePanel"_s);
    auto *accept = panel->findChild<QPushButton *>(u"accept"_s);
    desk.press(Qt::Key_1);
    QVERIFY(!accept->isEnabled());
    auto *confirm = panel->findChild<QLineEdit *>(u"confirmNumber"_s);
    confirm->setFocus();
    QTest::keyClicks(confirm, u"0000x"_s.left(4));
    QVERIFY(!accept->isEnabled() || desk.controller.lastFour() == u"0000"_s);
    confirm->setText(desk.controller.lastFour());
    QVERIFY(accept->isEnabled());
    QTest::keyClick(confirm, Qt::Key_Return);
    QCOMPARE(desk.state(id).review.phase, Phase::Refused);
}

void TestReviewPage::aStepShowsItsDataOnly()
{
    Workplace desk(1); // Alt+1…8
    const int all = desk.controller.form().rowCount();
    desk.press(Qt::Key_5, Qt::AltModifier);
    QCOMPARE(desk.controller.step(), 5);
    QVERIFY(desk.controller.form().rowCount() < all);
    QVERIFY(desk.page->findChild<QWidget *>(u"stepper"_s)->accessibleName().contains(u"第 5 步"_s));
    desk.press(Qt::Key_5, Qt::AltModifier);
    QCOMPARE(desk.controller.form().rowCount(), all);
}

void TestReviewPage::undoComesBackFromTheKeyboard()
{
    Workplace desk(3);
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_R);
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.state(id).review.phase, Phase::Returned);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.state(id).review.phase, Phase::InReview);
    QCOMPARE(desk.controller.file().state.id, id);
}

void TestReviewPage::escapeLeavesEveryAnswer()
{
    Workplace desk(2, breakNumber); // U9
    for (const auto &[key, modifiers] :
         {std::pair{Qt::Key_F9, Qt::NoModifier}, std::pair{Qt::Key_F9, Qt::ControlModifier},
          std::pair{Qt::Key_F12, Qt::NoModifier}, std::pair{Qt::Key_H, Qt::ControlModifier},
          std::pair{Qt::Key_Delete, Qt::NoModifier}}) {
        desk.viewer().setFocus();
        desk.press(key, Qt::KeyboardModifiers(modifiers));
        QVERIFY2(desk.page->isAnswering(), qPrintable(QKeySequence(key).toString()));
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.page->isAnswering());
        QCOMPARE(QApplication::focusWidget(), &desk.viewer());
    }
    QCOMPARE(desk.controller.decided(), 0);
}

void TestReviewPage::aFindingIsShownThenDismissedByKeys()
{
    Workplace desk(1, breakNumber);
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_Return); // its evidence
    QCOMPARE(desk.controller.finding(), 0);
    QVERIFY(!desk.page->isAnswering());
    desk.press(Qt::Key_Delete);
    desk.press(Qt::Key_1); // the usual sentence is the whole answer
    QCOMPARE(desk.state(id).resolutions.size(), std::size_t(1));
    QCOMPARE(desk.state(id).resolutions.begin()->second.resolution, Resolution::Dismissed);
    QVERIFY(!desk.state(id).resolutions.begin()->second.note.empty());
}

void TestReviewPage::anAnswerInProgressLocksTheDecisions()
{
    Workplace desk(2);
    const ApplicationId id = desk.controller.file().state.id;
    for (int i = 0; i < 8 && !desk.canApprove(); ++i) {
        QTRY_VERIFY(desk.isLooked());
        desk.press(Qt::Key_Space);
        QTRY_VERIFY(desk.isLooked());
    }
    QVERIFY(desk.canApprove());
    desk.press(Qt::Key_F9);
    QVERIFY(!desk.canApprove());
    desk.press(Qt::Key_F8);
    QVERIFY(desk.state(id).decisions.empty());
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.canApprove());
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewPage)
#include "tst_reviewpage.moc"
