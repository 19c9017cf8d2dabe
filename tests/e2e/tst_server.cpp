#include "core/protocol/changes.h"
#include "core/protocol/op.h"
#include "core/storage/chain.h"
#include "core/storage/database.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/testdatabase.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <map>
#include <random>
#include <thread>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;
using namespace std::string_literals;

namespace {

#ifdef ZSB_SANITIZED // a kill leaves a sanitizer nothing to see
constexpr int usualKills = 8;
#else
constexpr int usualKills = 50;
#endif

} // namespace

/// Issue §1 and §5 with the real program over real TLS: an empty folder becomes a service, what it has acknowledged is
/// there after any kill, and once; a restored backup begins another epoch. ZSB_KILL_ROUNDS: how many kills (50).
class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anEmptyFolderBecomesAService();
    void nothingAcknowledgedIsLostOrDoubled();
    void aRestoredBackupBeginsAnotherEpochAndTakesTheOpsAgain();
    void anImportMakesTheFolderItNeeds();
    void strangersAndWrongFoldersAreToldSo();
    void aMistypedFolderDoesNotBecomeAService_data();
    void aMistypedFolderDoesNotBecomeAService();
    void whatIsMissingIsNamed();
    void whatItWritesIsItsUsersAlone();

private:
    /// A service with somebody who has signed in on an enrolled device, and reads files in: that has no window.
    [[nodiscard]] bool serveRegistrar(ServerClient &client, ServerProcess &server);
    /// However long a test takes.
    [[nodiscard]] bool staysSignedIn(ServerClient &client);
    [[nodiscard]] Op draft(int number) const;
    [[nodiscard]] static std::optional<OpAnswers> send(ServerClient &client, const std::vector<Op> &ops)
    {
        const auto answer = client.ask("POST", "/v1/ops:batch", wireText(OpBatch{{}, ops}));
        const auto answers =
            answer && answer->status == 200 ? readWire<OpAnswers>(answer->body) : Result<OpAnswers>(Error{});
        return answers ? std::optional(*answers) : std::nullopt;
    }
    [[nodiscard]] std::map<std::string, int> ledger() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_database;
    QString m_secrets;
    QElapsedTimer m_sinceSignIn;
    std::string m_packHash;
    std::string m_actor;
    Instant m_at{};
};

void TestServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    const QString data = m_folder->filePath(u"data"_s);
    m_database = freshDatabase(data);
    if (testsPostgres())
        QCOMPARE(ServerProcess(data).run({u"init"_s, u"--db"_s, QString::fromStdString(m_database)}).code, 0);
    m_at = systemClock()();
}

bool TestServer::serveRegistrar(ServerClient &client, ServerProcess &server)
{
    const auto added = server.run({u"admin"_s, u"user"_s, u"add"_s, u"reg"_s, u"--role"_s, u"import"_s});
    const auto code = server.run({u"enrol"_s});
    client.goTo(server.port());
    if (added.code != 0 || code.code != 0 || !client.enrol(valueBehind(code.out, u"device code, once within a day"_s)))
        return false;
    m_secrets = added.out;
    const auto session = client.signIn(m_secrets, systemClock()());
    if (!session)
        return false;
    m_sinceSignIn.start();
    m_packHash = session->packHash;
    m_actor = session->actor;
    return true;
}

bool TestServer::staysSignedIn(ServerClient &client)
{
    constexpr qint64 longEnough = 180'000; // access tokens live for ten minutes, a code may be used once
    if (m_sinceSignIn.elapsed() < longEnough)
        return true;
    m_sinceSignIn.start();
    return client.signIn(m_secrets, systemClock()()).has_value();
}

Op TestServer::draft(int number) const
{
    const std::string name = "kill-" + std::to_string(number);
    Op op;
    op.command = {.id = {name + "-cmd"},
                  .application = {name},
                  .actor = {m_actor},
                  .role = "import",
                  .at = m_at, // the same op again is the same to the last byte
                  .revision = 0,
                  .packHash = m_packHash,
                  .body = CreateDraft{name, Origin::Import}};
    return op;
}

std::map<std::string, int> TestServer::ledger() const
{
    std::map<std::string, int> rows;
    const auto opened = Database::open(m_database, Database::Access::ReadOnly);
    if (!opened)
        return rows;
    Result<Rows> found = (*opened)->run(u"SELECT command_id FROM events"_s);
    while (found && found->next())
        ++rows[found->text(0)];
    return rows;
}

