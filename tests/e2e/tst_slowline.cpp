#include "core/image/inspect.h"
#include "core/storage/chain.h"
#include "core/storage/database.h"
#include "tests/e2e/lineclient.h"
#include "tests/e2e/servedseason.h"
#include "tests/support/shapedrelay.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Issue §1, "weak network": the client and the service of the product over a line of 1 Mbit/s and 300 ms with lost
/// segments and connections that break. Everything arrives, nothing twice, and what is slow but alive is not given up.
/// ZSB_LINE_FILES: how many files with a picture each go up (8); ZSB_LINE_SEED: of the line.
class TestSlowLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everythingArrivesAndNothingTwice();
    void whatIsSlowerThanTheTimeOutButAliveArrives();

private:
    [[nodiscard]] std::unique_ptr<LineClient> connectBy(const ShapedRelay &relay, Store &store,
                                                        std::chrono::milliseconds idle) const;
    /// A file with a picture, which has to go up first; how many commands.
    [[nodiscard]] int giveFile(Store &store, const std::string &number, const std::string &picture) const;
    [[nodiscard]] static std::set<std::string> picturesAt(const Store &store);
    [[nodiscard]] int patience() const { return 90'000 * std::max(1, m_files / 8); }

    static constexpr int people = 4;

    QTemporaryDir m_folder;
    int m_files = 8;
    unsigned m_seed = 7;
    int m_persons = 0;
    std::string m_database;
    std::shared_ptr<const RuleBook> m_book;
    std::unique_ptr<ServerProcess> m_server;
    LineAccess m_access;
    QStringList m_pictures;
};

void TestSlowLine::initTestCase()
{
    QVERIFY(m_folder.isValid());
    if (qEnvironmentVariableIsSet("ZSB_LINE_FILES"))
        m_files = qEnvironmentVariableIntValue("ZSB_LINE_FILES");
    if (qEnvironmentVariableIsSet("ZSB_LINE_SEED"))
        m_seed = unsigned(qEnvironmentVariableIntValue("ZSB_LINE_SEED"));
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    m_database = freshDatabase(m_server->folder());
    m_book = serveTable(*m_server, m_database, m_folder.filePath(u"source"_s), people);
    QVERIFY(m_book);
    const QString own = m_folder.filePath(u"own"_s);
    SeasonOptions more;
    more.count = m_files;
    more.seed = 8;
    more.flawedShare = 0;
    QVERIFY(QDir().mkpath(own));
    QVERIFY(makeSeason(m_book->pack(), more, own.toStdString()));
    for (const QFileInfo &file :
         QDir(own + u"/materials"_s).entryInfoList({u"*.jpg"_s}, QDir::Files, QDir::Size | QDir::Reversed))
        m_pictures << file.absoluteFilePath();
    QVERIFY(m_pictures.size() >= m_files);
}

/// Everybody is somebody else, on a device of their own.
void TestSlowLine::init()
{
    ServerClient device(m_server->folder());
    device.goTo(m_server->port());
    QVERIFY(device.enrol(valueBehind(m_server->run({u"enrol"_s}).out, u"device code, once within a day"_s)));
    const auto added = m_server->run({u"admin"_s, u"user"_s, u"add"_s, u"person%1"_s.arg(++m_persons), u"--role"_s,
                                      u"import"_s, u"--role"_s, u"school"_s, u"--role"_s, u"province"_s});
    const auto session = device.signIn(added.out, systemClock()());
    QVERIFY(session);
    m_access = {{}, device.enrolled(), device.privateKey(), *session};
}

