#include "core/storage/blobstore.h"
#include "tests/server/servercommands.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// docs/server.md, "Backup and restore": a season is checked with its pictures, and no backup of a damaged one looks
/// good.
class TestServerBackup : public QObject, private ServerCommands
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everyFileIsCompared();
    void whatIsLostOrAlteredIsNamed();
    void filesNobodyRefersToAreComparedToo();
    void withoutItsKeysNothingIsCompared();
    void theBackupOfADamagedSeasonSaysSo();
    void aBackupKeepsWhatTheSeasonLost();
    void aBackupThatDecaysIsMendedByTheNext();
    void aBackupWithoutKeysSaysItWasNotChecked();
    void whatWasSealedAnewSinceOpensAfterARestore();
    void aBackupIsAFolderOfItsOwn();
    void whatAnInterruptedBackupLeftIsNoObstacle();
    void noSeasonIsBegunBesideThePicturesOfAnother();

private:
    /// The name of a stored file: its hash.
    [[nodiscard]] static QString hashOf(const QString &file)
    {
        const QFileInfo info(file);
        return info.dir().dirName() + info.fileName();
    }
    [[nodiscard]] QString inBackup(const QString &file) const
    {
        return path(u"backup/blobs/"_s) + QDir(path(u"data/blobs"_s)).relativeFilePath(file);
    }
    [[nodiscard]] Ran backUp() const { return at(u"data"_s, {u"backup"_s, u"--to"_s, path(u"backup"_s)}); }
    [[nodiscard]] Ran deep(const QString &folder) const { return at(folder, {u"verify-log"_s, u"--deep"_s}); }
    /// A folder that has the keys of the season and nothing else.
    [[nodiscard]] bool makeOther() const
    {
        return copyTree(path(u"data/keys"_s), path(u"other/keys"_s)) &&
               copyTree(path(u"data/tls"_s), path(u"other/tls"_s)) && keepPrivate();
    }
    [[nodiscard]] bool keepPrivate() const
    {
        const auto isKept = [](const QString &file) {
            return !file.endsWith(u".key"_s) || QFile::setPermissions(file, QFile::ReadOwner);
        };
        return std::ranges::all_of(filesBelow(path(u"other"_s)), isKept);
    }

    QTemporaryDir m_made; ///< the season, once for all tests
    QStringList m_files;  ///< the pictures of `data`
};

void TestServerBackup::initTestCase()
{
    QVERIFY(makeTable(8));
    const Ran imported = run({u"import"_s, table(), u"--data"_s, m_made.filePath(u"data"_s)});
    QVERIFY2(imported.out.contains(u"8 new"_s), qPrintable(imported.err)); // the table has no more than they need
}

void TestServerBackup::init()
{
    for (const QString &name : {u"data"_s, u"backup"_s, u"other"_s})
        QDir(path(name)).removeRecursively();
    QVERIFY(copyTree(m_made.filePath(u"data"_s), path(u"data"_s)));
    m_files = filesBelow(path(u"data/blobs"_s));
    QCOMPARE(m_files.size(), 8);
}

void TestServerBackup::everyFileIsCompared()
{
    const Ran ran = deep(u"data"_s);
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    QVERIFY2(ran.out.contains(u"the lists are what the log says: 8 applications"_s), qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"%1 files of pictures: %1 as their hash says, 0 bad"_s.arg(m_files.size())),
             qPrintable(ran.out));
    const Ran plain = at(u"data"_s, {u"verify-log"_s});
    QCOMPARE(plain.code, 0);
    QVERIFY2(plain.out.contains(u"--deep"_s), "what was not looked at is said");
}

void TestServerBackup::whatIsLostOrAlteredIsNamed()
{
    QVERIFY(QFile::remove(m_files[0]) && alter(m_files[1]));
    const Ran ran = deep(u"data"_s);
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains(u"图片 %1：缺失 / file %1: missing, application "_s.arg(hashOf(m_files[0]))),
             qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"图片 %1：内容被改动 / file %1: changed, application "_s.arg(hashOf(m_files[1]))),
             qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"%1 as their hash says, 2 bad"_s.arg(m_files.size() - 2)), qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"blobs/"_s) && ran.out.contains(u"backup"_s), "what to do");
}