void TestServer::anEmptyFolderBecomesAService()
{
    ZSB_SQLITE_ONLY("a database others share has init before it");
    ServerProcess server(m_folder->filePath(u"data"_s));
    QVERIFY(server.start());
    QVERIFY(!valueBehind(server.said(), u"password"_s).empty());
    QVERIFY(!valueBehind(server.said(), u"device code"_s).empty());
    const auto authority = QSslCertificate::fromPath(server.folder() + u"/tls/authority.pem"_s)
                               .value(0)
                               .digest(QCryptographicHash::Sha256);
    QVERIFY(server.said().contains(QString::fromLatin1(authority.toHex(':').toUpper())));

    ServerClient client(server.folder());
    client.goTo(server.port());
    QCOMPARE(client.ask("GET", "/v1/health/ready")->status, 200);
    QVERIFY(client.enrol(valueBehind(server.said(), u"device code"_s)));
    QVERIFY(client.signIn(server.said(), systemClock()()));

    ServerClient registrar(server.folder());
    QVERIFY(serveRegistrar(registrar, server));
    const auto answers = send(registrar, {draft(1)});
    QVERIFY(answers);
    QCOMPARE(answers->answers.at(0).outcome, OpOutcome::Accepted);
    const auto page = registrar.ask("GET", "/v1/changes?since=0&limit=10");
    QCOMPARE(page->status, 200);
    QCOMPARE(readWire<ChangesPage>(page->body)->rows.at(0).id.value, "kill-1"s);

    const auto metrics = registrar.ask("GET", "/metrics");
    QVERIFY(metrics->body.find("route=\"/v1/ops:batch\",status=\"200\"} 1") != std::string::npos);
    QVERIFY(metrics->body.find("zsb_feed_position 1\n") != std::string::npos);

    QCOMPARE(server.terminate(), 0);
    const QByteArray log = server.log();
    QVERIFY(log.contains("\"event\":\"started\"") && log.contains("\"event\":\"stopped\""));
    QVERIFY(!log.contains("kill-1"));
    QVERIFY(server.start());
    QVERIFY2(valueBehind(server.said(), u"password"_s).empty(), "secrets are shown once");
    registrar.goTo(server.port());
    QCOMPARE(registrar.ask("GET", "/v1/changes?since=0&limit=10")->status, 200);
}

void TestServer::nothingAcknowledgedIsLostOrDoubled()
{
    ServerProcess server(m_folder->filePath(u"data"_s));
    QVERIFY(server.start());
    ServerClient client(server.folder());
    QVERIFY(serveRegistrar(client, server));
    std::mt19937 random(42);
    std::map<std::string, OpAnswer> acknowledged;
    int next = 0;
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("ZSB_KILL_ROUNDS", &given);
    const int rounds = given ? asked : usualKills;
    for (int round = 0; round < rounds; ++round) {
        QVERIFY(staysSignedIn(client));
        const int until = int(random() % 12);
        for (int i = 0; i < until; ++i) {
            const auto answers = send(client, {draft(next), draft(next + 1)});
            QVERIFY(answers);
            next += 2;
            for (const OpAnswer &answer : answers->answers)
                acknowledged[answer.id.value] = answer;
        }
        // One more is under way while the process dies: it is there wholly or not at all.
        std::jthread killer([&server, wait = random() % 3'000] {
            std::this_thread::sleep_for(std::chrono::microseconds(wait));
            ::kill(pid_t(server.pid()), SIGKILL);
        });
        if (const auto answers = send(client, {draft(next)})) {
            for (const OpAnswer &answer : answers->answers)
                acknowledged[answer.id.value] = answer;
        }
        ++next;
        killer.join();
        server.kill();
        QVERIFY2(server.start(), qPrintable(u"round %1"_s.arg(round)));
        client.goTo(server.port());
    }
    constexpr int together = 50; // one by one they would be asked too fast for one person
    for (int first = 0; first < next; first += together) {
        QVERIFY(staysSignedIn(client));
        std::vector<Op> ops;
        for (int number = first; number < std::min(first + together, next); ++number)
            ops.push_back(draft(number));
        const auto answers = send(client, ops);
        QVERIFY(answers);
        QCOMPARE(answers->answers.size(), ops.size());
        for (const OpAnswer &answer : answers->answers) {
            QCOMPARE(answer.outcome, OpOutcome::Accepted);
            if (const auto before = acknowledged.find(answer.id.value); before != acknowledged.end())
                QCOMPARE(answer, before->second);
        }
    }
    QCOMPARE(server.terminate(), 0);
    const std::map<std::string, int> events = ledger();
    QCOMPARE(int(events.size()), next);
    for (const auto &[command, count] : events)
        QVERIFY2(count == 1, command.c_str());
    QVERIFY(verifyLog(m_database)->isGood());
}

