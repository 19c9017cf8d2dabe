#include "tests/support/patience.h"
#include "ui/models/findingsmodel.h"
#include "ui/models/formmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/materialsmodel.h"
#include "ui/models/phasetone.h"
#include "ui/models/queuemodel.h"
#include "ui/models/reasonsmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QueueRow queueRow(int number)
{
    QueueRow row;
    row.id.value = std::to_string(number);
    row.key = number;
    row.applicationNo = QString::number(2315000000 + number);
    row.name = u"阿拉坦·巴特尔"_s;
    row.state = u"待审"_s;
    return row;
}

/// The files `from` to `to`.
QList<QueueRow> queueRows(int from, int to)
{
    QList<QueueRow> rows;
    for (int i = from; i <= to; ++i)
        rows.append(queueRow(i));
    return rows;
}

std::vector<std::int64_t> keys(int from, int to)
{
    std::vector<std::int64_t> all;
    for (int i = from; i <= to; ++i)
        all.push_back(i);
    return all;
}

std::vector<std::int64_t> keysOf(const QueueModel &model)
{
    std::vector<std::int64_t> all;
    for (int row = 0; row < model.count(); ++row)
        all.push_back(model.keyAt(row));
    return all;
}

FormRow formRow(const QString &field, Tone tone, int step)
{
    FormRow row;
    row.fieldId = field;
    row.label = field;
    row.value = u"值"_s;
    row.tone = tone;
    row.step = step;
    return row;
}

ReasonRow reason(const QString &code, const QString &text, const QString &pinyin)
{
    ReasonRow row;
    row.code = code;
    row.pinyin = pinyin;
    row.targets = {{u"portrait"_s, u"照片"_s, text, {}}};
    return row;
}

} // namespace

/// Lists of the workbench: problems first, the place is kept, only what is on screen is held.
class TestReviewModels : public QObject
{
    Q_OBJECT

private slots:
    void aQueueShowsItsFirstPageAndThenHowLongItIs();
    void whatIsLookedAtIsAskedForOnce();
    void whatIsPutFindsItsPlaceHoweverFar();
    void aLongListStaysLean();
    void aDecidedFileKeepsItsPlace();
    void theSelectionStaysWithItsFile();
    void anotherOrderIsAnotherList();
    void whatIsKeptStaysThroughAnotherList();
    void theNextUndecidedFileMayBeUnread();
    void problemsComeFirstInTheForm();
    void theFormShowsOnlyProblemsOrOneStepWhenAsked();
    void theFormResetsOncePerFile();
    void openGraveFindingsComeFirst();
    void seeingAPictureChangesOneRowOnly();
    void aDecisionThatNamesNothingIsADoubt();
    void theLastPictureKeyIsThePortraits();
    void digitsStayWithTheirReasonWhateverIsTyped();
    void reasonsAreFoundByCodePinyinAndWords();
    void aReasonThatNeedsANoteIsIncompleteWithoutOne();
    void aReasonPointsAtEachOfItsTargetsInTurn();
    void historyReadsAloudWhoDidWhat();
};

void TestReviewModels::aQueueShowsItsFirstPageAndThenHowLongItIs()
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(queueRows(1, 100), false);
    QCOMPARE(model.count(), 100);
    QVERIFY(!model.isAll());
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setList(keys(1, 450));
    QCOMPARE(model.count(), 450);
    QVERIFY(model.isAll());
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(resets.size(), 0);
    QVERIFY(model.isLoaded(99));
    QVERIFY(!model.isLoaded(100));
}

/// A repaint asks once for everything it lacks, and only for that.
void TestReviewModels::whatIsLookedAtIsAskedForOnce()
{
    QueueModel model;
    model.show(queueRows(1, 100), false);
    model.setList(keys(1, 450));
    std::vector<std::vector<std::int64_t>> asked;
    connect(&model, &QueueModel::contentWanted, &model,
            [&](const std::vector<std::int64_t> &wanted) { asked.push_back(wanted); });
    QCOMPARE(model.index(98, QueueModel::NameColumn).data().toString(), u"阿拉坦·巴特尔"_s);
    for (int row = 210; row < 230; ++row)
        QCOMPARE(model.index(row, QueueModel::NameColumn).data().toString(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, testPatience);
    QCOMPARE(asked.front(), keys(201, 250));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.put(queueRows(201, 250));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(210, QueueModel::NumberColumn).data().toString(), u"2315000211"_s);
    QVERIFY(model.missingAround(210).empty());
}

