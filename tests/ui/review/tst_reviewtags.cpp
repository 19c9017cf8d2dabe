#include "tests/support/patience.h"
#include "tests/ui/review/workplace.h"
#include "ui/review/queuepane.h"
#include "ui/review/tagchips.h"
#include "ui/review/tagspanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace zsb {

/// The reviewer's own nine tags.
class TestReviewTags : public QObject
{
    Q_OBJECT

private slots:
    void keysTagTheFileOnScreen();
    void aTagIsNoDecision();
    void thePanelTagsAndNames();
    void digitsInThePanesStillShowMaterials();
    void theQueueIsFilteredByATag();
    void aViewKeepsItsTags();
    void tagsComeBack();
    void nothingIsTaggedWhereItIsOnlyRead();
    void chipsAreTenableWithoutColour();
    void thePanelIsNamedAndReached();
};

static void tag(Workplace &desk, int number)
{
    desk.press(Qt::Key(Qt::Key_0 + number), Qt::ControlModifier | Qt::AltModifier);
}

void TestReviewTags::keysTagTheFileOnScreen()
{
    Workplace desk(3);
    auto *chips = desk.page->findChild<TagChips *>();
    QVERIFY(!chips->isVisible());
    tag(desk, 1);
    tag(desk, 9);
    QCOMPARE(desk.controller.fileTags(), Tags(tagBit(1) | tagBit(9)));
    QVERIFY(chips->isVisible());
    QVERIFY(chips->accessibleName().contains(u"标签 9"_s));
    const QModelIndex row = desk.controller.queue().index(desk.controller.row(), 0);
    QCOMPARE(row.data(QueueModel::TagsRole).toInt(), int(tagBit(1) | tagBit(9)));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"标签 1"_s));
    tag(desk, 1);
    QCOMPARE(desk.controller.fileTags(), tagBit(9));
    desk.controller.nextFile();
    QCOMPARE(desk.controller.fileTags(), Tags(0));
    QVERIFY(!chips->isVisible());
    desk.controller.previousFile();
    QCOMPARE(desk.controller.fileTags(), tagBit(9));
}

/// Nothing in the log, nothing to send, nothing to undo, and the file stays undecided and unclaimed.
void TestReviewTags::aTagIsNoDecision()
{
    Workplace desk(2);
    const ApplicationId id = desk.controller.file().state.id;
    const std::size_t events = desk.season.store->history(id)->size();
    const ApplicationState before = desk.state(id);
    tag(desk, 3);
    QCOMPARE(desk.season.store->history(id)->size(), events);
    QCOMPARE(desk.state(id).revision, before.revision);
    QVERIFY(desk.controller.undoWords().isEmpty());
    QCOMPARE(desk.controller.file().state.id, id); // and nothing goes on
}

void TestReviewTags::thePanelTagsAndNames()
{
    Workplace desk(2);
    desk.press(Qt::Key_T);
    QVERIFY(desk.page->findChild<TagsPanel *>()->isVisible());
    desk.press(Qt::Key_3);
    QCOMPARE(desk.controller.fileTags(), tagBit(3));
    desk.press(Qt::Key_F2);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"tagName"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"seal"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.controller.tagWords().name(3), u"seal"_s);
    QCOMPARE(desk.controller.tagWords().letter(3), u"S"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"tagList"_s);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.controller.fileTags(), Tags(tagBit(3) | tagBit(4)));
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.page->isAnswering());
    QCOMPARE(QApplication::focusWidget(), &desk.viewer());
    desk.controller.nameTag(5, u"疑问"_s);
    QCOMPARE(desk.controller.tagWords().letter(5), u"疑"_s);
    desk.controller.nameTag(5, {});
    QCOMPARE(desk.controller.tagWords().letter(5), u"5"_s);
}

void TestReviewTags::digitsInThePanesStillShowMaterials()
{
    Workplace desk(3);
    desk.press(Qt::Key_2);
    QCOMPARE(desk.controller.picture(), 1);
    QCOMPARE(desk.controller.fileTags(), Tags(0));
}