/// They came before what speaks of them.
void TestServerBackup::filesNobodyRefersToAreComparedToo()
{
    const QString stray = path(u"data/blobs/aa/"_s) + QString(62, u'b');
    QVERIFY(QDir().mkpath(QFileInfo(stray).path()));
    QFile file(stray);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("never sealed") > 0);
    file.close();
    const Ran ran = deep(u"data"_s);
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains(u"file %1: changed, 不属于任何报名 / of no application"_s.arg(hashOf(stray))),
             qPrintable(ran.out));
}

void TestServerBackup::withoutItsKeysNothingIsCompared()
{
    QVERIFY(QDir().rename(path(u"data/keys"_s), path(u"data/elsewhere"_s)));
    const Ran ran = deep(u"data"_s);
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.out.contains(u"the log is whole"_s), "the chain needs no key");
    QVERIFY2(ran.err.contains(u"were not compared"_s), qPrintable(ran.err));
}

void TestServerBackup::theBackupOfADamagedSeasonSaysSo()
{
    QVERIFY(QFile::remove(m_files[0]) && alter(m_files[1]));
    const Ran backedUp = backUp();
    QCOMPARE(backedUp.code, 1);
    for (const QString &bad : m_files.mid(0, 2)) {
        QVERIFY2(backedUp.err.contains(hashOf(bad)), qPrintable(backedUp.err));
        QVERIFY(!QFile::exists(inBackup(bad)));
    }
    QVERIFY2(backedUp.err.contains(u"are lost or damaged at the service: 2; of these the backup has not: 2"_s),
             qPrintable(backedUp.err));
    QFile note(path(u"backup/backup.json"_s));
    QVERIFY(note.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(note.readAll()).object().value("lacking"_L1).toInt(), 2);

    QVERIFY(makeOther());
    const QStringList restore{u"restore"_s, path(u"backup"_s)};
    const Ran refused = at(u"other"_s, restore);
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(hashOf(m_files[0])) && refused.err.contains(u"--with-damage"_s),
             qPrintable(refused.err));
    QVERIFY(!QFile::exists(path(u"other/zsb.db"_s)) && !QFile::exists(path(u"other/blobs"_s)));
    QCOMPARE(at(u"other"_s, restore + QStringList{u"--with-damage"_s}).code, 1);
    const Ran after = deep(u"other"_s);
    QCOMPARE(after.code, 1);
    QVERIFY2(after.out.contains(u"%1 as their hash says, 2 bad"_s.arg(m_files.size() - 2)), qPrintable(after.out));
}

void TestServerBackup::aBackupKeepsWhatTheSeasonLost()
{
    QVERIFY2(backUp().code == 0, "whole");
    QVERIFY(QFile::remove(m_files[0]) && alter(m_files[1]));
    const Ran again = backUp();
    QCOMPARE(again.code, 1);
    QVERIFY2(again.err.contains(u"of these the backup has not: 0"_s), qPrintable(again.err));
    const Ran restored = at(u"data"_s, {u"restore"_s, path(u"backup"_s)});
    QVERIFY2(restored.code == 0, qPrintable(restored.err));
    QVERIFY2(deep(u"data"_s).code == 0, "both are back");
}

