#include "core/base/hash.h"
#include "core/storage/seasonimport.h"
#include "tests/storage/importrow.h"
#include "tests/storage/storefixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// What a second table may do to what is known already: bring news, and never take anything away.
class TestReimport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aTableWithoutItsPicturesTakesNoneAway();
    void namesThatNobodyLookedUpTakeNoneAway();
    void aNameGivesWayToItsContent();
    void anAmountThatChangedIsTaken();
    void aPaymentTakenBackIsTaken();
    void aPaymentNobodyCanReadIsToldAndKept();
    void anEmptyCellTakesNothingAway();
    void anExamSiteIsChosenOnce();
    void aTypeNobodyKnowsChangesNothing();
    void anotherPersonUnderTheSameNumberIsRefused();
    void aCorrectedDocumentOrNameIsTaken();
    void whatWasDecidedInThisRoundStays();
    void whatSomebodyHoldsStays();

private:
    [[nodiscard]] ImportedRow take(const TestRow &row)
    {
        SeasonImport season(*m_fixture->store, *m_fixture->book,
                            {.actor = {"importer"},
                             .now = m_fixture->now,
                             .random = secureRandom(),
                             .filesFolder = m_fixture->folder()});
        const Result<ImportedRow> one = season.add(row.record);
        return one && season.finish() ? *one : ImportedRow();
    }
    [[nodiscard]] ApplicationState state() const
    {
        return *m_fixture->store->state(*m_fixture->store->findByNumber("1"));
    }
    /// A picture in the folder of the files.
    [[nodiscard]] ImageFacts picture(const QString &name, const QByteArray &bytes)
    {
        QFile file(QString::fromStdString(m_fixture->folder()) + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return m_fixture->attachment({}, sha256Hex(bytes.toStdString())).facts;
    }

    std::unique_ptr<StoreFixture> m_fixture;
};

namespace {

/// A row with one portrait and one material, both the same file.
struct RowWithFiles
{
    explicit RowWithFiles(const ImageFacts *facts) : materials{MaterialView{"student_card", "face.jpg", facts}}
    {
        row.record.set(Field::Portrait, "face.jpg");
        row.record.portrait = facts;
        row.record.materials = materials;
    }

    TestRow row{"1", "王五", "150102200103150011"};
    std::array<MaterialView, 1> materials;
};

void pay(TestRow &row, std::string_view state, std::string_view amount)
{
    row.record.set(Field::PaymentState, state);
    row.record.set(Field::PaidAmount, amount);
}

} // namespace

void TestReimport::init()
{
    m_fixture = std::make_unique<StoreFixture>();
}

void TestReimport::aTableWithoutItsPicturesTakesNoneAway()
{
    const ImageFacts facts = picture(u"face.jpg"_s, "face");
    QCOMPARE(take(RowWithFiles(&facts).row).outcome, RowOutcome::New);
    const ImageFacts missing{.problem = ImageProblem::Missing, .sha256 = {}};
    const ImportedRow again = take(RowWithFiles(&missing).row);
    QCOMPARE(again.outcome, RowOutcome::Same);
    QCOMPARE(again.trouble, RowTrouble::FileGone);
    QCOMPARE(state().portrait->sha256, facts.sha256);
    QCOMPARE(state().materials.at("student_card").size(), std::size_t(1));
    QCOMPARE(state().review.phase, Phase::InReview);
}

void TestReimport::namesThatNobodyLookedUpTakeNoneAway()
{
    const ImageFacts facts = picture(u"face.jpg"_s, "face");
    QCOMPARE(take(RowWithFiles(&facts).row).outcome, RowOutcome::New);
    RowWithFiles unlooked(nullptr);
    unlooked.row.record.set(Field::Phone, "13800138001");
    const ImportedRow again = take(unlooked.row);
    QCOMPARE(again.outcome, RowOutcome::Changed);
    QCOMPARE(again.trouble, RowTrouble::None);
    QCOMPARE(state().materials.at("student_card").size(), std::size_t(1));
    QCOMPARE(state().materials.at("student_card").front().sha256, facts.sha256);
}

void TestReimport::aNameGivesWayToItsContent()
{
    QCOMPARE(take(RowWithFiles(nullptr).row).outcome, RowOutcome::New);
    QVERIFY(state().materials.at("student_card").front().sha256.empty());
    const ImageFacts facts = picture(u"face.jpg"_s, "face");
    QCOMPARE(take(RowWithFiles(&facts).row).outcome, RowOutcome::Changed);
    QCOMPARE(state().materials.at("student_card").size(), std::size_t(1));
    QCOMPARE(state().materials.at("student_card").front().sha256, facts.sha256);
    QCOMPARE(take(RowWithFiles(&facts).row).outcome, RowOutcome::Same);
}

/// A1.7.1
void TestReimport::anAmountThatChangedIsTaken()
{
    TestRow row("1", "王五", "150102200103150011");
    pay(row, "已缴费", "12000");
    QCOMPARE(take(row).outcome, RowOutcome::New);
    pay(row, "已缴费", "1");
    QCOMPARE(take(row).outcome, RowOutcome::Changed);
    QCOMPARE(state().payment.amountFen, 1);
    pay(row, "已缴费", "");
    QCOMPARE(take(row).outcome, RowOutcome::Same);
    QCOMPARE(state().payment.amountFen, 1);
}

/// A payment that is taken back is no news of the same kind as one that is made: it is recorded all the same.
void TestReimport::aPaymentTakenBackIsTaken()
{
    TestRow row("1", "王五", "150102200103150011");
    pay(row, "已缴费", "12000");
    QCOMPARE(take(row).outcome, RowOutcome::New);
    pay(row, "未缴费", "");
    QCOMPARE(take(row).outcome, RowOutcome::Changed);
    QCOMPARE(state().payment.state, PaymentState::Unpaid);
    QCOMPARE(take(row).outcome, RowOutcome::Same);
}

