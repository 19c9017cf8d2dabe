#include "tests/e2e/officedesktop.h"
#include "tests/e2e/servedseason.h"
#include "tests/support/connectproxy.h"
#include "ui/sync/syncpage.h"

#include <QComboBox>
#include <QDirIterator>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb::test {
namespace {

const QByteArray password = "open-sesame-4711";

/// Everything the program says while it runs, as whoever starts it in a terminal sees it.
QByteArray &said()
{
    static QByteArray all;
    return all;
}
void hear(QtMsgType, const QMessageLogContext &, const QString &text)
{
    said() += text.toUtf8() + '\n';
}

} // namespace

/// docs/sync.md, docs/security.md: an office behind a proxy that asks for a password enrols, signs in and works through
/// it; the password lies among the secrets of the computer and nowhere else.
class TestProxyDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everythingGoesThroughTheProxy();
    void thePasswordLiesAmongTheSecretsAlone();
    void anotherPasswordIsTheProxysTrouble();
    void cleanupTestCase();

private:
    static constexpr int people = 4;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<ConnectProxy> m_proxy;
    std::unique_ptr<OfficeDesktop> m_desk;
    StaffSecrets m_who;
};

void TestProxyDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-proxydesktop"_s);
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QVERIFY(serveTable(*m_server, freshDatabase(m_server->folder()), m_folder.filePath(u"source"_s), people));
    m_who = addStaff(*m_server, u"first"_s, u"王初审"_s, {u"school"_s});
    m_proxy = std::make_unique<ConnectProxy>("desk", password);
    QVERIFY(m_proxy->listen());
    qInstallMessageHandler(hear);
}

void TestProxyDesktop::everythingGoesThroughTheProxy()
{
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"desk"_s));
    QVERIFY(m_desk->enrol(*m_server, [this] {
        auto *kind = m_desk->part<QComboBox>("connectProxy");
        kind->setCurrentIndex(kind->findData(u"http"_s));
        m_desk->part<QLineEdit>("connectProxyHost")->setText(u"127.0.0.1"_s);
        m_desk->part<QSpinBox>("connectProxyPort")->setValue(m_proxy->port());
        m_desk->part<QLineEdit>("connectProxyUser")->setText(u"desk"_s);
        m_desk->part<QLineEdit>("connectProxyPassword")->setText(QString::fromLatin1(password));
    }));
    const int enrolled = m_proxy->tunnels();
    QVERIFY(enrolled > 0);
    QVERIFY(m_desk->signIn(m_who));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->files(), std::int64_t(people), deskPatience);
    QVERIFY(m_proxy->tunnels() > enrolled);
    QVERIFY(m_desk->reconciles());
}

void TestProxyDesktop::thePasswordLiesAmongTheSecretsAlone()
{
    const SyncSession &session = m_desk->session();
    QCOMPARE(session.enrolment().proxy.user, std::string("desk"));
    QCOMPARE(session.secrets().proxyPassword, password.toStdString());
    for (const SyncNote &note : session.notes())
        QVERIFY(note.detail.find(password.toStdString()) == std::string::npos);
    QVERIFY(!said().contains(password));
    QSettings().sync();
    QStringList holders;
    const QString settings = QFileInfo(QSettings().fileName()).absolutePath();
    for (const QString &root : {m_folder.path(), settings}) {
        for (QDirIterator each(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            if (bytes.contains(password) || bytes.contains(("desk:" + password).toBase64()))
                holders += file.fileName();
        }
    }
    QCOMPARE(holders.size(), 1);
    const QFileInfo holder(holders.front());
    QVERIFY2(holder.dir().dirName().endsWith(u".keys"_s), qPrintable(holder.filePath()));
    QCOMPARE(QFile::permissions(holder.filePath()) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             QFile::Permissions(QFile::ReadOwner));
}

void TestProxyDesktop::anotherPasswordIsTheProxysTrouble()
{
    const quint16 port = m_proxy->port();
    m_proxy.reset(); // and what went through it is cut
    m_proxy = std::make_unique<ConnectProxy>("desk", "changed-since");
    QVERIFY(m_proxy->listen(port));
    m_desk->session().hurry();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session().status().trouble, SyncTrouble::Proxy, deskPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->control().offlineWords().contains(u"代理服务器不放行"_s), deskPatience);

    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"desk/service"_s)); // and whoever comes next is told
    QVERIFY(m_desk->desktop().start());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->part<QLabel>("signInSaid"), deskPatience);
    m_desk->typeSecrets(m_who, systemClock()());
    m_desk->part<QPushButton>("signInGo")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->part<QLabel>("signInSaid")->text().contains(u"代理服务器不放行"_s), deskPatience);
    QVERIFY(m_proxy->refusals() > 0);
    QCOMPARE(m_proxy->tunnels(), 0);
}

void TestProxyDesktop::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
    qInstallMessageHandler(nullptr);
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestProxyDesktop)
#include "tst_proxydesktop.moc"
