#include "core/storage/chain.h"
#include "tests/e2e/officedesktop.h"
#include "tests/e2e/servedseason.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/syncpage.h"

#include <QFont>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb::test {

/// Issue §3 and "Done when", with the real service in a process of its own, real TLS on loopback, and the program's own
/// windows and controllers: enrol, sign in, claim, decide without the service, come back, agree; two who decide
/// differently, and a supervisor who settles it; the way in without the service.
class TestSyncDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasDecidedWithoutTheServiceArrivesAndBothAgree();
    void theSealedCopyIsSearchedByLessAndSaysSo();
    void aFileTakenElsewhereSaysByWhom();
    void twoWhoDecideDifferentlyAreSettledByASupervisor();
    void whatGoesByFileEndsAsOverTheLine();
    void withoutTheServiceThePasswordAloneOpensIt();
    void aJoinFileEnrolsAndATrialSignsInByOneKey();
    void afterThreeFailuresAQuestionIsAnsweredFirst();
    void cleanupTestCase();

private:
    [[nodiscard]] bool serveAgain();

    static constexpr int people = 14;
    static constexpr int batch = 5;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    StaffSecrets m_first;
    StaffSecrets m_second;
    StaffSecrets m_supervisor;
    std::unique_ptr<OfficeDesktop> m_a;
    std::unique_ptr<OfficeDesktop> m_b;
};

void TestSyncDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-syncdesktop"_s);
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QVERIFY(serveTable(*m_server, freshDatabase(m_server->folder()), m_folder.filePath(u"source"_s), people));
    m_first = addStaff(*m_server, u"first"_s, u"王初审"_s, {u"school"_s});
    m_second = addStaff(*m_server, u"second"_s, u"李初审"_s, {u"school"_s});
    m_supervisor = addStaff(*m_server, u"boss"_s, u"赵督导"_s, {u"supervisor"_s});
    QVERIFY(!m_first.password.isEmpty() && !m_supervisor.totp.empty());
}

bool TestSyncDesktop::serveAgain()
{
    return m_server->start({u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_server->port())});
}

void TestSyncDesktop::whatWasDecidedWithoutTheServiceArrivesAndBothAgree()
{
    m_a = std::make_unique<OfficeDesktop>(m_folder.filePath(u"a"_s));
    QVERIFY(m_a->enrol(*m_server));
    QVERIFY(m_a->signIn(m_first));
    QTRY_COMPARE_WITH_TIMEOUT(m_a->files(), std::int64_t(people), deskPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_a->desktop().actions().action("sync.signIn")->isEnabled(), deskPatience); // once
    std::map<std::string, std::string> previews;
    QObject context;
    connect(&m_a->session(), &SyncSession::previewed, &context,
            [&previews](const std::string &sha256, const std::string &bytes) { previews[sha256] = bytes; });
    QVERIFY(m_a->claim(batch));
    QVERIFY(m_a->hasPictures());
    QVERIFY2(!previews.empty(), "docs/sync.md: a preview of every scan first");

    m_server->kill();
    std::vector<ApplicationId> decided;
    const auto mine = claimedFiles(m_a->store(), m_a->desktop().reviewer(), systemClock()());
    QVERIFY(mine);
    for (const QueueEntry &entry : *mine)
        QVERIFY(!previews.contains(m_a->store().state(entry.id)->portrait->sha256));
    for (const auto &[sha256, bytes] : previews)
        QVERIFY(bytes.size() <= std::size_t(60) * 1024);
    for (const QueueEntry &entry : *mine) {
        QVERIFY2(m_a->approve(entry.id), qPrintable(m_a->review().obstacles()));
        decided.push_back(entry.id);
    }
    QCOMPARE(decided.size(), std::size_t(batch));
    m_a->session().hurry();
    QTRY_COMPARE_WITH_TIMEOUT(m_a->control().face().phase, SyncPhase::Offline, deskPatience);
    QVERIFY(m_a->control().face().waiting >= batch);

    QVERIFY(serveAgain());
    QVERIFY(m_a->allSent());
    const OpCounts counts = m_a->session().status().ops;
    QCOMPARE(counts.answered.count("stale") + counts.answered.count("refused") + counts.answered.count("forbidden"),
             std::size_t(0));
    QVERIFY(m_a->reconciles());
    QCOMPARE(m_a->control().report()->applications, std::int64_t(people));
    for (const ApplicationId &id : decided)
        QCOMPARE(m_a->store().state(id)->decisions.size(), std::size_t(1));
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_a->control().face().phase, SyncPhase::UpToDate, deskPatience);
}

