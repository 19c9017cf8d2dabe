#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/review/workplace.h"

#include "ui/review/comparewindow.h"
#include "ui/review/decisionbar.h"
#include "ui/review/imageviewer.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// The workbench by keyboard: no way to an approval but through everything that must be seen (U9, U11, U28).
class TestReviewPage : public QObject
{
    Q_OBJECT

private slots:
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
    void aKeyThatIsOffSaysWhy_data();
    void aKeyThatIsOffSaysWhy();
    void undoIsOffUntilThereIsSomething();
    void lastDecisionsAreReachedByKeys();
    void theFormShowsWholeRows();
    void whoeverWritesAtOnceMeansTheNote();
    void evidenceIsDrawnWhereItWasMeasured();
    void theMagnifierFollowsTheKeys();
    void twoPicturesAreLookedAtTogether();
    void whatWasReplacedCanBeComparedWithWhatReplacedIt();
};

void TestReviewPage::comingInReadiesTheKeys()
{
    Workplace desk(3);
    desk.window.setFocus();
    desk.page->setFocus(); // as the window does whenever it shows a page
    QCOMPARE(QApplication::focusWidget(), &desk.viewer());
    QTRY_VERIFY_WITH_TIMEOUT(desk.isLooked(), testPatience);
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
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLooked(), testPatience);
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
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLooked(), testPatience);
        desk.press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLooked(), testPatience);
    }
    QVERIFY(desk.canApprove());
    desk.press(Qt::Key_F9);
    QVERIFY(!desk.canApprove());
    desk.press(Qt::Key_F8);
    QVERIFY(desk.state(id).decisions.empty());
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.canApprove());
}

void TestReviewPage::aKeyThatIsOffSaysWhy_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("F8") << 0;
    QTest::newRow("A") << 1;
    QTest::newRow("F8 from the search") << 2;
    QTest::newRow("a click") << 3;
}

void TestReviewPage::aKeyThatIsOffSaysWhy()
{
    QFETCH(const int, way);
    Workplace desk(2);
    desk.controller.setDwell(std::chrono::hours(1));
    desk.controller.openRow(1);
    desk.viewer().setFocus();
    QStringList said;
    connect(desk.page, &ReviewPage::said, desk.page, [&said](const QString &text) { said.append(text); });
    if (way == 0)
        desk.press(Qt::Key_F8);
    if (way == 1)
        desk.press(Qt::Key_A);
    if (way == 2) {
        desk.page->focusSearch();
        desk.press(Qt::Key_F8);
    }
    QPushButton &approve = *desk.page->findChild<DecisionBar *>()->button("review.approve");
    if (way == 3)
        QTest::mouseClick(&approve, Qt::LeftButton);
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains(u"不能通过"_s) && said.first().contains(u"未看"_s), qPrintable(said.first()));
    QVERIFY(!approve.accessibleDescription().isEmpty());
}

void TestReviewPage::undoIsOffUntilThereIsSomething()
{
    Workplace desk(3); // U18
    const QPushButton &undo = *desk.page->findChild<DecisionBar *>()->button("review.undo");
    QVERIFY(!undo.isEnabled());
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_Return);
    QVERIFY(undo.isEnabled());
    desk.season.now += nm2023().review.hold;
    QTRY_VERIFY_WITH_TIMEOUT(!undo.isEnabled(), testPatience);
}

void TestReviewPage::lastDecisionsAreReachedByKeys()
{
    Workplace desk(3); // U18
    auto *strip = desk.page->findChild<QListView *>(u"recent"_s);
    QVERIFY(!strip->isVisible());
    const ApplicationId first = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_Return);
    QVERIFY(strip->isVisible());
    QVERIFY(desk.controller.file().state.id != first);
    desk.press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), strip);
    ZSB_VERIFY_NONE(audit::unnamedWidgets(desk.window));
    ZSB_VERIFY_NONE(audit::takingInputMethods({strip}));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.controller.file().state.id, first);
    QCOMPARE(QApplication::focusWidget(), &desk.viewer());
    desk.controller.openRow(1);
    desk.actions.action("review.reopenLast")->trigger();
    QCOMPARE(desk.controller.file().state.id, first);
    desk.press(Qt::Key_B, Qt::ControlModifier);
    desk.press(Qt::Key_Delete);
    QCOMPARE(desk.state(first).review.phase, Phase::InReview);
    QVERIFY(!strip->isVisible());
}

void TestReviewPage::theFormShowsWholeRows()
{
    Workplace desk(1);
    auto *table = desk.page->findChild<QTableView *>(u"form"_s);
    QVERIFY(table->verticalScrollBar()->maximum() > 0);
    int used = 0;
    int row = 0;
    while (used < table->viewport()->height())
        used += table->rowHeight(row++);
    QCOMPARE(used, table->viewport()->height());
    QVERIFY(row >= 4);
}

void TestReviewPage::whoeverWritesAtOnceMeansTheNote()
{
    Workplace desk(1);
    desk.press(Qt::Key_F12);
    desk.press(Qt::Key_S);
    desk.press(Qt::Key_E);
    QCOMPARE(desk.page->findChild<QLineEdit *>(u"note"_s)->text(), u"se"_s);
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.page->isAnswering());
}

