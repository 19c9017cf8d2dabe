#include "core/server/administration.h"
#include "core/server/devices.h"
#include "tests/server/servercommands.h"

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// docs/server.md: people and devices from the machine of the service; nobody gets what there is not.
class TestStaffCommands : public QObject, private ServerCommands
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatThereIsNotIsRefused_data();
    void whatThereIsNotIsRefused();
    void theHelpNamesTheRoles();
    void theListTellsEverything();
    void aDeviceThatIsRevokedMustBeThere();
    void aResetLetsNobodyInWhoWasDisabled();
    void oneAdministratorStays();

private:
    [[nodiscard]] Ran user(const QStringList &words) const
    {
        return at(u"data"_s, QStringList{u"admin"_s, u"user"_s} + words);
    }
};

void TestStaffCommands::initTestCase()
{
    const Ran made = at(u"data"_s, {u"init"_s});
    QVERIFY2(made.code == 0, qPrintable(made.err));
}

void TestStaffCommands::whatThereIsNotIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    const auto with = [](const QString &option, const QString &value) {
        return QStringList{u"ann"_s, u"--role"_s, u"school"_s, option, value};
    };
    QTest::newRow("role") << QStringList{u"ann"_s, u"--role"_s, u"king"_s}
                          << u"no such role: king; there are: registrar, county, "_s;
    QTest::newRow("candidate") << QStringList{u"ann"_s, u"--role"_s, u"candidate"_s} << u"no such role: candidate"_s;
    QTest::newRow("college") << with(u"--colleges"_s, u"10126,10199"_s) << u"no such college: 10199; there are: 101"_s;
    QTest::newRow("name of a college") << with(u"--colleges"_s, u"内蒙古大学"_s) << u"there are: 10126 内蒙古大学"_s;
    QTest::newRow("region") << with(u"--regions"_s, u"1599"_s) << u"no such region: 1599; there are: 15"_s;
    QTest::newRow("type") << with(u"--types"_s, u"N99"_s) << u"no such type: N99; there are: "_s;
    QTest::newRow("blank login") << QStringList{u" "_s, u"--role"_s, u"school"_s} << u"login: 1 to 32"_s;
    QTest::newRow("odd login") << QStringList{u"a b"_s, u"--role"_s, u"school"_s} << u"login: 1 to 32"_s;
    QTest::newRow("path as login") << QStringList{u"../x"_s, u"--role"_s, u"school"_s} << u"login: 1 to 32"_s;
    QTest::newRow("long login") << QStringList{QString(33, u'a'), u"--role"_s, u"school"_s} << u"login: 1 to 32"_s;
}

void TestStaffCommands::whatThereIsNotIsRefused()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, said);
    const Ran ran = user(QStringList{u"add"_s} + words);
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains(said), qPrintable(ran.err));
    QVERIFY2(!user({u"list"_s}).out.contains(u"ANN\t"_s), "nobody was added");
}

void TestStaffCommands::theHelpNamesTheRoles()
{
    const Ran help = run({u"admin"_s, u"--help"_s});
    QVERIFY2(help.out.contains(u"ROLE: registrar, county, cashier, import, admin, auditor, "_s) &&
                 !help.out.contains(u"candidate"_s),
             qPrintable(help.out));
}

