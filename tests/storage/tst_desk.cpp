#include "core/storage/desk.h"
#include "core/storage/queuesql.h"
#include "tests/storage/storefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// What a reviewer keeps for themself: tags on files, names of tags, views. Never a decision.
class TestDesk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tagsAreSetAndCleared();
    void onlyNineTagsThereAre();
    void eachReviewerHasTheirOwn();
    void theQueueIsNarrowedByTags();
    void tagsAreCountedWithinTheQuery();
    void matchingIsWhatTheDatabaseSays();
    void namesAndViewsComeBack();
    void nothingOfItIsInTheLogOrAProjection();
    void itSurvivesARebuildAndARestart();
    void aStoreForReadingTakesNothing();
    void tagsAreLookedUpByAnIndex();

private:
    [[nodiscard]] ApplicationId file(int i) const { return {"app-" + std::to_string(i)}; }
    [[nodiscard]] Desk desk(const char *actor = "staff-1") { return m_fixture->store->desk(ActorId{actor}); }

    std::unique_ptr<StoreFixture> m_fixture;
};

void TestDesk::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    for (int i = 0; i < 6; ++i)
        QVERIFY(m_fixture->add(file(i), {.number = "2023150000" + std::to_string(i),
                                         .document = "15010220010315000" + std::to_string(i),
                                         .phone = "1380013800" + std::to_string(i),
                                         .type = i % 2 == 0 ? "X3" : "N1"}));
}

void TestDesk::tagsAreSetAndCleared()
{
    QCOMPARE(*desk().tagsOf(file(0)), Tags(0));
    QVERIFY(desk().setTag(file(0), 1, true));
    QVERIFY(desk().setTag(file(0), 9, true));
    QVERIFY(desk().setTag(file(0), 9, true)); // twice is once
    QCOMPARE(*desk().tagsOf(file(0)), Tags(tagBit(1) | tagBit(9)));
    QVERIFY(desk().setTag(file(0), 1, false));
    QVERIFY(desk().setTag(file(0), 2, false)); // was not there
    QCOMPARE(*desk().tagsOf(file(0)), tagBit(9));
    std::vector<QueueEntry> entries = m_fixture->store->queue({}, {}, 10)->entries;
    QVERIFY(desk().readTags(entries));
    for (const QueueEntry &entry : entries)
        QCOMPARE(entry.tags, entry.id == file(0) ? tagBit(9) : Tags(0));
}

void TestDesk::onlyNineTagsThereAre()
{
    for (const int tag : {0, 10, -1}) {
        QCOMPARE(desk().setTag(file(0), tag, true).error().code, ErrorCode::Invalid);
        QCOMPARE(desk().nameTag(tag, "x").error().code, ErrorCode::Invalid);
    }
    QVERIFY(desk().setTag(file(0), 1, true));
    QVERIFY(desk().setTag(file(0), 9, true));
}

void TestDesk::eachReviewerHasTheirOwn()
{
    QVERIFY(desk().setTag(file(0), 3, true));
    QVERIFY(desk().nameTag(3, "疑问"));
    QVERIFY(desk().keepView({"v", "我的", "{}"}));
    QCOMPARE(*desk("staff-2").tagsOf(file(0)), Tags(0));
    QVERIFY(desk("staff-2").tagNames()->at(2).empty());
    QVERIFY(desk("staff-2").views()->empty());
    QCOMPARE(*m_fixture->store->count({.tags = tagBit(3), .actor = {"staff-2"}}), 0);
}

void TestDesk::theQueueIsNarrowedByTags()
{
    QVERIFY(desk().setTag(file(1), 1, true));
    QVERIFY(desk().setTag(file(2), 2, true));
    QVERIFY(desk().setTag(file(3), 2, true));
    const auto found = [&](Tags tags, std::vector<std::string> types) {
        std::vector<std::string> ids;
        const QueueQuery query{.types = std::move(types), .tags = tags, .actor = {"staff-1"}};
        const QueuePage page = *m_fixture->store->queue(query, {}, 10);
        for (const QueueEntry &entry : page.entries)
            ids.push_back(entry.id.value);
        return ids;
    };
    QCOMPARE(found(tagBit(1), {}), (std::vector<std::string>{"app-1"}));
    QCOMPARE(found(tagBit(1) | tagBit(2), {}), (std::vector<std::string>{"app-1", "app-2", "app-3"}));
    QCOMPARE(found(tagBit(2), {"X3"}), (std::vector<std::string>{"app-2"}));
    QCOMPARE(found(tagBit(5), {}), std::vector<std::string>{});
    QCOMPARE(m_fixture->store->snapshot({.tags = tagBit(2), .actor = {"staff-1"}}, -1)->size(), std::size_t(2));
}

void TestDesk::tagsAreCountedWithinTheQuery()
{
    QVERIFY(desk().setTag(file(1), 1, true));
    QVERIFY(desk().setTag(file(2), 2, true));
    QVERIFY(desk().setTag(file(3), 2, true));
    QueueQuery query{.tags = tagBit(1), .actor = {"staff-1"}};
    QCOMPARE(*m_fixture->store->tagCounts(query), (TagCounts{1, 2}));
    query.types = {"X3"};
    QCOMPARE(*m_fixture->store->tagCounts(query), (TagCounts{0, 1}));
    query.types = {};
    query.tags = tagBit(2);
    const std::vector<FacetCell> cells = *m_fixture->store->facetCells(query);
    QCOMPARE(countOf(cells, query), 2);
    QCOMPARE(facetsOf(cells, query).types.at("X3"), 1);
}

