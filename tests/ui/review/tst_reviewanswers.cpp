#include "tests/support/patience.h"
#include "tests/ui/review/workplace.h"

#include "ui/review/comparewindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zsb {

/// The short answers at the side: what they are about, and what a key does to them.
class TestReviewAnswers : public QObject
{
    Q_OBJECT

private slots:
    void aBegunAnswerStaysWithItsFile_data();
    void aBegunAnswerStaysWithItsFile();
    void whoSearchesGoesOnSearching();
    void anEmptyAnswerIsNotKept();
    void aFindingIsAnsweredByItsKey();
    void aFileThatMovedOnIsLookedAtAgain();
    void aReasonIsAboutWhatTheChecksFound();
    void onlyTheFieldThatIsWrongIsOpened();
    void whatIsSaidOfOthersIsNotInTheNotice();
    void everyReasonOfferedIsAccepted_data();
    void everyReasonOfferedIsAccepted();
    void tabLeavesTheReasonsAndArrowsTurnTheirTarget();
    void enterGoesToWhatIsMissing();
    void aBegunReturnComesBackWithItsTarget();
    void aHeldKeyDecidesNothing_data();
    void aHeldKeyDecidesNothing();
    void earlyApprovalsLookAtNothing();
    void walkingInHasteLooksAtNothing();
};

static void breakNumber(DemoPerson &person, int)
{
    char &last = person[Field::DocumentNumber].back();
    last = last == '1' ? '2' : '1';
}

static void breakNumberAndPostcode(DemoPerson &person, int index)
{
    breakNumber(person, index);
    person[Field::PostalCode] = "01000";
}

void TestReviewAnswers::aBegunAnswerStaysWithItsFile_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("key");
    const std::pair<const char *, Qt::Key> panels[] = {{"return", Qt::Key_F9}, {"doubt", Qt::Key_F12}};
    for (const auto &[panel, key] : panels) {
        QTest::addRow("a click in the queue, %s", panel) << 0 << int(key);
        QTest::addRow("a search, %s", panel) << 1 << int(key);
        QTest::addRow("a number, %s", panel) << 2 << int(key);
        QTest::addRow("another queue, %s", panel) << 3 << int(key);
    }
}

void TestReviewAnswers::aBegunAnswerStaysWithItsFile()
{
    QFETCH(const int, way);
    QFETCH(const int, key);
    Workplace desk(3);
    desk.controller.openRow(1);
    const ApplicationId other = desk.controller.file().state.id;
    const QString number = qtext(desk.controller.file().state.applicationNo);
    desk.controller.openRow(0);
    const ApplicationId asked = desk.controller.file().state.id;
    desk.viewer().setFocus();
    desk.press(Qt::Key(key));
    desk.press(key == Qt::Key_F9 ? Qt::Key_1 : Qt::Key_S);
    QVERIFY(desk.page->isAnswering());
    if (way == 0) {
        auto &queue = *desk.page->findChild<QListView *>(u"queue"_s);
        QTest::mouseClick(queue.viewport(), Qt::LeftButton, {}, queue.visualRect(queue.model()->index(1, 0)).center());
    }
    if (way == 1)
        desk.controller.setSearch(number);
    if (way == 2)
        desk.controller.openNumber(number);
    if (way == 3)
        desk.controller.setView(u"approved"_s); // nothing there
    QVERIFY(desk.controller.file().state.id != asked);
    QVERIFY(!desk.page->isAnswering());
    if (QWidget *focus = QApplication::focusWidget())
        QTest::keyClick(focus, Qt::Key_Return);
    QVERIFY(desk.state(asked).decisions.empty());
    QVERIFY(desk.state(other).decisions.empty());

    desk.controller.openFile(asked);
    QVERIFY(desk.page->isAnswering());
    QTest::mouseClick(desk.page->findChild<QWidget *>(key == Qt::Key_F9 ? u"returnPanel"_s : u"notePanel"_s)
                          ->findChild<QPushButton *>(u"accept"_s),
                      Qt::LeftButton);
    QCOMPARE(desk.state(asked).review.phase, key == Qt::Key_F9 ? Phase::Returned : Phase::Doubtful);
    QVERIFY(desk.state(other).decisions.empty());
}

