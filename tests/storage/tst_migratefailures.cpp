#include "core/storage/migrations.h"
#include "core/storage/schema.h"
#include "tests/storage/oldschema.h"
#include "tests/support/failingdisk.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace zsb;

/// SYNC.md, test plan: n-th failure loop over the migration of a season. Whatever it failed at, nothing of the season
/// is lost, and the next start brings it to the newest schema.
class TestMigrateFailures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aMigrationThatFailedIsDoneByTheNextStart();

private:
    [[nodiscard]] static std::unique_ptr<Database> open(const QString &path)
    {
        Result<std::unique_ptr<Database>> database = Database::open(path.toStdString(), Database::Access::ReadWrite);
        return database ? *std::move(database) : nullptr;
    }
    /// As a program does that starts.
    [[nodiscard]] static bool start(const QString &path)
    {
        const std::unique_ptr<Database> database = open(path);
        return database && migrate(*database, path.toStdString());
    }

    QTemporaryDir m_folder{QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/zsb-XXXXXX"_s : QString()};
    QString m_old;
    QStringList m_newest;
};

void TestMigrateFailures::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_old = m_folder.filePath(u"old.db"_s);
    {
        const auto database = open(m_old);
        QVERIFY(database && loadOldSchema(*database, 1));
        QVERIFY(database->execute(u"PRAGMA journal_mode=DELETE"_s)); // one file, to be copied
    }
    const QString fresh = m_folder.filePath(u"fresh.db"_s);
    QVERIFY(start(fresh));
    m_newest = schemaOf(*open(fresh));
}

void TestMigrateFailures::aMigrationThatFailedIsDoneByTheNextStart()
{
    int failed = 0;
    const QString path = m_folder.filePath(u"season/zsb.db"_s);
    const test::FailedPoints points = test::everyPoint([&](const std::function<void()> &heal) {
        std::thread([&] { // where nothing fails
            QDir(m_folder.filePath(u"season"_s)).removeRecursively();
            QVERIFY(QDir(m_folder.path()).mkdir(u"season"_s) && QFile::copy(m_old, path));
        })
            .join();
        failed += start(path) ? 0 : 1;
        heal();
        QVERIFY(start(path));
        const std::unique_ptr<Database> database = open(path);
        QCOMPARE(*database->number(u"PRAGMA user_version"_s), std::int64_t(migrations().back().version));
        QCOMPARE(*database->number(u"SELECT count(*) FROM events"_s), std::int64_t(1));
        QCOMPARE(schemaOf(*database), m_newest);
    });
    std::printf("%ld points of the disk, %ld statements, %d starts failed\n", points.disk, points.statements, failed);
    QVERIFY(points.disk > 100);
    QVERIFY(points.statements > 100);
    QVERIFY(failed > 100);
}

QTEST_GUILESS_MAIN(TestMigrateFailures)
#include "tst_migratefailures.moc"
