#include "core/protocol/changes.h"
#include "core/protocol/leases.h"
#include "core/protocol/op.h"
#include "core/storage/chain.h"
#include "core/storage/database.h"
#include "tests/e2e/servedseason.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <thread>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Issue §1: two services on one PostgreSQL database serve one set of clients. Real processes, real TLS; what each of
/// them says holds at the other, and whoever of them dies takes nothing along.
class TestTwoServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aFileIsLeasedByOneOfThem();
    void theSameOpsAtBothHappenOnceThoughOneIsKilled();
    void ofTwoFirstOnesOneMakesTheAdministrator();
    void aLostConnectionIsToldInLinesOfTheLog();
    void cleanupTestCase();

private:
    using Answers = std::map<std::string, OpAnswer>;

    /// Somebody who works at both: one device, one session.
    struct Person
    {
        QSslConfiguration device{};
        Session session{};
    };
    /// What a service on the same keys needs of the folder of the first.
    [[nodiscard]] bool copyFolder(const QString &to) const;
    [[nodiscard]] std::optional<Person> enter(const QString &login, const QString &role);
    [[nodiscard]] ServerClient clientOf(const Person &person, const ServerProcess &server) const;
    [[nodiscard]] Op draft(const Person &person, int number) const;
    /// Every op once, in the order of `numbers`; at the other service when this one is gone.
    [[nodiscard]] Answers push(const Person &person, const std::vector<int> &numbers, const ServerProcess &server,
                               quint16 otherwise, const std::function<void(int)> &before = {}) const;
    [[nodiscard]] std::set<std::string> leased(const Person &person, const ServerProcess &server) const;

    static constexpr int people = 14;
    static constexpr int ops = 60;

    QTemporaryDir m_folder;
    std::string m_database;
    Instant m_at{};
    std::unique_ptr<ServerProcess> m_a;
    std::unique_ptr<ServerProcess> m_b;
};

void TestTwoServers::initTestCase()
{
    if (!testsPostgres())
        QSKIP("a folder with SQLite is one service's alone");
    qputenv("PGAPPNAME", m_folder.path().toUtf8()); // whose connections they are
    m_at = systemClock()();
    m_database = freshDatabase(m_folder.path());
    const QString source = m_folder.filePath(u"source"_s);
    QVERIFY(makeTable(source, people));

    // docs/server.md, "A province"
    m_a = std::make_unique<ServerProcess>(m_folder.filePath(u"a"_s));
    m_b = std::make_unique<ServerProcess>(m_folder.filePath(u"b"_s));
    const auto made = initServer(*m_a, m_database);
    QVERIFY2(made.code == 0, qPrintable(made.err));
    const auto imported = importTable(*m_a, source);
    QVERIFY2(imported.code == 0, qPrintable(imported.out + imported.err));
    QVERIFY(copyFolder(m_b->folder()));
    for (const QString &shared : {u"/blobs"_s, u"/uploads"_s}) {
        QVERIFY(QDir().mkpath(m_a->folder() + shared));
        QVERIFY(QFile::link(m_a->folder() + shared, m_b->folder() + shared));
    }
    QVERIFY(m_a->start());
    QVERIFY(m_b->start());
}

bool TestTwoServers::copyFolder(const QString &to) const
{
    const QString from = m_a->folder();
    return QDir().mkpath(to) && QProcess::execute(u"cp"_s, {u"-a"_s, from + u"/server.json"_s, from + u"/season.keys"_s,
                                                            from + u"/keys"_s, from + u"/tls"_s, to}) == 0;
}

std::optional<TestTwoServers::Person> TestTwoServers::enter(const QString &login, const QString &role)
{
    const auto added = m_a->run({u"admin"_s, u"user"_s, u"add"_s, login, u"--role"_s, role});
    const auto code = m_a->run({u"enrol"_s});
    ServerClient client(m_a->folder());
    client.goTo(m_a->port());
    if (added.code != 0 || !client.enrol(valueBehind(code.out, u"device code, once within a day"_s)))
        return std::nullopt;
    client.goTo(m_b->port()); // what one of them enrolled, the other knows
    const auto session = client.signIn(added.out, systemClock()());
    return session ? std::optional(Person{client.configuration(), *session}) : std::nullopt;
}