void TestServer::aRestoredBackupBeginsAnotherEpochAndTakesTheOpsAgain()
{
    ZSB_SQLITE_ONLY("PostgreSQL is backed up by its own tools");
    ServerProcess server(m_folder->filePath(u"data"_s));
    QVERIFY(server.start());
    ServerClient client(server.folder());
    QVERIFY(serveRegistrar(client, server));
    const auto first = send(client, {draft(1), draft(2)});
    QVERIFY(first);
    const QString backup = m_folder->filePath(u"backup"_s);
    const auto backedUp = server.run({u"backup"_s, u"--to"_s, backup});
    QVERIFY2(backedUp.code == 0, qPrintable(backedUp.err));
    const auto second = send(client, {draft(3)});
    QVERIFY(second);
    QVERIFY(!QFile::exists(backup + u"/keys"_s) && !QFile::exists(backup + u"/tls"_s));

    QCOMPARE(server.run({u"restore"_s, backup}).code, 3); // it is running
    QCOMPARE(server.terminate(), 0);
    const auto restored = server.run({u"restore"_s, backup});
    QVERIFY2(restored.code == 0, qPrintable(restored.err));
    QVERIFY(server.start());
    client.goTo(server.port());
    const auto again = send(client, {draft(1), draft(2), draft(3)});
    QVERIFY(again);
    QVERIFY(again->epoch != first->epoch);
    QCOMPARE(again->answers.at(0), first->answers.at(0));
    QCOMPARE(again->answers.at(1), first->answers.at(1));
    QCOMPARE(again->answers.at(2).outcome, OpOutcome::Accepted);
    QCOMPARE(server.terminate(), 0);
    QCOMPARE(server.run({u"verify-log"_s}).code, 0);
    QCOMPARE(ledger().size(), std::size_t(3));

    QCOMPARE(server.run({u"backup"_s, u"--to"_s, backup}).code, 0); // the same season, further on

    ServerProcess other(m_folder->filePath(u"other"_s));
    QCOMPARE(other.run({u"init"_s}).code, 0);
    QCOMPARE(other.run({u"backup"_s, u"--to"_s, backup}).code, 3); // another's is not written over
    const auto keyless = other.run({u"restore"_s, backup});
    QCOMPARE(keyless.code, 3);
    QVERIFY2(keyless.err.contains(u"keys/"_s), qPrintable(keyless.err));
    QVERIFY(QDir(other.folder()).entryList({u"before-restore-*"_s}).isEmpty());
    QVERIFY(other.start());
    QCOMPARE(other.terminate(), 0);

    QFile damaged(backup + u"/zsb.db"_s);
    QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(damaged.size() - 100));
    damaged.write("x");
    damaged.close();
    QCOMPARE(server.run({u"restore"_s, backup}).code, 3);
    QCOMPARE(ledger().size(), std::size_t(3)); // what was there is still there
}

/// A season is read in before anybody serves it.
void TestServer::anImportMakesTheFolderItNeeds()
{
    ZSB_SQLITE_ONLY("a folder with SQLite is one service's alone");
    const QString table = m_folder->filePath(u"season.csv"_s);
    QFile file(table);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("application_no,candidate_type,document_number\nA,应届毕业生,11010519491231002X\n");
    file.close();
    ServerProcess server(m_folder->filePath(u"data"_s));
    const auto imported = server.run({u"import"_s, table});
    QVERIFY2(imported.code == 1 && imported.err.contains(u"lacks required columns"_s), qPrintable(imported.err));
    QVERIFY(!ledger().empty());
    QVERIFY(server.start());
    QCOMPARE(server.run({u"import"_s, table}).code, 3); // it is running
}