void TestReimport::aPaymentNobodyCanReadIsToldAndKept()
{
    TestRow row("1", "王五", "150102200103150011");
    pay(row, "已缴费", "12000");
    QCOMPARE(take(row).outcome, RowOutcome::New);
    const auto isKept = [&] {
        return state().payment.state == PaymentState::Paid && state().payment.amountFen == 12000;
    };
    pay(row, "???", "12000");
    QCOMPARE(take(row).trouble, RowTrouble::PaymentUnreadable);
    QVERIFY(isKept());
    pay(row, "已缴费", "zwölf");
    QCOMPARE(take(row).trouble, RowTrouble::PaymentUnreadable);
    QVERIFY(isKept());
}

void TestReimport::anEmptyCellTakesNothingAway()
{
    TestRow row("1", "王五", "150102200103150011");
    row.record.set(Field::Recipient, "王五");
    QCOMPARE(take(row).outcome, RowOutcome::New);
    row.record.set(Field::Recipient, "");
    const ImportedRow again = take(row);
    QCOMPARE(again.outcome, RowOutcome::Same);
    QCOMPARE(again.trouble, RowTrouble::BlankKept);
    row.record.set(Field::Phone, "13800138001");
    QCOMPARE(take(row).outcome, RowOutcome::Changed);
    QCOMPARE(state().fields.at(Field::Recipient), std::string("王五"));
}

/// A1.4.5.1, 选择后无法更改: not by a table either; but what is on no list was no choice.
void TestReimport::anExamSiteIsChosenOnce()
{
    TestRow row("1", "王五", "150102200103150011");
    row.record.set(Field::ExamSite, "不在表中");
    QCOMPARE(take(row).outcome, RowOutcome::New);
    row.record.set(Field::ExamSite, "阿拉善盟");
    QCOMPARE(take(row).outcome, RowOutcome::Changed);
    row.record.set(Field::ExamSite, "包头市");
    const ImportedRow again = take(row);
    QCOMPARE(again.outcome, RowOutcome::Wrong);
    QCOMPARE(again.trouble, RowTrouble::Refused);
    QCOMPARE(again.refusal->code, RefusalCode::FieldUnchangeable);
    QCOMPARE(state().fields.at(Field::ExamSite), std::string("阿拉善盟"));
    QCOMPARE(state().review.phase, Phase::InReview);
}

void TestReimport::aTypeNobodyKnowsChangesNothing()
{
    QCOMPARE(take(TestRow("1", "王五", "150102200103150011")).outcome, RowOutcome::New);
    const ImportedRow again = take(TestRow("1", "王五", "150102200103150011", "火星考生"));
    QCOMPARE(again.outcome, RowOutcome::Wrong);
    QCOMPARE(again.trouble, RowTrouble::UnknownType);
    QCOMPARE(state().typeId, std::string("N1"));
    QCOMPARE(state().round, 1);
}

void TestReimport::anotherPersonUnderTheSameNumberIsRefused()
{
    QCOMPARE(take(TestRow("1", "王五", "150102200103150011")).outcome, RowOutcome::New);
    const ImportedRow again = take(TestRow("1", "赵六", "150102200103150038"));
    QCOMPARE(again.outcome, RowOutcome::Wrong);
    QCOMPARE(again.trouble, RowTrouble::OtherPerson);
    QCOMPARE(state().fields.at(Field::Name), std::string("王五"));
}

void TestReimport::aCorrectedDocumentOrNameIsTaken()
{
    QCOMPARE(take(TestRow("1", "王五", "150102200103150011")).outcome, RowOutcome::New);
    QCOMPARE(take(TestRow("1", "王五", "150102200103150038")).outcome, RowOutcome::Changed);
    QCOMPARE(take(TestRow("1", "王伍", "150102200103150038")).outcome, RowOutcome::Changed);
    QCOMPARE(state().fields.at(Field::Name), std::string("王伍"));
}

void TestReimport::whatWasDecidedInThisRoundStays()
{
    QCOMPARE(take(TestRow("1", "王五", "150102200103150011")).outcome, RowOutcome::New);
    const ApplicationId id = state().id;
    QVERIFY(m_fixture->does(id, ClaimFile{}));
    QVERIFY(m_fixture->does(id, Refuse{{{.code = "101", .note = "x"}}, "x"}));
    const int round = state().round;
    const ImportedRow again = take(TestRow("1", "王伍", "150102200103150011"));
    QCOMPARE(again.outcome, RowOutcome::Wrong);
    QCOMPARE(again.trouble, RowTrouble::Refused);
    QCOMPARE(state().round, round);
    QCOMPARE(state().decisions.size(), std::size_t(1));
    QCOMPARE(state().fields.at(Field::Name), std::string("王五"));
}

void TestReimport::whatSomebodyHoldsStays()
{
    QCOMPARE(take(TestRow("1", "王五", "150102200103150011")).outcome, RowOutcome::New);
    QVERIFY(m_fixture->does(state().id, ClaimFile{}));
    const ImportedRow again = take(TestRow("1", "王伍", "150102200103150011"));
    QCOMPARE(again.trouble, RowTrouble::Refused);
    QCOMPARE(again.refusal->code, RefusalCode::ClaimedByOther);
    QVERIFY(m_fixture->does(state().id, ReleaseFile{}));
    QCOMPARE(take(TestRow("1", "王伍", "150102200103150011")).outcome, RowOutcome::Changed);
}

QTEST_GUILESS_MAIN(TestReimport)
#include "tst_reimport.moc"