ServerClient TestTwoServers::clientOf(const Person &person, const ServerProcess &server) const
{
    ServerClient client(server.folder());
    client.useDevice(person.device);
    client.useToken(person.session.access);
    client.goTo(server.port());
    return client;
}

Op TestTwoServers::draft(const Person &person, int number) const
{
    const std::string name = "both-" + std::to_string(number);
    Op op;
    op.command = {.id = {name + "-cmd"},
                  .application = {name},
                  .actor = {person.session.actor},
                  .role = "import",
                  .at = m_at, // the same op again is the same to the last byte
                  .revision = 0,
                  .packHash = person.session.packHash,
                  .body = CreateDraft{name, Origin::Import}};
    return op;
}

TestTwoServers::Answers TestTwoServers::push(const Person &person, const std::vector<int> &numbers,
                                             const ServerProcess &server, quint16 otherwise,
                                             const std::function<void(int)> &before) const
{
    Answers answers;
    ServerClient client = clientOf(person, server);
    for (const int number : numbers) {
        if (before)
            before(number);
        const std::string body = wireText(OpBatch{{}, {draft(person, number)}});
        auto response = client.ask("POST", "/v1/ops:batch", body);
        if (!response) {
            client.goTo(otherwise);
            response = client.ask("POST", "/v1/ops:batch", body);
        }
        const auto read = response ? readWire<OpAnswers>(response->body) : Result<OpAnswers>(Error{});
        if (read && response->status == 200)
            answers[read->answers.at(0).id.value] = read->answers.at(0);
    }
    return answers;
}

std::set<std::string> TestTwoServers::leased(const Person &person, const ServerProcess &server) const
{
    ServerClient client = clientOf(person, server);
    LeaseRequest request;
    request.role = "school";
    request.minutes = 30;
    request.count = 2;
    std::set<std::string> files;
    for (int i = 0; i < people; ++i) {
        const auto response = client.ask("POST", "/v1/leases", wireText(request));
        const auto answer = response ? readWire<LeaseAnswer>(response->body) : Result<LeaseAnswer>(Error{});
        if (!answer)
            continue;
        for (const auto &lease : answer->leases)
            files.insert(lease.application.value);
    }
    return files;
}

void TestTwoServers::aFileIsLeasedByOneOfThem()
{
    const auto first = enter(u"first"_s, u"school"_s);
    const auto second = enter(u"second"_s, u"school"_s);
    QVERIFY(first && second);
    std::set<std::string> atA;
    std::set<std::string> atB;
    {
        const std::jthread one([&] { atA = leased(*first, *m_a); });
        const std::jthread other([&] { atB = leased(*second, *m_b); });
    }
    QVERIFY(!atA.empty() || !atB.empty());
    for (const std::string &file : atA)
        QVERIFY2(!atB.contains(file), file.c_str());
    QVERIFY2(leased(*second, *m_a).empty() && leased(*first, *m_b).empty(), "nothing is left over");
}

