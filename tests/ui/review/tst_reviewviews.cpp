#include "tests/ui/review/workplace.h"
#include "ui/review/queuepane.h"
#include "ui/review/viewspanel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zsb {

/// The reviewer's own views of the queue.
class TestReviewViews : public QObject
{
    Q_OBJECT

private slots:
    void aFilterIsSavedCountedAndOpened();
    void theSameNameReplaces();
    void aViewIsRenamedAndRemoved();
    void otherFilteringLeavesTheView();
    void viewsComeBackWithTheSeason();
    void aSavedSearchIsFoundAgain();
    void theQueueStandsInTheOrderAskedFor();
    void nothingIsSavedWhereItIsOnlyRead();
    void keysDoItAll();
    void thePanelIsNamedAndReached();
    void aPlaceKeepsTheFilterButNoText();
};

/// Which saved view has this name; its row among those of the combo box.
static int rowOf(const ReviewController &controller, const QString &name)
{
    for (int row = 0; row < controller.views().size(); ++row) {
        if (controller.views().at(row).name.endsWith(name))
            return row;
    }
    return -1;
}

void TestReviewViews::aFilterIsSavedCountedAndOpened()
{
    Workplace desk(8);
    ReviewController &review = desk.controller;
    review.setView(u"in-review"_s);
    const QString type = review.types().at(1).id;
    review.setType(type);
    const int files = review.queue().count();
    QVERIFY(files > 0 && files < 8);
    review.saveView(u"  我的  一类 "_s);
    QCOMPARE(review.savedViews().size(), 1);
    QCOMPARE(review.savedViews().first().name, u"我的 一类"_s);
    QCOMPARE(review.savedViews().first().files, files); // counted with the queue
    QCOMPARE(review.view(), u"saved:"_s + review.savedViews().first().id);
    review.setType({});
    review.setView(u"all"_s);
    QCOMPARE(review.queue().count(), 8);
    const int row = rowOf(review, u"我的 一类"_s);
    QVERIFY(row > 0);
    QCOMPARE(review.views().at(row).files, files); // whatever is open
    review.setView(review.views().at(row).id);
    QCOMPARE(review.queue().count(), files);
    QCOMPARE(review.type(), type);
}

void TestReviewViews::theSameNameReplaces()
{
    Workplace desk(3);
    desk.controller.saveView(u"一"_s);
    const QString id = desk.controller.savedViews().first().id;
    desk.controller.setView(u"all"_s);
    desk.controller.saveView(u"一"_s);
    QCOMPARE(desk.controller.savedViews().size(), 1);
    QCOMPARE(desk.controller.savedViews().first().id, id);
    QCOMPARE(desk.controller.savedViews().first().filter.view, u"all"_s);
    desk.controller.saveView(u"   "_s);
    QCOMPARE(desk.controller.savedViews().size(), 1);
}

void TestReviewViews::aViewIsRenamedAndRemoved()
{
    Workplace desk(3);
    ReviewController &review = desk.controller;
    review.saveView(u"一"_s);
    const QString one = review.savedView();
    review.saveView(u"二"_s);
    review.renameView(one, u"二"_s); // taken
    QCOMPARE(review.savedViews().size(), 2);
    QVERIFY(rowOf(review, u"一"_s) > 0);
    review.renameView(one, u"三"_s);
    QVERIFY(rowOf(review, u"三"_s) > 0);
    QVERIFY(rowOf(review, u"一"_s) < 0);
    const QString two = review.savedView();
    QVERIFY(two != one);
    review.removeView(two);
    QVERIFY(review.savedView().isEmpty());
    QCOMPARE(review.view(), review.filter().view); // stays as it is, without a name
    QCOMPARE(review.savedViews().size(), 1);
}

void TestReviewViews::otherFilteringLeavesTheView()
{
    Workplace desk(3);
    ReviewController &review = desk.controller;
    review.saveView(u"一"_s);
    const QString saved = review.view();
    review.setSearch(u"zz"_s);
    QVERIFY(review.view() != saved);
    review.setView(saved);
    QVERIFY(!review.isSearching());
    review.setOrder(QueueOrder::Name);
    QVERIFY(review.view() != saved);
    review.setView(saved);
    QCOMPARE(review.filter().order, QueueOrder::Urgency);
}

void TestReviewViews::viewsComeBackWithTheSeason()
{
    ReviewSeason season(3);
    TaskRunner tasks;
    {
        ReviewController first(season.tools(), ReviewSeason::reviewer(), tasks);
        first.openQueue();
        first.setOrder(QueueOrder::Number);
        first.saveView(u"一"_s);
    }
    ReviewController again(season.tools(), ReviewSeason::reviewer(), tasks);
    again.openQueue();
    QCOMPARE(again.savedViews().size(), 1);
    QCOMPARE(again.savedViews().first().filter.order, QueueOrder::Number);
    Reviewer other = ReviewSeason::reviewer();
    other.id = ActorId{"reviewer-b"};
    ReviewController elsewhere(season.tools(), other, tasks);
    elsewhere.openQueue();
    QVERIFY(elsewhere.savedViews().isEmpty());
}

