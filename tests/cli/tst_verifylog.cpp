#include "core/storage/database.h"
#include "tests/cli/commandruns.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// What `verify-log` says: which event is the first bad one, and which pictures are not what was handed in.
class TestVerifyLog : public QObject, private CommandRuns
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theFirstBadEventIsNamed_data();
    void theFirstBadEventIsNamed();
    void everyPictureIsCompared();
    void whatIsWrongWithPicturesIsNamed();
    void withoutItsFolderNoPictureIsCompared();
    void aSealedSeasonIsSaidAsThat();

private:
    /// A copy of the season, to be broken.
    [[nodiscard]] QString copyOf(const QString &name) const;
    QStringList m_files;
};

QString TestVerifyLog::copyOf(const QString &name) const
{
    const QDir from(m_dir.filePath(u"store"_s));
    QDirIterator walk(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString file = walk.next();
        const QString to = m_dir.filePath(name) + u'/' + from.relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(to).path()) || !QFile::copy(file, to))
            return {};
    }
    return m_dir.filePath(name);
}

void TestVerifyLog::initTestCase()
{
    const Ran demo = run({u"demo"_s, u"--count"_s, u"5"_s, u"--seed"_s, u"7"_s, u"--out"_s, u"season"_s});
    QVERIFY2(demo.code == 0, qPrintable(demo.err));
    const Ran imported = run({u"import"_s, u"season/season.csv"_s, u"--files"_s, u"season"_s, u"--db"_s, u"store"_s});
    QVERIFY2(imported.code == 0 || imported.code == 1, qPrintable(imported.out + imported.err));
    QDirIterator walk(m_dir.filePath(u"store/blobs"_s), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        m_files.append(walk.next());
    m_files.sort();
    QVERIFY(m_files.size() > 5);
}

/// Its chain is verified without keys (docs/decisions/0006); what needs them says where they are, and nothing is
/// written into it in clear.
void TestVerifyLog::aSealedSeasonIsSaidAsThat()
{
    const QString folder = copyOf(u"sealed"_s);
    QFile keys(folder + u"/season.keys"_s);
    QVERIFY(keys.open(QIODevice::WriteOnly));
    const QString words = u"数据是加密存放的"_s;
    QCOMPARE(run({u"verify-log"_s, folder}).code, 0);
    const Ran deep = run({u"verify-log"_s, folder, u"--deep"_s});
    QCOMPARE(deep.code, 3);
    QVERIFY2(deep.err.contains(words) && deep.err.contains(u"the season is sealed"_s), qPrintable(deep.err));
    const QStringList import{u"import"_s, u"season/season.csv"_s, u"--files"_s, u"season"_s, u"--db"_s, folder};
    for (const QStringList &more : {QStringList(), QStringList{u"--dry-run"_s}}) {
        const Ran imported = run(import + more);
        QCOMPARE(imported.code, 3);
        QVERIFY2(imported.err.contains(words) && imported.err.contains(u"nothing imported"_s),
                 qPrintable(imported.err));
    }
}

void TestVerifyLog::theFirstBadEventIsNamed_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("zh");
    QTest::addColumn<QString>("en");
    QTest::newRow("first") << 1 << u"它之前没有完好的"_s << u"no good event comes before it"_s;
    QTest::newRow("second") << 2 << u"它之前的 1 条完好"_s << u"the 1 event before it is good"_s;
    QTest::newRow("later") << 7 << u"它之前的 6 条完好"_s << u"the 6 events before it are good"_s;
}

void TestVerifyLog::theFirstBadEventIsNamed()
{
    QFETCH(int, number);
    QFETCH(QString, zh);
    QFETCH(QString, en);
    const QString folder = copyOf(u"bad%1"_s.arg(number));
    QVERIFY(!folder.isEmpty());
    {
        const auto database = Database::open((folder + u"/zsb.db"_s).toStdString(), Database::Access::ReadWrite);
        QVERIFY(database);
        const QString change = u"UPDATE events SET actor = 'nobody' WHERE seq = %1"_s.arg(number);
        for (const QString &sql : unguarded() + QStringList{change})
            QVERIFY((*database)->execute(sql));
    }
    const Ran ran = run({u"verify-log"_s, folder, u"--deep"_s});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.out, u"首个有问题的是第 %1 条：被改动 / altered；%2\n"
                      "the first bad event is number %1 (altered); %3\n"_s.arg(QString::number(number), zh, en));
}

/// Counts in = counts out.
void TestVerifyLog::everyPictureIsCompared()
{
    const Ran ran = run({u"verify-log"_s, u"store"_s, u"--deep"_s, u"--progress"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    const auto count = m_files.size();
    QVERIFY2(ran.out.contains(u"图片共 %1 个：与登记的摘要一致 %1，有问题 0，尚未从中心取回 0\n"_s.arg(count)),
             qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"%1 files of pictures: %1 as their hash says, 0 bad, 0 not fetched"_s.arg(count)),
             qPrintable(ran.out));
    QVERIFY2(ran.err.contains(u"%1/%1  100%"_s.arg(count)), qPrintable(ran.err));
    QVERIFY(run({u"verify-log"_s, u"store"_s}).out.contains(u"lists and pictures were not compared"_s));
}

void TestVerifyLog::whatIsWrongWithPicturesIsNamed()
{
    const QString folder = copyOf(u"pictures"_s);
    const QDir original(m_dir.filePath(u"store/blobs"_s));
    const auto pathOf = [&](qsizetype i) { return folder + u"/blobs/"_s + original.relativeFilePath(m_files[i]); };
    const auto hashOf = [&](qsizetype i) { return original.relativeFilePath(m_files[i]).remove(u'/'); };
    QVERIFY(QFile::remove(pathOf(0)));
    QFile changed(pathOf(1));
    QVERIFY(changed.open(QIODevice::ReadWrite) && changed.seek(20) && changed.putChar('~'));
    changed.close();
    const Ran ran = run({u"verify-log"_s, folder, u"--deep"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains(u"图片 %1：缺失 / file %1: missing, application D"_s.arg(hashOf(0))),
             qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"图片 %1：内容被改动 / file %1: changed, application D"_s.arg(hashOf(1))),
             qPrintable(ran.out));
    QVERIFY2(ran.out.contains(
                 u"%1 files of pictures: %2 as their hash says, 2 bad"_s.arg(m_files.size()).arg(m_files.size() - 2)),
             qPrintable(ran.out));
}

/// A database by itself may be a copy made for this; of a season's folder the pictures are a part.
void TestVerifyLog::withoutItsFolderNoPictureIsCompared()
{
    const QString folder = copyOf(u"alone"_s);
    QVERIFY(QDir(folder + u"/blobs"_s).removeRecursively());
    const Ran database = run({u"verify-log"_s, folder + u"/zsb.db"_s, u"--deep"_s});
    QVERIFY2(database.code == 0 && database.out.contains(u"the pictures were not compared"_s),
             qPrintable(database.out));
    const Ran season = run({u"verify-log"_s, folder, u"--deep"_s});
    QVERIFY2(season.code == 1 && season.out.count(u"missing"_s) == m_files.size(), qPrintable(season.out));
}

QTEST_GUILESS_MAIN(TestVerifyLog)
#include "tst_verifylog.moc"
