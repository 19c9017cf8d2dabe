#include "core/protocol/op.h"
#include "tests/e2e/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Issue §1: packaging/nginx as it is, but for ports and folders, in front of a real service without TLS of its own.
/// The device is told by its certificate to nginx, and by nothing a client says of itself.
class TestNginx : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aDeviceWorksThroughIt();
    void aTokenIsGoodWithItsDeviceAlone();
    void nobodySaysThemselvesWhoTheyAre();
    void figuresAndTooLargeBodiesStayOutside();
    void itsLogTellsOfNobody();
    void cleanupTestCase();

private:
    [[nodiscard]] bool writeServiceSettings() const;
    [[nodiscard]] bool writeConfiguration(const QString &nginx);
    [[nodiscard]] ServerClient stranger() const;
    [[nodiscard]] QString inFolder(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static quint16 freePort();

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QProcess m_nginx;
    quint16 m_port = 0;
    QSslConfiguration m_device{};
    Session m_session{};
};

quint16 TestNginx::freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool TestNginx::writeServiceSettings() const
{
    QFile file(m_server->folder() + u"/server.json"_s);
    return file.open(QIODevice::WriteOnly) && file.write(R"({"tls": "off"})") > 0;
}

bool TestNginx::writeConfiguration(const QString &nginx)
{
    QFile packaged(QStringLiteral(ZSB_SOURCE_DIR "/packaging/nginx/zsb-server.conf"));
    if (!packaged.open(QIODevice::ReadOnly))
        return false;
    m_port = freePort();
    QString site = QString::fromUtf8(packaged.readAll());
    const QString tls = m_server->folder() + u"/tls/"_s;
    const std::pair<QString, QString> places[] = {
        {u"127.0.0.1:8080"_s, u"127.0.0.1:%1"_s.arg(m_server->port())},
        {u"listen 443 "_s, u"listen 127.0.0.1:%1 "_s.arg(m_port)},
        {u"/etc/zsb/nginx/"_s, tls},
        {u"/var/log/nginx/"_s, m_folder.path() + u'/'},
    };
    for (const auto &[theirs, ours] : places) {
        if (!site.contains(theirs))
            return false;
        site.replace(theirs, ours);
    }
    QString whole =
        u"daemon off;\nmaster_process off;\npid %1/nginx.pid;\nerror_log %1/nginx.log;\nevents {}\nhttp {\n"_s;
    for (const QString &kind : {u"client_body"_s, u"proxy"_s, u"fastcgi"_s, u"uwsgi"_s, u"scgi"_s})
        whole += kind + u"_temp_path %1/"_s + kind + u";\n"_s;
    QFile file(inFolder(u"nginx.conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write((whole.arg(m_folder.path()) + site + u"}\n"_s).toUtf8()) < 0)
        return false;
    file.close();
    m_nginx.setProcessChannelMode(QProcess::MergedChannels);
    m_nginx.start(nginx, {u"-e"_s, inFolder(u"nginx.log"_s), u"-p"_s, m_folder.path(), u"-c"_s, file.fileName()});
    return m_nginx.waitForStarted();
}

ServerClient TestNginx::stranger() const
{
    ServerClient client(m_server->folder());
    client.goTo(m_port);
    return client;
}

void TestNginx::initTestCase()
{
    const QString nginx = QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    if (nginx.isEmpty())
        QSKIP("no nginx on this machine");
    m_server = std::make_unique<ServerProcess>(inFolder(u"data"_s));
    QVERIFY(m_server->start()); // with TLS of its own once, which makes the certificate nginx takes over
    QCOMPARE(m_server->terminate(), 0);
    QVERIFY(writeServiceSettings());
    QVERIFY(m_server->start());
    QVERIFY2(m_server->said().contains(u"http://"_s), qPrintable(m_server->said()));
    QVERIFY(writeConfiguration(nginx));
    const auto isOpen = [this] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(1'000);
    };
    QTRY_VERIFY2_WITH_TIMEOUT(isOpen(), m_nginx.readAll().constData(), 10'000);
}

void TestNginx::aDeviceWorksThroughIt()
{
    const auto added = m_server->run({u"admin"_s, u"user"_s, u"add"_s, u"reg"_s, u"--role"_s, u"import"_s});
    const auto code = m_server->run({u"enrol"_s});
    ServerClient client = stranger();
    QVERIFY(client.enrol(valueBehind(code.out, u"device code, once within a day"_s)));
    const auto session = client.signIn(added.out, systemClock()());
    QVERIFY(session);
    Op op;
    op.command = {.id = {"nginx-1"},
                  .application = {"nginx-file"},
                  .actor = {session->actor},
                  .role = "import",
                  .at = systemClock()(),
                  .packHash = session->packHash,
                  .body = CreateDraft{"NGINX1", Origin::Import}};
    const auto answer = client.ask("POST", "/v1/ops:batch", wireText(OpBatch{{}, {op}}));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY2(answer->body.find("\"accepted\"") != std::string::npos, answer->body.c_str());
    m_device = client.configuration();
    m_session = *session;
}

void TestNginx::aTokenIsGoodWithItsDeviceAlone()
{
    ServerClient client = stranger();
    client.useToken(m_session.access);
    const auto without = client.ask("GET", "/v1/changes?since=0&limit=10");
    QVERIFY(without);
    QCOMPARE(without->status, 401);
    client.useDevice(m_device);
    client.goTo(m_port);
    const auto with = client.ask("GET", "/v1/changes?since=0&limit=10&scope=&witness=0");
    QVERIFY(with);
    QVERIFY2(with->status != 401, with->body.c_str());
}

/// The fields nginx speaks to the service in, said by a client.
void TestNginx::nobodySaysThemselvesWhoTheyAre()
{
    const QByteArray certificate = m_device.localCertificate().toPem().toPercentEncoding();
    ServerClient client = stranger();
    client.useToken(m_session.access +
                    "\r\nX-Zsb-Client-Verify: SUCCESS\r\nX-Zsb-Client-Cert: " + certificate.toStdString());
    const auto answer = client.ask("GET", "/v1/changes?since=0&limit=10");
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
}

void TestNginx::figuresAndTooLargeBodiesStayOutside()
{
    ServerClient client = stranger();
    const auto ready = client.ask("GET", "/v1/health/ready");
    QVERIFY(ready);
    QCOMPARE(ready->status, 200);
    const auto figures = client.ask("GET", "/metrics");
    QVERIFY(figures);
    QCOMPARE(figures->status, 404);
    const auto large = client.ask("POST", "/v1/ops:batch", std::string(13 << 20, 'x'));
    QVERIFY(large);
    QCOMPARE(large->status, 413);
}

void TestNginx::itsLogTellsOfNobody()
{
    ServerClient client = stranger();
    QVERIFY(client.ask("GET", "/c/secret-of-a-link"));
    QVERIFY(client.ask("GET", "/v1/time?phone=13847190077"));
    QFile file(inFolder(u"zsb.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray log;
    const auto isWhole = [&] {
        log += file.readAll();
        return log.contains("/v1/time");
    };
    QTRY_VERIFY(isWhole());
    QVERIFY2(log.contains(" GET /c/- "), log.constData());
    for (const char *told : {"secret-of-a-link", "13847190077", "127.0.0.1", "?"})
        QVERIFY2(!log.contains(told), told);
}

void TestNginx::cleanupTestCase()
{
    m_nginx.kill();
    m_nginx.waitForFinished();
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_nginx.moc"