/// Places are looked for near the last one first: both ends of that, beyond them, backwards, and files that are gone.
void TestReviewModels::whatIsPutFindsItsPlaceHoweverFar()
{
    QueueModel model;
    model.setList(keys(1, 5'000));
    const int near = QueueModel::pageSize;
    const std::vector<int> numbers = {1, near, 2 * near, 2 * near + 1, 3 * near + 2, 5'001, 5'000, 4'999, 2'500, 2};
    QList<QueueRow> rows;
    for (const int number : numbers)
        rows.append(queueRow(number));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.put(rows);
    QCOMPARE(model.loaded(), numbers.size() - 1); // 5001 is not in the list
    for (const int number : numbers)
        QVERIFY(number > 5'000 || model.at(number - 1).key == number);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().at(0).toModelIndex().row(), 0);
    QCOMPARE(changes.front().at(1).toModelIndex().row(), 4'999);
}

/// U4: a long walk through a long list holds what a few screens show.
void TestReviewModels::aLongListStaysLean()
{
    QueueModel model;
    model.show(queueRows(1, 100), false);
    model.setList(keys(1, 100'000));
    model.setOpen(7);
    for (int first = 101; first < 20'000; first += 100)
        model.put(queueRows(first, first + 99));
    QVERIFY(model.loaded() <= QueueModel::mostLoaded + 100);
    QVERIFY(model.isLoaded(6)); // the file on screen
}

void TestReviewModels::aDecidedFileKeepsItsPlace()
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(queueRows(1, 5), true);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QueueRow decided = queueRow(3);
    decided.decided = true;
    decided.state = u"已通过"_s;
    QVERIFY(model.update(decided));
    QCOMPARE(model.rowOf(decided.id), 2);
    QCOMPARE(model.index(2, QueueModel::StateColumn).data().toString(), u"已通过"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.nextUndecided(1), 3);
    QVERIFY(!model.update(queueRow(77)));
    model.setList({1, 2, 4, 5}); // it left the queue
    QCOMPARE(keysOf(model), keys(1, 5));
    model.put({queueRow(3)});
    QVERIFY(model.at(2).decided);
    model.remove(3);
    QCOMPARE(model.count(), 5);
}

/// What others do moves rows, never the selection.
void TestReviewModels::theSelectionStaysWithItsFile()
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(queueRows(1, 100), false);
    model.setList(keys(1, 300));
    const QPersistentModelIndex selected = model.index(149, 0);
    model.setOpen(150);
    std::vector<std::int64_t> after = keys(40, 320); // the first are done, some came
    after.insert(after.begin(), {900, 901});         // before all others
    std::erase_if(after, [](std::int64_t key) { return key == 150 || (key > 200 && key < 210); });
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setList(after);
    QCOMPARE(resets.size(), 0);
    QVERIFY(selected.isValid());
    QCOMPARE(model.keyAt(selected.row()), 150);
    const auto place = std::ranges::find(after, 151);
    after.insert(place, 150); // the file on screen stays where it was
    QCOMPARE(keysOf(model), after);
    model.remove(152);
    QCOMPARE(model.keyAt(selected.row()), 150);
    QCOMPARE(model.rowOfKey(152), -1);
}

void TestReviewModels::anotherOrderIsAnotherList()
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(queueRows(1, 5), true);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setList({5, 4, 3, 2, 1});
    QCOMPARE(resets.size(), 1);
    QCOMPARE(keysOf(model), (std::vector<std::int64_t>{5, 4, 3, 2, 1}));
    std::vector<std::int64_t> odd; // everywhere a little: not said row by row
    model.show(queueRows(1, 100), false);
    model.setList(keys(1, 1000));
    for (int key = 1; key <= 1000; key += 2)
        odd.push_back(key);
    resets.clear();
    model.setList(odd);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(keysOf(model), odd);
    model.setList({});
    QCOMPARE(model.count(), 0);
}

/// Who holds a file that was never looked at is not known: it counts as next, and is read before it is turned to.
/// However much came and went at once: the file on screen and those decided here stay where they stood.
void TestReviewModels::whatIsKeptStaysThroughAnotherList()
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<QueueRow> rows;
    std::vector<std::int64_t> odd;
    for (int key = 1; key <= 400; ++key) {
        rows.append(queueRow(key));
        if (key % 2 == 1)
            odd.push_back(key);
    }
    rows[99].decided = true; // key 100
    model.show(rows, true);
    model.setOpen(6);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setList(odd); // 200 places at once
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.rowOfKey(6), 5);
    QCOMPARE(model.rowOfKey(100), 99);
    QVERIFY(model.at(99).decided);
    QCOMPARE(model.count(), 202);
    model.setList({1, 2, 3});
    QVERIFY(!model.isLoaded(model.rowOfKey(2))); // comes back as it is by then
    QVERIFY(model.isLoaded(model.rowOfKey(1)) && model.isLoaded(model.rowOfKey(6)));
    QSignalSpy wanted(&model, &QueueModel::contentWanted);
    model.forgetContents();
    QVERIFY(!model.isLoaded(model.rowOfKey(1)) && model.at(model.rowOfKey(100)).decided);
    static_cast<void>(model.index(0, 0).data());
    QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, testPatience);
}

void TestReviewModels::theNextUndecidedFileMayBeUnread()
{
    QueueModel model;
    model.show(queueRows(1, 100), false);
    QCOMPARE(model.nextUndecided(99), -1);
    model.setList(keys(1, 201));
    QCOMPARE(model.nextUndecided(99), 100);
    QueueRow held = queueRow(101);
    held.heldBy = u"别人"_s;
    model.put({held});
    QCOMPARE(model.nextUndecided(99), 101);
}

void TestReviewModels::problemsComeFirstInTheForm()
{
    FormModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({formRow(u"name"_s, Tone::Neutral, 3), formRow(u"phone"_s, Tone::Warning, 3),
                   formRow(u"document_number"_s, Tone::Error, 3)});
    QCOMPARE(model.rowOf(u"document_number"_s), 0);
    QCOMPARE(model.rowOf(u"phone"_s), 1);
    QCOMPARE(model.problemCount(), 2);
}

void TestReviewModels::theFormShowsOnlyProblemsOrOneStepWhenAsked()
{
    FormModel model;
    model.setRows({formRow(u"candidate_type"_s, Tone::Neutral, 2), formRow(u"phone"_s, Tone::Warning, 3)});
    model.setShow(FormModel::Show::OnlyProblems);
    QCOMPARE(model.rowCount(), 1);
    model.setShow(FormModel::Show::All);
    model.setStep(2);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(u"phone"_s), -1);
    model.setStep(0);
    QCOMPARE(model.rowCount(), 2);
}

