#include "core/base/hash.h"
#include "core/domain/recordview.h"
#include "core/storage/chain.h"
#include "core/storage/seasonimport.h"
#include "tests/storage/importrow.h"
#include "tests/storage/storefixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// Counts in are counts out: every row of a season handed in is there once, with its files.
class TestSeasonImport : public QObject
{
    Q_OBJECT

private slots:
    void aRowBecomesAFileInReview();
    void theSameSeasonAgainChangesNothing();
    void aDryRunCountsAndKeepsNothing();
    void everyRowIsCountedOnce();
    void anUnknownTypeStaysADraft();
    void filesAreCopiedUnderTheirHash();
    void aFileThatChangedMeanwhileMakesTheRowWrong();
    void aMissingFileIsKeptAsMissing();
    void aDecidedFileIsNotOverwritten();
    void aDroppedImportNeverHappened();
    void whatWasPaidElsewhereIsPaidHere();
    void anUnreadableAmountStaysText();
    void aRejectedRowIsCounted();
    void aPaidRowAgainIsTheSame();
    void aChangedPhoneOfAFileInReviewIsTaken();

private:
    static ApplicationState importOne(StoreFixture &fixture, const Record &record)
    {
        SeasonImport season(*fixture.store, *fixture.book, options(fixture));
        const auto imported = season.add(record);
        if (!imported || !season.finish())
            return {};
        const auto state = fixture.store->state(imported->application);
        return state ? *state : ApplicationState();
    }

    enum class Mode
    {
        DryRun,
        Commit,
    };

    [[nodiscard]] static SeasonImportOptions options(const StoreFixture &fixture)
    {
        return {.actor = {"importer"}, .now = fixture.now, .random = secureRandom(), .filesFolder = fixture.folder()};
    }
    /// What became of the rows; the last is the counts.
    [[nodiscard]] static ImportCounts take(StoreFixture &fixture, const std::vector<const TestRow *> &rows,
                                           std::vector<ImportedRow> *imported = nullptr, Mode mode = Mode::Commit)
    {
        const auto season = mode == Mode::DryRun
                                ? SeasonImport::dryRun(fixture.store.get(), *fixture.book, options(fixture))
                                : std::make_unique<SeasonImport>(*fixture.store, *fixture.book, options(fixture));
        for (const TestRow *row : rows) {
            const Result<ImportedRow> one = season->add(row->record);
            if (!one)
                return {};
            if (imported != nullptr)
                imported->push_back(*one);
        }
        return *season->finish();
    }
};

void TestSeasonImport::aRowBecomesAFileInReview()
{
    StoreFixture fixture;
    const TestRow row("1", "王五", "150102200103150011");
    QCOMPARE(take(fixture, {&row}), (ImportCounts{.fresh = 1}));
    const ApplicationState state = *fixture.store->state(*fixture.store->findByNumber("1"));
    QCOMPARE(state.origin, Origin::Import);
    QCOMPARE(state.typeId, std::string("N1"));
    QCOMPARE(state.review.phase, Phase::InReview);
    QCOMPARE(state.fields.at(Field::Name), std::string("王五"));
    QVERIFY(!state.fields.contains(Field::Phone)); // no such column
}

void TestSeasonImport::theSameSeasonAgainChangesNothing()
{
    StoreFixture fixture;
    const TestRow one("1", "王五", "150102200103150011");
    const TestRow two("", "李四", "150102200103150038");
    QCOMPARE(take(fixture, {&one, &two}), (ImportCounts{.fresh = 2}));
    const std::int64_t events = verifyLog(fixture.store->databasePath())->events;
    QCOMPARE(take(fixture, {&one, &two}), (ImportCounts{.same = 2}));
    QCOMPARE(verifyLog(fixture.store->databasePath())->events, events);
}

void TestSeasonImport::aDryRunCountsAndKeepsNothing()
{
    StoreFixture fixture;
    const TestRow row("1", "王五", "150102200103150011");
    QCOMPARE(take(fixture, {&row}, nullptr, Mode::DryRun), (ImportCounts{.fresh = 1}));
    QCOMPARE(*fixture.store->count({}), 0);
    QCOMPARE(verifyLog(fixture.store->databasePath())->events, 0);
    QVERIFY(fixture.store->blobs().all().empty());
}

