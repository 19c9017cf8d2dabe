#include "core/batch/filefacts.h"
#include "core/batch/materialtext.h"
#include "core/batch/orderedpool.h"
#include "core/batch/rowtally.h"
#include "core/batch/sharedindex.h"

#include <QTest>

#include <atomic>
#include <numeric>

using namespace zsb;

/// What a batch check is put together from: the same answer for any number of jobs, and every row counted.
class TestBatchParts : public QObject
{
    Q_OBJECT

private slots:
    void materialsAreTakenApart();
    void anEntryWithoutASlotIsNotLost();
    void resultsComeInOrderWhateverTheJobs_data();
    void resultsComeInOrderWhateverTheJobs();
    void consumingNoMoreEndsTheWork();
    void aFileIsLookedAtOnce();
    void namesThatLeaveTheFolderAreMissing_data();
    void namesThatLeaveTheFolderAreMissing();
    void withoutAnInspectorNothingIsLookedAt();
    void sharedPhonesPointAtEachOther();
    void onePersonMayShareWithThemselves();
    void theSameDocumentIsSharedEvenByOnePerson();
    void equalHashesOfDifferentRowsDoNotMix();
    void aPhoneOfAMillionPeopleIsStillFast();
    void talliesAreBoundedAndLoseNoRow();
};

void TestBatchParts::materialsAreTakenApart()
{
    const auto entries = parseMaterials("a=1.jpg; b = 2.jpg ;；c＝3.jpg");
    QCOMPARE(entries.size(), std::size_t(3));
    QCOMPARE(entries[0], (MaterialEntry{"a", "1.jpg"}));
    QCOMPARE(entries[1], (MaterialEntry{"b", "2.jpg"}));
    QCOMPARE(entries[2], (MaterialEntry{"c", "3.jpg"}));
    QVERIFY(parseMaterials("").empty());
    QVERIFY(parseMaterials(" ; ；").empty());
}

void TestBatchParts::anEntryWithoutASlotIsNotLost()
{
    QCOMPARE(parseMaterials("scan.jpg").front(), (MaterialEntry{"", "scan.jpg"}));
    QCOMPARE(parseMaterials("slot=").front(), (MaterialEntry{"slot", ""}));
}

void TestBatchParts::resultsComeInOrderWhateverTheJobs_data()
{
    QTest::addColumn<int>("jobs");
    QTest::newRow("one") << 1;
    QTest::newRow("two") << 2;
    QTest::newRow("eight") << 8;
}

void TestBatchParts::resultsComeInOrderWhateverTheJobs()
{
    QFETCH(int, jobs);
    int next = 0;
    std::vector<int> results;
    OrderedPool<int, int> pool(jobs, [](int n) {
        if (n % 7 == 0)
            std::this_thread::yield();
        return n * n;
    });
    pool.run([&next]() -> std::optional<int> { return next < 500 ? std::optional(next++) : std::nullopt; },
             [&results](int n) {
                 results.push_back(n);
                 return true;
             });
    QCOMPARE(results.size(), std::size_t(500));
    for (int i = 0; i < 500; ++i)
        QCOMPARE(results[std::size_t(i)], i * i);
}

void TestBatchParts::consumingNoMoreEndsTheWork()
{
    int produced = 0;
    int consumed = 0;
    OrderedPool<int, int> pool(2, [](int n) { return n; });
    pool.run([&produced]() -> std::optional<int> { return produced++; }, [&consumed](int) { return ++consumed < 3; });
    QCOMPARE(consumed, 3);
    QVERIFY(produced < 20);
}

void TestBatchParts::aFileIsLookedAtOnce()
{
    std::atomic<int> looks = 0;
    FileFacts files("/season", [&looks](const std::string &path) {
        ++looks;
        ImageFacts facts;
        facts.sha256 = path;
        return facts;
    });
    const ImageFacts *first = files.facts("a/b.jpg");
    QCOMPARE(first->sha256, std::string("/season/a/b.jpg"));
    QCOMPARE(files.facts("a/b.jpg"), first);
    QCOMPARE(looks.load(), 1);
}

void TestBatchParts::namesThatLeaveTheFolderAreMissing_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"../secret", "a/../../secret", "/etc/passwd", "C:\\secret", "\\\\host\\secret", "a\\..\\..\\b"})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void TestBatchParts::namesThatLeaveTheFolderAreMissing()
{
    QFETCH(QByteArray, name);
    bool opened = false;
    FileFacts files("/season", [&opened](const std::string &) {
        opened = true;
        return ImageFacts();
    });
    QCOMPARE(files.facts(name.toStdString())->problem, ImageProblem::Missing);
    QVERIFY(!opened);
}

