#include "tests/server/servercommands.h"

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// What cannot be done names the file or the setting, in both languages: an operator mends it without a second try.
class TestServerMessages : public QObject, private ServerCommands
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCertificateThatCannotBeReadIsNamed_data();
    void aCertificateThatCannotBeReadIsNamed();
    void aFolderThatCannotBeMadeIsNamed();
    void aBackupThatCannotBeWrittenIsNamed();
    void aFolderOfOthersIsNotTakenOver();
    void theRightsOfOthersAreTakenAway();
};

void TestServerMessages::initTestCase()
{
    QVERIFY(write(u"file"_s, "no folder"));
    QCOMPARE(at(u"data"_s, {u"init"_s}).code, 0);
}

void TestServerMessages::aCertificateThatCannotBeReadIsNamed_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("named");
    const QString good = path(u"data/tls/authority.pem"_s);
    const QString goodKey = path(u"data/tls/authority.key"_s);
    const QString none = path(u"none.pem"_s);
    QTest::newRow("no certificate") << none << goodKey << u"certificate (ZSB_SERVER_CERTIFICATE): "_s + none;
    QTest::newRow("no key") << good << none << u"private_key (ZSB_SERVER_PRIVATE_KEY): "_s + none;
    QTest::newRow("nothing in it") << path(u"file"_s) << goodKey << u"certificate "_s + path(u"file"_s);
}

void TestServerMessages::aCertificateThatCannotBeReadIsNamed()
{
    QFETCH(const QString, certificate);
    QFETCH(const QString, key);
    QFETCH(const QString, named);
    QVERIFY(
        write(u"data/server.json"_s,
              u"{\"listen\": \"127.0.0.1:0\", \"tls\": \"files\", \"certificate\": \"%1\", \"private_key\": \"%2\"}"_s
                  .arg(certificate, key)
                  .toUtf8()));
    const Ran ran = at(u"data"_s, {u"serve"_s});
    QVERIFY2(ran.code == 2 || ran.code == 3, "it does not begin");
    QVERIFY2(ran.err.contains(named), qPrintable(ran.err));
    QVERIFY(QFile::remove(path(u"data/server.json"_s)));
}

void TestServerMessages::aFolderThatCannotBeMadeIsNamed()
{
    const Ran ran = at(u"file/data"_s, {u"init"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(path(u"file/data"_s)) && ran.err.contains(u"建不了"_s), qPrintable(ran.err));
}

void TestServerMessages::aBackupThatCannotBeWrittenIsNamed()
{
    QVERIFY(at(u"data"_s, {u"init"_s}).code == 0);
    const Ran below = at(u"data"_s, {u"backup"_s, u"--to"_s, path(u"file/backup"_s)});
    QCOMPARE(below.code, 3);
    QVERIFY2(below.err.contains(path(u"file/backup"_s)), qPrintable(below.err));
    QVERIFY(QDir().mkpath(path(u"blocked/zsb.db.part/x"_s)));
    const Ran blocked = at(u"data"_s, {u"backup"_s, u"--to"_s, path(u"blocked"_s)});
    QCOMPARE(blocked.code, 3);
    QVERIFY2(blocked.err.contains(path(u"blocked/zsb.db.part"_s)) && blocked.err.contains(u"无法写入"_s),
             qPrintable(blocked.err));
}

void TestServerMessages::aFolderOfOthersIsNotTakenOver()
{
    QVERIFY(QDir().mkpath(path(u"home/photos"_s)) && write(u"home/letter.txt"_s, "dear"));
    for (const QStringList &words :
         {QStringList{u"init"_s}, QStringList{u"serve"_s}, QStringList{u"import"_s, path(u"home/letter.txt"_s)},
          QStringList{u"restore"_s, path(u"home"_s)}}) {
        const Ran ran = at(u"home"_s, words);
        QCOMPARE(ran.code, 3);
        QVERIFY2(ran.err.contains(u"there is: letter.txt, photos"_s), qPrintable(ran.err));
    }
    QCOMPARE(QDir(path(u"home"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"letter.txt"_s, u"photos"_s}));
}

/// Of what an earlier version has left readable too.
void TestServerMessages::theRightsOfOthersAreTakenAway()
{
    const auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    const QString folder = path(u"data"_s);
    QVERIFY(QFile::setPermissions(folder + u"/zsb.db"_s, everybody));
    QVERIFY(QFile::setPermissions(folder, everybody | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther));
    QCOMPARE(at(u"data"_s, {u"admin"_s, u"user"_s, u"list"_s}).code, 0);
    for (const QString &file : {folder, folder + u"/zsb.db"_s})
        QVERIFY2((QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)) == 0,
                 qPrintable(file));
}

QTEST_GUILESS_MAIN(TestServerMessages)
#include "tst_servermessages.moc"
