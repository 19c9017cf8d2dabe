#include "core/domain/json.h"
#include "core/protocol/op.h"
#include "core/storage/chain.h"
#include "core/storage/database.h"
#include "core/storage/opqueue.h"
#include "tests/e2e/lineclient.h"
#include "tests/e2e/servedseason.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Issue §5, U19, for the client: kill −9 of one that is syncing with a real service, at random moments, while it has
/// commands to send, pictures to give and to fetch and pages to take in. What its store said it kept is in the service
/// exactly once, both agree on every file, and both logs are whole; where ZSB_KILL_ROUNDS says how often (50 unless
/// told; 4 on PostgreSQL), again after the service was set back to a backup from the first rounds (SYNC.md D5, D2.6).
class TestKillSync : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasKeptArrivesOnceHoweverOftenTheClientDies();

private:
    /// Keys, and a session that lasts until the next round.
    [[nodiscard]] bool renewAccess();
    [[nodiscard]] bool backUp() const;
    /// Others work too: pages for the client. And some of its pictures are gone, so that it fetches them again.
    [[nodiscard]] bool disturb(int round);
    [[nodiscard]] bool workAndKill(int round, int milliseconds);
    [[nodiscard]] bool finish();
    /// Everything kept is there, once, and nothing waits.
    void seeThatAllIsThere();
    [[nodiscard]] bool goBackToTheBackup();
    [[nodiscard]] QStringList words(const QString &life) const;
    void note(const QByteArray &said);

    static constexpr int people = 30;

    QTemporaryDir m_folder;
    std::mt19937 m_random{20230316};
    std::string m_database;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<ServerClient> m_device;
    std::unique_ptr<ServerClient> m_other;
    QString m_secrets;
    QString m_otherSecrets;
    Session m_otherSession;
    QElapsedTimer m_sinceSignIn;
    std::vector<std::string> m_othersOps; ///< batches, to be sent again as every client does
    QStringList m_seasonPictures;         ///< names of blobs
    std::map<std::string, int> m_kept;    ///< command → events
};

void TestKillSync::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    m_database = freshDatabase(m_server->folder());
    const auto book = serveTable(*m_server, m_database, m_folder.filePath(u"source"_s), people);
    QVERIFY(book);
    SeasonOptions more;
    more.count = people;
    more.seed = 8;
    more.flawedShare = 0;
    QVERIFY(QDir().mkpath(m_folder.filePath(u"own"_s)));
    QVERIFY(makeSeason(book->pack(), more, m_folder.filePath(u"own"_s).toStdString()));
    const auto enter = [this](ServerClient &client) {
        client.goTo(m_server->port());
        return client.enrol(valueBehind(m_server->run({u"enrol"_s}).out, u"device code, once within a day"_s));
    };
    m_device = std::make_unique<ServerClient>(m_server->folder());
    m_other = std::make_unique<ServerClient>(m_server->folder());
    QVERIFY(enter(*m_device) && enter(*m_other));
    m_secrets = m_server
                    ->run({u"admin"_s, u"user"_s, u"add"_s, u"client"_s, u"--role"_s, u"import"_s, u"--role"_s,
                           u"school"_s, u"--role"_s, u"province"_s})
                    .out;
    m_otherSecrets = m_server->run({u"admin"_s, u"user"_s, u"add"_s, u"other"_s, u"--role"_s, u"import"_s}).out;
}