void TestReviewAnswers::whoSearchesGoesOnSearching()
{
    Workplace desk(3);
    const ApplicationId asked = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    desk.page->focusSearch();
    QWidget *search = QApplication::focusWidget();
    desk.controller.openRow(1);
    QCOMPARE(QApplication::focusWidget(), search);
    desk.controller.openFile(asked);
    QVERIFY(desk.page->isAnswering());
    QCOMPARE(QApplication::focusWidget(), search);
}

void TestReviewAnswers::anEmptyAnswerIsNotKept()
{
    Workplace desk(2);
    const ApplicationId asked = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    desk.controller.openRow(1);
    QVERIFY(!desk.page->isAnswering());
    desk.controller.openFile(asked);
    QVERIFY(!desk.page->isAnswering());
}

/// Rows move when something is resolved: the answer is about the finding it was begun on.
void TestReviewAnswers::aFindingIsAnsweredByItsKey()
{
    Workplace desk(1, breakNumberAndPostcode);
    const ApplicationId id = desk.controller.file().state.id;
    QVERIFY(desk.controller.findings().count() >= 2);
    desk.controller.showFinding(1);
    const QString asked = desk.controller.findings().at(1).key;
    desk.press(Qt::Key_Delete);
    QVERIFY(desk.page->isAnswering());
    desk.controller.dismissFinding(0, u"与材料原件核对无误"_s);
    QVERIFY(desk.controller.findings().at(1).key != asked);
    desk.press(Qt::Key_1); // the file has changed under it: asked once more
    QVERIFY(desk.page->isAnswering());
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.page->isAnswering());
    const auto &resolutions = desk.state(id).resolutions;
    QCOMPARE(resolutions.size(), std::size_t(2));
    QCOMPARE(resolutions.at(asked.toStdString()).resolution, Resolution::Dismissed);
}

void TestReviewAnswers::aFileThatMovedOnIsLookedAtAgain()
{
    Workplace desk(1, breakNumber);
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    desk.controller.confirmFinding(0, {});
    desk.press(Qt::Key_Return);
    QVERIFY(desk.state(id).decisions.empty());
    QVERIFY(desk.page->isAnswering());
    QCOMPARE(desk.controller.reasons().chosen().size(), 1);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.state(id).review.phase, Phase::Returned);
}

namespace {

ReasonRow rowOf(const QList<ReasonRow> &rows, const QString &code)
{
    const auto found = std::ranges::find(rows, code, &ReasonRow::code);
    return found == rows.end() ? ReasonRow{} : *found;
}

QString nothing(const std::string &)
{
    return {};
}

/// As the panel sends it.
std::vector<ReasonUse> usesOf(const ReasonRow &row, const ReasonTarget &target)
{
    std::vector<ReasonUse> uses;
    for (const QString &item : target.items.split(u','))
        uses.push_back({row.code.toStdString(), item.toStdString(), "见说明"});
    return uses;
}

int rowOfCode(const ReasonsModel &model, const QString &code)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.at(row).code == code)
            return row;
    }
    return -1;
}

} // namespace