/// Both get the same ops in opposite orders. A reader goes through the feed meanwhile and misses nothing, so no number
/// was shown before one below it.
void TestTwoServers::theSameOpsAtBothHappenOnceThoughOneIsKilled()
{
    const auto person = enter(u"reg"_s, u"import"_s);
    QVERIFY(person);
    std::vector<int> there(ops);
    std::iota(there.begin(), there.end(), 0);
    const std::vector<int> back(there.rbegin(), there.rend());
    Answers atA;
    Answers atB;
    std::set<std::string> seen;
    std::int64_t cursor = 0;
    const auto follow = [&](ServerClient &client) {
        const auto response = client.ask("GET", "/v1/changes?since=" + std::to_string(cursor) + "&limit=50");
        const auto page = response ? readWire<ChangesPage>(response->body) : Result<ChangesPage>(Error{});
        if (!page)
            return false;
        for (const ChangeRow &row : page->rows)
            seen.insert(row.id.value);
        cursor = page->next;
        return page->more;
    };
    {
        std::jthread follower([&](const std::stop_token &stop) {
            ServerClient client = clientOf(*person, *m_b);
            while (!stop.stop_requested()) {
                static_cast<void>(follow(client));
                std::this_thread::sleep_for(std::chrono::milliseconds(60)); // nobody may ask faster
            }
        });
        const auto killHalfway = [pid = pid_t(m_a->pid())](int number) {
            if (number == ops / 2)
                ::kill(pid, SIGKILL);
        };
        const std::jthread one([&] { atA = push(*person, there, *m_a, m_b->port(), killHalfway); });
        const std::jthread other([&] { atB = push(*person, back, *m_b, m_b->port()); });
    }
    m_a->kill();
    QCOMPARE(int(atB.size()), ops);
    QCOMPARE(int(atA.size()), ops);
    for (const auto &[id, answer] : atB) {
        QCOMPARE(answer.outcome, OpOutcome::Accepted);
        QCOMPARE(atA.at(id), answer);
    }
    QVERIFY(m_a->start()); // it comes back and knows what the other one did
    ServerClient client = clientOf(*person, *m_a);
    while (follow(client))
        ;
    for (const int number : there)
        QVERIFY2(seen.contains("both-" + std::to_string(number)), qPrintable(QString::number(number)));

    const auto database = Database::open(m_database, Database::Access::ReadOnly);
    QVERIFY(database);
    QCOMPARE(*(*database)->number(u"SELECT count(*) FROM events WHERE command_id LIKE 'both-%'"_s), std::int64_t(ops));
    QCOMPARE(*(*database)->number(u"SELECT count(*) FROM ledger WHERE op LIKE 'both-%'"_s), std::int64_t(ops));
    QCOMPARE(*(*database)->number(u"SELECT count(*) FROM events"_s),
             *(*database)->number(u"SELECT max(seq) FROM events"_s));
    QVERIFY(verifyLog(m_database)->isGood());
}

/// Secrets of whoever came second would open nothing.
void TestTwoServers::ofTwoFirstOnesOneMakesTheAdministrator()
{
    const QString empty = QString::fromStdString(freshDatabase(m_folder.path()));
    const auto begin = [&empty](const QString &folder, QString &said) {
        ServerProcess server(folder);
        if (server.start({u"--db"_s, empty}))
            said = server.said();
    };
    const QString c = m_folder.filePath(u"c"_s);
    const QString d = m_folder.filePath(u"d"_s);
    QVERIFY(copyFolder(c) && copyFolder(d));
    QString atC;
    QString atD;
    {
        const std::jthread one([&] { begin(c, atC); });
        const std::jthread other([&] { begin(d, atD); });
    }
    QVERIFY2(!atC.isEmpty() && !atD.isEmpty(), "both serve");
    QVERIFY(valueBehind(atC, u"password"_s).empty() != valueBehind(atD, u"password"_s).empty());
}

void TestTwoServers::aLostConnectionIsToldInLinesOfTheLog()
{
    const auto database = Database::open(m_database, Database::Access::ReadWrite);
    QVERIFY(database);
    m_b->kill();
    QVERIFY(m_b->start());
    QVERIFY((*database)->execute(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                 "WHERE application_name = current_setting('application_name') "
                                 "AND pid <> pg_backend_pid()"_s));
    ServerClient client(m_b->folder());
    client.goTo(m_b->port());
    const auto isReady = [&client] {
        const auto response = client.ask("GET", "/v1/health/ready");
        return response && response->status == 200;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isReady(), ServerProcess::patienceMs);
    QCOMPARE(m_b->terminate(), 0);
    const QByteArray log = m_b->log().trimmed();
    QVERIFY2(log.contains("\"event\":\"qt\""), log.constData());
    for (const QByteArray &line : log.split('\n'))
        QVERIFY2(QJsonDocument::fromJson(line).object().contains("event"_L1), line.constData());
}

void TestTwoServers::cleanupTestCase()
{
    m_a.reset();
    m_b.reset();
}

QTEST_MAIN(TestTwoServers) // demo people have drawn pictures
#include "tst_twoservers.moc"