void TestReviewModels::theFormResetsOncePerFile()
{
    FormModel model;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QList<FormRow> rows;
    for (int i = 0; i < 40; ++i)
        rows.append(formRow(QString::number(i), Tone::Neutral, 3));
    model.setRows(rows);
    QCOMPARE(resets.size(), 1); // U16
    model.setRows(rows);
    QCOMPARE(resets.size(), 1);
}

void TestReviewModels::openGraveFindingsComeFirst()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FindingRow hint;
    hint.key = u"hint"_s;
    FindingRow settled;
    settled.key = u"settled"_s;
    settled.tone = Tone::Error;
    settled.verdict = FindingRow::Verdict::Dismissed;
    FindingRow grave;
    grave.key = u"grave"_s;
    grave.tone = Tone::Error;
    grave.blocks = true;
    model.setRows({hint, settled, grave});
    QCOMPARE(model.at(0).key, u"grave"_s);
    QCOMPARE(model.at(2).key, u"settled"_s);
    QCOMPARE(model.openCount(), 2);
    QCOMPARE(model.blockingCount(), 1);
    QCOMPARE(model.firstOpen(), 0);
    QCOMPARE(model.firstOpen(1), -1);
}

/// Defaults are not written into the log.
void TestReviewModels::aDecisionThatNamesNothingIsADoubt()
{
    QCOMPARE(judgementOf({}), std::optional(Judgement::Doubt));
    QCOMPARE(judgementOf({{u"judgement"_s, u"approve"_s}}), std::optional(Judgement::Approve));
    QCOMPARE(judgementOf({{u"judgement"_s, u"maybe"_s}}), std::optional<Judgement>());
}