void TestSeasonImport::everyRowIsCountedOnce()
{
    StoreFixture fixture;
    const TestRow one("1", "王五", "150102200103150011");
    const TestRow repeated("1", "王六", "150102200103150011");
    const TestRow nobody("", "赵七", "");
    std::vector<ImportedRow> rows;
    const ImportCounts counts = take(fixture, {&one, &repeated, &nobody}, &rows);
    QCOMPARE(counts, (ImportCounts{.fresh = 1, .wrong = 2}));
    QCOMPARE(counts.rows(), 3);
    QCOMPARE(rows.at(1).trouble, RowTrouble::RepeatedInFile);
    QCOMPARE(rows.at(2).trouble, RowTrouble::NoKey);
}

void TestSeasonImport::anUnknownTypeStaysADraft()
{
    StoreFixture fixture;
    const TestRow row("1", "王五", "150102200103150011", "不知道");
    std::vector<ImportedRow> rows;
    QCOMPARE(take(fixture, {&row}, &rows), (ImportCounts{.fresh = 1}));
    QCOMPARE(rows.front().trouble, RowTrouble::NoType);
    QCOMPARE(fixture.store->state(rows.front().application)->review.phase, Phase::Draft);
}

void TestSeasonImport::filesAreCopiedUnderTheirHash()
{
    StoreFixture fixture;
    QFile file(QString::fromStdString(fixture.folder()) + u"/face.jpg"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("face") == 4);
    file.close();
    const ImageFacts facts = fixture.attachment({}, sha256Hex("face")).facts;
    TestRow row("1", "王五", "150102200103150011");
    row.record.set(Field::Portrait, "face.jpg");
    row.record.portrait = &facts;
    const std::array materials = {MaterialView{"student_card", "face.jpg", &facts}};
    row.record.materials = materials;
    QCOMPARE(take(fixture, {&row}), (ImportCounts{.fresh = 1}));
    QVERIFY(fixture.store->blobs().read(facts.sha256, BlobStore::Verify::Yes));
    const ApplicationState state = *fixture.store->state(*fixture.store->findByNumber("1"));
    QCOMPARE(state.portrait->sha256, facts.sha256);
    QCOMPARE(state.materials.at("student_card").size(), 1);
    QCOMPARE(take(fixture, {&row}), (ImportCounts{.same = 1}));
}

void TestSeasonImport::aFileThatChangedMeanwhileMakesTheRowWrong()
{
    StoreFixture fixture;
    QFile file(QString::fromStdString(fixture.folder()) + u"/face.jpg"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("other") == 5);
    file.close();
    const ImageFacts facts = fixture.attachment({}, sha256Hex("face")).facts;
    TestRow row("1", "王五", "150102200103150011");
    row.record.set(Field::Portrait, "face.jpg");
    row.record.portrait = &facts;
    std::vector<ImportedRow> rows;
    QCOMPARE(take(fixture, {&row}, &rows), (ImportCounts{.wrong = 1}));
    QCOMPARE(rows.front().trouble, RowTrouble::FileUnreadable);
    QCOMPARE(rows.front().file, "face.jpg");
    QCOMPARE(*fixture.store->count({}), 0);
}

void TestSeasonImport::aMissingFileIsKeptAsMissing()
{
    StoreFixture fixture;
    const ImageFacts missing{.problem = ImageProblem::Missing, .sha256 = {}};
    TestRow row("1", "王五", "150102200103150011");
    row.record.set(Field::Portrait, "gone.jpg");
    row.record.portrait = &missing;
    QCOMPARE(take(fixture, {&row}), (ImportCounts{.fresh = 1}));
    const ApplicationState state = *fixture.store->state(*fixture.store->findByNumber("1"));
    QCOMPARE(state.portrait->facts.problem, ImageProblem::Missing);
}