void TestReviewPage::evidenceIsDrawnWhereItWasMeasured()
{
    Finding finding;
    finding.rule = "portrait.width";
    finding.fields = {Field::Portrait};
    finding.evidence = {{"box_left", 0.5}, {"box_top", 0.25}, {"box_width", 0.75}, {"box_height", 0.5}};
    FileView file;
    file.findings = {finding};
    const ReviewWords words(nm2023(), Language::Chinese);
    const QList<FindingRow> rows = ReviewRows(nm2023(), words).findings(file, {});
    QCOMPARE(rows.first().box, QRectF(0.5, 0.25, 0.5, 0.5)); // never beyond the picture
    file.findings.front().evidence.clear();
    QVERIFY(ReviewRows(nm2023(), words).findings(file, {}).first().box.isEmpty()); // nothing is made up

    Workplace desk(1);
    ImageViewer viewer(desk.theme);
    viewer.resize(616, 416);
    QImage white(600, 400, QImage::Format_RGB32);
    white.fill(Qt::white);
    viewer.setImage(white, white.size(), u"学生证"_s);
    viewer.setEvidence({{QRectF(0.5, 0.25, 0.25, 0.5), u"印章不清"_s, Tone::Error}});
    QVERIFY(viewer.accessibleDescription().contains(u"印章不清"_s));
    const QColor red = desk.theme.color(Tone::Error);
    const auto at = [&viewer](int x, int y) { return viewer.grab().toImage().pixelColor(x, y); };
    QCOMPARE(at(8 + 300, 8 + 200), red);               // the left edge
    QCOMPARE(at(8 + 350, 8 + 200), QColor(Qt::white)); // inside
    viewer.rotate(2);
    QCOMPARE(at(8 + 300, 8 + 200), red); // the right edge now
    QCOMPARE(at(8 + 450, 8 + 200), QColor(Qt::white));
    viewer.rotate(-2);
    viewer.showArea({0.5, 0.25, 0.25, 0.5});
    QVERIFY(!viewer.isFitted());
    const PictureView view = viewer.view();
    QVERIFY(view.zoom > 1.2 && view.middle.x() > 0.55); // as far as the edge of the picture lets it
}

void TestReviewPage::theMagnifierFollowsTheKeys()
{
    Workplace desk(1);
    auto &viewer = static_cast<ImageViewer &>(desk.viewer());
    QTRY_VERIFY_WITH_TIMEOUT(viewer.hasImage(), testPatience);
    const QImage without = viewer.grab().toImage();
    desk.press(Qt::Key_M);
    QVERIFY(viewer.hasMagnifier());
    QVERIFY(desk.actions.action("viewer.magnifier")->isChecked());
    const QImage with = viewer.grab().toImage();
    QVERIFY(with != without);
    desk.press(Qt::Key_Left);
    QVERIFY(viewer.grab().toImage() != with);
    QVERIFY(viewer.isFitted()); // the picture itself stays
    desk.press(Qt::Key_M);
    QVERIFY(!viewer.hasMagnifier());
}

void TestReviewPage::twoPicturesAreLookedAtTogether()
{
    Workplace desk(1);
    QTRY_VERIFY_WITH_TIMEOUT(static_cast<ImageViewer &>(desk.viewer()).hasImage(), testPatience);
    desk.press(Qt::Key_T, Qt::ControlModifier); // R2
    auto *compare = qobject_cast<CompareWindow *>(QApplication::activeModalWidget());
    QVERIFY(compare);
    QTRY_VERIFY_WITH_TIMEOUT(compare->viewer(0).hasImage() && compare->viewer(1).hasImage(), testPatience);
    ZSB_VERIFY_NONE(audit::unnamedWidgets(*compare));
    ZSB_VERIFY_NONE(audit::smallTargets(*compare));
    ZSB_VERIFY_NONE(audit::truncatedTexts(*compare));
    compare->viewer(0).zoom(3);
    QVERIFY(std::abs(compare->viewer(1).view().zoom - compare->viewer(0).view().zoom) < 0.01);
    compare->viewer(1).rotate(1);
    QCOMPARE(compare->viewer(0).quarters(), 1);
    compare->findChild<QCheckBox *>()->setChecked(false);
    compare->viewer(0).fit();
    QVERIFY(!compare->viewer(1).isFitted());
    QVERIFY(audit::escapeCloses(*compare));
}

void TestReviewPage::whatWasReplacedCanBeComparedWithWhatReplacedIt()
{
    Workplace desk(0);
    desk.season.retaken = true;
    desk.season.add(1);
    desk.controller.openQueue();
    const QList<ComparePicture> pictures = desk.controller.comparable();
    const auto earlier = std::ranges::find(pictures, false, &ComparePicture::current);
    QVERIFY(earlier != pictures.end());
    QVERIFY(earlier->slot.isEmpty()); // the portrait
    const int portrait = desk.controller.materials().portraitRow();
    const auto [left, right] = firstPair(pictures, desk.controller.materials().at(portrait).sha256);
    QCOMPARE(pictures.at(left).sha256, desk.controller.materials().at(portrait).sha256);
    QCOMPARE(pictures.at(right).sha256, earlier->sha256);
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewPage)
#include "tst_reviewpage.moc"
