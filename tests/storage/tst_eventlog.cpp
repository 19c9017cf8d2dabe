#include "core/storage/chain.h"
#include "tests/storage/logfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

constexpr int eventCount = 60;

/// Runs SQL on a log as somebody would who tampers with it: without the triggers.
bool tamper(const LogFixture &fixture, const QStringList &statements)
{
    const QStringList all = unguarded() + statements;
    return std::all_of(all.begin(), all.end(),
                       [&](const QString &sql) { return fixture.database().execute(sql).has_value(); });
}

std::string describe(const LogVerdict &verdict)
{
    return std::string(faultId(verdict.fault)) + " at " + std::to_string(verdict.firstBad);
}

} // namespace

/// verify-log names the first event that was changed, dropped, moved, added or cut off.
class TestEventLog : public QObject
{
    Q_OBJECT

private slots:
    void aWholeLogIsGood();
    void anEmptyLogIsGood();
    void eventsComeBackAsTheyWere();
    void updatingAndDeletingIsRefused();
    void theHashCoversEveryColumn_data();
    void theHashCoversEveryColumn();
    void columnsCannotRunIntoEachOther();
    void aChangedHashIsNamed();
    void aValueOfAnotherTypeIsNamed();
    void aDroppedEventIsNamed();
    void aSwappedPairIsNamed();
    void aTruncatedLogIsNoticed();
    void aLogTruncatedToNothingIsNoticed();
    void anAddedEventIsNamed();
    void aForgedTailIsNamed();
    void aGapWithinAnApplicationIsNamed();
    void aFlippedByteOfTheFileIsNamed();
    void whatIsNoLogIsToldApart();
    void aReadOnlyFileIsVerified();
    void writesWaitingInAReadOnlyFolderAreNotPassedOver();
};

void TestEventLog::aWholeLogIsGood()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    const Result<LogVerdict> verdict = verifyLog(fixture.path());
    QVERIFY(verdict);
    QVERIFY2(verdict->isGood(), describe(*verdict).c_str());
    QCOMPARE(verdict->events, eventCount);
    QCOMPARE(verdict->firstBad, 0);
}

void TestEventLog::anEmptyLogIsGood()
{
    const LogFixture fixture;
    QVERIFY(verifyLog(fixture.path())->isGood());
}

void TestEventLog::eventsComeBackAsTheyWere()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(6));
    const Result<std::vector<StoredEvent>> stored = fixture.log().ofApplication({"app-1"});
    QVERIFY(stored);
    QCOMPARE(stored->size(), 2);
    const Result<Event> event = fixture.log().decode(stored->back());
    QVERIFY(event);
    QCOMPARE(event->sequence, 2);
    QCOMPARE(event->at, logStart + std::chrono::seconds(4));
    QCOMPARE(std::get<FieldsSet>(event->body).fields.at(Field::Name), std::string("王五"));
    QCOMPARE(fixture.log().ofCommand({"cmd-4"})->size(), 1);
    QVERIFY(fixture.log().ofCommand({"cmd-6"})->empty());
}

void TestEventLog::updatingAndDeletingIsRefused()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(3));
    QVERIFY(!fixture.database().execute(u"UPDATE events SET role = 'x' WHERE seq = 1"_s));
    QVERIFY(!fixture.database().execute(u"DELETE FROM events WHERE seq = 1"_s));
    QVERIFY(verifyLog(fixture.path())->isGood());
}

void TestEventLog::theHashCoversEveryColumn_data()
{
    QTest::addColumn<QString>("change");
    for (const char *column : {"application", "command_id", "command_hash", "kind", "actor", "role", "pack_hash"})
        QTest::newRow(column) << u"%1 = %1 || 'x'"_s.arg(QLatin1String(column));
    QTest::newRow("sequence") << u"sequence = sequence + 1000"_s;
    QTest::newRow("at") << u"at = at + 1"_s;
    QTest::newRow("body") << (testsPostgres()
                                  ? u"body = convert_to(replace(convert_from(body, 'UTF8'), '王五', '王六'), 'UTF8')"_s
                                  : u"body = CAST(replace(CAST(body AS TEXT), '王五', '王六') AS BLOB)"_s);
    QTest::newRow("prev_hash") << u"prev_hash = hash"_s;
}

void TestEventLog::theHashCoversEveryColumn()
{
    QFETCH(QString, change);
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    std::mt19937 random(7);
    const int victim = 1 + int(random() % eventCount);
    QVERIFY(tamper(fixture, {u"UPDATE events SET %1 WHERE seq = %2"_s.arg(change).arg(victim)}));
    const Result<LogVerdict> verdict = verifyLog(fixture.path());
    QVERIFY(verdict);
    QVERIFY(!verdict->isGood());
    QCOMPARE(verdict->firstBad, victim);
}