void TestReviewModels::seeingAPictureChangesOneRowOnly()
{
    MaterialsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    MaterialRow row;
    row.slot = u"student-card"_s;
    model.setRows({row, row});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setSeen(1);
    model.setSeen(1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(resets.size(), 0);
    QVERIFY(model.index(1).data(MaterialsModel::SeenRole).toBool());
    QVERIFY(!model.index(0).data(MaterialsModel::SeenRole).toBool());
}

void TestReviewModels::theLastPictureKeyIsThePortraits()
{
    MaterialsModel model;
    MaterialRow portrait;
    portrait.portrait = true;
    model.setRows({MaterialRow{}, portrait});
    QCOMPARE(model.index(0).data(MaterialsModel::KeyRole).toString(), u"1"_s);
    QCOMPARE(model.index(1).data(MaterialsModel::KeyRole).toString(), u"0"_s);
    QCOMPARE(model.portraitRow(), 1);
}

void TestReviewModels::digitsStayWithTheirReasonWhateverIsTyped()
{
    ReasonsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReasons({reason(u"101"_s, u"背景不是白色"_s, u"bjbsbs"_s), reason(u"203"_s, u"缺公章"_s, u"qgz"_s)});
    model.setFilter(u"bj"_s);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.toggleDigit(2));
    QCOMPARE(model.chosen().size(), 1);
    QCOMPARE(model.chosen().first().code, u"203"_s);
    QVERIFY(!model.toggleDigit(3));
    QVERIFY(model.toggleDigit(2));
    QVERIFY(model.chosen().isEmpty());
}

void TestReviewModels::reasonsAreFoundByCodePinyinAndWords()
{
    ReasonsModel model;
    model.setReasons({reason(u"101"_s, u"背景不是白色"_s, u"bjbsbs"_s), reason(u"203"_s, u"缺公章"_s, u"qgz"_s)});
    for (const QString &typed : {u"203"_s, u"QGZ"_s, u"公章"_s}) {
        model.setFilter(typed);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.at(0).code, u"203"_s);
    }
    model.setFilter(u"zzz"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestReviewModels::aReasonThatNeedsANoteIsIncompleteWithoutOne()
{
    ReasonsModel model;
    ReasonRow other = reason(u"901"_s, u"其他"_s, u"qt"_s);
    other.needsNote = true;
    model.setReasons({other});
    QVERIFY(!model.isComplete());
    model.toggle(0);
    QVERIFY(!model.isComplete());
    model.setNote(u"901"_s, u"  "_s);
    QVERIFY(!model.isComplete());
    model.setNote(u"901"_s, u"请到校核对"_s);
    QVERIFY(model.isComplete());
}

void TestReviewModels::aReasonPointsAtEachOfItsTargetsInTurn()
{
    ReasonsModel model;
    ReasonRow unclear = reason(u"201"_s, u"材料不清晰"_s, u"clbqx"_s);
    unclear.targets = {{u"material:student-card"_s, u"学生证"_s, u"学生证不清晰"_s, u"不是 jpg"_s},
                       {u"material:award"_s, u"获奖证书"_s, u"获奖证书不清晰"_s, {}}};
    unclear.note = u"不是 jpg"_s;
    model.setReasons({unclear});
    model.turnTarget(0, 1);
    QCOMPARE(model.index(0).data(ReasonsModel::TargetRole).toString(), u"获奖证书"_s);
    QCOMPARE(model.index(0).data().toString(), u"获奖证书不清晰"_s);
    QVERIFY(model.at(0).note.isEmpty()); // what was found is found elsewhere
    model.turnTarget(0, 1);
    QCOMPARE(model.index(0).data(ReasonsModel::TargetRole).toString(), u"学生证"_s);
    QCOMPARE(model.at(0).note, u"不是 jpg"_s);
    model.turnTarget(0, -1);
    model.setNote(u"201"_s, u"请重拍"_s);
    model.turnTarget(0, 1);
    QCOMPARE(model.at(0).note, u"请重拍"_s); // somebody's own words stay
}

void TestReviewModels::historyReadsAloudWhoDidWhat()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    HistoryRow row;
    row.when = u"2月16日 09:00"_s;
    row.who = u"初审员甲"_s;
    row.role = u"初审"_s;
    row.what = u"通过"_s;
    model.setRows({row});
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(u"初审员甲"_s));
    QVERIFY(spoken.contains(u"通过"_s));
}

} // namespace zsb

QTEST_GUILESS_MAIN(zsb::TestReviewModels)
#include "tst_reviewmodels.moc"