/// docs/decisions/0006: beginnings of names, no ends; numbers as before.
void TestSyncDesktop::theSealedCopyIsSearchedByLessAndSaysSo()
{
    QVERIFY(m_a->store().codec().conceals());
    const auto page = m_a->store().queue({}, {}, people);
    QVERIFY(page);
    const auto longest = std::ranges::max_element(
        page->entries, {}, [](const QueueEntry &entry) { return QString::fromStdString(entry.name).size(); });
    const QString name = QString::fromStdString(longest->name);
    QVERIFY(name.size() > 1);
    const auto finds = [&](const QString &text) {
        const auto hits = m_a->store().search(text.toStdString(), people);
        return hits && std::ranges::find(*hits, longest->id, &SearchHit::id) != hits->end();
    };
    QVERIFY(finds(name) && finds(name.first(1)));
    QVERIFY(!finds(name.mid(1)));
    m_a->desktop().window().showPage(u"review"_s);
    QVERIFY(m_a->part<QLineEdit>("queueSearch")->placeholderText().contains(u"全拼"_s));
    QVERIFY(m_a->part<QLineEdit>("queueSearch")->toolTip().contains(u"加密"_s));
}

void TestSyncDesktop::aFileTakenElsewhereSaysByWhom()
{
    m_b = std::make_unique<OfficeDesktop>(m_folder.filePath(u"b"_s));
    QVERIFY(m_b->enrol(*m_server));
    QVERIFY(m_b->signIn(m_second));
    QTRY_COMPARE_WITH_TIMEOUT(m_b->files(), std::int64_t(people), deskPatience);
    QVERIFY(m_a->claim(1));
    m_b->session().hurry();
    m_b->review().openQueue();
    const auto saysByWhom = [this] {
        QueueModel &queue = m_b->review().queue();
        for (int row = 0; row < queue.count(); ++row) {
            if (queue.isLoaded(row) && queue.at(row).state.contains(u"王初审 审核中"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysByWhom(), deskPatience);
    m_a->desktop().actions().action("sync.handBack")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_a->mine(), std::int64_t(0), deskPatience);
}

void TestSyncDesktop::twoWhoDecideDifferentlyAreSettledByASupervisor()
{
    const auto waiting = m_a->store().queue({.phases = {"in-review"},
                                             .claim = ClaimFilter::Free,
                                             .actor = m_a->desktop().reviewer(),
                                             .now = systemClock()()},
                                            {}, people);
    QVERIFY(waiting);
    const Pack &pack = m_a->desktop().season()->book->pack();
    const auto fresh = std::ranges::find_if(waiting->entries, [&](const QueueEntry &entry) {
        return m_a->store().state(entry.id)->decisions.empty() &&
               pack.type(entry.typeId)->review.front().role == "school";
    });
    QVERIFY(fresh != waiting->entries.end());
    const ApplicationId file = fresh->id;
    // each sees it as nobody has decided it; their words cross on the way
    m_a->session().setPaused(true);
    m_b->session().setPaused(true);
    QVERIFY(m_b->open(file));
    m_b->session().setPaused(false); // its pictures
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(picturesOf(m_b->store().state(file).value()),
                            [this](const std::string &sha256) { return m_b->store().blobs().contains(sha256); }),
        deskPatience);
    m_a->session().setPaused(false);
    QVERIFY(m_a->open(file));
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(picturesOf(m_a->store().state(file).value()),
                            [this](const std::string &sha256) { return m_a->store().blobs().contains(sha256); }),
        deskPatience);
    m_b->session().setPaused(true);
    QVERIFY(m_a->approve(file));
    QVERIFY(m_b->refuse(file));
    QVERIFY(m_a->allSent());
    m_b->session().setPaused(false);
    QVERIFY(m_b->allSent());
    QTRY_COMPARE_WITH_TIMEOUT(m_b->phase(file), Phase::Disputed, deskPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_b->control().face().phase, SyncPhase::Attention, deskPatience);
    m_b->desktop().window().showPage(u"sync"_s);
    m_b->desktop().syncPage()->showTab(u"conflicts"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_b->control().look().conflicts.empty(), deskPatience);
    QCOMPARE(m_b->control().look().conflicts.front().entry.outcome, std::string("disputed"));
    QVERIFY(m_b->control().look().conflicts.front().base);
    m_b->desktop().syncPage()->conflicts().choose(0);
    m_b->desktop().actions().action("sync.keep")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_b->control().look().conflicts.empty(), deskPatience);

    OfficeDesktop boss(m_folder.filePath(u"boss"_s));
    QVERIFY(boss.enrol(*m_server));
    QVERIFY(boss.signIn(m_supervisor));
    QTRY_COMPARE_WITH_TIMEOUT(boss.files(), std::int64_t(people), deskPatience);
    boss.desktop().window().showPage(u"sync"_s);
    boss.desktop().syncPage()->showTab(u"conflicts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(boss.control().look().disputes.size(), std::size_t(1), deskPatience);
    QCOMPARE(boss.control().rows().sides(boss.control().look().disputes.front()).at(0).cells.mid(2),
             (QStringList{u"李初审"_s, u"王初审"_s}));
    boss.desktop().actions().action("sync.open")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(boss.review().file().state.id, file, deskPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(picturesOf(boss.store().state(file).value()),
                            [&](const std::string &sha256) { return boss.store().blobs().contains(sha256); }),
        deskPatience);
    QVERIFY(boss.approve(file));
    QVERIFY(boss.allSent());
    for (OfficeDesktop *desk : {m_a.get(), m_b.get()}) {
        QVERIFY(desk->allSent());
        QTRY_COMPARE_WITH_TIMEOUT(desk->phase(file), boss.phase(file), deskPatience);
        QVERIFY(desk->reconciles());
    }
    QVERIFY(boss.reconciles());
    QVERIFY(boss.phase(file) != Phase::Disputed);

    m_a->desktop().actions().action("sync.notices")->trigger(); // and both who took a side are told
    const auto hears = [this](const QString &words) {
        const auto *told = m_a->part<QTableView>("noticesOfService");
        for (int row = 0; told && row < told->model()->rowCount(); ++row) {
            if (told->model()->index(row, 3).data().toString().contains(words))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hears(u"督导已裁决"_s), deskPatience);
    QVERIFY(hears(u"与您不同的决定"_s));
    auto *told = m_a->part<QTableView>("noticesOfService");
    const auto *tabs = m_a->desktop().syncPage()->findChild<QTabWidget *>(u"syncTabs"_s);
    const auto title = [tabs] { return tabs->tabText(tabs->currentIndex()); };
    const auto isBold = [told](int row) {
        return told->model()->index(row, 3).data(Qt::FontRole).value<QFont>().bold();
    };
    QCOMPARE(title(), u"通知 %1"_s.arg(told->model()->rowCount()));
    QVERIFY(isBold(0) && isBold(1));
    QVERIFY(told->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"未读，"_s));
    told->selectRow(0);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"通知 %1"_s.arg(told->model()->rowCount() - 1), deskPatience);
    QVERIFY(!isBold(0) && isBold(1));
    QCOMPARE(told->currentIndex().row(), 0); // who reads keeps their place
}

