#include "core/base/hash.h"
#include "core/storage/chain.h"
#include "core/storage/databaseerror.h"
#include "core/storage/migrations.h"
#include "core/storage/postgreslocation.h"
#include "core/storage/queuesql.h"
#include "core/storage/schema.h"
#include "core/storage/search.h"
#include "tests/storage/logfixture.h"
#include "tests/storage/storefixture.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

/// Appends one transaction after the other through a connection of its own; each with one to three events.
void appendMany(const std::string &location, int writer, int transactions, std::atomic<int> &failures)
{
    const auto database = Database::open(location, Database::Access::ReadWrite, std::chrono::minutes(1));
    const PlainCodec codec;
    for (int i = 0; i < transactions; ++i) {
        Result<Transaction> transaction = Transaction::begin(**database);
        std::vector<Event> events;
        for (int n = 0; n <= i % 3; ++n)
            events.push_back({.application = {"app-" + std::to_string(writer) + '-' + std::to_string(i)},
                              .sequence = n + 1,
                              .command = {"cmd-" + std::to_string(writer) + '-' + std::to_string(i)},
                              .actor = {"staff"},
                              .body = Withdrawn{}});
        const bool good = transaction && EventLog(**database, codec).append(events, "hash") && transaction->commit();
        failures += good ? 0 : 1;
    }
}

/// What follows from reading on after the last number seen, again and again.
struct Followed
{
    std::vector<std::int64_t> seen{};
    bool failed = false;

    void readOn(const Database &database)
    {
        Result<Rows> rows = database.run(u"SELECT seq FROM events WHERE seq > ? ORDER BY seq LIMIT 100"_s,
                                         {sqlInteger(seen.empty() ? 0 : seen.back())});
        failed = failed || !rows;
        while (rows && rows->next())
            seen.push_back(rows->integer(0));
    }
};

/// A plan is not prepared: the values stand in it.
QStringList planOf(const Database &database, const SqlPart &part)
{
    QString sql = u"EXPLAIN (COSTS OFF) "_s + part.sql;
    for (const SqlValue &value : part.values) {
        const bool isText = value.typeId() == QMetaType::QString;
        sql.replace(sql.indexOf(u'?'), 1, isText ? u'\'' + value.toString() + u'\'' : value.toString());
    }
    QStringList steps;
    Result<Rows> plan = database.run(sql);
    while (plan && plan->next())
        steps.append(QString::fromStdString(plan->text(0)).trimmed());
    return steps;
}

} // namespace

/// What is PostgreSQL's own. The tests of storage run on it as well: see zsb_test_on_postgres().
class TestPostgres : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whoReadsOnNeverMissesAnEvent();
    void twoStoresDecideInTurns();
    void twoProgramsMayMakeTheSchemaAtOnce();
    void everyOldSchemaReachesTheNewest();
    void aCommitAfterAFailureIsNoSuccess();
    void aReadOnlyConnectionWritesNothing();
    void aSchemaNobodyMadeIsNotFound();
    void eventsCannotBeTruncated();
    void aNulCharacterIsInvalid();
    void everyCharacterAndByteComesBack();
    void aLostConnectionIsUnreadable();
    void anErrorTheServerDidNotSayIsUnreadable();
    void aServerThatIsNotThereIsUnreadable();
    void listsAreReadFromAnIndexInTheirOrder();
    void searchesAskAnIndex();
};

void TestPostgres::initTestCase()
{
    if (!testsPostgres())
        QSKIP("no PostgreSQL here: ZSB_TEST_DB");
}

/// SYNC B3: numbers given out in another order than they are committed would make a reader pass events over for ever.
void TestPostgres::whoReadsOnNeverMissesAnEvent()
{
    const LogFixture fixture;
    std::atomic<int> failures = 0;
    std::atomic<int> running = 4;
    Followed followed;
    {
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([&, writer] {
                appendMany(fixture.path(), writer, 150, failures);
                --running;
            });
        const auto reader = Database::open(fixture.path(), Database::Access::ReadOnly);
        while (running > 0)
            followed.readOn(**reader);
        for (int again = 0; again < 20; ++again) // what is left, page by page
            followed.readOn(**reader);
    }
    QCOMPARE(failures.load(), 0);
    QVERIFY(!followed.failed);
    QCOMPARE(followed.seen.size(), std::size_t(4 * 150 * 2));
    for (std::size_t i = 0; i < followed.seen.size(); ++i)
        QCOMPARE(followed.seen[i], std::int64_t(i + 1));
    QVERIFY(verifyLog(fixture.path())->isGood());
}

/// Issue 5 part 1: two server processes on one database.
void TestPostgres::twoStoresDecideInTurns()
{
    StoreFixture fixture;
    QVERIFY(fixture.add({"app"}, {}));
    const auto other = *Store::open(fixture.options());
    const Command claim = fixture.command({"app"}, 4, ClaimFile{});
    QVERIFY(std::holds_alternative<Executed>(*fixture.store->execute(claim, *fixture.book, fixture.now)));
    const Execution repeated = *other->execute(claim, *fixture.book, fixture.now);
    QVERIFY(std::get<Executed>(repeated).repeated);
    const Command late = fixture.command({"app"}, 4, ClaimFile{}, "staff-2");
    QVERIFY(std::holds_alternative<Refusal>(*other->execute(late, *fixture.book, fixture.now)));
    QCOMPARE(other->history({"app"})->size(), std::size_t(5));
}

