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

/// The queue shows every file once, in order and without OFFSET, and search finds people however they are typed.
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
    void numbersAreFoundHoweverTheyAreTyped();
    void nothingIsFoundForNothing();
    void aRenamedPersonIsNotFoundUnderTheOldName();
    void theQueueTakesAnySearch();
    void manyHitsNarrowLikeFewHits();
    void theBeginningOfANumberIsAStretchOfItsOrder();
    void aSnapshotReadsAnIndexAlone();
    void aSnapshotNamesTheFilesOfItsPages();
    void changesAreAskedForSinceAPlaceInTheLog();
    void matchingIsWhatTheDatabaseSays();
    void cellsAnswerEveryCount();
    void everySearchUsesAnIndex_data();
    void everySearchUsesAnIndex();
    void everyPageUsesAnIndex_data();
    void everyPageUsesAnIndex();
    void severalPhasesAreReadOneByOne();
    void countingFacetsReadsAnIndexAlone();
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

void TestQueue::numbersAreFoundHoweverTheyAreTyped()
{
    StoreFixture fixture;
    QVERIFY(fixture.add({"app"}, {.number = "ｎm-2023 01x", .document = "150102 20010315 001x"}));
    for (const char *number : {"NM202301X", "nm2023-01x", "ＮＭ２０２３０１ｘ", " nm-2023 01x"}) {
        QCOMPARE(fixture.store->findByNumber(number)->value, std::string("app"));
        QCOMPARE(fixture.store->search(number, 10)->front().kind, SearchKind::Number);
    }
    QCOMPARE(fixture.store->search("nm2", 10)->size(), 1);
    QCOMPARE(fixture.store->search("15001x", 10)->front().kind, SearchKind::IdSuffix);
    QVERIFY(fixture.store->findByNumber("NM202301")->isEmpty());
    QVERIFY(fixture.store->findByNumber(" ")->isEmpty());
    // the queue shows it as it was written
    QCOMPARE(fixture.store->entry({"app"}, QueueOrder::Number)->applicationNo, std::string("ｎm-2023 01x"));
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

/// A text that hits half of a season is asked of the files in their order instead; the list is the same.
void TestQueue::manyHitsNarrowLikeFewHits()
{
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    const ManyHits none;
    const ManyHits all{SearchKind::Number, SearchKind::IdSuffix, SearchKind::Name, SearchKind::Pinyin,
                       SearchKind::Initials};
    const auto page = [&](const QueueQuery &query, const ManyHits &many) {
        const Result<SqlPart> select = pageSelect(query, {}, 100, PlainCodec(), (*database)->sql(), many);
        Result<Rows> rows = (*database)->run(select->sql, select->values);
        std::vector<std::string> found;
        while (rows && rows->next())
            found.push_back(rows->text(0));
        return found;
    };
    for (const char *text :
         {"王", "阿拉坦", "拉巴", "w", "wang", "altbte", "shan", "ouyang", "2023", "20231500", "150025"}) {
        for (const QueueOrder order : {QueueOrder::Urgency, QueueOrder::Number, QueueOrder::Name}) {
            const QueueQuery query{.phases = {"in-review", "returned"}, .text = text, .order = order};
            QVERIFY2(!page(query, none).empty() || std::string_view(text) == "拉巴", text);
            QCOMPARE(page(query, all), page(query, none));
            QueueQuery anywhere = query;
            anywhere.phases = {};
            QCOMPARE(page(anywhere, all), page(anywhere, none));
        }
    }
}

/// U5: in the order of numbers the beginning of one is a stretch of the index, however many begin so.
void TestQueue::theBeginningOfANumberIsAStretchOfItsOrder()
{
    ZSB_SQLITE_ONLY("plans of PostgreSQL: tst_postgres");
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    const QueueQuery query{.text = "2023150", .order = QueueOrder::Number};
    for (const std::string &after : {std::string(), m_fixture.store->queue(query, {}, 1)->next}) {
        const Result<SqlPart> page = pageSelect(query, after, 10, PlainCodec(), Sql::Sqlite, {SearchKind::Number});
        Result<Rows> plan = (*database)->run(u"EXPLAIN QUERY PLAN "_s + page->sql, page->values);
        QVERIFY(plan);
        bool found = false;
        while (plan->next()) {
            const std::string step = plan->text(3);
            QVERIFY2(!step.starts_with("SCAN application"), step.c_str());
            found = found || step.starts_with("SEARCH application USING INDEX application_by_no_key (no_key>?");
        }
        QVERIFY(found);
    }
}

/// Neither a snapshot nor a filter reads files that are not shown.
void TestQueue::aSnapshotReadsAnIndexAlone()
{
    ZSB_SQLITE_ONLY("plans of PostgreSQL: tst_postgres");
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    for (const QueueOrder order : {QueueOrder::Urgency, QueueOrder::Number, QueueOrder::Name}) {
        for (const std::vector<std::string> &phases : {std::vector<std::string>{}, {"in-review"}}) {
            const QueueQuery query{.phases = phases,
                                   .stages = {"first"},
                                   .types = {"N1"},
                                   .colleges = {"甲学院"},
                                   .severities = {"clean"},
                                   .claim = ClaimFilter::Free,
                                   .now = m_fixture.now,
                                   .order = order};
            const Result<SqlPart> all = pageSelect(query, {}, -1, PlainCodec(), Sql::Sqlite, {}, Select::Rows);
            Result<Rows> plan = (*database)->run(u"EXPLAIN QUERY PLAN "_s + all->sql, all->values);
            QVERIFY(plan && plan->next());
            QVERIFY2(plan->text(3).find("USING COVERING INDEX") != std::string::npos, plan->text(3).c_str());
            QVERIFY2(!plan->next(), "it is sorted");
        }
    }
}

void TestQueue::aSnapshotNamesTheFilesOfItsPages()
{
    for (const QueueQuery &query :
         {QueueQuery{}, QueueQuery{.phases = {"in-review", "returned"}}, QueueQuery{.text = "阿拉坦"},
          QueueQuery{.colleges = {"甲学院"}, .order = QueueOrder::Name}, QueueQuery{.text = "没有"}}) {
        const QueueSnapshot rows = *m_fixture.store->snapshot(query, -1);
        const QueuePage page = *m_fixture.store->queue(query, {}, 1000);
        QCOMPARE(rows.size(), page.entries.size());
        std::vector<QueueEntry> entries = *m_fixture.store->entries(rows, query.order);
        std::ranges::sort(entries, {},
                          [&](const QueueEntry &e) { return std::ranges::find(rows, e.row) - rows.begin(); });
        QCOMPARE(entries, page.entries);
        QCOMPARE(std::int64_t(m_fixture.store->snapshot(query, 3)->size()),
                 std::min<std::int64_t>(3, std::ssize(rows)));
    }
    const std::vector<std::int64_t> gone{999'999};
    QVERIFY(m_fixture.store->entries(gone, QueueOrder::Urgency)->empty());
    QVERIFY(m_fixture.store->entries({}, QueueOrder::Urgency)->empty());
}

void TestQueue::changesAreAskedForSinceAPlaceInTheLog()
{
    StoreFixture fixture;
    QVERIFY(fixture.add({"a"}, {.number = "1"}));
    QVERIFY(fixture.add({"b"}, {.number = "2"}));
    const QueueChanges all = *fixture.store->changes(0, 10);
    QCOMPARE(all.rows.size(), 2);
    QVERIFY(!all.tooMany);
    QVERIFY(fixture.store->changes(all.upTo, 10)->rows.empty());
    QVERIFY(fixture.does({"b"}, ClaimFile{}));
    const QueueChanges news = *fixture.store->changes(all.upTo, 10);
    QCOMPARE(news.rows, std::vector{fixture.store->entry({"b"}, QueueOrder::Urgency)->row});
    QVERIFY(news.upTo > all.upTo);
    QVERIFY(fixture.store->changes(0, 1)->tooMany);
}

/// What a list keeps up to date by itself is what the database would say.
void TestQueue::matchingIsWhatTheDatabaseSays()
{
    const QueuePage all = *m_fixture.store->queue({}, {}, 1000);
    QueueQuery query{.actor = {"staff-1"}, .now = m_fixture.now};
    std::vector<QueueQuery> queries;
    for (const ClaimFilter claim : {ClaimFilter::Any, ClaimFilter::Mine, ClaimFilter::Free, ClaimFilter::Others}) {
        query.claim = claim;
        queries.push_back(query);
        QueueQuery narrower = query;
        narrower.phases = {"in-review"};
        narrower.severities = {all.entries.front().errors > 0 ? "error" : "clean"};
        queries.push_back(narrower);
        narrower.colleges = {"甲学院"};
        narrower.types = {"N1"};
        narrower.stages = {all.entries.back().stage};
        queries.push_back(narrower);
    }
    for (const QueueQuery &one : queries) {
        const auto found = std::ranges::count_if(all.entries, [&](const QueueEntry &e) { return matches(e, one); });
        QCOMPARE(std::int64_t(found), *m_fixture.store->count(one));
    }
}

void TestQueue::cellsAnswerEveryCount()
{
    const std::vector<FacetCell> cells = *m_fixture.store->facetCells({});
    for (const QueueQuery &query : {QueueQuery{}, QueueQuery{.phases = {"in-review"}, .types = {"X3"}},
                                    QueueQuery{.colleges = {"甲学院"}}, QueueQuery{.severities = {"clean", "error"}}})
        QCOMPARE(countOf(cells, query), *m_fixture.store->count(query));
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
    ZSB_SQLITE_ONLY("plans of PostgreSQL: tst_postgres");
    QFETCH(std::string, text);
    const PlainCodec codec;
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    const std::vector<SearchWay> ways = searchWays(text, codec, Sql::Sqlite);
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

void TestQueue::everyPageUsesAnIndex_data()
{
    QTest::addColumn<QueueQuery>("query");
    QTest::newRow("urgency") << QueueQuery{};
    QTest::newRow("number") << QueueQuery{.order = QueueOrder::Number};
    QTest::newRow("name") << QueueQuery{.order = QueueOrder::Name};
    QTest::newRow("one phase") << QueueQuery{.phases = {"in-review"}};
    QTest::newRow("one phase, number") << QueueQuery{.phases = {"in-review"}, .order = QueueOrder::Number};
    QTest::newRow("one phase, name") << QueueQuery{.phases = {"in-review"}, .order = QueueOrder::Name};
    QTest::newRow("mine") << QueueQuery{.claim = ClaimFilter::Mine, .actor = {"staff-1"}};
}

/// U4: neither the first page nor the next one looks at more files than it shows, nor sorts them.
void TestQueue::everyPageUsesAnIndex()
{
    ZSB_SQLITE_ONLY("plans of PostgreSQL: tst_postgres");
    QFETCH(QueueQuery, query);
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    const std::string second = m_fixture.store->queue(query, {}, 1)->next;
    for (const std::string &after : {std::string(), second}) {
        const Result<SqlPart> page = pageSelect(query, after, 10, PlainCodec(), Sql::Sqlite);
        QVERIFY(page);
        Result<Rows> plan = (*database)->run(u"EXPLAIN QUERY PLAN "_s + page->sql, page->values);
        QVERIFY(plan && plan->next());
        const std::string step = plan->text(3);
        // from the beginning of an index on, or from a place in it
        const bool fromTheBeginning = after.empty() && step.starts_with("SCAN application USING INDEX");
        QVERIFY2(step.starts_with("SEARCH application USING INDEX") || fromTheBeginning, step.c_str());
        QVERIFY2(!plan->next(), plan->text(3).c_str()); // no second step: nothing is sorted
    }
}

/// Every phase is read from its own place in the index; only the few first of each are sorted together.
void TestQueue::severalPhasesAreReadOneByOne()
{
    ZSB_SQLITE_ONLY("plans of PostgreSQL: tst_postgres");
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    for (const QueueOrder order : {QueueOrder::Urgency, QueueOrder::Number, QueueOrder::Name}) {
        const QueueQuery query{.phases = {"in-review", "draft", "draft", "returned"}, .order = order};
        const Result<SqlPart> page = pageSelect(query, {}, 10, PlainCodec(), Sql::Sqlite);
        Result<Rows> plan = (*database)->run(u"EXPLAIN QUERY PLAN "_s + page->sql, page->values);
        QVERIFY(plan);
        int searched = 0;
        while (plan->next()) {
            const std::string step = plan->text(3);
            searched += step.starts_with("SEARCH application USING INDEX application_by_phase") ? 1 : 0;
            QVERIFY2(!step.starts_with("SCAN application"), step.c_str());
        }
        QCOMPARE(searched, 3);
        QueueQuery all = query;
        all.phases = {};
        QCOMPARE(ids(query), ids(all)); // nothing is in any other phase here
    }
}

void TestQueue::countingFacetsReadsAnIndexAlone()
{
    ZSB_SQLITE_ONLY("plans of PostgreSQL: tst_postgres");
    const auto database = Database::open(m_fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    const SqlPart select = facetsSelect({.claim = ClaimFilter::Free, .now = m_fixture.now}, PlainCodec(), Sql::Sqlite);
    Result<Rows> plan = (*database)->run(u"EXPLAIN QUERY PLAN "_s + select.sql, select.values);
    QVERIFY(plan && plan->next());
    QCOMPARE(plan->text(3), std::string("SCAN application USING COVERING INDEX application_facets"));
    QVERIFY(!plan->next());
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
