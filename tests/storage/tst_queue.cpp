#include "core/storage/queuesql.h"
#include "core/storage/search.h"
#include "tests/storage/storefixture.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;

class TestQueue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesHoldEveryFileOnceInOrder_data();
    void pagesHoldEveryFileOnceInOrder();
    void aCursorStaysGoodWhenItsFileIsGone();
    void aForeignCursorIsInvalid();
    void theLastPageSaysSo();
    void facetsAreOrWithinAndAndBetween();
    void facetCountsLeaveTheirOwnFilterAside();
    void claimsAreMineFreeOrOfOthers();
    void deadlinesComeFirst();
    void thePositionIsTheNumberOfFilesBefore();
    void namesAreFoundInPartsAndPinyin_data();
    void namesAreFoundInPartsAndPinyin();
    void numbersAreFoundByTheirBeginningAndTheirEnd();
    void nothingIsFoundForNothing();
    void aRenamedPersonIsNotFoundUnderTheOldName();
    void theQueueTakesAnySearch();
    void everySearchUsesAnIndex_data();
    void everySearchUsesAnIndex();
    void noPageIsReadByOffset();

private:
    [[nodiscard]] std::vector<std::string> ids(const QueueQuery &query) const;

    StoreFixture m_fixture;
};

/// 40 files of two types in two colleges.
void TestQueue::initTestCase()
{
    static const std::array names = {"王五", "阿拉坦·巴特尔", "单雄", "朴正", "欧阳长春"};
    for (int i = 0; i < 40; ++i) {
        const std::string order = std::to_string(10 + i);
        QVERIFY(m_fixture.add({"app-" + order}, {.number = "20231500" + std::to_string(99 - i),
                                                 .name = names.at(std::size_t(i) % names.size()),
                                                 .document = "1501022001031500" + order,
                                                 .phone = "138001380" + order,
                                                 .college = i % 2 == 0 ? "甲学院" : "乙学院",
                                                 .type = i % 4 == 0 ? "X3" : "N1"}));
    }
    QVERIFY(m_fixture.does({"app-11"}, ClaimFile{}));
    QVERIFY(m_fixture.does({"app-13"}, ClaimFile{}, "staff-2"));
    QVERIFY(m_fixture.does({"app-15"}, ClaimFile{}));
    QVERIFY(m_fixture.does({"app-15"}, ReturnFile{{{.code = "101"}}, {}, {}}));
}

std::vector<std::string> TestQueue::ids(const QueueQuery &query) const
{
    std::vector<std::string> found;
    std::string cursor;
    do {
        const Result<QueuePage> page = m_fixture.store->queue(query, cursor, 7);
        if (!page)
            return {};
        for (const QueueEntry &entry : page->entries)
            found.push_back(entry.id.value);
        cursor = page->next;
    } while (!cursor.empty());
    return found;
}

void TestQueue::pagesHoldEveryFileOnceInOrder_data()
{
    QTest::addColumn<QueueOrder>("order");
    QTest::newRow("urgency") << QueueOrder::Urgency;
    QTest::newRow("number") << QueueOrder::Number;
    QTest::newRow("name") << QueueOrder::Name;
}

void TestQueue::pagesHoldEveryFileOnceInOrder()
{
    QFETCH(QueueOrder, order);
    QueueQuery query;
    query.order = order;
    const std::vector<std::string> paged = ids(query);
    QCOMPARE(paged.size(), 40);
    QCOMPARE(std::set<std::string>(paged.begin(), paged.end()).size(), 40);
    const QueuePage whole = *m_fixture.store->queue(query, {}, 1000);
    for (std::size_t i = 0; i < paged.size(); ++i)
        QCOMPARE(whole.entries.at(i).id.value, paged.at(i));
}

void TestQueue::aCursorStaysGoodWhenItsFileIsGone()
{
    QueueQuery query;
    query.types = {"X3"};
    const QueuePage first = *m_fixture.store->queue(query, {}, 3);
    const QueuePage second = *m_fixture.store->queue(query, first.next, 3);
    QueueQuery narrower = query;
    narrower.text = second.entries.front().applicationNo;
    QCOMPARE(m_fixture.store->queue(narrower, first.next, 3)->entries, std::vector{second.entries.front()});
}