bool TestKillSync::renewAccess()
{
    constexpr qint64 longEnough = 180'000; // access tokens live for ten minutes, a code may be used once
    if (m_sinceSignIn.isValid() && m_sinceSignIn.elapsed() < longEnough)
        return true;
    const auto session = m_device->signIn(m_secrets, systemClock()());
    const auto other = m_other->signIn(m_otherSecrets, systemClock()());
    if (!session || !other)
        return false;
    m_otherSession = *other;
    m_sinceSignIn.start();
    const LineAccess access{"https://localhost:" + std::to_string(m_server->port()), m_device->enrolled(),
                            m_device->privateKey(), *session};
    QFile file(m_folder.filePath(u"access.json"_s));
    const QByteArray text = QJsonDocument(toJsonValue(access).toObject()).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool TestKillSync::disturb(int round)
{
    OpBatch batch;
    for (int i = 0; i < 5; ++i) {
        const std::string name = "other-" + std::to_string(round) + '-' + std::to_string(i);
        Op op;
        op.command = {.id = {name + "-cmd"},
                      .application = {name},
                      .actor = {m_otherSession.actor},
                      .role = "import",
                      .at = systemClock()(),
                      .revision = 0,
                      .packHash = m_otherSession.packHash,
                      .body = CreateDraft{name, Origin::Import}};
        batch.ops.push_back(std::move(op));
    }
    m_othersOps.push_back(wireText(batch));
    const auto answer = m_other->ask("POST", "/v1/ops:batch", m_othersOps.back());
    const BlobStore here(m_folder.filePath(u"client/blobs"_s).toStdString());
    const BlobStore there(m_folder.filePath(u"server/blobs"_s).toStdString());
    if (m_seasonPictures.isEmpty()) {
        for (const std::string &sha256 : there.all())
            m_seasonPictures << QString::fromStdString(sha256);
    }
    for (int i = 0; i < 12; ++i) {
        const QString picture = m_seasonPictures.at(qsizetype(m_random() % std::size_t(m_seasonPictures.size())));
        QFile::remove(QString::fromStdString(here.path(picture.toStdString())));
    }
    return answer && answer->status == 200;
}

QStringList TestKillSync::words(const QString &life) const
{
    return {m_folder.filePath(u"client"_s), m_folder.filePath(u"access.json"_s), m_folder.filePath(u"own/materials"_s),
            life};
}

void TestKillSync::note(const QByteArray &said)
{
    for (const QByteArray &line : said.first(said.lastIndexOf('\n') + 1).split('\n')) {
        if (const qsizetype space = line.indexOf(' '); space > 0)
            m_kept[line.first(space).toStdString()] = line.mid(space + 1).toInt();
    }
}

bool TestKillSync::workAndKill(int round, int milliseconds)
{
    QProcess client;
    client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    client.start(QStringLiteral(ZSB_KILLSYNCER), words(u"r%1"_s.arg(round)));
    if (!client.waitForReadyRead(ServerProcess::patienceMs))
        return false; // it works from its first line on
    QByteArray said = client.readAllStandardOutput();
    QElapsedTimer alive;
    alive.start();
    while (alive.elapsed() < milliseconds) {
        if (client.waitForReadyRead(std::max(1, milliseconds - int(alive.elapsed()))))
            said += client.readAllStandardOutput();
    }
    client.kill();
    if (!client.waitForFinished(ServerProcess::patienceMs) || client.exitStatus() != QProcess::CrashExit)
        return false;
    note(said + client.readAllStandardOutput());
    return true;
}

bool TestKillSync::finish()
{
    QProcess client;
    client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    client.start(QStringLiteral(ZSB_KILLSYNCER), words(u"end"_s) + QStringList{u"finish"_s});
    if (!client.waitForFinished(ServerProcess::patienceMs * 3))
        return false;
    const QByteArray said = client.readAllStandardOutput();
    qInfo("%s", said.trimmed().constData());
    return client.exitStatus() == QProcess::NormalExit && client.exitCode() == 0 && said.contains("agreed on ");
}

void TestKillSync::whatWasKeptArrivesOnceHoweverOftenTheClientDies()
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("ZSB_KILL_ROUNDS", &given);
    const int rounds = given ? asked : testsPostgres() ? 4 : 50;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray where = "round " + QByteArray::number(round);
        QVERIFY2(renewAccess(), where.constData());
        QVERIFY2(round != rounds / 5 || backUp(), where.constData());
        QVERIFY2(disturb(round), where.constData());
        QVERIFY2(workAndKill(round, 5 + int(m_random() % 396)), where.constData());
        const auto verdict = verifyLog(m_folder.filePath(u"client/zsb.db"_s).toStdString());
        QVERIFY2(verdict && verdict->isGood(), where.constData());
    }
    QVERIFY(int(m_kept.size()) >= rounds * 5);
    qInfo("%d rounds, %zu commands kept", rounds, m_kept.size());
    QVERIFY(renewAccess());
    QVERIFY(finish());
    seeThatAllIsThere();
    // Only the long run, `./dev bench --kill`, goes back to a backup: once in five it took too long to agree.
    if (!given || testsPostgres() || QTest::currentTestFailed()) // PostgreSQL is backed up by its own tools
        return;
    QVERIFY(goBackToTheBackup());
    QVERIFY(finish());
    seeThatAllIsThere();
}

bool TestKillSync::backUp() const
{
    return testsPostgres() || m_server->run({u"backup"_s, u"--to"_s, m_folder.filePath(u"backup"_s)}).code == 0;
}

bool TestKillSync::goBackToTheBackup()
{
    const QString place = u"127.0.0.1:%1"_s.arg(m_server->port());
    if (m_server->terminate() != 0)
        return false;
    const auto restored = m_server->run({u"restore"_s, m_folder.filePath(u"backup"_s)});
    const auto database = Database::open(m_database, Database::Access::ReadOnly);
    const Result<std::int64_t> answered =
        database ? (*database)->number(u"SELECT count(*) FROM ledger"_s) : Result<std::int64_t>(database.error());
    if (restored.code != 0 || !answered || *answered >= std::int64_t(m_kept.size()) / 2)
        return false; // most of it is to be gone
    if (!m_server->start({u"--listen"_s, place}))
        return false;
    m_other->goTo(m_server->port());
    return std::ranges::all_of(m_othersOps, [this](const std::string &batch) {
        const auto answer = m_other->ask("POST", "/v1/ops:batch", batch);
        return answer && answer->status == 200;
    });
}

void TestKillSync::seeThatAllIsThere()
{
    const auto there = Database::open(m_database, Database::Access::ReadOnly);
    QVERIFY(there);
    std::map<std::string, int> events;
    Result<Rows> rows = (*there)->run(u"SELECT command_id FROM events"_s);
    while (rows && rows->next())
        ++events[rows->text(0)];
    std::map<std::string, int> ledger;
    Result<Rows> answered = (*there)->run(u"SELECT op FROM ledger"_s);
    while (answered && answered->next())
        ++ledger[answered->text(0)];
    for (const auto &[command, made] : m_kept) {
        QVERIFY2(ledger[command] == 1, command.c_str());
        QVERIFY2(events[command] == made, command.c_str());
    }
    QVERIFY(verifyLog(m_folder.filePath(u"client/zsb.db"_s).toStdString())->isGood());
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);
    const auto store = Store::open({.folder = m_folder.filePath(u"client"_s).toStdString()});
    QVERIFY(store);
    const auto counts = OpQueue((*store)->database(), (*store)->codec()).counts();
    QVERIFY(counts);
    QCOMPARE(counts->waiting(), std::int64_t(0));
    for (const auto &[outcome, count] : counts->answered)
        QVERIFY2(outcome == "accepted", outcome.c_str());
}

QTEST_MAIN(TestKillSync) // demo people have drawn pictures
#include "tst_killsync.moc"