void TestPostgres::twoProgramsMayMakeTheSchemaAtOnce()
{
    const std::string location = freshDatabase({});
    std::atomic<int> ready = 0;
    {
        std::vector<std::jthread> programs;
        for (int i = 0; i < 4; ++i)
            programs.emplace_back([&] {
                const auto database = Database::open(location, Database::Access::ReadWrite, std::chrono::minutes(1));
                const Done made = database ? migrate(**database, location) : Done(database.error());
                if (!made)
                    qWarning("%s", made.error().detail.c_str());
                ready += made ? 1 : 0;
            });
    }
    QCOMPARE(ready.load(), 4);
    const auto database = *Database::open(location, Database::Access::ReadOnly);
    QVERIFY(requireNewest(*database));
    QCOMPARE(*database->number(u"SELECT count(*) FROM chain"_s), 1);
}

/// Released steps are never edited (the SQLite ones are kept in the corpus), so that running them up to any of them
/// gives the schema as it was.
void TestPostgres::everyOldSchemaReachesTheNewest()
{
    const std::vector<Migration> all = migrations();
    for (const Migration &old : all) {
        if (old.postgres.empty())
            continue;
        const std::string location = freshDatabase({});
        const auto database = *Database::open(location, Database::Access::ReadWrite);
        for (const Migration &step : all) {
            for (const char16_t *statement :
                 step.version > old.version ? std::span<const char16_t *const>() : step.postgres)
                QVERIFY2(database->execute(spelled(QString::fromUtf16(statement), Sql::Postgres)),
                         qPrintable(QString::fromUtf16(statement)));
        }
        QVERIFY(database->execute(u"CREATE TABLE schema_version (id INTEGER PRIMARY KEY, version INTEGER)"_s));
        QVERIFY(database->execute(u"INSERT INTO schema_version VALUES (1, %1)"_s.arg(old.version)));
        const PlainCodec codec;
        const Event event{.application = {"app"}, .sequence = 1, .command = {"cmd"}, .actor = {"staff"}};
        QVERIFY(EventLog(*database, codec).append({&event, 1}, "hash"));
        QVERIFY(migrate(*database, location));
        QCOMPARE(*database->number(u"SELECT version FROM schema_version"_s), all.back().version);
        QVERIFY(verifyLog(location)->isGood());
        QCOMPARE(verifyLog(location)->events, 1);
    }
}

/// PostgreSQL answers such a COMMIT without an error, and rolls back.
void TestPostgres::aCommitAfterAFailureIsNoSuccess()
{
    const LogFixture fixture;
    Result<Transaction> transaction = Transaction::begin(fixture.database());
    QVERIFY(fixture.database().execute(u"INSERT INTO meta (key, value) VALUES ('a', 'b')"_s));
    QVERIFY(!fixture.database().execute(u"SELECT nonsense"_s));
    QVERIFY(!transaction->commit());
    QCOMPARE(*fixture.database().number(u"SELECT count(*) FROM meta"_s), 0);
}

void TestPostgres::aReadOnlyConnectionWritesNothing()
{
    const LogFixture fixture;
    const auto reader = *Database::open(fixture.path(), Database::Access::ReadOnly);
    QVERIFY(!reader->execute(u"INSERT INTO meta (key, value) VALUES ('a', 'b')"_s));
    QCOMPARE(*reader->number(u"SELECT count(*) FROM meta"_s), 0);
}

void TestPostgres::aSchemaNobodyMadeIsNotFound()
{
    const std::string nowhere = freshDatabase({});
    QCOMPARE(Database::open(nowhere, Database::Access::ReadOnly).error().code, ErrorCode::NotFound);
    QCOMPARE(verifyLog(nowhere).error().code, ErrorCode::NotFound);
    QCOMPARE(Store::openReadOnly({.database = nowhere}).error().code, ErrorCode::NotFound);
}

void TestPostgres::eventsCannotBeTruncated()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(3));
    QVERIFY(!fixture.database().execute(u"TRUNCATE events CASCADE"_s));
    QVERIFY(verifyLog(fixture.path())->isGood());
}

void TestPostgres::aNulCharacterIsInvalid()
{
    const LogFixture fixture;
    const Done refused = fixture.database().execute(u"INSERT INTO meta (key, value) VALUES ('a', ?)"_s,
                                                    {sqlText(std::string("b\0', 'c", 7))});
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(*fixture.database().number(u"SELECT count(*) FROM meta"_s), 0);
}