void TestDesk::matchingIsWhatTheDatabaseSays()
{
    QVERIFY(desk().setTag(file(1), 1, true));
    QVERIFY(desk().setTag(file(2), 2, true));
    std::vector<QueueEntry> all = m_fixture->store->queue({}, {}, 100)->entries;
    QVERIFY(desk().readTags(all));
    for (const Tags tags : {Tags(0), tagBit(1), Tags(tagBit(1) | tagBit(2)), tagBit(3)}) {
        for (const auto &types : {std::vector<std::string>{}, {"N1"}}) {
            const QueueQuery query{.types = types, .tags = tags, .actor = {"staff-1"}};
            const auto found = std::ranges::count_if(all, [&](const QueueEntry &e) { return matches(e, query); });
            QCOMPARE(std::int64_t(found), *m_fixture->store->count(query));
        }
    }
}

void TestDesk::namesAndViewsComeBack()
{
    QVERIFY(desk().nameTag(2, "材料真伪"));
    QVERIFY(desk().nameTag(3, "x"));
    QVERIFY(desk().nameTag(3, ""));
    TagNames names;
    names[1] = "材料真伪";
    QCOMPARE(*desk().tagNames(), names);
    QVERIFY(desk().keepView({"b", "二", "{\"type\":\"N1\"}"}));
    QVERIFY(desk().keepView({"a", "三", "{}"}));
    QVERIFY(desk().keepView({"a", "一", "{}"})); // renamed
    QCOMPARE(*desk().views(), (std::vector<KeptView>{{"a", "一", "{}"}, {"b", "二", "{\"type\":\"N1\"}"}}));
    QVERIFY(desk().dropView("a"));
    QVERIFY(desk().dropView("never was"));
    QCOMPARE(desk().views()->size(), std::size_t(1));
}

/// Tags and views are no decisions: nothing to send, nothing to prove.
void TestDesk::nothingOfItIsInTheLogOrAProjection()
{
    const std::string before = *m_fixture->store->projectionDigest();
    const std::int64_t place = m_fixture->store->changes(0, 100)->upTo;
    QVERIFY(desk().setTag(file(0), 1, true));
    QVERIFY(desk().nameTag(1, "疑问"));
    QVERIFY(desk().keepView({"a", "一", "{}"}));
    QCOMPARE(m_fixture->store->changes(0, 100)->upTo, place);
    QCOMPARE(*m_fixture->store->projectionDigest(), before);
}

void TestDesk::itSurvivesARebuildAndARestart()
{
    QVERIFY(desk().setTag(file(4), 7, true));
    QVERIFY(desk().keepView({"a", "一", "{}"}));
    QVERIFY(m_fixture->store->rebuild(*m_fixture->book));
    m_fixture->open();
    QCOMPARE(*desk().tagsOf(file(4)), tagBit(7));
    QCOMPARE(m_fixture->store->queue({.tags = tagBit(7), .actor = {"staff-1"}}, {}, 10)->entries.front().id, file(4));
    QCOMPARE(desk().views()->size(), std::size_t(1));
}

void TestDesk::aStoreForReadingTakesNothing()
{
    QVERIFY(desk().setTag(file(4), 7, true));
    const std::unique_ptr<const Store> reader = *Store::openReadOnly(m_fixture->options());
    QCOMPARE(*reader->desk(ActorId{"staff-1"}).tagsOf(file(4)), tagBit(7));
}

/// The page of a few tagged files is found from the tags, not by looking through the list; without a tag nothing of it
/// is asked (see TestQueue).
void TestDesk::tagsAreLookedUpByAnIndex()
{
    ZSB_SQLITE_ONLY("plans of PostgreSQL: tst_postgres");
    const auto database = Database::open(m_fixture->store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database);
    const QueueQuery query{.phases = {"in-review"}, .tags = tagBit(2), .actor = {"staff-1"}};
    const SqlPart page = *pageSelect(query, {}, 10, PlainCodec(), Sql::Sqlite);
    const SqlPart counts = tagCountsSelect(query, PlainCodec(), Sql::Sqlite);
    for (const SqlPart &part : {page, counts}) {
        Result<Rows> plan = (*database)->run(u"EXPLAIN QUERY PLAN "_s + part.sql, part.values);
        QVERIFY(plan);
        bool byTag = false;
        while (plan->next()) {
            const std::string step = plan->text(3);
            QVERIFY2(!step.starts_with("SCAN"), step.c_str());
            byTag = byTag || step.starts_with("SEARCH desk_tag USING");
            if (step.starts_with("SEARCH application"))
                QVERIFY2(step.ends_with("(rowid=?)") || step.ends_with("(id=?)"), step.c_str());
        }
        QVERIFY(byTag);
    }
    const SqlPart untagged = *pageSelect({.phases = {"in-review"}}, {}, 10, PlainCodec(), Sql::Sqlite);
    QVERIFY(!untagged.sql.contains("desk_tag"_L1));
}

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
