#include "core/crypto/checkpoint.h"
#include "tests/sync/scriptedservice.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

std::string hexOf(const MerkleHash &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())).toHex().toStdString();
}

/// A feed of so many files of others, as it is given to whoever asks.
class LongFeed
{
public:
    LongFeed(ScriptedService &service, int files) : m_service(service), m_files(files)
    {
        service.config.rowsPerPage = 2;
        service.openEngine();
    }
    [[nodiscard]] ChangesPage page(const HttpRequest &request) const
    {
        ChangesPage page = m_service.page(request);
        const int last = std::min(m_files, int(page.since) + std::stoi(request.parameter("limit")));
        while (page.next < last) {
            ApplicationState state;
            state.id = {"theirs-" + std::to_string(++page.next)};
            state.revision = 1;
            state.applicationNo = "T-" + std::to_string(page.next);
            page.rows.push_back({.id = state.id, .version = 1, .seq = page.next, .state = state});
        }
        page.more = last < m_files;
        if (page.since == 0)
            page.checkpoint = m_shown;
        return page;
    }
    [[nodiscard]] std::optional<Reply> answer(const HttpRequest &request) const
    {
        return request.path == "/v1/changes" ? std::optional<Reply>(jsonAnswer(wireText(page(request)))) : std::nullopt;
    }
    /// The question for the first page.
    [[nodiscard]] Exchange first() const
    {
        for (;;) {
            Exchange exchange = *m_service.engine->next(m_service.now);
            if (exchange.request.path == "/v1/changes")
                return exchange;
            static_cast<void>(
                m_service.engine->answer(exchange.ticket, m_service.usual(exchange.request), m_service.now));
        }
    }
    /// Answers a question for a page; the next one.
    [[nodiscard]] std::optional<Exchange> after(const Exchange &exchange) const
    {
        static_cast<void>(m_service.engine->answer(exchange.ticket, *answer(exchange.request), m_service.now));
        return m_service.engine->next(m_service.now);
    }
    /// Shows a log with the first page.
    void show(CheckpointNote note) { m_shown = std::move(note); }
    [[nodiscard]] std::string cursors() const
    {
        std::string all;
        for (const HttpRequest &request : m_service.asked) {
            if (request.path == "/v1/changes")
                all += request.parameter("since") + ' ';
        }
        return all;
    }

private:
    ScriptedService &m_service;
    int m_files;
    std::optional<CheckpointNote> m_shown;
};

} // namespace

/// SYNC.md D2.5 while the next page is asked for before one is taken in: what was asked ahead is worth nothing when
/// what it was asked after did not come to pass.
class TestFeedAhead : public QObject
{
    Q_OBJECT

private slots:
    void theNextPageIsAskedForBeforeOneIsTakenIn();
    void aPageThatIsNotTakenInTakesTheNextOneAlong();
    void whatWasAskedAheadIsOfItsEpoch();
    void whatWasAskedAheadIsOfItsScope();
    void whoSignsOutGetsNothingMore();
    void aRewrittenLogAheadStopsEverything();
    void pagesAreSmallerBesideSomebodyWhoDecides();
};

/// docs/sync.md, the engine: the service makes the next page while the client takes one in.
void TestFeedAhead::theNextPageIsAskedForBeforeOneIsTakenIn()
{
    ScriptedService service;
    const LongFeed feed(service, 5);
    const std::optional<Exchange> second = feed.after(feed.first());
    QVERIFY(second);
    QCOMPARE(second->request.parameter("since"), std::string("2"));
    QCOMPARE(second->request.parameter("epoch"), service.epoch);
    QCOMPARE(second->request.parameter("scope"), std::string("all"));
    QCOMPARE(service.status().cursor, 0);
    QCOMPARE(service.engine->wakeAt(service.now), service.now);
    QCOMPARE(service.engine->takeRows(), 0);
    QVERIFY(!service.engine->next(service.now));
    QCOMPARE(service.status().cursor, 2);
    QCOMPARE(service.engine->takeRows(), 2);
    QCOMPARE(feed.after(*second)->request.parameter("since"), std::string("4"));
}

