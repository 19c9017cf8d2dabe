#include "tests/e2e/officedesktop.h"
#include "ui/sync/accountspane.h"
#include "ui/sync/syncpage.h"

#include <QComboBox>
#include <QFile>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb::test {

/// A1.1.5 with the real service over TLS, worked by what is on the screen: somebody at a desk registers a candidate,
/// finds the account, resets its password, gives the number back to whoever shows the document.
class TestAccountsDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPersonIsRegisteredAtTheDeskAndFound();
    void aPasswordIsResetAndItsHistoryTellsSo();
    void anOccupiedNumberIsReclaimedWithEvidence();
    void withoutTheServiceItSaysSo();
    void cleanupTestCase();

private:
    [[nodiscard]] QTableView *found() const { return m_desk->part<QTableView>("accountsFound"); }
    [[nodiscard]] QString cell(const char *table, int row, int column) const;
    [[nodiscard]] QString said() const { return m_desk->part<QLabel>("accountsSaid")->text(); }
    [[nodiscard]] bool find(const QString &document);
    [[nodiscard]] bool begin(const char *action);
    void fill(const QString &phone) const;
    [[nodiscard]] bool go();

    static constexpr const char *number = "150102200501010010";

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<OfficeDesktop> m_desk;
};

void TestAccountsDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-accountsdesktop"_s);
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QCOMPARE(m_server->run({u"init"_s}).code, 0);
    QVERIFY(m_server->start());
    const StaffSecrets staff = addStaff(*m_server, u"desk"_s, u"包主任"_s, {u"county"_s});
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"desk"_s));
    QVERIFY(m_desk->enrol(*m_server));
    QVERIFY(m_desk->signIn(staff));
    m_desk->desktop().window().showPage(u"sync"_s);
    m_desk->desktop().syncPage()->showTab(u"accounts"_s);
    audit::activate(m_desk->desktop().window());
    const QAction &assist = *m_desk->desktop().actions().action("sync.accounts.assist");
    QTRY_VERIFY_WITH_TIMEOUT(assist.isEnabled(), deskPatience);
}

QString TestAccountsDesktop::cell(const char *table, int row, int column) const
{
    return m_desk->part<QTableView>(table)->model()->index(row, column).data().toString();
}

bool TestAccountsDesktop::find(const QString &document)
{
    m_desk->part<QLineEdit>("accountsNumber")->setText(document);
    const QSignalSpy answered(&m_desk->session(), &SyncSession::accountAnswered);
    m_desk->desktop().actions().action("sync.accounts.find")->trigger();
    return QTest::qWaitFor([&] { return answered.size() == 1; }, deskPatience);
}

bool TestAccountsDesktop::begin(const char *action)
{
    m_desk->desktop().actions().action(action)->trigger();
    return m_desk->part<QLineEdit>("accountNumberAgain") != nullptr;
}

void TestAccountsDesktop::fill(const QString &phone) const
{
    for (const char *name : {"accountNumber", "accountNumberAgain"})
        m_desk->part<QLineEdit>(name)->setText(QString::fromLatin1(number));
    m_desk->part<QLineEdit>("accountPhone")->setText(phone);
    for (const char *name : {"accountPassword", "accountPasswordAgain"})
        m_desk->part<QLineEdit>(name)->setText(u"steppe-rain-7x"_s);
}

/// Until the dialog is gone and the account was looked up again.
bool TestAccountsDesktop::go()
{
    const QSignalSpy answered(&m_desk->session(), &SyncSession::accountAnswered);
    m_desk->part<QPushButton>("accountAccept")->click();
    const bool isDone = QTest::qWaitFor([&] { return answered.size() == 2; }, deskPatience);
    if (const auto *words = m_desk->part<QLabel>("accountSaid"); !isDone && words)
        qWarning("%s", qPrintable(words->text()));
    return isDone;
}

void TestAccountsDesktop::aPersonIsRegisteredAtTheDeskAndFound()
{
    QVERIFY(find(QString::fromLatin1(number)));
    QVERIFY2(said().contains(u"没有这样的账号"_s), qPrintable(said()));
    QVERIFY(begin("sync.accounts.assist"));
    fill(u"13900000001"_s);
    QVERIFY(go());
    QCOMPARE(found()->model()->rowCount(), 1);
    QVERIFY(!cell("accountsFound", 0, 2).contains(QString::fromLatin1(number))); // masked
    QCOMPARE(cell("accountHistory", 0, 1), u"现场代为注册"_s);
    QCOMPARE(cell("accountHistory", 0, 2), u"包主任（旗县招生办）"_s);
}

void TestAccountsDesktop::aPasswordIsResetAndItsHistoryTellsSo()
{
    QVERIFY(begin("sync.accounts.reset"));
    fill(u"13900000001"_s);
    QVERIFY(go());
    const QTableView *history = m_desk->part<QTableView>("accountHistory");
    QCOMPARE(history->model()->rowCount(), 2);
    QStringList events;
    for (int row = 0; row < 2; ++row)
        events.append(cell("accountHistory", row, 1));
    QVERIFY2(events.contains(u"现场重设密码"_s), qPrintable(events.join(u' ')));
}

void TestAccountsDesktop::anOccupiedNumberIsReclaimedWithEvidence()
{
    const QString scan = m_folder.filePath(u"card.jpg"_s);
    QFile file(scan);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("a scan of the card"), 18);
    file.close();
    m_desk->choosePath(scan);
    QVERIFY(begin("sync.accounts.reclaim"));
    fill(u"13900000002"_s);
    m_desk->part<QLineEdit>("accountNote")->setText(u"持证人到场"_s);
    m_desk->part<QPushButton>("accountChoose")->click();
    QVERIFY(go());
    QCOMPARE(found()->model()->rowCount(), 2);
    QCOMPARE(cell("accountsFound", 0, 0), u"使用中"_s);
    QCOMPARE(cell("accountsFound", 1, 0), u"已停用"_s);
    QCOMPARE(cell("accountHistory", 0, 1), u"现场收回号码后新开"_s);
    QCOMPARE(cell("accountHistory", 0, 3), u"有"_s);
    QCOMPARE(cell("accountHistory", 0, 4), u"持证人到场"_s);
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);
}

void TestAccountsDesktop::withoutTheServiceItSaysSo()
{
    m_server->kill();
    QVERIFY(find(QString::fromLatin1(number)));
    QVERIFY2(said().contains(u"没有联系上服务器"_s), qPrintable(said()));
    QCOMPARE(found()->model()->rowCount(), 0);
}

void TestAccountsDesktop::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestAccountsDesktop)
#include "tst_accountsdesktop.moc"
