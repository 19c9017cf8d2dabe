#include "core/storage/chain.h"
#include "core/storage/projectioncheck.h"
#include "tests/storage/storefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

std::string describe(const Result<ProjectionVerdict> &verdict)
{
    if (!verdict)
        return verdict.error().detail;
    const std::string column = verdict->column.empty() ? std::string() : '.' + verdict->column;
    return std::string(faultId(verdict->fault)) + ' ' + verdict->table + column + ' ' + verdict->application.value +
           ' ' + verdict->applicationNo;
}

} // namespace

/// The log may be whole and the lists beside it not what it says: whoever edits them is found.
class TestProjectionCheck : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatWasProjectedIsGood();
    void anEmptyDatabaseIsGood();
    void aRebuiltDatabaseIsGood();
    void anEditedColumnIsNamed_data();
    void anEditedColumnIsNamed();
    void aDroppedRowIsNamed_data();
    void aDroppedRowIsNamed();
    void anAddedRowIsNamed_data();
    void anAddedRowIsNamed();
    void aBitOnlyAnIndexHidesIsNamed();
    void anotherPackIsNotCompared();
    void whatIsNotThereIsNotFound();

private:
    [[nodiscard]] Result<ProjectionVerdict> verify() const
    {
        return verifyProjections(m_fixture->store->databasePath(), *m_fixture->book, m_fixture->usedCodec());
    }
    [[nodiscard]] bool tamper(const QStringList &statements) const
    {
        const auto database = Database::open(m_fixture->store->databasePath(), Database::Access::ReadWrite);
        return database && std::ranges::all_of(unguarded() + statements, [&](const QString &sql) {
                   return (*database)->execute(sql).has_value();
               });
    }

    std::unique_ptr<StoreFixture> m_fixture;
};

/// Three people: two share a phone and a material, one has two readings of the name, one was claimed and returned.
void TestProjectionCheck::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    QVERIFY(m_fixture->add({"app-1"}, {.number = "N-1", .name = "单雄", .portrait = std::string(64, 'a')}));
    QVERIFY(m_fixture->add({"app-2"}, {.number = "N-2",
                                       .name = "阿拉坦·巴特尔",
                                       .document = "150102200103150038",
                                       .material = std::string(64, 'b')}));
    QVERIFY(m_fixture->add(
        {"app-3"},
        {.number = "N-3", .document = "11010519491231002X", .phone = "13800138001", .material = std::string(64, 'b')}));
    QVERIFY(m_fixture->does({"app-2"}, ClaimFile{}));
}

void TestProjectionCheck::whatWasProjectedIsGood()
{
    const Result<ProjectionVerdict> verdict = verify();
    QVERIFY2(verdict && verdict->isGood(), describe(verdict).c_str());
    QCOMPARE(verdict->applications, 3);
}

void TestProjectionCheck::anEmptyDatabaseIsGood()
{
    m_fixture = std::make_unique<StoreFixture>();
    const Result<ProjectionVerdict> verdict = verify();
    QVERIFY2(verdict && verdict->isGood(), describe(verdict).c_str());
    QCOMPARE(verdict->applications, 0);
}

void TestProjectionCheck::aRebuiltDatabaseIsGood()
{
    QVERIFY(m_fixture->store->rebuild(*m_fixture->book));
    QVERIFY2(verify()->isGood(), describe(verify()).c_str());
}

void TestProjectionCheck::anEditedColumnIsNamed_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("change");
    for (const char *text : {"no", "no_key", "type", "phase", "stage", "payment", "claimed_by", "name_key", "py",
                             "id_suffix", "document", "phone", "college", "severity"})
        QTest::newRow(text) << QString::fromLatin1(text) << u"'x'"_s;
    for (const char *number : {"row", "claimed_until", "due", "priority", "errors", "warnings", "updated", "revision"})
        QTest::newRow(number) << QString::fromLatin1(number) << u"77"_s;
    QTest::newRow("name") << u"name"_s << (testsPostgres() ? u"'\\xe78e8b'"_s : u"x'e78e8b'"_s);
    QTest::newRow("findings") << u"findings"_s << (testsPostgres() ? u"'\\x5b5d'"_s : u"x'5b5d'"_s);
    QTest::newRow("state, one letter") << u"state"_s
                                       << (testsPostgres()
                                               ? u"convert_to(replace(convert_from(state, 'UTF8'), "
                                                 "'河套', '河北'), 'UTF8')"_s
                                               : u"CAST(replace(CAST(state AS TEXT), '河套', '河北') AS BLOB)"_s);
}

void TestProjectionCheck::anEditedColumnIsNamed()
{
    QFETCH(QString, column);
    QFETCH(QString, change);
    QVERIFY(tamper({u"UPDATE application SET %1 = %2 WHERE id = 'app-2'"_s.arg(column, change)}));
    QVERIFY(verifyLog(m_fixture->store->databasePath())->isGood()); // the log alone does not know
    // app-1 shares the phone and has other findings now, but the row that was touched is the one that is named
    QCOMPARE(describe(verify()), "differs application." + column.toStdString() + " app-2 N-2");
}