void TestReviewViews::aSavedSearchIsFoundAgain()
{
    Workplace desk(4);
    ReviewController &review = desk.controller;
    const QString number = review.queue().at(2).applicationNo;
    review.setSearch(number);
    QCOMPARE(review.queue().count(), 1);
    review.saveView(u"那一份"_s);
    const QString saved = review.view();
    review.setView(u"all"_s);
    auto *box = desk.page->findChild<QLineEdit *>(u"queueSearch"_s);
    QVERIFY(box->text().isEmpty());
    QCOMPARE(review.queue().count(), 4);
    review.setView(saved);
    QCOMPARE(review.queue().count(), 1);
    QCOMPARE(box->text(), number);
    QTest::qWait(300); // the box asks for nothing by itself
    QCOMPARE(review.view(), saved);
}

void TestReviewViews::theQueueStandsInTheOrderAskedFor()
{
    Workplace desk(6);
    desk.actions.action("review.order.number")->trigger();
    QStringList numbers;
    for (int row = 0; row < desk.controller.queue().count(); ++row)
        numbers.append(desk.controller.queue().at(row).applicationNo);
    QStringList sorted = numbers;
    sorted.sort();
    QCOMPARE(numbers, sorted);
    QVERIFY(desk.actions.action("review.order.number")->isChecked());
    QVERIFY(!desk.actions.action("review.order.urgency")->isChecked());
    desk.actions.action("review.order.number")->trigger(); // again: still
    QVERIFY(desk.actions.action("review.order.number")->isChecked());
}

void TestReviewViews::nothingIsSavedWhereItIsOnlyRead()
{
    ReviewSeason season(2);
    TaskRunner tasks;
    ReviewTools tools = season.tools();
    tools.writer = nullptr;
    ReviewController review(tools, ReviewSeason::reviewer(), tasks);
    review.openQueue();
    QString said;
    connect(&review, &ReviewController::said, &review, [&](const QString &text, Tone) { said = text; });
    review.saveView(u"一"_s);
    QVERIFY(!said.isEmpty());
    QVERIFY(review.savedViews().isEmpty());
}

/// U9: saved, chosen, renamed and removed without a mouse.
void TestReviewViews::keysDoItAll()
{
    Workplace desk(3);
    ReviewController &review = desk.controller;
    desk.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *panel = desk.page->findChild<ViewsPanel *>();
    QVERIFY(panel->isVisible());
    QVERIFY(!desk.canApprove());
    QVERIFY(!panel->acceptButton().isEnabled()); // a name is missing
    QTest::keyClicks(QApplication::focusWidget(), u"one"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.page->isAnswering());
    QCOMPARE(review.savedViews().size(), 1);
    review.setView(u"all"_s);
    desk.viewer().setFocus();
    desk.press(Qt::Key_V);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"ownViews"_s);
    desk.press(Qt::Key_F2);
    QTest::keyClicks(QApplication::focusWidget(), u"two"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(review.savedViews().first().name, u"two"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"ownViews"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.page->isAnswering());
    QCOMPARE(review.view(), u"saved:"_s + review.savedViews().first().id);
    desk.press(Qt::Key_V);
    desk.press(Qt::Key_Delete);
    QCOMPARE(review.savedViews().size(), 1); // asks once more
    desk.press(Qt::Key_Delete);
    QVERIFY(review.savedViews().isEmpty());
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.page->isAnswering());
}

void TestReviewViews::thePanelIsNamedAndReached()
{
    Workplace desk(3);
    desk.controller.saveView(u"一"_s);
    desk.actions.action("review.views")->trigger();
    QCoreApplication::processEvents(); // layouts follow texts
    ZSB_VERIFY_NONE(audit::unnamedWidgets(desk.window));
    ZSB_VERIFY_NONE(audit::unreachableByTab(desk.window));
    ZSB_VERIFY_NONE(audit::truncatedTexts(desk.window));
    ZSB_VERIFY_NONE(audit::smallTargets(desk.window));
}

/// What is searched for may be a name: it lies with the view on the desk, never in the file of the session.
void TestReviewViews::aPlaceKeepsTheFilterButNoText()
{
    Workplace desk(4);
    desk.controller.setSearch(desk.controller.queue().at(2).applicationNo);
    desk.controller.saveView(u"那一份"_s);
    const ReviewPlace place = reviewPlaceFrom(toJson(desk.page->place()));
    QVERIFY(place.filter.text.isEmpty());
    desk.controller.setView(u"all"_s);
    desk.controller.resumeAt(place.filter, place.savedView, {});
    QCOMPARE(desk.controller.queue().count(), 1);
    desk.controller.removeView(place.savedView);
    desk.controller.resumeAt(place.filter, place.savedView, {}); // gone meanwhile
    QVERIFY(desk.controller.queue().count() > 1);
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewViews)
#include "tst_reviewviews.moc"
