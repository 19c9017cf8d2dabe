#include "core/storage/migrations.h"
#include "core/storage/schema.h"
#include "tests/storage/oldschema.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// A database of any older version becomes today's; of a newer program it is left alone.
class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void versionsCountUpFromOne();
    void everyOldSchemaReachesTheNewest_data();
    void everyOldSchemaReachesTheNewest();
    void migratingAgainChangesNothing();
    void aDatabaseOfANewerProgramIsRefused();
    void connectionsAreDurableAndStrict();
    void aHeldLockIsAConflict();
    void aDroppedTransactionNeverHappened();

private:
    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] std::unique_ptr<Database> open(std::chrono::milliseconds patience = std::chrono::seconds(10)) const
    {
        return *Database::open(path(), Database::Access::ReadWrite, patience);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestSchema::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = freshDatabase(m_folder->path());
}

void TestSchema::versionsCountUpFromOne()
{
    int expected = 0;
    for (const Migration &migration : migrations())
        QCOMPARE(migration.version, ++expected);
}

void TestSchema::everyOldSchemaReachesTheNewest_data()
{
    QTest::addColumn<int>("from");
    for (const Migration &migration : migrations())
        QTest::addRow("v%02d", migration.version) << migration.version;
}

/// STYLE 4.9: a released schema stays in the corpus, and whatever it held is kept and copied aside before the change.
void TestSchema::everyOldSchemaReachesTheNewest()
{
    ZSB_SQLITE_ONLY("steps of PostgreSQL: tst_postgres");
    QFETCH(int, from);
    const std::unique_ptr<Database> old = open();
    QVERIFY(loadOldSchema(*old, from));
    const std::int64_t version = *old->number(u"PRAGMA user_version"_s);
    QVERIFY(migrate(*old, path()));
    QCOMPARE(*old->number(u"PRAGMA user_version"_s), migrations().back().version);
    QCOMPARE(*old->number(u"SELECT count(*) FROM events"_s), 1);
    QCOMPARE(QFile::exists(QString::fromStdString(path()) + u".v%1.backup"_s.arg(version)),
             version < migrations().back().version);

    const QString fresh = m_folder->filePath(u"fresh.db"_s);
    const std::unique_ptr<Database> other = *Database::open(fresh.toStdString(), Database::Access::ReadWrite);
    QVERIFY(migrate(*other, fresh.toStdString()));
    QCOMPARE(schemaOf(*old), schemaOf(*other));
}

void TestSchema::migratingAgainChangesNothing()
{
    const std::unique_ptr<Database> database = open();
    QVERIFY(migrate(*database, path()));
    const QStringList before = schemaOf(*database);
    QVERIFY(migrate(*database, path()));
    QCOMPARE(schemaOf(*database), before);
}

void TestSchema::aDatabaseOfANewerProgramIsRefused()
{
    const std::unique_ptr<Database> database = open();
    QVERIFY(migrate(*database, path()));
    QVERIFY(database->execute(setVersion(9999)));
    QCOMPARE(migrate(*database, path()).error().code, ErrorCode::Invalid);
}

/// SYNC 0: WAL and FULL for whatever a user was told is saved.
void TestSchema::connectionsAreDurableAndStrict()
{
    const std::unique_ptr<Database> database = open();
    if (testsPostgres()) {
        Result<Rows> durable = database->run(u"SHOW synchronous_commit"_s);
        QVERIFY(durable->next());
        QCOMPARE(durable->text(0), std::string("on"));
        return;
    }
    Result<Rows> mode = database->run(u"PRAGMA journal_mode"_s);
    QVERIFY(mode->next());
    QCOMPARE(mode->text(0), std::string("wal"));
    QCOMPARE(*database->number(u"PRAGMA synchronous"_s), 2);
    QCOMPARE(*database->number(u"PRAGMA foreign_keys"_s), 1);
    QVERIFY(*database->number(u"PRAGMA busy_timeout"_s) >= 5000);
}

void TestSchema::aHeldLockIsAConflict()
{
    const std::unique_ptr<Database> one = open();
    const std::unique_ptr<Database> other = open(std::chrono::milliseconds(10));
    const Result<Transaction> held = Transaction::begin(*one);
    QVERIFY(held);
    const Result<Transaction> refused = Transaction::begin(*other);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
}

void TestSchema::aDroppedTransactionNeverHappened()
{
    const std::unique_ptr<Database> database = open();
    QVERIFY(database->execute(u"CREATE TABLE t (x INTEGER)"_s));
    {
        const Result<Transaction> transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->execute(u"INSERT INTO t VALUES (1)"_s));
    }
    QCOMPARE(*database->number(u"SELECT count(*) FROM t"_s), 0);
    Result<Transaction> kept = Transaction::begin(*database);
    QVERIFY(database->execute(u"INSERT INTO t VALUES (1)"_s));
    QVERIFY(kept->commit());
    QCOMPARE(*database->number(u"SELECT count(*) FROM t"_s), 1);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