/// Air-gap, by parcels alone: files are claimed, come with their pictures, are decided, and both agree afterwards.
void TestSyncDesktop::whatGoesByFileEndsAsOverTheLine()
{
    m_server->kill();
    QCOMPARE(m_a->mine(), std::int64_t(0));
    SyncPage &page = *m_a->desktop().syncPage();
    m_a->desktop().window().showPage(u"sync"_s);
    page.showTab(u"parcels"_s);
    page.findChild<QLineEdit *>(u"parcelPassphrase"_s)->setText(u"一个够长的离线包口令123"_s);
    const QString key = page.findChild<QLabel *>(u"parcelKey"_s)->text().section(u'\n', -1);
    const QString there = m_folder.filePath(u"there.zsbp"_s);
    const QString back = m_folder.filePath(u"back.zsbp"_s);
    std::optional<Done> written;
    std::optional<Result<ParcelNews>> taken;
    std::size_t previews = 0;
    const QObject context;
    connect(&m_a->session(), &SyncSession::parcelWritten, &context, [&written](const Done &done) { written = done; });
    connect(&m_a->session(), &SyncSession::parcelTaken, &context,
            [&taken](const Result<ParcelNews> &news) { taken = news; });
    connect(&m_a->session(), &SyncSession::previewed, &context, [&previews] { ++previews; });
    const auto answer = [&](const QString &login) {
        QProcess process;
        process.start(QStringLiteral(ZSB_SERVER), {u"parcel"_s, there, u"--to"_s, back, u"--sender"_s, key,
                                                   u"--login"_s, login, u"--data"_s, m_server->folder()});
        process.write(u"一个够长的离线包口令123\n"_s.toUtf8());
        process.closeWriteChannel();
        return process.waitForFinished(deskPatience) ? process.exitCode() : -1;
    };
    const auto carry = [&] {
        written.reset();
        taken.reset();
        m_a->desktop().window().showPage(u"sync"_s);
        m_a->choosePath(there);
        m_a->desktop().actions().action("sync.export")->trigger();
        if (!QTest::qWaitFor([&] { return written.has_value(); }, deskPatience) || !*written ||
            answer(m_first.user) != 0)
            return false;
        m_a->choosePath(back);
        m_a->desktop().actions().action("sync.import")->trigger();
        return QTest::qWaitFor([&] { return taken.has_value(); }, deskPatience) && taken->has_value();
    };

    auto *count = page.findChild<QSpinBox *>(u"parcelCount"_s);
    count->setValue(2);
    page.findChild<QCheckBox *>(u"parcelPreviews"_s)->click();
    QVERIFY(carry());
    QVERIFY2(answer(m_second.user) != 0, "a parcel is of the login it is answered for, and of nobody else");
    QTRY_COMPARE_WITH_TIMEOUT(m_a->mine(), std::int64_t(2), deskPatience);
    QVERIFY(taken->value().files > 0 && taken->value().previews > 0);
    QCOMPARE(taken->value().lacks, 0);
    QVERIFY(m_a->hasPictures());
    QTRY_VERIFY_WITH_TIMEOUT(previews > 0, deskPatience);
    QVERIFY(page.findChild<QLabel *>(u"parcelSaid"_s)->text().contains(u"收到图片"_s));

    const auto mine = claimedFiles(m_a->store(), m_a->desktop().reviewer(), systemClock()());
    QVERIFY(mine);
    const ApplicationId approved = mine->front().id;
    const ApplicationId refused = mine->back().id;
    for (const ApplicationId &id : {approved, refused}) // what was read ahead of them may be of before the parcel
        QTRY_VERIFY_WITH_TIMEOUT(
            m_a->open(id) && m_a->review().file().state.revision == m_a->store().state(id)->revision, deskPatience);
    QVERIFY2(m_a->approve(approved), qPrintable(m_a->review().obstacles()));
    QVERIFY(m_a->refuse(refused));
    const Instant heldUntil = m_a->store().state(refused)->decisions.back().heldUntil;
    QTRY_VERIFY_WITH_TIMEOUT(systemClock()() > heldUntil, deskPatience);
    count->setValue(0);
    QVERIFY(carry());
    QTRY_COMPARE_WITH_TIMEOUT(m_a->session().status().ops.waiting(), std::int64_t(0), deskPatience);
    QCOMPARE(m_a->mine(), std::int64_t(0));
    QCOMPARE(m_a->session().status().ops.answered.count("stale"), std::size_t(0));
    QVERIFY(serveAgain());
    QVERIFY(m_a->allSent());
    QVERIFY(m_a->reconciles());
    QCOMPARE(m_a->store().state(approved)->decisions.size(), std::size_t(1));
}