void TestSeasonImport::aDecidedFileIsNotOverwritten()
{
    StoreFixture fixture;
    const TestRow before("1", "王五", "150102200103150011");
    const TestRow after("1", "王六", "150102200103150011");
    QCOMPARE(take(fixture, {&before}), (ImportCounts{.fresh = 1}));
    const ApplicationId id = *fixture.store->findByNumber("1");
    QVERIFY(fixture.does(id, ClaimFile{}));
    QVERIFY(fixture.does(id, Refuse{{{.code = "101", .note = "x"}}, "x"}));
    std::vector<ImportedRow> rows;
    QCOMPARE(take(fixture, {&after}, &rows), (ImportCounts{.wrong = 1}));
    QCOMPARE(rows.front().trouble, RowTrouble::Refused);
    QVERIFY(rows.front().refusal.has_value());
    QCOMPARE(fixture.store->state(id)->fields.at(Field::Name), std::string("王五"));
}

void TestSeasonImport::aDroppedImportNeverHappened()
{
    StoreFixture fixture;
    {
        const TestRow row("1", "王五", "150102200103150011");
        const auto season = std::make_unique<SeasonImport>(*fixture.store, *fixture.book, options(fixture));
        QVERIFY(season->add(row.record));
    }
    QCOMPARE(*fixture.store->count({}), 0);
}

/// A1.7.1: payment is an axis of the file, not only a word of the row.
void TestSeasonImport::whatWasPaidElsewhereIsPaidHere()
{
    StoreFixture fixture;
    TestRow row("D1", "张三", "11010519491231002X");
    row.record.set(Field::PaymentState, "已缴费");
    row.record.set(Field::PaidAmount, "12000");
    const ApplicationState state = importOne(fixture, row.record);
    QCOMPARE(state.payment.state, PaymentState::Paid);
    QCOMPARE(state.payment.amountFen, 12000);
}

void TestSeasonImport::anUnreadableAmountStaysText()
{
    StoreFixture fixture;
    TestRow row("D1", "张三", "11010519491231002X");
    row.record.set(Field::PaymentState, "已缴费");
    row.record.set(Field::PaidAmount, "120元");
    const ApplicationState state = importOne(fixture, row.record);
    QCOMPARE(state.payment.state, PaymentState::Unpaid);
    QCOMPARE(state.fields.at(Field::PaidAmount), std::string("120元"));
}

void TestSeasonImport::aRejectedRowIsCounted()
{
    StoreFixture fixture;
    const auto season = std::make_unique<SeasonImport>(*fixture.store, *fixture.book, options(fixture));
    QCOMPARE(season->reject(RowTrouble::Damaged).outcome, RowOutcome::Wrong);
    const auto counts = season->finish();
    QVERIFY(counts);
    QCOMPARE(counts->wrong, 1);
    QCOMPARE(counts->rows(), 1);
    QCOMPARE(*fixture.store->count({}), 0);
}

void TestSeasonImport::aPaidRowAgainIsTheSame()
{
    StoreFixture fixture;
    TestRow row("D1", "张三", "11010519491231002X");
    row.record.set(Field::PaymentState, "已缴费");
    row.record.set(Field::PaidAmount, "12000");
    QCOMPARE(importOne(fixture, row.record).payment.state, PaymentState::Paid);
    const auto season = std::make_unique<SeasonImport>(*fixture.store, *fixture.book, options(fixture));
    const auto again = season->add(row.record);
    QVERIFY(again);
    QCOMPARE(again->outcome, RowOutcome::Same);
}

/// A table of the official platform that has changed is the truth of whoever handed it in, windows or not.
void TestSeasonImport::aChangedPhoneOfAFileInReviewIsTaken()
{
    StoreFixture fixture;
    TestRow row("D1", "张三", "11010519491231002X");
    row.record.set(Field::Phone, "13800138000");
    row.record.set(Field::SubmittedAt, "2023-02-16T10:00:00+08:00");
    QCOMPARE(importOne(fixture, row.record).review.phase, Phase::InReview);
    row.record.set(Field::Phone, "13800138001");
    row.record.set(Field::SubmittedAt, "2023-02-17T10:00:00+08:00");
    const ApplicationState changed = importOne(fixture, row.record);
    QCOMPARE(changed.review.phase, Phase::InReview);
    QCOMPARE(changed.fields.at(Field::Phone), std::string("13800138001"));
    QCOMPARE(std::string(recordOf(changed).record().text(Field::SubmittedAt)),
             std::string("2023-02-17T10:00:00+08:00"));
}

QTEST_GUILESS_MAIN(TestSeasonImport)
#include "tst_seasonimport.moc"