void TestStaffCommands::theListTellsEverything()
{
    QCOMPARE(user({u"add"_s, u"li.ming-2_a"_s, u"--role"_s, u"school"_s, u"--role"_s, u"registrar"_s, u"--colleges"_s,
                   u"10126"_s, u"--regions"_s, u"1501"_s})
                 .code,
             0);
    const Result<std::unique_ptr<Database>> database =
        Database::open(path(u"data/zsb.db"_s).toStdString(), Database::Access::ReadWrite);
    QVERIFY(database);
    const QString thumbprint(64, u'a');
    const Instant day{std::chrono::milliseconds(1'676'422'800'000)};
    const Devices devices(**database);
    QVERIFY(devices.enrol(thumbprint.toStdString(), "desk 1", {"x"}, day));
    Result<Rows> rows = (*database)->run(u"SELECT id FROM staff WHERE login = 'LI.MING2_A'"_s);
    QVERIFY(rows && rows->next());
    RefreshRecord record;
    record.hash = "h";
    record.family = "f";
    record.subject = rows->text(0);
    record.device = thumbprint.toStdString();
    record.familyExpires = day + refreshTokenLife;
    QVERIFY(devices.keep(record, {}));

    const Ran list = user({u"list"_s});
    QVERIFY2(list.out.startsWith(u"用户名 login\t"_s), qPrintable(list.out));
    QVERIFY2(
        list.out.contains(
            u"LI.MING2_A\tschool,registrar\tcolleges=10126 regions=1501\tactive\t-\t%1@2023-02-15T"_s.arg(thumbprint)),
        qPrintable(list.out));
    QVERIFY2(list.out.contains(u"ADMIN\tadmin\t*\tactive\t"_s), qPrintable(list.out));
    const Ran all = at(u"data"_s, {u"admin"_s, u"device"_s, u"list"_s});
    QVERIFY2(all.out.contains(thumbprint + u"\tdesk 1\tactive\t"_s) && all.out.contains(u"\tLI.MING2_A@"_s),
             qPrintable(all.out));
}

void TestStaffCommands::aDeviceThatIsRevokedMustBeThere()
{
    const Ran unknown = at(u"data"_s, {u"admin"_s, u"device"_s, u"revoke"_s, u"xyz"_s});
    QCOMPARE(unknown.code, 3);
    QVERIFY2(unknown.err.contains(u"no such device"_s), qPrintable(unknown.err));
    const QString thumbprint = QStringList(32, u"AA"_s).join(u':'); // as certificates are shown
    QCOMPARE(at(u"data"_s, {u"admin"_s, u"device"_s, u"revoke"_s, thumbprint}).code, 0);
    QVERIFY(at(u"data"_s, {u"admin"_s, u"device"_s, u"list"_s}).out.contains(u"\tdesk 1\trevoked\t"_s));
}

void TestStaffCommands::aResetLetsNobodyInWhoWasDisabled()
{
    QCOMPARE(user({u"add"_s, u"bob"_s, u"--role"_s, u"school"_s}).code, 0);
    QCOMPARE(user({u"disable"_s, u"bob"_s}).code, 0);
    const Ran reset = user({u"reset"_s, u"bob"_s});
    QCOMPARE(reset.code, 0);
    QVERIFY2(reset.out.contains(u"admin user enable BOB"_s), qPrintable(reset.out));
    QVERIFY(user({u"list"_s}).out.contains(u"BOB\tschool\t*\tdisabled"_s));
    QCOMPARE(user({u"enable"_s, u"bob"_s}).code, 0);
    QVERIFY(user({u"list"_s}).out.contains(u"BOB\tschool\t*\tactive"_s));
}

void TestStaffCommands::oneAdministratorStays()
{
    for (const QStringList &words :
         {QStringList{u"disable"_s, u"admin"_s}, QStringList{u"scopes"_s, u"admin"_s, u"--role"_s, u"auditor"_s}}) {
        const Ran refused = user(words);
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.err.contains(u"the last administrator stays one"_s), qPrintable(refused.err));
    }
    QCOMPARE(user({u"add"_s, u"second"_s, u"--role"_s, u"admin"_s}).code, 0);
    QCOMPARE(user({u"disable"_s, u"admin"_s}).code, 0);
    QCOMPARE(user({u"disable"_s, u"second"_s}).code, 3);
    QCOMPARE(user({u"enable"_s, u"admin"_s}).code, 0);
}

QTEST_GUILESS_MAIN(TestStaffCommands)
#include "tst_staffcommands.moc"