void TestSyncDesktop::withoutTheServiceThePasswordAloneOpensIt()
{
    const QString folder = m_folder.filePath(u"a"_s);
    m_a.reset();
    m_b.reset();
    m_server->kill();
    const auto again = [&](Clock clock) {
        m_a = std::make_unique<OfficeDesktop>(folder, std::move(clock));
        return bool(m_a->desktop().start()) &&
               QTest::qWaitFor([&] { return m_a->part<QPushButton>("signInOffline") != nullptr; }, deskPatience);
    };
    QVERIFY(again(systemClock()));
    QVERIFY2(m_a->desktop().season() == nullptr, "nobody sees anything before they said who they are");
    m_a->typeSecrets({m_first.user, u"wrong"_s, m_first.totp}, systemClock()());
    m_a->part<QPushButton>("signInOffline")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_a->part<QLabel>("signInSaid")->text().contains(u"密码不对"_s), deskPatience);
    const QSignalSpy opened(&m_a->desktop(), &Desktop::seasonOpened);
    m_a->typeSecrets(m_first, systemClock()());
    m_a->part<QPushButton>("signInOffline")->click();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, deskPatience);
    QCOMPARE(m_a->files(), std::int64_t(people));
    QVERIFY(m_a->desktop().sync()->offlineUntil());
    m_a.reset();

    const auto later = [](std::chrono::hours hours) -> Clock {
        return [hours, clock = systemClock()] { return clock() + hours; };
    };
    m_a = std::make_unique<OfficeDesktop>(folder, later(std::chrono::hours(24 * 7 + 1)));
    QVERIFY(m_a->desktop().start());
    QTRY_VERIFY_WITH_TIMEOUT(m_a->part<QLabel>("signInSaid") &&
                                 m_a->part<QLabel>("signInSaid")->text().contains(u"不能离线登录"_s),
                             deskPatience);
    QVERIFY(!m_a->part<QPushButton>("signInOffline"));
}