void TestServer::strangersAndWrongFoldersAreToldSo()
{
    ZSB_SQLITE_ONLY("a folder with SQLite is one service's alone");
    ServerProcess server(m_folder->filePath(u"data"_s));
    QVERIFY(server.start());
    ServerClient stranger(server.folder());
    stranger.goTo(server.port());
    QCOMPARE(stranger.ask("GET", "/v1/changes?since=0")->status, 401);
    QVERIFY(!stranger.enrol("AAAA-BBBB-CCCC"));
    ServerProcess second(server.folder());
    QVERIFY(!second.start()); // one service on a folder
    const ServerProcess third(m_folder->filePath(u"third"_s));
    const auto taken = third.run({u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(server.port())});
    QCOMPARE(taken.code, 3);
    QVERIFY2(taken.err.contains(u"已被占用"_s) && taken.err.contains(u"ZSB_SERVER_LISTEN"_s), qPrintable(taken.err));
    QCOMPARE(server.run({u"serve"_s, u"--listen"_s, u"127.0.0.1"_s}).code, 2);
    QCOMPARE(server.run({u"serve"_s, u"--db"_s, u"postgres://u:secret@h/d"_s}).code, 2);
    QCOMPARE(server.run({u"fly"_s}).code, 2);
    QCOMPARE(server.run({u"admin"_s, u"user"_s, u"add"_s, u"x"_s, u"--role"_s, u"king"_s}).code, 2);
}

void TestServer::aMistypedFolderDoesNotBecomeAService_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("enrol") << QStringList{u"enrol"_s};
    QTest::newRow("admin") << QStringList{u"admin"_s, u"user"_s, u"list"_s};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"--to"_s, m_folder->filePath(u"backup"_s)};
    QTest::newRow("keys") << QStringList{u"keys"_s, u"rotate"_s};
}

void TestServer::aMistypedFolderDoesNotBecomeAService()
{
    QFETCH(const QStringList, words);
    const ServerProcess server(m_folder->filePath(u"typo"_s));
    const auto ran = server.run(words);
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(u"没有服务"_s) && ran.err.contains(u"no service in "_s + server.folder()),
             qPrintable(ran.err));
    QVERIFY(!QFileInfo::exists(server.folder()));
}

void TestServer::whatIsMissingIsNamed()
{
    const ServerProcess server(m_folder->filePath(u"data"_s));
    QVERIFY(server.run({u"init"_s}).code == 0);
    const auto lacking = server.run({u"admin"_s, u"user"_s, u"add"_s, u"reg"_s});
    QCOMPARE(lacking.code, 2);
    QVERIFY2(lacking.err.contains(u"缺少 --role / --role is missing"_s), qPrintable(lacking.err));
    QCOMPARE(server.run({u"admin"_s, u"user"_s, u"add"_s, u"reg"_s, u"--role"_s, u"registrar"_s}).code, 0);
    const auto taken = server.run({u"admin"_s, u"user"_s, u"add"_s, u"reg"_s, u"--role"_s, u"registrar"_s});
    QCOMPARE(taken.code, 3);
    QVERIFY2(taken.err.contains(u"这个用户名已有人用 / the login is taken"_s), qPrintable(taken.err));
    QCOMPARE(server.run({u"admin"_s, u"user"_s, u"disable"_s, u"reg"_s}).code, 0);
    QVERIFY(server.run({u"admin"_s, u"user"_s, u"list"_s}).out.contains(u"REG\tregistrar\t*\tdisabled"_s));
}

/// docs/server.md: also in a folder somebody made with the rights everybody has.
void TestServer::whatItWritesIsItsUsersAlone()
{
    ZSB_SQLITE_ONLY("it is about files");
    const QString folder = m_folder->filePath(u"data"_s);
    constexpr auto readable = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | readable));
    QCOMPARE(ServerProcess(folder).run({u"init"_s}).code, 0);
    QStringList all{folder};
    for (QDirIterator files(folder, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         files.hasNext();)
        all.append(files.next());
    QVERIFY(all.contains(folder + u"/zsb.db"_s));
    for (const QString &file : all)
        QVERIFY2((QFile::permissions(file) & readable) == 0, qPrintable(file));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
