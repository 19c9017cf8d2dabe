#include "ui/models/findingsmodel.h"
#include "ui/models/formmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/materialsmodel.h"
#include "ui/models/queuemodel.h"
#include "ui/models/reasonsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QueueRow queueRow(int number)
{
    QueueRow row;
    row.id.value = std::to_string(number);
    row.cursor = std::to_string(number);
    row.applicationNo = QString::number(2315000000 + number);
    row.name = u"阿拉坦·巴特尔"_s;
    row.state = u"待审"_s;
    return row;
}

/// `total` files, read by cursor, counting how often it is asked.
QueueModel::Source numbered(int total, int *asked)
{
    return [total, asked](const std::string &cursor, int limit) -> Result<QList<QueueRow>> {
        ++*asked;
        QList<QueueRow> rows;
        for (int i = cursor.empty() ? 1 : std::stoi(cursor) + 1; i <= total && rows.size() < limit; ++i)
            rows.append(queueRow(i));
        return rows;
    };
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
    row.text = text;
    row.pinyin = pinyin;
    row.targets = {u"portrait"_s};
    row.targetNames = {u"照片"_s};
    return row;
}

} // namespace

class TestReviewModels : public QObject
{
    Q_OBJECT

private slots:
    void theQueueIsReadPageByPageBehindACursor();
    void aDecidedFileKeepsItsPlace();
    void theNextUndecidedFileIsLookedForOnLaterPages();
    void anUnreadableQueueShowsNothingAndSaysWhy();
    void problemsComeFirstInTheForm();
    void theFormShowsOnlyProblemsOrOneStepWhenAsked();
    void theFormResetsOncePerFile();
    void openGraveFindingsComeFirst();
    void seeingAPictureChangesOneRowOnly();
    void theLastPictureKeyIsThePortraits();
    void digitsStayWithTheirReasonWhateverIsTyped();
    void reasonsAreFoundByCodePinyinAndWords();
    void aReasonThatNeedsANoteIsIncompleteWithoutOne();
    void aReasonPointsAtEachOfItsTargetsInTurn();
    void historyReadsAloudWhoDidWhat();
};

void TestReviewModels::theQueueIsReadPageByPageBehindACursor()
{
    QueueModel model;
    int asked = 0;
    QVERIFY(model.open(numbered(450, &asked)));
    QCOMPARE(model.count(), 200);
    QCOMPARE(asked, 1);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    // The tester itself fetches, so it starts when the first page has been counted.
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.count(), 450);
    QCOMPARE(inserts.size(), 2);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.at(449).id.value, "450");
}

void TestReviewModels::aDecidedFileKeepsItsPlace()
{
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int asked = 0;
    QVERIFY(model.open(numbered(5, &asked)));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QueueRow decided = queueRow(3);
    decided.decided = true;
    decided.state = u"已通过"_s;
    decided.cursor = "elsewhere";
    QVERIFY(model.update(decided));
    QCOMPARE(model.rowOf(decided.id), 2);
    QCOMPARE(model.index(2, QueueModel::StateColumn).data().toString(), u"已通过"_s);
    QCOMPARE(model.at(2).cursor, "3");
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.nextUndecided(1), 3);
    QVERIFY(!model.update(queueRow(77)));
}

void TestReviewModels::theNextUndecidedFileIsLookedForOnLaterPages()
{
    QueueModel model;
    int asked = 0;
    QVERIFY(model.open(numbered(201, &asked)));
    QCOMPARE(model.nextUndecided(199), 200);
    QCOMPARE(asked, 2);
    QCOMPARE(model.nextUndecided(200), -1);
}

void TestReviewModels::anUnreadableQueueShowsNothingAndSaysWhy()
{
    QueueModel model;
    int asked = 0;
    QVERIFY(model.open(numbered(5, &asked)));
    const Done read = model.open([](const std::string &, int) -> Result<QList<QueueRow>> {
        return Error{ErrorCode::Unreadable, "disk"};
    });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Unreadable);
    QCOMPARE(model.count(), 0);
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
    unclear.targets = {u"material:student-card"_s, u"material:award"_s};
    unclear.targetNames = {u"学生证"_s, u"获奖证书"_s};
    model.setReasons({unclear});
    model.nextTarget(0);
    QCOMPARE(model.index(0).data(ReasonsModel::TargetRole).toString(), u"获奖证书"_s);
    model.nextTarget(0);
    QCOMPARE(model.index(0).data(ReasonsModel::TargetRole).toString(), u"学生证"_s);
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