void TestBatchParts::withoutAnInspectorNothingIsLookedAt()
{
    FileFacts files("/season", {});
    QVERIFY(!files.looks());
    QCOMPARE(files.facts("a.jpg"), nullptr);
}

namespace {

struct Row
{
    std::int64_t row;
    SharedKey key;
    std::string value;
    std::string identity;
    std::string number;
};

SharedIndex indexOf(const std::vector<Row> &rows)
{
    SharedIndex index;
    for (const Row &row : rows)
        index.note(row.row, row.key, row.value);
    index.settleCandidates();
    for (const Row &row : rows) {
        if (index.wanted(row.row))
            index.add(row.row, {row.key, row.value, row.identity, row.number, {}});
    }
    index.finish();
    return index;
}

std::optional<SharedWith> sharedOf(const SharedIndex &index, std::int64_t row, SharedKey key)
{
    Record record;
    index.apply(row, record);
    return record.sharedWith(key);
}

} // namespace

void TestBatchParts::sharedPhonesPointAtEachOther()
{
    const SharedIndex index = indexOf({{2, SharedKey::Phone, "1", "A", "no-2"},
                                       {3, SharedKey::Phone, "2", "B", "no-3"},
                                       {4, SharedKey::Phone, "1", "C", "no-4"},
                                       {5, SharedKey::Phone, "1", "D", "no-5"}});
    const auto first = sharedOf(index, 2, SharedKey::Phone);
    QVERIFY(first);
    QCOMPARE(first->otherRow, 4);
    QCOMPARE(first->others, 2);
    const auto last = sharedOf(index, 5, SharedKey::Phone);
    QVERIFY(last);
    QCOMPARE(last->otherRow, 2);
    QCOMPARE(std::string(last->otherApplicationNo), std::string("no-2"));
    QVERIFY(!sharedOf(index, 3, SharedKey::Phone));
}

void TestBatchParts::onePersonMayShareWithThemselves()
{
    const SharedIndex index = indexOf({{2, SharedKey::Phone, "1", "A", ""}, {3, SharedKey::Phone, "1", "A", ""}});
    QVERIFY(!sharedOf(index, 2, SharedKey::Phone));
}

void TestBatchParts::theSameDocumentIsSharedEvenByOnePerson()
{
    // A1.1.4: a person registers once.
    const SharedIndex index = indexOf({{2, SharedKey::Document, "1", "A", ""}, {3, SharedKey::Document, "1", "A", ""}});
    QCOMPARE(sharedOf(index, 2, SharedKey::Document)->otherRow, 3);
    QCOMPARE(sharedOf(index, 3, SharedKey::Document)->otherRow, 2);
}

void TestBatchParts::equalHashesOfDifferentRowsDoNotMix()
{
    // The same value under two kinds of key is not shared.
    const SharedIndex index = indexOf({{2, SharedKey::Phone, "1", "A", ""}, {3, SharedKey::Portrait, "1", "B", ""}});
    QVERIFY(!index.hasCandidates());
    QVERIFY(!sharedOf(index, 2, SharedKey::Phone));
}

void TestBatchParts::aPhoneOfAMillionPeopleIsStillFast()
{
    // Quadratic work over one group would not come back; 100,000 is enough to notice.
    std::vector<Row> rows;
    for (int i = 0; i < 100'000; ++i)
        rows.push_back({i + 2, SharedKey::Phone, "1", std::to_string(i), ""});
    const SharedIndex index = indexOf(rows);
    QCOMPARE(sharedOf(index, 50'000, SharedKey::Phone)->others, 99'999);
}

void TestBatchParts::talliesAreBoundedAndLoseNoRow()
{
    std::vector<Finding> warned(1);
    warned[0].severity = Severity::Warning;
    RowTally one;
    RowTally other;
    for (std::size_t i = 0; i < RowTally::mostValues; ++i)
        one.add(std::to_string(i), {});
    other.add("0", warned);
    other.add("further", warned);
    other.add(std::string(1000, 'x'), {});
    one.merge(other);
    QCOMPARE(one.values().size(), RowTally::mostValues);
    QCOMPARE(one.values().find("0")->second, (RowCounts{2, 0, 1}));
    QCOMPARE(one.further(), (RowCounts{2, 0, 1}));
    QCOMPARE(other.values().rbegin()->first.size(), RowTally::longestValue);
}

QTEST_GUILESS_MAIN(TestBatchParts)
#include "tst_batchparts.moc"