/// Whatever picture is on the screen: a damaged one is the one to redo.
void TestReviewAnswers::aReasonIsAboutWhatTheChecksFound()
{
    Workplace desk(0);
    desk.season.add(8);
    desk.controller.openQueue();
    FileView file = desk.controller.file();
    QVERIFY(file.state.materials.size() >= 2);
    const std::string damaged = file.state.materials.begin()->first;
    const std::string onScreen = std::next(file.state.materials.begin())->first;
    Finding finding;
    finding.rule = "materials.readable";
    finding.evidence = {{"slot", damaged}};
    finding.messageZh = "图片打不开";
    const ReviewWords words(nm2023(), Language::Chinese);
    const ReviewRows rows(nm2023(), words);
    const auto unclear = [&] {
        return rowOf(rows.reasons(file, Judgement::Return, qtext(onScreen), nothing), u"201"_s);
    };
    QCOMPARE(unclear().about().items, qtext(materialItem(onScreen))); // nobody says otherwise
    file.findings = {finding};
    QVERIFY(unclear().suggested);
    QCOMPARE(unclear().about().items, qtext(materialItem(damaged)));
    QVERIFY(unclear().about().text.contains(words.slot(damaged)));
    QCOMPARE(unclear().note, u"图片打不开"_s);
    finding.evidence = {{"slot", onScreen}};
    finding.messageZh = "不是 jpg";
    file.findings.push_back(finding);
    const ReasonTarget both = unclear().about();
    QStringList items = both.items.split(u',');
    items.sort();
    QCOMPARE(items, (QStringList{qtext(materialItem(damaged)), qtext(materialItem(onScreen))})); // in their own order
    QVERIFY(both.name.contains(words.slot(damaged)) && both.name.contains(words.slot(onScreen)));
    QVERIFY(both.found.contains(u"图片打不开"_s) && both.found.contains(u"不是 jpg"_s));
}

void TestReviewAnswers::onlyTheFieldThatIsWrongIsOpened()
{
    Workplace desk(1, [](DemoPerson &person, int) { person[Field::PostalCode] = "01000"; });
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    const QList<ReasonRow> chosen = desk.controller.reasons().chosen();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().about().items, u"field:postal_code"_s);
    const QString said = desk.controller.findings().at(0).message;
    const QString notice =
        desk.page->findChild<QWidget *>(u"returnPanel"_s)->findChild<QLabel *>(u"noticePreview"_s)->text();
    QVERIFY2(notice.contains(said), qPrintable(notice));
    desk.press(Qt::Key_Return);
    const ApplicationState state = desk.state(id);
    QCOMPARE(state.review.openItems.size(), std::size_t(1));
    QCOMPARE(state.review.openItems.front().item, "field:postal_code");
    QCOMPARE(qtext(state.decisions.front().reasons.front().note), said); // what only a reviewer can tell is not in it
}

void TestReviewAnswers::whatIsSaidOfOthersIsNotInTheNotice()
{
    Workplace desk(1);
    FileView file = desk.controller.file();
    Finding finding;
    finding.rule = "contact.phone-once";
    finding.fields = {Field::Phone};
    finding.evidence = {{"other", std::string("20231500000099")}};
    finding.messageZh = "同一手机号另有 1 人使用（20231500000099）";
    file.findings = {finding};
    const ReviewWords words(nm2023(), Language::Chinese);
    const ReasonRow row = rowOf(ReviewRows(nm2023(), words).reasons(file, Judgement::Return, {}, nothing), u"305"_s);
    QVERIFY(row.suggested);
    QCOMPARE(row.about().items, u"field:phone"_s);
    QVERIFY(row.note.isEmpty());
}

void TestReviewAnswers::everyReasonOfferedIsAccepted_data()
{
    QTest::addColumn<int>("index");
    const auto &types = nm2023().types;
    for (int index = 1; index <= int(types.size()); ++index)
        QTest::newRow(types[std::size_t(index) % types.size()].id.c_str()) << index;
}

/// Whatever the panels offer, decide() takes: every reason about everything it can be about, for every type.
void TestReviewAnswers::everyReasonOfferedIsAccepted()
{
    QFETCH(const int, index);
    ReviewSeason season(0);
    season.spoil = [](DemoPerson &person, int) { // one that nobody asked for, one that is missing
        for (const MaterialSlot &slot : nm2023().materialSlots) {
            if (std::ranges::find(person.papers, slot.id) == person.papers.end() && slot.id != "portrait") {
                person.papers.front() = slot.id;
                break;
            }
        }
    };
    season.add(index);
    FileSession session(season.tools(), ReviewSeason::reviewer());
    QVERIFY(session.open(season.ids.front()));
    const ReviewWords words(nm2023(), Language::Chinese);
    int offered = 0;
    std::set<QString> codes;
    for (const Judgement judgement : {Judgement::Return, Judgement::Refuse}) {
        for (const ReasonRow &row :
             ReviewRows(nm2023(), words).reasons(session.file(), judgement, u"id_card"_s, nothing)) {
            QVERIFY(!row.targets.isEmpty());
            codes.insert(row.code);
            for (const ReasonTarget &target : row.targets) {
                const std::vector<ReasonUse> uses = usesOf(row, target);
                const auto refusal = judgement == Judgement::Return ? session.whyNot(ReturnFile{.reasons = uses})
                                                                    : session.whyNot(Refuse{.reasons = uses});
                QVERIFY2(!refusal, qPrintable(row.code + u' ' + target.items + u' ' +
                                              (refusal ? words.refusal(*refusal) : QString())));
                QVERIFY2(!target.name.isEmpty(), qPrintable(row.code));
                ++offered;
            }
        }
    }
    QVERIFY(codes.contains(u"201"_s) && codes.contains(u"205"_s) && codes.contains(u"501"_s));
    QVERIFY(offered > 40);
}

