#include "tests/server/servercommands.h"

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// docs/server.md: keys are made for an empty folder only; beside a season whose keys are gone nothing is made anew.
class TestServerKeys : public QObject, private ServerCommands
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void whatIsGoneIsNamedAndNotMadeAnew_data();
    void whatIsGoneIsNamedAndNotMadeAnew();
    void aSeasonKeyThatIsGoneIsNamed();
    void aFolderOfKeysThatIsNotThereIsSaid();
    void theKeysOfAnotherServiceOpenNothing();
    void keysThatOthersReadAreNamedWithTheRemedy();
    void aSeasonInClearGetsKeysOnce();
    void aRestoreLacksNoKeyHalfway();

private:
    QTemporaryDir m_made;
};

void TestServerKeys::initTestCase()
{
    QVERIFY(write(u"one.csv"_s, "报名号,姓名\nK1,张三\n"));
    const Ran made = run({u"import"_s, path(u"one.csv"_s), u"--data"_s, m_made.filePath(u"data"_s)});
    QVERIFY2(made.out.contains(u"1 new"_s), qPrintable(made.err));
}

void TestServerKeys::init()
{
    for (const QString &name : {u"data"_s, u"other"_s, u"backup"_s, u"keys"_s})
        QDir(path(name)).removeRecursively();
    QVERIFY(copyTree(m_made.filePath(u"data"_s), path(u"data"_s)));
}

void TestServerKeys::cleanup()
{
    qunsetenv("ZSB_SERVER_KEYS");
}

void TestServerKeys::whatIsGoneIsNamedAndNotMadeAnew_data()
{
    QTest::addColumn<QString>("gone");
    QTest::addColumn<QString>("named");
    QTest::newRow("keys") << u"keys"_s << u"keys/signing.key"_s;
    QTest::newRow("authority") << u"tls"_s << u"tls/authority.pem"_s;
    QTest::newRow("ring") << u"season.keys"_s << u"season.keys"_s;
}

void TestServerKeys::whatIsGoneIsNamedAndNotMadeAnew()
{
    QFETCH(const QString, gone);
    QFETCH(const QString, named);
    QVERIFY(QFile::rename(path(u"data/"_s + gone), path(u"gone-"_s + gone)));
    const QStringList before = QDir(path(u"data"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QStringList &words : {QStringList{u"init"_s}, QStringList{u"admin"_s, u"user"_s, u"list"_s},
                                     QStringList{u"import"_s, path(u"one.csv"_s)}}) {
        const Ran ran = at(u"data"_s, words);
        QCOMPARE(ran.code, 3);
        QVERIFY2(ran.err.contains(path(u"data/"_s + named)) && ran.err.contains(u"没有另造"_s), qPrintable(ran.err));
    }
    QStringList after = QDir(path(u"data"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    after.removeIf([](const QString &name) { return name.startsWith(u"zsb.db-"_s); }); // of who looked into it
    QCOMPARE(after, before);
    QVERIFY(QFile::rename(path(u"gone-"_s + gone), path(u"data/"_s + gone)));
    QCOMPARE(at(u"data"_s, {u"init"_s}).code, 0);
}

void TestServerKeys::aSeasonKeyThatIsGoneIsNamed()
{
    const QStringList keys = QDir(path(u"data/keys"_s)).entryList({u"season-*.key"_s});
    QCOMPARE(keys.size(), 1);
    QVERIFY(QFile::remove(path(u"data/keys/"_s + keys.first())));
    const Ran ran = at(u"data"_s, {u"admin"_s, u"user"_s, u"list"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(path(u"data/keys/"_s + keys.first())), qPrintable(ran.err));
}

void TestServerKeys::aFolderOfKeysThatIsNotThereIsSaid()
{
    qputenv("ZSB_SERVER_KEYS", path(u"keys"_s).toUtf8());
    for (const QString &folder : {u"data"_s, u"other"_s}) {
        const Ran ran = at(folder, {u"init"_s});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains(path(u"keys"_s)) && ran.err.contains(u"ZSB_SERVER_KEYS"_s), qPrintable(ran.err));
    }
    QVERIFY(!QFile::exists(path(u"keys"_s)));
    QVERIFY(QDir().mkdir(path(u"keys"_s)));
    QCOMPARE(at(u"other"_s, {u"init"_s}).code, 0); // from the first day
    QVERIFY(QFile::exists(path(u"keys/signing.key"_s)) && !QFile::exists(path(u"other/keys"_s)));
}

void TestServerKeys::theKeysOfAnotherServiceOpenNothing()
{
    QCOMPARE(at(u"other"_s, {u"init"_s}).code, 0);
    qputenv("ZSB_SERVER_KEYS", path(u"other/keys"_s).toUtf8());
    const Ran ran = at(u"data"_s, {u"init"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(path(u"other/keys/season-"_s)), qPrintable(ran.err));
}

void TestServerKeys::keysThatOthersReadAreNamedWithTheRemedy()
{
    const QString key = path(u"data/keys/signing.key"_s);
    QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::ReadGroup));
    const Ran ran = at(u"data"_s, {u"init"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(key) && ran.err.contains(u"chmod 400"_s), qPrintable(ran.err));
}

/// What was read in without a service has no keys that could be missing.
void TestServerKeys::aSeasonInClearGetsKeysOnce()
{
    QVERIFY(QDir().mkdir(path(u"other"_s)) &&
            write(u"other/server.json"_s, R"({"listen": "127.0.0.1:0", "seals": false})"));
    QCOMPARE(at(u"other"_s, {u"init"_s}).code, 0);
    QVERIFY(!QFile::exists(path(u"other/season.keys"_s)));
    QVERIFY(QDir(path(u"other/keys"_s)).removeRecursively());
    QCOMPARE(at(u"other"_s, {u"init"_s}).code, 3); // its devices know the old ones
}

void TestServerKeys::aRestoreLacksNoKeyHalfway()
{
    QCOMPARE(at(u"data"_s, {u"backup"_s, u"--to"_s, path(u"backup"_s)}).code, 0);
    QVERIFY(copyTree(path(u"data/keys"_s), path(u"other/keys"_s)) && QFile::remove(path(u"other/keys/signing.key"_s)));
    for (const QString &key : filesBelow(path(u"other/keys"_s)))
        QVERIFY(QFile::setPermissions(key, QFile::ReadOwner));
    const Ran ran = at(u"other"_s, {u"restore"_s, path(u"backup"_s)});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(path(u"other/keys/signing.key"_s)), qPrintable(ran.err));
    QVERIFY(!QFile::exists(path(u"other/zsb.db"_s)));
}

QTEST_GUILESS_MAIN(TestServerKeys)
#include "tst_serverkeys.moc"