std::unique_ptr<LineClient> TestSlowLine::connectBy(const ShapedRelay &relay, Store &store,
                                                    std::chrono::milliseconds idle) const
{
    LineAccess access = m_access;
    access.server = "https://localhost:" + std::to_string(relay.port());
    auto client = LineClient::open(store, *m_book, access, {.poll = std::chrono::milliseconds(2'000)}, idle);
    if (client)
        client->pump();
    return client;
}

int TestSlowLine::giveFile(Store &store, const std::string &number, const std::string &picture) const
{
    const auto sha256 = store.blobs().putFile(picture);
    const std::vector<CommandBody> life{CreateDraft{number, Origin::Import}, ChooseType{"N1"},
                                        SetFields{{{Field::Name, "王五"}, {Field::DocumentNumber, number}}},
                                        AttachMaterial{{.slot = "id_card",
                                                        .sha256 = sha256 ? *sha256 : std::string(),
                                                        .fileName = "p.jpg",
                                                        .facts = imageFactsOf(picture),
                                                        .addedAt = systemClock()()}},
                                        Submit{}};
    int revision = 0;
    int given = 0;
    for (const CommandBody &body : life) {
        const Command command{.id = {number + '-' + std::to_string(given)},
                              .application = {number},
                              .actor = {m_access.session.actor},
                              .role = "import",
                              .at = systemClock()(),
                              .revision = revision,
                              .packHash = m_book->pack().hash,
                              .body = body};
        const Result<Execution> answer = store.execute(command, *m_book, command.at);
        const auto *executed = answer ? std::get_if<Executed>(&*answer) : nullptr;
        if (executed == nullptr)
            return -1;
        revision = executed->state.revision;
        ++given;
    }
    return given;
}

std::set<std::string> TestSlowLine::picturesAt(const Store &store)
{
    std::set<std::string> all;
    const auto files = store.queue({}, {}, 1'000);
    for (const QueueEntry &entry : files ? files->entries : std::vector<QueueEntry>()) {
        const auto state = store.state(entry.id);
        if (!state)
            continue;
        for (const auto &[slot, attachments] : state->materials) {
            for (const Attachment &one : attachments)
                all.insert(one.sha256);
        }
    }
    return all;
}

void TestSlowLine::everythingArrivesAndNothingTwice()
{
    const LineShape shape{.bytesBetweenBreaks = 400'000, .seed = m_seed};
    qInfo("seed %u, %d files", m_seed, m_files);
    ShapedRelay relay(m_server->port(), shape);
    QVERIFY(relay.listen());
    const auto store = Store::open({.folder = m_folder.filePath(u"client"_s).toStdString()});
    QVERIFY(store);
    const auto client = connectBy(relay, **store, std::chrono::seconds(30));
    QVERIFY(client);
    int ops = 0;
    for (int i = 0; i < m_files; ++i) {
        const int given = giveFile(**store, "slow-" + std::to_string(i), m_pictures.at(i).toStdString());
        QVERIFY(given > 0);
        ops += given;
    }
    client->pump();
    QTRY_COMPARE_WITH_TIMEOUT((*store)->count({}).value(), std::int64_t(people + m_files), patience());
    for (const std::string &picture : picturesAt(**store))
        client->engine().fetch({picture, false});
    client->pump();
    const auto isAllHere = [&] {
        return client->isAtRest() && std::ranges::all_of(picturesAt(**store), [&](const std::string &picture) {
                   return (*store)->blobs().contains(picture);
               });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAllHere(), patience());
    const auto compare = [&client] {
        client->engine().reconcile();
        client->pump();
    };
    compare();
    std::int64_t agreedOn = -1;
    const auto isAgreed = [&] {
        for (const ReconcileReport &report : client->engine().takeReports()) {
            if (report.agrees())
                agreedOn = report.applications;
            else
                compare(); // it came before the last page of the feed
        }
        return agreedOn >= 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAgreed(), patience());
    QCOMPARE(agreedOn, std::int64_t(people + m_files));

    const auto &seen = relay.counts();
    qInfo("%d connections, %d broken, %d stalls, %lld kB there, %lld kB back", seen.connections, seen.breaks,
          seen.stalls, seen.there / 1'000, seen.back / 1'000);
    QVERIFY(seen.breaks > 0 && seen.stalls > 0);
    const BlobStore there(m_folder.filePath(u"server/blobs"_s).toStdString());
    for (const std::string &picture : picturesAt(**store))
        QVERIFY(there.contains(picture));
    const auto database = Database::open(m_database, Database::Access::ReadOnly);
    QVERIFY(database);
    QCOMPARE(*(*database)->number(u"SELECT count(*) FROM ledger WHERE op LIKE 'slow-%'"_s), std::int64_t(ops));
    QCOMPARE(*(*database)->number(u"SELECT count(*) FROM events WHERE command_id LIKE 'slow-%'"_s),
             *(*store)->database().number(u"SELECT count(*) FROM events WHERE command_id LIKE 'slow-%'"_s));
    const SyncStatus status = client->status();
    QCOMPARE(status.ops.answered, (std::map<std::string, std::int64_t>{{"accepted", std::int64_t(ops)}}));
    QVERIFY(verifyLog((*store)->databasePath())->isGood());
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);
}

/// Four downloads share a line that brings each of them later than the time-out, yet never falls silent for so long.
void TestSlowLine::whatIsSlowerThanTheTimeOutButAliveArrives()
{
    constexpr std::chrono::milliseconds idle{6'000};
    ShapedRelay relay(m_server->port(), {.bytesPerSecond = 30'000, .lossShare = 0.005, .seed = m_seed});
    QVERIFY(relay.listen());
    const auto store = Store::open({.folder = m_folder.filePath(u"patient"_s).toStdString()});
    QVERIFY(store);
    const auto client = connectBy(relay, **store, idle);
    QVERIFY(client);
    QTRY_VERIFY_WITH_TIMEOUT(client->isAtRest(), patience());
    const std::set<std::string> pictures = picturesAt(**store);
    for (const std::string &picture : pictures)
        client->engine().fetch({picture, false});
    QElapsedTimer clock;
    clock.start();
    client->pump();
    std::size_t arrived = 0;
    const auto isHere = [&] {
        for (const Fetched &one : client->engine().takeFetched())
            arrived += one.problem.empty() ? 1 : 0;
        return arrived == pictures.size();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isHere(), patience());
    QVERIFY2(clock.elapsed() > idle.count() * 2, "the line was too fast to say anything");
    const auto database = Database::open(m_database, Database::Access::ReadOnly);
    QVERIFY(database);
    Result<Rows> asked = (*database)->run(u"SELECT count(*) FROM read_audit WHERE what = 'picture' AND actor = ?"_s,
                                          {sqlText(m_access.session.actor)});
    QVERIFY(asked && asked->next());
    QCOMPARE(asked->integer(0), std::int64_t(pictures.size())); // none was given up and asked for again
    QCOMPARE(client->status().trouble, SyncTrouble::None);
}

QTEST_MAIN(TestSlowLine) // demo people have drawn pictures
#include "tst_slowline.moc"
