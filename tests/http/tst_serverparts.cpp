#include "app/server/boundedqueue.h"
#include "app/server/metrics.h"
#include "app/server/qtlog.h"
#include "app/server/serverfolder.h"
#include "app/server/serverlog.h"
#include "app/server/settings.h"
#include "core/crypto/key.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <map>
#include <thread>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace std::string_literals;

/// The pieces zsb-server is put together from.
class TestServerParts : public QObject
{
    Q_OBJECT

private slots:
    void aFullQueueRefusesAndAClosedOneEnds();
    void everybodyWhoWaitsIsTakenAtOnce();
    void theEnvironmentIsOverTheFile();
    void wrongSettingsAreNamed_data();
    void wrongSettingsAreNamed();
    void aPasswordIsNoSetting();
    void addressesAreTakenApart();
    void aFolderIsMadeOnceAndStaysItself();
    void itsCertificateFollowsItsNames();
    void keysAreTheOwnersAlone();
    void keysThatSystemdDeliversAreEnough();
    void figuresAreWhatPrometheusReads();
    void aLineOfTheLogIsOneObject();
    void whatQtSaysIsALineWithoutData();

private:
    /// What `say` has written.
    [[nodiscard]] QByteArray logged(const std::function<void(ServerLog &)> &say) const
    {
        std::FILE *file = std::tmpfile();
        ServerLog log(file, [this] { return m_now; });
        say(log);
        std::rewind(file);
        QByteArray lines(1'000, '\0');
        lines.resize(qsizetype(std::fread(lines.data(), 1, std::size_t(lines.size()), file)));
        std::fclose(file);
        return lines;
    }
    [[nodiscard]] std::string folder() const { return m_folder.filePath(u"data"_s).toStdString(); }

    QTemporaryDir m_folder;
    Instant m_now{std::chrono::milliseconds(1'700'000'000'000)};
};

void TestServerParts::aFullQueueRefusesAndAClosedOneEnds()
{
    BoundedQueue<std::string> queue(2);
    std::string a = "a";
    std::string b = "b";
    std::string c = "c";
    QVERIFY(queue.push(a) && queue.push(b));
    QVERIFY(!queue.push(c));
    QCOMPARE(c, "c"s);
    QCOMPARE(*queue.take(), "a"s);
    queue.close();
    QVERIFY(!queue.push(c));
    QCOMPARE(*queue.take(), "b"s);
    QVERIFY(!queue.take());
    QVERIFY(queue.takeSome(5).empty());
}

void TestServerParts::everybodyWhoWaitsIsTakenAtOnce()
{
    BoundedQueue<int> queue(10);
    for (int i = 0; i < 5; ++i) {
        int item = i;
        QVERIFY(queue.push(item));
    }
    QCOMPARE(queue.takeSome(3), (std::vector<int>{0, 1, 2}));
    QCOMPARE(queue.takeSome(3), (std::vector<int>{3, 4}));
    std::jthread later([&queue] {
        int item = 7;
        (void)queue.push(item);
    });
    QCOMPARE(queue.takeSome(3), (std::vector<int>{7}));
}

void TestServerParts::theEnvironmentIsOverTheFile()
{
    QTemporaryDir dir;
    Settings written;
    written.listen = "127.0.0.1:1";
    written.readers = 3;
    QVERIFY(writeSettings(dir.path().toStdString(), written));
    const auto nothing = [](const char *) { return std::string(); };
    QCOMPARE(*readSettings(dir.path().toStdString(), nothing), written);
    const std::map<std::string, std::string> variables = {{"ZSB_SERVER_LISTEN", "127.0.0.1:2"},
                                                          {"ZSB_SERVER_NAMES", "a.example, 10.0.0.1"},
                                                          {"ZSB_SERVER_PARCEL", "64"},
                                                          {"ZSB_SERVER_LOG", "requests"}};
    const Result<Settings> read = readSettings(dir.path().toStdString(), [&variables](const char *name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::string() : found->second;
    });
    QVERIFY(read);
    QCOMPARE(read->listen, "127.0.0.1:2"s);
    QCOMPARE(read->names, (std::vector<std::string>{"a.example", "10.0.0.1"}));
    QCOMPARE(read->log, LogLevel::Requests);
    QCOMPARE(read->parcel, 64);
    QCOMPARE(read->readers, 3);
}

void TestServerParts::wrongSettingsAreNamed_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("where");
    QTest::newRow("no JSON") << QByteArray("{") << u"byte"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"listen": "127.0.0.1:1", "lisen": 1})") << u"lisen"_s;
    QTest::newRow("unknown value") << QByteArray(R"({"listen": "127.0.0.1:1", "tls": "maybe"})") << u"tls"_s;
    QTest::newRow("no port") << QByteArray(R"({"listen": "127.0.0.1"})") << u"listen"_s;
    QTest::newRow("no readers") << QByteArray(R"({"listen": "127.0.0.1:1", "readers": 0})") << u"readers"_s;
    QTest::newRow("no requests") << QByteArray(R"({"listen": "127.0.0.1:1", "requests": 0})") << u"requests"_s;
    QTest::newRow("no parcel") << QByteArray(R"({"listen": "127.0.0.1:1", "parcel": 0})") << u"parcel"_s;
    QTest::newRow("files without names") << QByteArray(R"({"listen": "127.0.0.1:1", "tls": "files"})") << u"tls"_s;
    QTest::newRow("no program for messages")
        << QByteArray(R"({"listen": "127.0.0.1:1", "messages": "/nowhere/send"})") << u"/nowhere/send"_s;
    QTest::newRow("no name") << QByteArray(R"({"listen": "127.0.0.1:1", "name": ""})") << u"ZSB_SERVER_NAME"_s;
    QTest::newRow("blank in the name") << QByteArray(R"({"listen": "127.0.0.1:1", "name": "a b"})") << u"name"_s;
    for (const char *proxy : {"proxy.example", "10.0.0.0/8", "010.0.0.1", ""})
        QTest::addRow("proxy %s", proxy) << QByteArray(
                                                R"({"listen": "127.0.0.1:1", "trusted_proxies": ["127.0.0.1", ")") +
                                                proxy + R"("]})"
                                         << u"trusted_proxies"_s;
    QTest::newRow("no database") << QByteArray(R"({"listen": "127.0.0.1:1", "db": "oracle"})") << u"db"_s;
}