void TestQueue::aForeignCursorIsInvalid()
{
    QueueQuery byName;
    byName.order = QueueOrder::Name;
    const std::string cursor = m_fixture.store->queue({}, {}, 1)->next;
    QCOMPARE(m_fixture.store->queue(byName, cursor, 1).error().code, ErrorCode::Invalid);
    QCOMPARE(m_fixture.store->queue({}, "nonsense", 1).error().code, ErrorCode::Invalid);
}

void TestQueue::theLastPageSaysSo()
{
    QVERIFY(m_fixture.store->queue({}, {}, 40)->next.empty());
    QVERIFY(!m_fixture.store->queue({}, {}, 39)->next.empty());
}

void TestQueue::facetsAreOrWithinAndAndBetween()
{
    QueueQuery query;
    query.types = {"X3", "N1"};
    QCOMPARE(*m_fixture.store->count(query), 40);
    query.colleges = {"甲学院"};
    QCOMPARE(*m_fixture.store->count(query), 20);
    query.types = {"X3"};
    QCOMPARE(*m_fixture.store->count(query), 10);
    query.colleges = {"乙学院"};
    QCOMPARE(*m_fixture.store->count(query), 0);
}

void TestQueue::facetCountsLeaveTheirOwnFilterAside()
{
    QueueQuery query;
    query.types = {"X3"};
    query.phases = {"in-review"};
    const QueueFacets facets = *m_fixture.store->facets(query);
    QCOMPARE(facets.types.at("X3"), 10);
    QCOMPARE(facets.types.at("N1"), 29);
    QCOMPARE(facets.phases.at("in-review"), 10);
    QVERIFY(!facets.phases.contains("returned"));
    QCOMPARE(facets.colleges.at("甲学院"), 10);
    std::int64_t files = 0;
    for (const auto &[severity, count] : facets.severities)
        files += count;
    QCOMPARE(files, 10);
}

void TestQueue::claimsAreMineFreeOrOfOthers()
{
    QueueQuery query;
    query.actor = {"staff-1"};
    query.now = m_fixture.now;
    query.claim = ClaimFilter::Mine;
    QCOMPARE(ids(query), std::vector<std::string>{"app-11"});
    query.claim = ClaimFilter::Others;
    QCOMPARE(ids(query), std::vector<std::string>{"app-13"});
    query.claim = ClaimFilter::Free;
    QCOMPARE(ids(query).size(), 38);
    query.now += std::chrono::hours(24 * 365); // claims end by themselves
    QCOMPARE(ids(query).size(), 40);
}

void TestQueue::deadlinesComeFirst()
{
    const QueuePage page = *m_fixture.store->queue({}, {}, 2);
    QCOMPARE(page.entries.front().id.value, std::string("app-15"));
    QVERIFY(page.entries.front().deadline.has_value());
    QVERIFY(!page.entries.back().deadline.has_value());
}

void TestQueue::thePositionIsTheNumberOfFilesBefore()
{
    QueueQuery query;
    query.colleges = {"甲学院"};
    const std::vector<std::string> order = ids(query);
    QCOMPARE(*m_fixture.store->position(query, {order.at(0)}), 0);
    QCOMPARE(*m_fixture.store->position(query, {order.at(13)}), 13);
    QCOMPARE(*m_fixture.store->position(query, {"app-15"}), 0); // not in it, and would come first
}

void TestQueue::namesAreFoundInPartsAndPinyin_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::size_t>("hits");
    const auto row = [](const char *text, std::size_t hits) { QTest::newRow(text) << std::string(text) << hits; };
    row("王", 8);
    row("五", 8);
    row("阿拉坦", 8);
    row("阿拉坦巴特尔", 8);   // without the dot
    row("阿拉坦・巴特尔", 8); // with another dot
    row("拉阿", 0);
    row("长春", 8);
    row("春长", 0);
    row("wangwu", 8);
    row("WW", 8);
    row("shan", 8);
    row("danxiong", 8);
    row("piao zheng", 8);
    row("pu", 8);
    row("altbte", 8);
    row("ouyangchangchun", 8);
    row("oycc", 8);
    row("xyz", 0);
}