/// `./dev run`: what packaging/trial writes is enough, and the sign-in is one key.
void TestSyncDesktop::aJoinFileEnrolsAndATrialSignsInByOneKey()
{
    m_a.reset();
    QVERIFY(serveAgain());
    const QString said = m_server->run({u"admin"_s, u"user"_s, u"add"_s, u"trial"_s, u"--role"_s, u"school"_s}).out;
    const QString code =
        QString::fromStdString(valueBehind(m_server->run({u"enrol"_s}).out, u"device code, once within a day"_s));
    static const QRegularExpression pairs(u"([0-9A-F]{2}:){31}[0-9A-F]{2}"_s);
    const auto write = [&](const QString &path, const QByteArray &text) {
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
               file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(text) == text.size();
    };
    const QString join = m_folder.filePath(u"join.json"_s);
    QVERIFY(write(join, u"{\"server\":\"localhost:%1\",\"fingerprint\":\"%2\",\"code\":\"%3\",\"device\":\"trial\"}"_s
                            .arg(QString::number(m_server->port()), pairs.match(m_server->said()).captured(), code)
                            .toUtf8()));
    QVERIFY(write(m_folder.filePath(u"trial/service/trial.json"_s),
                  u"{\"user\":\"trial\",\"password\":\"%1\",\"code_secret\":\"%2\"}"_s
                      .arg(QString::fromStdString(valueBehind(said, u"password"_s)),
                           QString::fromStdString(valueBehind(said, u"code secret"_s)))
                      .toUtf8()));
    for (const char *time : {"first", "again at once"}) {
        OfficeDesktop trial(m_folder.filePath(u"trial"_s), systemClock(), join);
        QVERIFY2(trial.desktop().start(), time);
        QTRY_VERIFY2_WITH_TIMEOUT(trial.part<QPushButton>("signInGo"), time, deskPatience);
        const QSignalSpy opened(&trial.desktop(), &Desktop::seasonOpened);
        QTest::keyClick(trial.part<QPushButton>("signInGo"), Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(opened.size() == 1, time, deskPatience);
        QTRY_COMPARE_WITH_TIMEOUT(trial.files(), std::int64_t(people), deskPatience);
        QVERIFY(!trial.desktop().season()->demo);
    }
}

/// docs/api/README.md, Sessions: the service asks, the dialog shows it, the answer lets the password be tried.
void TestSyncDesktop::afterThreeFailuresAQuestionIsAnsweredFirst()
{
    const StaffSecrets who = addStaff(*m_server, u"hasty"_s, u"孙初审"_s, {u"school"_s});
    OfficeDesktop desk(m_folder.filePath(u"hasty"_s));
    QVERIFY(desk.enrol(*m_server));
    for (int i = 0; i < 4; ++i) {
        QVERIFY(!desk.part<QLineEdit>("signInAnswer"));
        desk.typeSecrets({who.user, u"wrong"_s, who.totp}, systemClock()());
        desk.part<QPushButton>("signInGo")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.part<QLineEdit>("signInCode")->text().isEmpty(), deskPatience);
    }
    QVERIFY(desk.part<QLineEdit>("signInAnswer"));
    const QStringList sum = desk.part<QLabel>("signInQuestion")->text().split(u" + "_s);
    desk.part<QLineEdit>("signInAnswer")->setText(QString::number(sum.value(0).toInt() + sum.value(1).toInt()));
    QVERIFY(desk.signIn(who));
}

void TestSyncDesktop::cleanupTestCase()
{
    m_a.reset();
    m_b.reset();
    m_server.reset();
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestSyncDesktop)
#include "tst_syncdesktop.moc"