void TestEventLog::columnsCannotRunIntoEachOther()
{
    StoredEvent one;
    one.application.value = "ab";
    one.command.value = "c";
    StoredEvent other = one;
    other.application.value = "a";
    other.command.value = "bc";
    QVERIFY(chainHash(one) != chainHash(other));
}

void TestEventLog::aChangedHashIsNamed()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    QVERIFY(tamper(fixture, {u"UPDATE events SET hash = prev_hash WHERE seq = 17"_s}));
    QCOMPARE(describe(*verifyLog(fixture.path())), std::string("altered at 17"));
}

/// As a flipped bit of the file makes it, which STRICT forbids to a statement.
void TestEventLog::aValueOfAnotherTypeIsNamed()
{
    if (testsPostgres())
        QSKIP("PostgreSQL keeps no type beside a value");
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    QVERIFY(tamper(fixture,
                   {u"ALTER TABLE events RENAME TO strict_events"_s,
                    u"CREATE TABLE events (seq INTEGER PRIMARY KEY, application, sequence, command_id, command_hash, "
                    "kind, at, actor, role, pack_hash, body, prev_hash, hash)"_s,
                    u"INSERT INTO events SELECT * FROM strict_events ORDER BY seq"_s}));
    QCOMPARE(describe(*verifyLog(fixture.path())), std::string("none at 0"));
    QVERIFY(fixture.database().execute(u"UPDATE events SET kind = CAST(kind AS BLOB) WHERE seq = 17"_s));
    QCOMPARE(describe(*verifyLog(fixture.path())), std::string("altered at 17"));
    QCOMPARE(verifyLog(fixture.path())->events, 16);
}

void TestEventLog::aDroppedEventIsNamed()
{
    for (int victim = 1; victim <= eventCount; victim += 7) {
        LogFixture fixture;
        QVERIFY(fixture.fill(eventCount));
        QVERIFY(tamper(fixture, {u"DELETE FROM events WHERE seq = %1"_s.arg(victim)}));
        QCOMPARE(describe(*verifyLog(fixture.path())), "missing at " + std::to_string(victim));
    }
}

void TestEventLog::aSwappedPairIsNamed()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    QVERIFY(
        tamper(fixture, {u"UPDATE events SET seq = -1 WHERE seq = 9"_s, u"UPDATE events SET seq = 9 WHERE seq = 31"_s,
                         u"UPDATE events SET seq = 31 WHERE seq = -1"_s}));
    QCOMPARE(describe(*verifyLog(fixture.path())), std::string("unlinked at 9"));
}

void TestEventLog::aTruncatedLogIsNoticed()
{
    for (const int kept : {1, 30, eventCount - 1}) {
        LogFixture fixture;
        QVERIFY(fixture.fill(eventCount));
        QVERIFY(tamper(fixture, {u"DELETE FROM events WHERE seq > %1"_s.arg(kept)}));
        QCOMPARE(describe(*verifyLog(fixture.path())), "missing at " + std::to_string(kept + 1));
    }
}

void TestEventLog::aLogTruncatedToNothingIsNoticed()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    QVERIFY(tamper(fixture, {u"DELETE FROM events"_s}));
    QCOMPARE(describe(*verifyLog(fixture.path())), std::string("missing at 1"));
}

void TestEventLog::anAddedEventIsNamed()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    QVERIFY(tamper(fixture, {u"UPDATE chain SET events = 50, head = (SELECT hash FROM events WHERE seq = 50)"_s}));
    QCOMPARE(describe(*verifyLog(fixture.path())), std::string("added at 51"));
}

/// The last event replaced by another one that hashes well: the head the log remembers is another.
void TestEventLog::aForgedTailIsNamed()
{
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    QVERIFY(tamper(fixture, {u"DELETE FROM outbox WHERE seq = 60"_s, u"DELETE FROM events WHERE seq = 60"_s,
                             u"CREATE TABLE real AS SELECT * FROM chain"_s,
                             u"UPDATE chain SET events = 59, head = (SELECT hash FROM events WHERE seq = 59)"_s}));
    const Event forged{.application = {"app-2"}, .sequence = 20, .command = {"forged"}, .actor = {"staff-2"}};
    QVERIFY(fixture.log().append({&forged, 1}, "forged"));
    QVERIFY(fixture.database().execute(u"UPDATE chain SET head = (SELECT head FROM real)"_s));
    QCOMPARE(describe(*verifyLog(fixture.path())), std::string("altered at 60"));
}