void TestReviewAnswers::tabLeavesTheReasonsAndArrowsTurnTheirTarget()
{
    Workplace desk(0);
    desk.season.add(8);
    desk.controller.openQueue();
    desk.viewer().setFocus();
    desk.press(Qt::Key_F9);
    auto &panel = *desk.page->findChild<QWidget *>(u"returnPanel"_s);
    auto &list = *panel.findChild<QListView *>(u"reasons"_s);
    const int row = rowOfCode(desk.controller.reasons(), u"201"_s);
    list.setCurrentIndex(desk.controller.reasons().index(row));
    desk.press(Qt::Key_Space);
    const auto about = [&] { return desk.controller.reasons().at(row).about(); };
    const auto isConsistent = [&] {
        return list.currentIndex().data().toString() == about().text && about().text.contains(about().name) &&
               panel.findChild<QLabel *>(u"noticePreview"_s)->text().contains(about().text);
    };
    const ReasonTarget first = about();
    QVERIFY(isConsistent());
    desk.press(Qt::Key_Right);
    QVERIFY(about().items != first.items);
    QVERIFY(isConsistent());
    const ReasonTarget second = about();
    desk.press(Qt::Key_Left);
    QCOMPARE(about(), first);
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != &list);
    QVERIFY(panel.isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(about(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), &list);
}

void TestReviewAnswers::enterGoesToWhatIsMissing()
{
    Workplace desk(1); // R4
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_F9, Qt::ControlModifier);
    auto &panel = *desk.page->findChild<QWidget *>(u"refusePanel"_s);
    auto &list = *panel.findChild<QListView *>(u"reasons"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &list);
    list.setCurrentIndex(desk.controller.reasons().index(rowOfCode(desk.controller.reasons(), u"901"_s)));
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), panel.findChild<QLineEdit *>(u"reasonNote"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"see note"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), panel.findChild<QLineEdit *>(u"confirmNumber"_s));
    QVERIFY(desk.state(id).decisions.empty());
    QTest::keyClicks(QApplication::focusWidget(), desk.controller.lastFour());
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.state(id).review.phase, Phase::Refused);
}

void TestReviewAnswers::aBegunReturnComesBackWithItsTarget()
{
    Workplace desk(0);
    desk.season.add(8);
    desk.controller.openQueue();
    desk.viewer().setFocus();
    desk.press(Qt::Key_F9);
    ReasonsModel &reasons = desk.controller.reasons();
    reasons.toggle(rowOfCode(reasons, u"201"_s));
    const ReasonTarget first = reasons.chosen().first().about();
    reasons.turnTarget(rowOfCode(reasons, u"201"_s), 1);
    const ReasonTarget second = reasons.chosen().first().about();
    QVERIFY(first.items != second.items);
    const ReviewPlace place = reviewPlaceFrom(toJson(desk.page->place()));
    desk.press(Qt::Key_Escape);
    reasons.setReasons({});
    desk.page->restore(place);
    QVERIFY(desk.page->isAnswering());
    QCOMPARE(reasons.chosen().size(), 1);
    QCOMPARE(reasons.chosen().first().about(), second);
}