/// D2.5: a page and its cursor are one; what comes after a page that is not here is thrown away.
void TestFeedAhead::aPageThatIsNotTakenInTakesTheNextOneAlong()
{
    ScriptedService service;
    const LongFeed feed(service, 5);
    const Exchange second = *feed.after(feed.first());
    QVERIFY(service.store->database().execute(QStringLiteral("PRAGMA query_only = 1")));
    QVERIFY(!service.engine->next(service.now)); // the disk does not take it
    QVERIFY(service.store->database().execute(QStringLiteral("PRAGMA query_only = 0")));
    QCOMPARE(service.status().trouble, SyncTrouble::Storage);
    QVERIFY(service.engine->answer(second.ticket, *feed.answer(second.request), service.now));
    QCOMPARE(service.status().cursor, 0);
    QVERIFY(!service.store->state({"theirs-3"}));
    service.now += 1min;
    service.run([&](const HttpRequest &request) { return feed.answer(request); });
    QCOMPARE(feed.cursors(), std::string("0 2 4 "));
    QCOMPARE(service.status().cursor, 5);
    for (int n = 1; n <= 5; ++n)
        QVERIFY(service.store->state({"theirs-" + std::to_string(n)}));
}

/// D2.6: another lane hears of the restore while a page waits and the next one is under way.
void TestFeedAhead::whatWasAskedAheadIsOfItsEpoch()
{
    ScriptedService service;
    const LongFeed feed(service, 5);
    const Exchange second = *feed.after(feed.first());
    const std::string page = wireText(feed.page(second.request));
    service.epoch = "epoch-2";
    QVERIFY(service.engine->takeCarried({.epoch = service.epoch}, service.now));
    QVERIFY(!service.engine->next(service.now));
    QCOMPARE(service.status().cursor, 0);
    QVERIFY(!service.store->state({"theirs-1"}));
    QVERIFY(service.engine->answer(second.ticket, jsonAnswer(page), service.now));
    QCOMPARE(service.status().cursor, 0);
    QVERIFY(!service.store->state({"theirs-3"}));
    service.now += 1min;
    service.run([&](const HttpRequest &request) { return feed.answer(request); });
    QCOMPARE(service.status().cursor, 5);
    QCOMPARE(readPeer(service.store->database())->value().epoch, service.epoch);
}

/// P.2: the page before it is taken in all the same, and the feed begins again.
void TestFeedAhead::whatWasAskedAheadIsOfItsScope()
{
    ScriptedService service;
    const LongFeed feed(service, 5);
    const Exchange second = *feed.after(feed.first());
    QVERIFY(!service.engine->next(service.now));
    QCOMPARE(service.status().cursor, 2);
    QVERIFY(service.engine->answer(second.ticket, problemAnswer(ProblemType::ScopeChanged, {{"scope", "less"}}),
                                   service.now));
    QCOMPARE(service.status().cursor, 0);
    QCOMPARE(service.engine->next(service.now)->request.parameter("since"), std::string("0"));
}

/// docs/sync.md: signing out forgets what was asked.
void TestFeedAhead::whoSignsOutGetsNothingMore()
{
    ScriptedService service;
    const LongFeed feed(service, 5);
    const Exchange second = *feed.after(feed.first());
    service.engine->signOut();
    QVERIFY(service.engine->answer(second.ticket, *feed.answer(second.request), service.now));
    QVERIFY(!service.engine->next(service.now));
    QCOMPARE(service.status().cursor, 0);
    QVERIFY(!service.store->state({"theirs-1"}));
}

/// D4: a log is held against what the page before it has shown, though nobody had taken that in when it was asked for.
void TestFeedAhead::aRewrittenLogAheadStopsEverything()
{
    ScriptedService service;
    LongFeed feed(service, 5);
    MerkleTree log;
    log.append(merkleLeaf("event"));
    CheckpointNote note{.size = 1, .root = hexOf(log.root(1))};
    note.note = *signCheckpoint({"zsb.test/epoch-1", 1, log.root(1)}, service.key);
    feed.show(note);
    const Exchange second = *feed.after(feed.first());
    QCOMPARE(second.request.parameter("witness"), std::string("1"));
    QVERIFY(!service.engine->next(service.now));
    QVERIFY(!feed.after(second)); // it shows no log any more
    QCOMPARE(service.status().mood, SyncMood::Alarm);
    QCOMPARE(service.status().cursor, 2);
    QVERIFY(!service.store->state({"theirs-3"}));
    service.now += 1h;
    QVERIFY(!service.engine->next(service.now));
}

/// A page is one transaction, and a decision waits for its end.
void TestFeedAhead::pagesAreSmallerBesideSomebodyWhoDecides()
{
    ScriptedService service;
    service.run();
    QCOMPARE(service.asked.back().parameter("limit"), std::to_string(service.config.rowsPerPage));
    QVERIFY(service.add({"app-1"}, {}));
    service.now += 1min;
    service.run();
    const auto pull =
        std::ranges::find(service.asked.rbegin(), service.asked.rend(), std::string("/v1/changes"), &HttpRequest::path);
    QCOMPARE(pull->parameter("limit"), std::to_string(service.config.rowsBeside));
}

QTEST_GUILESS_MAIN(TestFeedAhead)
#include "tst_feedahead.moc"
