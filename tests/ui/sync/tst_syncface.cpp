#include "ui/sync/connectcontroller.h"
#include "ui/sync/syncbadge.h"
#include "ui/sync/syncface.h"
#include "ui/sync/synchint.h"
#include "ui/sync/syncrows.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace zsb {

/// UX 7.2: one state drives pill, status bar and sync centre; W2 and W3: addresses, and how long the password alone is
/// good.
class TestSyncFace : public QObject
{
    Q_OBJECT

private slots:
    void everyMoodIsOneOfFivePhases_data();
    void everyMoodIsOneOfFivePhases();
    void thePercentCountsWhatWaitedSinceSendingBegan();
    void aPauseHidesEverythingButAnAlarm();
    void whatWaitsOfflineIsCounted();
    void theIconOfTheWindowSaysItToo();
    void addressesAreReadAsPeopleTypeThem_data();
    void addressesAreReadAsPeopleTypeThem();
    void offlineIsGoodForSevenDaysAfterTheLastContact();
    void anEnrolmentComesBackAndIsForItsOwnerAlone();
    void whoSignedInLastStandsFirst();
    void aReportSaysHowManyAgree();
    void aClockThatIsWrongIsSaid_data();
    void aClockThatIsWrongIsSaid();
    void otherRulesAreSaidBeforeTheClock();
};

namespace {

SyncStatus statusOf(SyncMood mood, std::int64_t pending = 0)
{
    SyncStatus status;
    status.mood = mood;
    status.ops.pending = pending;
    return status;
}

} // namespace

void TestSyncFace::everyMoodIsOneOfFivePhases_data()
{
    QTest::addColumn<SyncMood>("mood");
    QTest::addColumn<SyncPhase>("phase");
    QTest::addColumn<QString>("words");
    QTest::newRow("alarm") << SyncMood::Alarm << SyncPhase::Attention << u"需处理"_s;
    QTest::newRow("signed out") << SyncMood::SignedOut << SyncPhase::Attention << u"需处理"_s;
    QTest::newRow("answers to look at") << SyncMood::Attention << SyncPhase::Attention << u"需处理"_s;
    QTest::newRow("offline") << SyncMood::Offline << SyncPhase::Offline << u"离线"_s;
    QTest::newRow("sending") << SyncMood::Sending << SyncPhase::Syncing << u"同步中"_s;
    QTest::newRow("waiting") << SyncMood::Waiting << SyncPhase::Syncing << u"同步中"_s;
    QTest::newRow("all there") << SyncMood::UpToDate << SyncPhase::UpToDate << u"已同步"_s;
}

void TestSyncFace::everyMoodIsOneOfFivePhases()
{
    QFETCH(const SyncMood, mood);
    QFETCH(const SyncPhase, phase);
    QFETCH(const QString, words);
    const SyncFace face = SyncProgress().next(statusOf(mood), false);
    QCOMPARE(face.phase, phase);
    QCOMPARE(SyncWords::pill(face), words);
    QVERIFY(!SyncWords::sentence(face).isEmpty());
}

void TestSyncFace::thePercentCountsWhatWaitedSinceSendingBegan()
{
    SyncProgress progress;
    QCOMPARE(progress.next(statusOf(SyncMood::Waiting, 4), false).percent, 0);
    QCOMPARE(progress.next(statusOf(SyncMood::Sending, 3), false).percent, 25);
    QCOMPARE(SyncWords::pill(progress.next(statusOf(SyncMood::Sending, 1), false)), u"同步中 75%"_s);
    QCOMPARE(progress.next(statusOf(SyncMood::UpToDate), false).phase, SyncPhase::UpToDate);
    QCOMPARE(progress.next(statusOf(SyncMood::Sending, 2), false).percent, 0); // the next lot begins at nought
}

void TestSyncFace::aPauseHidesEverythingButAnAlarm()
{
    SyncProgress progress;
    QCOMPARE(progress.next(statusOf(SyncMood::Offline, 2), true).phase, SyncPhase::Paused);
    QCOMPARE(progress.next(statusOf(SyncMood::Alarm), true).phase, SyncPhase::Attention);
}

void TestSyncFace::whatWaitsOfflineIsCounted()
{
    QCOMPARE(SyncWords::pill(SyncProgress().next(statusOf(SyncMood::Offline, 3), false)), u"离线 · 待传 3"_s);
}

/// UX 7.2: in the task bar as well.
void TestSyncFace::theIconOfTheWindowSaysItToo()
{
    const Theme theme;
    QWidget window;
    SyncBadge badge(theme, window);
    const auto mark = [&window] {
        return window.windowIcon().pixmap(QSize(64, 64), 1.0).toImage().copy(28, 28, 36, 36);
    };
    const auto rest = [&window] { return window.windowIcon().pixmap(QSize(64, 64), 1.0).toImage().copy(0, 0, 64, 28); };
    const QImage sign = rest();
    QVERIFY(!sign.isNull());
    std::vector<QImage> marks{mark()}; // offline
    for (const SyncMood mood : {SyncMood::UpToDate, SyncMood::Attention}) {
        badge.show(SyncProgress().next(statusOf(mood), false));
        QVERIFY(rest() == sign);
        for (const QImage &other : marks)
            QVERIFY(mark() != other);
        marks.push_back(mark());
    }
}