void TestReviewAnswers::aHeldKeyDecidesNothing_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("F8") << int(Qt::Key_F8);
    QTest::newRow("A") << int(Qt::Key_A);
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("1 in an answer") << int(Qt::Key_1);
}

void TestReviewAnswers::aHeldKeyDecidesNothing()
{
    QFETCH(const int, key);
    Workplace desk(3,
                   key == Qt::Key_Return || key == Qt::Key_1 ? breakNumber : std::function<void(DemoPerson &, int)>());
    const auto hold = [&] {
        QWidget *focus = QApplication::focusWidget();
        QKeyEvent override(QEvent::ShortcutOverride, key, Qt::NoModifier, {}, true);
        QApplication::sendEvent(focus, &override);
        QTest::simulateEvent(focus, true, key, Qt::NoModifier, key == Qt::Key_1 ? u"1"_s : QString(), true);
    };
    if (key == Qt::Key_F8 || key == Qt::Key_A) {
        for (int i = 0; i < 12 && !desk.canApprove(); ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(desk.isLooked(), testPatience);
            desk.press(Qt::Key_Space);
            QTRY_VERIFY_WITH_TIMEOUT(desk.isLooked(), testPatience);
        }
        QVERIFY(desk.canApprove());
    } else if (key == Qt::Key_Return) {
        desk.press(Qt::Key_Return); // its evidence
        desk.press(Qt::Key_Return); // asks for the verdict
        QVERIFY(desk.page->isAnswering());
    } else {
        desk.controller.showFinding(0);
        desk.press(Qt::Key_Delete);
        QVERIFY(desk.page->isAnswering());
    }
    for (int i = 0; i < 10; ++i)
        hold();
    QCOMPARE(desk.controller.decided(), 0);
    for (const ApplicationId &id : desk.season.ids) {
        QVERIFY(desk.state(id).decisions.empty());
        QVERIFY(desk.state(id).resolutions.empty());
    }
    desk.press(Qt::Key(key)); // pressed anew it does
    QVERIFY(desk.controller.decided() == 1 || !desk.page->isAnswering());
}

/// An early F8 shows what was not seen; pressing it again and again is not looking (U28).
void TestReviewAnswers::earlyApprovalsLookAtNothing()
{
    Workplace desk(2);
    const ApplicationId id = desk.controller.file().state.id;
    const MaterialsModel &materials = desk.controller.materials();
    const auto seen = [&] {
        int count = 0;
        for (int row = 0; row < materials.count(); ++row)
            count += materials.at(row).seen ? 1 : 0;
        return count;
    };
    QTRY_VERIFY_WITH_TIMEOUT(desk.isLooked(), testPatience);
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(desk.controller.comparable(),
                                                 [&](const ComparePicture &picture) {
                                                     return desk.controller.pictures().peek(picture.sha256);
                                                 }),
                             testPatience);
    const int before = seen();
    const int picture = desk.controller.picture();
    for (int i = 0; i < 20; ++i)
        desk.press(i % 2 ? Qt::Key_F8 : Qt::Key_A);
    QVERIFY(desk.controller.picture() != picture); // what is not seen is shown
    QCOMPARE(seen(), before);
    QVERIFY(desk.state(id).decisions.empty());
    desk.press(Qt::Key_Space); // seen, and on
    QCOMPARE(seen(), before + 2);
}

/// The time of one picture is not that of the next.
void TestReviewAnswers::walkingInHasteLooksAtNothing()
{
    Workplace desk(0);
    desk.season.add(8);
    desk.controller.setDwell(std::chrono::seconds(2));
    desk.controller.openQueue();
    const MaterialsModel &materials = desk.controller.materials();
    QTRY_VERIFY_WITH_TIMEOUT(materials.at(0).seen, testPatience); // all are decoded by then
    for (int i = 0; i < 120; ++i) {                               // longer than the time of one, in steps far shorter
        desk.controller.showPicture(1 + i % 2);
        QTest::qWait(20);
    }
    QVERIFY(!materials.at(1).seen && !materials.at(2).seen);
    QTRY_VERIFY_WITH_TIMEOUT(materials.at(2).seen, testPatience);
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewAnswers)
#include "tst_reviewanswers.moc"