/// A whole chain, made again by somebody who left an event out.
void TestEventLog::aGapWithinAnApplicationIsNamed()
{
    for (const int skipped : {1, 2, 5}) {
        LogFixture fixture;
        for (int i = 1; i <= 6; ++i) {
            const Event event{.application = {"app"},
                              .sequence = i < skipped ? i : i + 1,
                              .command = {"cmd-" + std::to_string(i)},
                              .actor = {"staff-1"}};
            QVERIFY(fixture.log().append({&event, 1}, "hash"));
        }
        QCOMPARE(describe(*verifyLog(fixture.path())), "gap at " + std::to_string(skipped));
    }
}

/// Bytes of the file itself, at random places inside bodies; SQLite sees nothing wrong, the chain does.
void TestEventLog::aFlippedByteOfTheFileIsNamed()
{
    ZSB_SQLITE_ONLY("about files");
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    QVERIFY(fixture.database().execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    fixture.close();
    QFile file(QString::fromStdString(fixture.path()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    std::mt19937 random(23);
    for (int round = 0; round < 40; ++round) {
        const int victim = 1 + int(random() % eventCount);
        const QByteArray body = "\"sex\":\"" + QByteArray::number(victim - 1) + "\"}";
        const qsizetype at = whole.indexOf(body);
        QVERIFY(at > 0);
        const qsizetype place = at + qsizetype(random() % std::size_t(body.size()));
        const char flipped = char(whole.at(place) ^ char(1 << (random() % 8)));
        QVERIFY(file.seek(place) && file.putChar(flipped) && file.flush());
        const Result<LogVerdict> verdict = verifyLog(fixture.path());
        QVERIFY(verdict);
        QCOMPARE(describe(*verdict), "altered at " + std::to_string(victim));
        QVERIFY(file.seek(place) && file.putChar(whole.at(place)) && file.flush());
    }
    QVERIFY(verifyLog(fixture.path())->isGood());
}

void TestEventLog::whatIsNoLogIsToldApart()
{
    ZSB_SQLITE_ONLY("about files");
    const LogFixture fixture;
    QCOMPARE(verifyLog(fixture.path() + ".none").error().code, ErrorCode::NotFound);
    const QString text = fixture.folder() + u"/text.db"_s;
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QCOMPARE(verifyLog(text.toStdString()).error().code, ErrorCode::Unreadable);
    const QString other = fixture.folder() + u"/other.db"_s;
    QVERIFY((*Database::open(other.toStdString(), Database::Access::ReadWrite))->execute(u"CREATE TABLE t (x)"_s));
    QCOMPARE(verifyLog(other.toStdString()).error().code, ErrorCode::Unreadable);
}

void TestEventLog::aReadOnlyFileIsVerified()
{
    ZSB_SQLITE_ONLY("about files");
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    fixture.close();
    QVERIFY(QFile::setPermissions(QString::fromStdString(fixture.path()), QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(fixture.folder(), QFile::ReadOwner | QFile::ExeOwner));
    const Result<LogVerdict> verdict = verifyLog(fixture.path());
    QVERIFY(QFile::setPermissions(fixture.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(verdict);
    QVERIFY(verdict->isGood());
}

/// Read as if it never changed, such a database would hide what its -wal file holds.
void TestEventLog::writesWaitingInAReadOnlyFolderAreNotPassedOver()
{
    ZSB_SQLITE_ONLY("about files");
    LogFixture fixture;
    QVERIFY(fixture.fill(eventCount));
    const QDir copy(fixture.folder() + u"/copy"_s);
    QVERIFY(copy.mkpath(u"."_s));
    const QString path = QString::fromStdString(fixture.path());
    QVERIFY(QFile::copy(path, copy.filePath(u"zsb.db"_s)));
    QVERIFY(QFile::copy(path + u"-wal"_s, copy.filePath(u"zsb.db-wal"_s)));
    QVERIFY(QFile::setPermissions(copy.path(), QFile::ReadOwner | QFile::ExeOwner));
    const bool isRoot = QFileInfo(copy.path()).isWritable();
    const Result<LogVerdict> verdict = verifyLog(copy.filePath(u"zsb.db"_s).toStdString());
    QVERIFY(QFile::setPermissions(copy.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    if (isRoot)
        QSKIP("every folder can be written by this user");
    QCOMPARE(verdict.error().code, ErrorCode::Unreadable);
    QVERIFY(verdict.error().detail.find("-wal") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