void TestServerBackup::aBackupThatDecaysIsMendedByTheNext()
{
    QCOMPARE(backUp().code, 0);
    QVERIFY(alter(inBackup(m_files[0])));
    QVERIFY(makeOther());
    const Ran refused = at(u"other"_s, {u"restore"_s, path(u"backup"_s)});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(hashOf(m_files[0])), qPrintable(refused.err));
    QCOMPARE(at(u"data"_s, {u"restore"_s, path(u"backup"_s)}).code, 0); // its own file is whole
    QCOMPARE(deep(u"data"_s).code, 0);
    QCOMPARE(backUp().code, 0);
    const Ran restored = at(u"other"_s, {u"restore"_s, path(u"backup"_s)});
    QVERIFY2(restored.code == 0, qPrintable(restored.err));
    QCOMPARE(deep(u"other"_s).code, 0);
}

void TestServerBackup::aBackupWithoutKeysSaysItWasNotChecked()
{
    QVERIFY(QDir().rename(path(u"data/keys"_s), path(u"data/elsewhere"_s)));
    const Ran backedUp = backUp();
    QCOMPARE(backedUp.code, 1);
    QVERIFY2(backedUp.err.contains(u"copied but not checked"_s) && backedUp.err.contains(path(u"data/keys"_s)),
             qPrintable(backedUp.err));
    QCOMPARE(filesBelow(path(u"backup/blobs"_s)).size(), m_files.size());
}

/// The keys of a backup do not open what was sealed with a later one: such files are put back too.
void TestServerBackup::whatWasSealedAnewSinceOpensAfterARestore()
{
    QCOMPARE(backUp().code, 0);
    QCOMPARE(at(u"data"_s, {u"keys"_s, u"rotate"_s}).code, 0);
    const Ran restored = at(u"data"_s, {u"restore"_s, path(u"backup"_s)});
    QVERIFY2(restored.code == 0, qPrintable(restored.err));
    const Ran ran = deep(u"data"_s);
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
}

/// Whatever stands there: the season itself, another one, somebody's papers.
void TestServerBackup::aBackupIsAFolderOfItsOwn()
{
    QVERIFY(copyTree(path(u"data"_s), path(u"other"_s)));
    QVERIFY(QDir().mkpath(path(u"papers"_s)));
    QFile letter(path(u"papers/letter.txt"_s));
    QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("dear") == 4);
    letter.close();
    const QStringList before = filesBelow(m_dir.path());
    for (const QString &to : {u"data"_s, u"data/in/side"_s, u"other"_s, u"papers"_s, u"."_s}) {
        const Ran ran = at(u"data"_s, {u"backup"_s, u"--to"_s, path(to)});
        QVERIFY2(ran.code == 3 && ran.err.contains(path(to)), qPrintable(ran.err));
    }
    QCOMPARE(filesBelow(m_dir.path()), before);
    QVERIFY(QDir(path(u"papers"_s)).removeRecursively());
}

void TestServerBackup::whatAnInterruptedBackupLeftIsNoObstacle()
{
    QVERIFY(QDir().mkpath(path(u"backup/blobs"_s)));
    QVERIFY(QDir().mkpath(path(u"backup/lost+found"_s))); // a disk of its own
    QFile part(path(u"backup/zsb.db.part"_s));
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write("half") == 4);
    part.close();
    QCOMPARE(backUp().code, 0);
    QCOMPARE(backUp().code, 0); // and once more over itself
}

void TestServerBackup::noSeasonIsBegunBesideThePicturesOfAnother()
{
    QCOMPARE(backUp().code, 0);
    for (const char *name : {"zsb.db", "zsb.db-wal", "zsb.db-shm"})
        QFile::remove(path(u"data/"_s) + QLatin1StringView(name));
    const Ran listed = at(u"data"_s, {u"admin"_s, u"user"_s, u"list"_s});
    QVERIFY2(listed.code == 3 && listed.err.contains(u"zsb.db"_s), qPrintable(listed.err));
    QVERIFY(!QFile::exists(path(u"data/zsb.db"_s)));
    QCOMPARE(at(u"data"_s, {u"restore"_s, path(u"backup"_s)}).code, 0);
    QCOMPARE(deep(u"data"_s).code, 0);
}

QTEST_GUILESS_MAIN(TestServerBackup)
#include "tst_serverbackup.moc"