void TestReviewTags::theQueueIsFilteredByATag()
{
    Workplace desk(5);
    ReviewController &review = desk.controller;
    review.setView(u"all"_s);
    auto *box = desk.page->findChild<QComboBox *>(u"queueTag"_s);
    QVERIFY(!box->isVisible()); // nothing has a tag
    review.openRow(1);
    review.toggleTag(2);
    review.openRow(3);
    review.toggleTag(2);
    review.toggleTag(7);
    QTRY_COMPARE_WITH_TIMEOUT(review.tagChoices().size(), 4, testPatience); // all, any, two of them
    QVERIFY(box->isVisible());
    QCOMPARE(review.tagChoices().at(2).files, 2);
    review.setTagChoice(u"2"_s);
    QCOMPARE(review.queue().count(), 2);
    QVERIFY(review.filterWords().contains(u"标签 2"_s));
    review.setTagChoice(u"7"_s);
    QCOMPARE(review.queue().count(), 1);
    review.setTagChoice(u"any"_s);
    QCOMPARE(review.queue().count(), 2);
    QCOMPARE(review.tagChoice(), u"any"_s);
    review.setTagChoice({});
    QCOMPARE(review.queue().count(), 5);
}

void TestReviewTags::aViewKeepsItsTags()
{
    Workplace desk(4);
    ReviewController &review = desk.controller;
    review.setView(u"all"_s);
    review.openRow(2);
    review.toggleTag(4);
    review.setTagChoice(u"4"_s);
    review.saveView(u"问过"_s);
    const QString saved = review.view();
    review.setTagChoice({});
    QCOMPARE(review.queue().count(), 4);
    QTRY_COMPARE_WITH_TIMEOUT(review.savedViews().first().files, 1, testPatience);
    review.setView(saved);
    QCOMPARE(review.queue().count(), 1);
}

void TestReviewTags::tagsComeBack()
{
    ReviewSeason season(3);
    TaskRunner tasks;
    ApplicationId id;
    {
        ReviewController first(season.tools(), ReviewSeason::reviewer(), tasks);
        first.openQueue();
        id = first.file().state.id;
        first.toggleTag(6);
        first.nameTag(6, u"等回函"_s);
    }
    ReviewController again(season.tools(), ReviewSeason::reviewer(), tasks);
    again.openQueue();
    again.openFile(id);
    QCOMPARE(again.fileTags(), tagBit(6));
    QCOMPARE(again.tagWords().name(6), u"等回函"_s);
    QCOMPARE(again.queue().at(again.row()).tags, tagBit(6));
    Reviewer other = ReviewSeason::reviewer();
    other.id = ActorId{"reviewer-b"};
    ReviewController elsewhere(season.tools(), other, tasks);
    elsewhere.openQueue();
    elsewhere.openFile(id);
    QCOMPARE(elsewhere.fileTags(), Tags(0));
}

void TestReviewTags::nothingIsTaggedWhereItIsOnlyRead()
{
    ReviewSeason season(2);
    TaskRunner tasks;
    ReviewTools tools = season.tools();
    tools.writer = nullptr;
    ReviewController review(tools, ReviewSeason::reviewer(), tasks);
    review.openQueue();
    QString said;
    connect(&review, &ReviewController::said, &review, [&](const QString &text, Tone) { said = text; });
    review.toggleTag(1);
    QVERIFY(!said.isEmpty());
    QCOMPARE(review.fileTags(), Tags(0));
}

/// U12: letters on their colour 4.5:1, the square on what lies around it 3:1, in both themes.
void TestReviewTags::chipsAreTenableWithoutColour()
{
    for (const bool dark : {false, true}) {
        const ThemeTokens &tokens = dark ? Theme::darkTokens() : Theme::lightTokens();
        for (int number = 1; number <= tagCount; ++number) {
            const TagColors colors = tagColors(number, dark);
            QVERIFY(audit::contrast(colors.ink, colors.fill) >= 4.5);
            for (const QColor &around : {tokens.window, tokens.surface, tokens.selection})
                QVERIFY2(audit::contrast(colors.fill, around) >= 3, qPrintable(QString::number(number)));
        }
    }
}

void TestReviewTags::thePanelIsNamedAndReached()
{
    Workplace desk(3);
    desk.actions.action("review.tags")->trigger();
    QCoreApplication::processEvents(); // layouts follow texts
    ZSB_VERIFY_NONE(audit::unnamedWidgets(desk.window));
    ZSB_VERIFY_NONE(audit::unreachableByTab(desk.window));
    ZSB_VERIFY_NONE(audit::truncatedTexts(desk.window));
    ZSB_VERIFY_NONE(audit::smallTargets(desk.window));
    ZSB_VERIFY_NONE(audit::shortcutClashes(desk.actions.actions()));
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewTags)
#include "tst_reviewtags.moc"