void TestServerParts::wrongSettingsAreNamed()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, where);
    QTemporaryDir dir;
    QFile json(dir.filePath(u"server.json"_s));
    QVERIFY(json.open(QIODevice::WriteOnly));
    json.write(file);
    json.close();
    const Result<Settings> read = readSettings(dir.path().toStdString(), [](const char *) { return std::string(); });
    const Done judged = read ? checkSettings(*read) : Done(read.error());
    QVERIFY(!judged);
    QCOMPARE(judged.error().code, ErrorCode::Invalid);
    QVERIFY2(judged.error().detail.find(where.toStdString()) != std::string::npos, judged.error().detail.c_str());
}

void TestServerParts::aPasswordIsNoSetting()
{
    Settings settings;
    settings.database = "postgres://zsb:secret@db/zsb";
    const Done judged = checkSettings(settings);
    QVERIFY(!judged);
    QVERIFY(judged.error().detail.find("secret") == std::string::npos);
    settings.database = "postgres://zsb@db/zsb";
    QVERIFY(checkSettings(settings));
}

void TestServerParts::addressesAreTakenApart()
{
    QCOMPARE(*listenPlace("127.0.0.1:8443"), (ListenPlace{"127.0.0.1", 8443}));
    QCOMPARE(*listenPlace("[::1]:0"), (ListenPlace{"::1", 0}));
    QCOMPARE(*listenPlace("0.0.0.0:65535"), (ListenPlace{"0.0.0.0", 65535}));
    for (const char *wrong : {"", ":1", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:x", "::1:5"})
        QVERIFY2(!listenPlace(wrong), wrong);
}

void TestServerParts::aFolderIsMadeOnceAndStaysItself()
{
    const ServerFolder made(folder(), {}, keyRandom());
    QVERIFY(made.make(m_now));
    const std::string authority = made.authority()->certificate;
    const auto suite = *cryptoSuite(SuiteId::International);
    const std::string key = made.signingKey(*suite)->publicKey;
    const std::string server = made.identity(m_now)->certificates;
    QVERIFY(made.make(m_now));
    QCOMPARE(made.authority()->certificate, authority);
    QCOMPARE(made.signingKey(*suite)->publicKey, key);
    QCOMPARE(made.identity(m_now)->certificates, server);
    QVERIFY(*made.codec() != nullptr);
}

void TestServerParts::itsCertificateFollowsItsNames()
{
    const ServerFolder before(folder(), {}, keyRandom());
    QVERIFY(before.make(m_now));
    const std::string first = before.identity(m_now)->certificates;
    Settings settings;
    settings.names = {"zsb.example", "10.1.2.3"};
    const ServerFolder after(folder(), settings, keyRandom());
    const std::string second = after.identity(m_now)->certificates;
    QVERIFY(first != second);
    const std::vector<std::string> names = certificateFacts(second)->names;
    QVERIFY(std::ranges::find(names, "DNS:zsb.example") != names.end());
    QVERIFY(std::ranges::find(names, "IP:10.1.2.3") != names.end());
    // a month before its end it is made again
    QVERIFY(after.identity(m_now + std::chrono::days(600))->certificates == second);
    QVERIFY(after.identity(m_now + std::chrono::days(710))->certificates != second);
}

void TestServerParts::keysAreTheOwnersAlone()
{
    const ServerFolder made(folder(), {}, keyRandom());
    QVERIFY(made.make(m_now));
    QVERIFY(made.identity(m_now));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const char *name : {"keys/signing.key", "tls/authority.key", "tls/server.key"}) {
        const QFileInfo file(m_folder.filePath(u"data/"_s + QLatin1StringView(name)));
        QVERIFY2(file.exists(), name);
        QVERIFY2((file.permissions() & others) == 0, name);
    }
}

/// docs/server.md, "Keys sealed to the machine": what systemd opens into its folder is what the service begins with.
void TestServerParts::keysThatSystemdDeliversAreEnough()
{
    const ServerFolder own(folder(), {}, keyRandom());
    QVERIFY(own.make(m_now));
    const auto suite = *cryptoSuite(SuiteId::International);
    const std::string before = own.signingKey(*suite)->publicKey;
    const QString delivered = m_folder.filePath(u"credentials"_s);
    QVERIFY(QFile::rename(m_folder.filePath(u"data/keys"_s), delivered)); // on the disk there is none any more
    for (const QFileInfo &file : QDir(delivered).entryInfoList(QDir::Files))
        QVERIFY(QFile::setPermissions(file.filePath(), QFile::ReadOwner | QFile::ReadGroup));
    const auto opened = [&](const std::string &credentials) {
        const Environment environment = [&](const char *name) {
            const std::string asked = name;
            return asked == "ZSB_SERVER_KEYS"         ? delivered.toStdString()
                   : asked == "CREDENTIALS_DIRECTORY" ? credentials
                                                      : std::string();
        };
        return ServerFolder(folder(), *readSettings(folder(), environment), keyRandom());
    };
    const ServerFolder sealed = opened(delivered.toStdString());
    QVERIFY(sealed.make(m_now));
    QCOMPARE(sealed.signingKey(*suite)->publicKey, before);
    QVERIFY(*sealed.codec() != nullptr);
    QVERIFY(!QFile::exists(m_folder.filePath(u"data/keys"_s)));
    QCOMPARE(sealed.markErased(m_now).error().code, ErrorCode::Refused); // it could not destroy them
    QVERIFY(sealed.make(m_now));
    // as a folder of somebody's, the same rights are too many
    QCOMPARE(opened("/run/credentials/other.service").signingKey(*suite).error().code, ErrorCode::Refused);
}

void TestServerParts::figuresAreWhatPrometheusReads()
{
    Metrics metrics;
    metrics.countRequest("GET", "/v1/time", 200, std::chrono::milliseconds(3));
    metrics.countRequest("GET", "/v1/time", 200, std::chrono::seconds(20));
    metrics.countCommit(3, std::chrono::milliseconds(4));
    const QString text = QString::fromStdString(metrics.text());
    const QString labels = u"method=\"GET\",route=\"/v1/time\""_s;
    QVERIFY(text.contains(u"# TYPE zsb_http_requests_total counter\n"_s));
    QVERIFY(text.contains(u"zsb_http_requests_total{%1,status=\"200\"} 2\n"_s.arg(labels)));
    QVERIFY(text.contains(u"zsb_http_request_seconds_bucket{%1,le=\"0.0025\"} 0\n"_s.arg(labels)));
    QVERIFY(text.contains(u"zsb_http_request_seconds_bucket{%1,le=\"0.005\"} 1\n"_s.arg(labels)));
    QVERIFY(text.contains(u"zsb_http_request_seconds_bucket{%1,le=\"+Inf\"} 2\n"_s.arg(labels)));
    QVERIFY(text.contains(u"zsb_commit_jobs_bucket{le=\"4\"} 1\n"_s));
    QVERIFY(text.contains(u"zsb_commit_jobs_sum 3\n"_s));
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(line.startsWith(u"# "_s) || line.startsWith(u"zsb_"_s), qPrintable(line));
}

void TestServerParts::aLineOfTheLogIsOneObject()
{
    const QByteArray line = logged([](ServerLog &log) {
        log.error("re\"quest", {{"status", std::int64_t(500)}, {"route", "/v1/{id}\n"}, {"ms", 1.5}});
    });
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    QCOMPARE(said.value("event"_L1).toString(), u"re\"quest"_s);
    QCOMPARE(said.value("level"_L1).toString(), u"error"_s);
    QCOMPARE(said.value("status"_L1).toInt(), 500);
    QCOMPARE(said.value("route"_L1).toString(), u"/v1/{id}\n"_s);
}

/// A log has no personal data in it, whoever writes. PostgreSQL puts values into what Qt passes on.
void TestServerParts::whatQtSaysIsALineWithoutData()
{
    const QByteArray lines = logged([](ServerLog &log) {
        const QtLog fromQt(log);
        qWarning("Unable to free statement: (phone)=(13800138000)\nDETAIL");
        qWarning("key 150102200501010010 is there");
        qWarning("duplicate key (name)=(王五)");
        qWarning("cannot open /srv/王五");
        qWarning("王五 is there");
        qWarning("no such person 王五");
    });
    QCOMPARE(lines.count('\n'), 6);
    const QJsonObject said = QJsonDocument::fromJson(lines.left(lines.indexOf('\n'))).object();
    QCOMPARE(said.value("event"_L1).toString(), u"qt"_s);
    QCOMPARE(said.value("level"_L1).toString(), u"error"_s);
    QCOMPARE(said.value("category"_L1).toString(), u"default"_s);
    QCOMPARE(said.value("words"_L1).toString(), u"Unable to free statement"_s);
    QVERIFY(!lines.contains("13800138000") && !lines.contains("150102200501010010") && !lines.contains("DETAIL"));
    QVERIFY(lines.contains("\"duplicate key\"") && lines.contains("\"cannot open\""));
    QVERIFY2(!lines.contains("王五") && !lines.contains("\\u") && !lines.contains("srv"), lines.constData());
}

QTEST_GUILESS_MAIN(TestServerParts)
#include "tst_serverparts.moc"