void TestPostgres::everyCharacterAndByteComesBack()
{
    const LogFixture fixture;
    std::string text = "'\\\"?$1;--\n\t𠮷ᠮ\u200d";
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes.append(char(byte));
    QVERIFY(fixture.database().execute(u"INSERT INTO desk_view (actor, id, name, body) VALUES (?, ?, ?, ?)"_s,
                                       {sqlText(text), sqlText(""), bytes, QByteArray("")}));
    Result<Rows> rows = fixture.database().run(u"SELECT actor, id, name, body FROM desk_view"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->text(0), text);
    QCOMPARE(rows->text(1), std::string());
    QCOMPARE(rows->bytes(2), bytes);
    QVERIFY(rows->bytes(3).isEmpty());
}

void TestPostgres::aLostConnectionIsUnreadable()
{
    const LogFixture fixture;
    const auto other = *Database::open(fixture.path(), Database::Access::ReadWrite);
    const std::int64_t process = *other->number(u"SELECT pg_backend_pid()"_s);
    QVERIFY(fixture.database().execute(u"SELECT pg_terminate_backend(%1, 10000)"_s.arg(process)));
    QCOMPARE(other->number(u"SELECT count(*) FROM events"_s).error().code, ErrorCode::Unreadable);
    QCOMPARE(other->number(u"SELECT count(*) FROM events WHERE seq > ?"_s, {1}).error().code, ErrorCode::Unreadable);
    QCOMPARE(Transaction::begin(*other).error().code, ErrorCode::Unreadable);
}

/// A server that was killed says nothing any more: then there is no SQLSTATE, and Qt still takes the connection for
/// open.
void TestPostgres::anErrorTheServerDidNotSayIsUnreadable()
{
    const Result<PostgresLocation> place = postgresLocation(qgetenv("ZSB_TEST_DB").toStdString());
    QVERIFY(place);
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QPSQL"_s, u"own"_s);
        connection.setHostName(place->host);
        connection.setUserName(place->user);
        connection.setDatabaseName(place->database);
        QVERIFY(connection.open());
        const auto codeOf = [&connection](const QString &state) {
            return errorOf(QSqlError(u"query"_s, {}, QSqlError::StatementError, state), connection).code;
        };
        QCOMPARE(codeOf({}), ErrorCode::Unreadable);
        QCOMPARE(codeOf(u"42601"_s), ErrorCode::Internal); // syntax
    }
    QSqlDatabase::removeDatabase(u"own"_s);
}

void TestPostgres::aServerThatIsNotThereIsUnreadable()
{
    const auto nowhere = Database::open("postgres://zsb@/postgres?host=/nowhere", Database::Access::ReadWrite);
    QCOMPARE(nowhere.error().code, ErrorCode::Unreadable);
}

/// What SQLite's plans say of U4 and U5: with an index to go by, nothing is sorted, and a snapshot needs the index
/// alone.
void TestPostgres::listsAreReadFromAnIndexInTheirOrder()
{
    StoreFixture fixture;
    QVERIFY(fixture.add({"app"}, {}));
    const auto database = *Database::open(fixture.store->databasePath(), Database::Access::ReadOnly);
    for (const QString &plans : {u"seqscan"_s, u"bitmapscan"_s, u"sort"_s, u"incremental_sort"_s})
        QVERIFY(database->execute(u"SET enable_%1 = off"_s.arg(plans)));
    for (const QueueOrder order : {QueueOrder::Urgency, QueueOrder::Number, QueueOrder::Name}) {
        for (const std::vector<std::string> &phases : {std::vector<std::string>{}, {"in-review"}}) {
            const QueueQuery query{.phases = phases, .stages = {"first"}, .types = {"N1"}, .order = order};
            const QString page = planOf(*database, *pageSelect(query, {}, 10, PlainCodec(), Sql::Postgres)).join(u'\n');
            QVERIFY2(page.contains("Index Scan using application_by_"_L1) && !page.contains("Sort"_L1),
                     qPrintable(page));
            const SqlPart rows = *pageSelect(query, {}, -1, PlainCodec(), Sql::Postgres, {}, Select::Rows);
            const QString all = planOf(*database, rows).join(u'\n');
            QVERIFY2(all.contains("Index Only Scan using application_by_"_L1) && !all.contains("Sort"_L1),
                     qPrintable(all));
        }
    }
    const QString facets = planOf(*database, facetsSelect({}, PlainCodec(), Sql::Postgres)).join(u'\n');
    QVERIFY2(facets.contains("Index Only Scan using application_facets"_L1), qPrintable(facets));
}

void TestPostgres::searchesAskAnIndex()
{
    StoreFixture fixture;
    QVERIFY(fixture.add({"app"}, {}));
    const auto database = *Database::open(fixture.store->databasePath(), Database::Access::ReadOnly);
    QVERIFY(database->execute(u"SET enable_seqscan = off"_s));
    for (const char *text : {"阿拉坦", "王", "wangwu", "20231500", "150025"}) {
        for (const SearchWay &way : searchWays(text, PlainCodec(), Sql::Postgres)) {
            const QStringList plan = planOf(*database, way.rows);
            QVERIFY2(!plan.isEmpty() && !plan.join(u'\n').contains("Seq Scan"_L1), qPrintable(plan.join(u'\n')));
        }
    }
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