void TestSyncFace::addressesAreReadAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("server");
    QTest::newRow("name") << u" server.example "_s << u"https://server.example:8443"_s;
    QTest::newRow("name and port") << u"server.example:443"_s << u"https://server.example:443"_s;
    QTest::newRow("copied") << u"https://10.0.0.7:8443"_s << u"https://10.0.0.7:8443"_s;
    QTest::newRow("IPv6") << u"[::1]:8443"_s << u"https://[::1]:8443"_s;
    QTest::newRow("not safe") << u"http://server.example"_s << QString();
    QTest::newRow("with a name in it") << u"https://me@server.example"_s << QString();
    QTest::newRow("two words") << u"server example"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestSyncFace::addressesAreReadAsPeopleTypeThem()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, server);
    QCOMPARE(ConnectController::serverOf(typed), server);
}

void TestSyncFace::offlineIsGoodForSevenDaysAfterTheLastContact()
{
    ServiceAccount account;
    QCOMPARE(offlineUntil(account), Instant{}); // never: whoever never signed in cannot begin offline
    account.lastContact = Instant{1h};
    QCOMPARE(offlineUntil(account), Instant{1h} + std::chrono::days(7));
}

void TestSyncFace::anEnrolmentComesBackAndIsForItsOwnerAlone()
{
    const QTemporaryDir folder;
    QVERIFY(!isEnrolled(folder.path()));
    QCOMPARE(readEnrolment(folder.path()).error().code, ErrorCode::NotFound);
    Enrolment enrolment;
    enrolment.server = "https://server.example:8443";
    enrolment.serverKey = "a2V5";
    enrolment.proxy = {"http", "proxy.example", 8080, "user"};
    enrolment.accounts = {{"li", "actor", "李四", {{.role = "school"}}, "line", Instant{5min}}};
    QVERIFY(writeEnrolment(folder.path(), enrolment));
    QVERIFY(isEnrolled(folder.path()));
    QCOMPARE(*readEnrolment(folder.path()), enrolment);
    const QFile::Permissions rights = QFile::permissions(folder.filePath(u"service.json"_s));
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    QFile file(folder.filePath(u"service.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    QCOMPARE(readEnrolment(folder.path()).error().code, ErrorCode::Invalid);
}

void TestSyncFace::whoSignedInLastStandsFirst()
{
    Enrolment enrolment;
    for (const char *login : {"a", "b", "a"})
        enrolment.keep({.login = login, .actor = login});
    QCOMPARE(enrolment.accounts.size(), std::size_t(2));
    QCOMPARE(enrolment.accounts.front().login, std::string("a"));
    QVERIFY(enrolment.account("b") && !enrolment.account("c"));
}

void TestSyncFace::aReportSaysHowManyAgree()
{
    ReconcileReport report{.applications = 415};
    QVERIFY(SyncRows::report(report).contains(u"415/415"_s));
    report.missingHere = {"x"};
    report.otherVersion = {"y", "z"};
    QVERIFY(SyncRows::report(report).contains(u"这里缺 1 份，那边缺 0 份，版本不同 2 份"_s));
    QVERIFY(SyncRows::report({.problem = "tcp"}).contains(u"没有应答"_s));
}

/// SYNC.md P.7: a word from two minutes on.
void TestSyncFace::aClockThatIsWrongIsSaid_data()
{
    QTest::addColumn<qint64>("offsetMs"); // of the service's clock
    QTest::addColumn<QString>("word");
    QTest::newRow("right") << qint64(0) << QString();
    QTest::newRow("two minutes slow") << qint64(120'000) << QString();
    QTest::newRow("more") << qint64(120'001) << u"慢 2 分钟"_s;
    QTest::newRow("two minutes fast") << qint64(-120'000) << QString();
    QTest::newRow("more, fast") << qint64(-120'001) << u"快 2 分钟"_s;
    QTest::newRow("an hour") << qint64(3'600'000) << u"慢 60 分钟"_s;
}

void TestSyncFace::aClockThatIsWrongIsSaid()
{
    QFETCH(qint64, offsetMs);
    QFETCH(QString, word);
    SyncStatus status;
    status.clock.offset = std::chrono::milliseconds(offsetMs);
    const QString said = SyncHint::text(status);
    QCOMPARE(said.isEmpty(), word.isEmpty());
    QVERIFY2(said.contains(word), qPrintable(said));
}

/// P.8.
void TestSyncFace::otherRulesAreSaidBeforeTheClock()
{
    SyncStatus status;
    status.clock.offset = std::chrono::hours(1);
    status.rules = RulesState::Ready;
    QVERIFY(SyncHint::text(status).contains(u"新的规则包"_s));
    status.rules = RulesState::Withheld;
    QVERIFY(SyncHint::text(status).contains(u"告诉管理员"_s));
    status.rules = RulesState::Coming;
    QVERIFY(SyncHint::text(status).contains(u"先校时"_s)); // it comes by itself
}

} // namespace zsb

QTEST_MAIN(zsb::TestSyncFace)
#include "tst_syncface.moc"