void TestQueue::namesAreFoundInPartsAndPinyin()
{
    QFETCH(std::string, text);
    QFETCH(std::size_t, hits);
    const Result<std::vector<SearchHit>> found = m_fixture.store->search(text, 100);
    QVERIFY(found);
    QCOMPARE(found->size(), hits);
    QCOMPARE(m_fixture.store->search(text, 3)->size(), std::min<std::size_t>(hits, 3));
}

void TestQueue::numbersAreFoundByTheirBeginningAndTheirEnd()
{
    QCOMPARE(m_fixture.store->search("20231500", 100)->size(), 40);
    QCOMPARE(m_fixture.store->search("2023150099", 100)->front().id.value, std::string("app-10"));
    const std::vector<SearchHit> hits = *m_fixture.store->search("150025", 100);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.front().kind, SearchKind::IdSuffix);
    QCOMPARE(hits.front().id.value, std::string("app-25"));
    QVERIFY(m_fixture.store->search("50025", 100)->empty());
}

void TestQueue::nothingIsFoundForNothing()
{
    QVERIFY(m_fixture.store->search("", 100)->empty());
    QVERIFY(m_fixture.store->search(" \u3000", 100)->empty());
    QVERIFY(m_fixture.store->search("%", 100)->empty());
    QVERIFY(m_fixture.store->search("\" OR *", 100)->empty());
}

void TestQueue::aRenamedPersonIsNotFoundUnderTheOldName()
{
    StoreFixture fixture;
    QVERIFY(fixture.does({"app"}, CreateDraft{"1", Origin::Import}));
    QVERIFY(fixture.does({"app"}, SetFields{{{Field::Name, "王五"}}}));
    QVERIFY(fixture.does({"app"}, SetFields{{{Field::Name, "李四"}}}));
    QVERIFY(fixture.store->search("王五", 10)->empty());
    QVERIFY(fixture.store->search("wangwu", 10)->empty());
    QCOMPARE(fixture.store->search("李", 10)->size(), 1);
    QCOMPARE(fixture.store->search("ls", 10)->size(), 1);
}

void TestQueue::theQueueTakesAnySearch()
{
    QueueQuery query;
    query.text = "阿拉坦";
    QCOMPARE(ids(query).size(), 8);
    query.text = "altbte";
    query.colleges = {"甲学院"};
    QCOMPARE(ids(query).size(), 4);
    query.text = "150025";
    query.colleges = {};
    QCOMPARE(*m_fixture.store->count(query), 1);
}

void TestQueue::everySearchUsesAnIndex_data()
{
    QTest::addColumn<std::string>("text");
    for (const char *text : {"阿拉坦", "王", "wangwu", "20231500", "150025"})
        QTest::newRow(text) << std::string(text);
}

/// U5: EXPLAIN must say SEARCH, never SCAN; the word index reports itself as a scan of its virtual table.
void TestQueue::everySearchUsesAnIndex()
{
    QFETCH(std::string, text);
    const PlainCodec codec;
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    const std::vector<SearchWay> ways = searchWays(text, codec);
    QVERIFY(!ways.empty());
    for (const SearchWay &way : ways) {
        Result<Rows> plan = (*database)->run(u"EXPLAIN QUERY PLAN "_s + way.rows.sql, way.rows.values);
        QVERIFY(plan);
        int steps = 0;
        while (plan->next()) {
            ++steps;
            const std::string step = plan->text(3);
            const bool good = step.starts_with("SEARCH") || step.find("VIRTUAL TABLE INDEX") != std::string::npos;
            QVERIFY2(good, step.c_str());
        }
        QVERIFY(steps > 0);
    }
}

/// U4: keyset pages only.
void TestQueue::noPageIsReadByOffset()
{
    QDirIterator files(QStringLiteral(ZSB_SOURCE_DIR "/core/storage"), {u"*.cpp"_s, u"*.h"_s});
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("OFFSET"), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 20);
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