void TestProjectionCheck::aDroppedRowIsNamed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("application") << u"DELETE FROM application WHERE id = 'app-3'"_s
                                 << std::string("missing application app-3 N-3");
    QTest::newRow("hash") << u"DELETE FROM item_hash WHERE kind = 'portrait'"_s
                          << std::string("missing item_hash app-1 N-1");
    QTest::newRow("reading") << u"DELETE FROM reading WHERE application = 1 AND py LIKE 'dan%'"_s
                             << std::string("missing reading app-1 N-1");
    if (testsPostgres())
        QTest::newRow("words") << u"DELETE FROM name_word WHERE word = 'x96c4'"_s // 雄
                               << std::string("missing name_word app-1 N-1");
    else
        QTest::newRow("words") << u"INSERT INTO name_fts (name_fts) VALUES ('delete-all')"_s
                               << std::string("missing name_fts app-1 N-1");
}

void TestProjectionCheck::aDroppedRowIsNamed()
{
    QFETCH(QString, sql);
    QFETCH(std::string, expected);
    QVERIFY(tamper({sql}));
    QCOMPARE(describe(verify()), expected);
}

void TestProjectionCheck::anAddedRowIsNamed_data()
{
    QTest::addColumn<QStringList>("sql");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("application")
        << QStringList{u"CREATE TEMP TABLE t AS SELECT * FROM application WHERE id = 'app-3'"_s,
                       u"UPDATE t SET row = 99, id = 'app-9', no = 'N-9', no_key = 'N9', "
                       "document = '', phone = ''"_s,
                       u"INSERT INTO application SELECT * FROM t"_s}
        << std::string("extra application app-9 N-9");
    QTest::newRow("hash") << QStringList{u"INSERT INTO item_hash VALUES ('cc', 99, 'kept', '')"_s}
                          << std::string("extra item_hash  ");
    QTest::newRow("hash of somebody") << QStringList{u"INSERT INTO item_hash VALUES ('cc', 2, 'kept', '')"_s}
                                      << std::string("extra item_hash app-2 N-2");
    QTest::newRow("reading") << QStringList{u"INSERT INTO reading VALUES (99, 'x', 'x')"_s}
                             << std::string("extra reading  ");
    if (testsPostgres())
        QTest::newRow("words") << QStringList{u"INSERT INTO name_word (application, word) VALUES (99, 'x738b')"_s}
                               << std::string("extra name_word  ");
    else
        QTest::newRow("words") << QStringList{u"INSERT INTO name_fts (rowid, tokens) VALUES (99, 'x738b')"_s}
                               << std::string("extra name_fts  ");
}

void TestProjectionCheck::anAddedRowIsNamed()
{
    QFETCH(QStringList, sql);
    QFETCH(std::string, expected);
    QVERIFY(tamper(sql));
    QCOMPARE(describe(verify()), expected);
}

/// SQLite finds the row through the index, which is whole, and never looks at the id in the row.
void TestProjectionCheck::aBitOnlyAnIndexHidesIsNamed()
{
    QFile file(QString::fromStdString(m_fixture->store->databasePath()));
    if (Database::open(m_fixture->store->databasePath(), Database::Access::ReadOnly).value()->sql() != Sql::Sqlite)
        QSKIP("PostgreSQL keeps checksums of its own");
    QVERIFY(tamper({u"PRAGMA wal_checkpoint(TRUNCATE)"_s}));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    int flipped = 0;
    for (qsizetype at = bytes.indexOf("app-3"); at >= 0; at = bytes.indexOf("app-3", at + 1)) {
        QByteArray changed = bytes;
        changed[at + 4] = '7';
        file.seek(0);
        QCOMPARE(file.write(changed), changed.size());
        QVERIFY(file.flush());
        const auto verdict = verify();
        const auto log = verifyLog(m_fixture->store->databasePath());
        QVERIFY2(!verdict || !verdict->isGood() || !log || !log->isGood(), qPrintable(QString::number(at)));
        flipped += verdict && verdict->fault == ProjectionVerdict::Fault::Damaged;
    }
    QVERIFY(flipped > 0);
}

void TestProjectionCheck::anotherPackIsNotCompared()
{
    const auto other = *RuleBook::bind(sharedHbDemo());
    const auto verdict = verifyProjections(m_fixture->store->databasePath(), *other, m_fixture->usedCodec());
    QCOMPARE(verdict->fault, ProjectionVerdict::Fault::Stale);
    QVERIFY(tamper({u"DELETE FROM meta"_s})); // nor can the note be taken away
    QCOMPARE(verify()->fault, ProjectionVerdict::Fault::Stale);
}

void TestProjectionCheck::whatIsNotThereIsNotFound()
{
    const auto missing = verifyProjections("/nowhere/at/all.db", *m_fixture->book, PlainCodec());
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(tamper({setVersion(1)}));
    QCOMPARE(verify().error().code, ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestProjectionCheck)
#include "tst_projectioncheck.moc"
