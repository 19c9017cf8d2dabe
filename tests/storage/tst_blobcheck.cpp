#include "core/storage/blobcheck.h"

#include "core/base/hash.h"
#include "tests/storage/storefixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// The bytes of what was handed in are those that were seen when it was decided: every file an event names is compared.
class TestBlobCheck : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyFileIsCountedOnce();
    void whatIsMissingOrChangedIsNamed();
    void aSeasonOfAServiceMayLackFiles();
    void aFileItHasToSendMayNotLack();
    void whatAccountsSpeakOfIsComparedToo();
    void whatNobodySpeaksOfIsComparedWhenAsked();
    void itStopsBetweenTwoFiles();

private:
    [[nodiscard]] Result<FilesVerdict> verify(const std::function<void(std::int64_t, std::int64_t)> &progress = {},
                                              const std::stop_token &stop = {}) const
    {
        return verifyBlobs(m_fixture->store->databasePath(), m_fixture->store->blobs(), m_fixture->usedCodec(),
                           progress, stop);
    }

    std::unique_ptr<StoreFixture> m_fixture;
    std::string m_replaced;
    std::string m_portrait;
    std::string m_shared;
};

/// Two people share a material; the portrait of one was handed in twice.
void TestBlobCheck::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    const auto put = [this](const char *bytes) { return *m_fixture->store->blobs().put(bytes); };
    m_replaced = put("first portrait");
    m_portrait = put("second portrait");
    m_shared = put("material");
    const auto commands = [this] {
        auto all = m_fixture->season({"app-1"}, {.number = "N-1", .portrait = m_replaced, .material = m_shared});
        Command again = all[3];
        again.id = {"again"};
        again.revision = int(all.size()) - 1;
        again.body = AttachPortrait{m_fixture->attachment({}, m_portrait)};
        all.back().revision = int(all.size());
        all.insert(all.end() - 1, again);
        return all;
    }();
    const auto answers = m_fixture->store->executeAll(commands, *m_fixture->book, m_fixture->now);
    QVERIFY(answers && std::holds_alternative<Executed>(answers->back()));
    QVERIFY(m_fixture->add(
        {"app-2"}, {.number = "N-2", .document = "11010519491231002X", .phone = "13800138001", .material = m_shared}));
}

void TestBlobCheck::everyFileIsCountedOnce()
{
    std::int64_t told = 0;
    const auto verdict = verify([&](std::int64_t done, std::int64_t total) {
        QCOMPARE(done, ++told);
        QCOMPARE(total, 3);
    });
    QVERIFY2(verdict, verdict ? "" : verdict.error().detail.c_str());
    QCOMPARE(verdict->files, 3);
    QCOMPARE(verdict->good, 3);
    QCOMPARE(told, 3);
    QVERIFY(verdict->isGood());
}

void TestBlobCheck::whatIsMissingOrChangedIsNamed()
{
    QVERIFY(QFile::remove(QString::fromStdString(m_fixture->store->blobs().path(m_replaced))));
    QFile changed(QString::fromStdString(m_fixture->store->blobs().path(m_shared)));
    QVERIFY(changed.open(QIODevice::ReadWrite) && changed.putChar('~'));
    changed.close();
    const auto verdict = verify();
    QVERIFY(verdict && verdict->isWhole() && !verdict->isGood());
    QCOMPARE(verdict->good, 1);
    QCOMPARE(verdict->bad.size(), std::size_t(2));
    for (const FilesVerdict::BadFile &bad : verdict->bad) {
        const bool isMissing = bad.sha256 == m_replaced;
        QVERIFY(isMissing || bad.sha256 == m_shared);
        QCOMPARE(bad.applicationNo, std::string("N-1"));
        QVERIFY(bad.fault != FilesVerdict::Fault::Missing || isMissing);
        QVERIFY(bad.fault == FilesVerdict::Fault::Missing || !isMissing);
    }
}

/// It fetches a file when somebody looks at it; one that is here and wrong is wrong all the same.
void TestBlobCheck::aSeasonOfAServiceMayLackFiles()
{
    const auto database = Database::open(m_fixture->store->databasePath(), Database::Access::ReadWrite);
    QVERIFY(database && (*database)->execute(u"INSERT INTO sync_peer VALUES (1, 's', 'e', 0, '', 0, '', 0, 0, 0)"_s));
    QVERIFY(QFile::remove(QString::fromStdString(m_fixture->store->blobs().path(m_portrait))));
    const auto verdict = verify();
    QVERIFY(verdict && verdict->isGood());
    QCOMPARE(verdict->waiting, 1);
    QCOMPARE(verdict->good, 2);
}

/// The service cannot give back what it never had.
void TestBlobCheck::aFileItHasToSendMayNotLack()
{
    const auto database = Database::open(m_fixture->store->databasePath(), Database::Access::ReadWrite);
    QVERIFY(database && (*database)->execute(u"INSERT INTO sync_peer VALUES (1, 's', 'e', 0, '', 0, '', 0, 0, 0)"_s));
    for (const std::string &sha256 : {m_portrait, m_shared})
        QVERIFY((*database)->execute(u"INSERT INTO sync_blob (sha256, bytes, arrived) VALUES (?, 1, ?)"_s,
                                     {sqlText(sha256), sqlInteger(sha256 == m_shared ? 1 : 0)}));
    for (const std::string &sha256 : {m_portrait, m_shared})
        QVERIFY(QFile::remove(QString::fromStdString(m_fixture->store->blobs().path(sha256))));
    const auto verdict = verify();
    QVERIFY(verdict && !verdict->isGood());
    QCOMPARE(verdict->waiting, 1);
    QCOMPARE(verdict->bad.size(), std::size_t(1));
    QCOMPARE(verdict->bad.front().sha256, m_portrait);
}

/// A1.1.5: the photograph an account was taken back on.
void TestBlobCheck::whatAccountsSpeakOfIsComparedToo()
{
    const auto database = Database::open(m_fixture->store->databasePath(), Database::Access::ReadWrite);
    const std::string evidence(64, 'e');
    QVERIFY(database && (*database)->execute(u"INSERT INTO account_history (id, account, at, kind, actor, role, "
                                             "evidence, other, note) VALUES ('1', 'a', 0, 'k', 'x', 'r', ?, '', ?)"_s,
                                             {sqlText(evidence), QByteArray("")}));
    const auto verdict = verify();
    QVERIFY(verdict && verdict->files == 4 && verdict->good == 3);
    QCOMPARE(verdict->bad.size(), std::size_t(1));
    QCOMPARE(verdict->bad.front().sha256, evidence);
    QVERIFY(verdict->bad.front().application.value.empty());
}

void TestBlobCheck::whatNobodySpeaksOfIsComparedWhenAsked()
{
    const BlobStore &blobs = m_fixture->store->blobs();
    const std::string early = *blobs.put("came before what speaks of it");
    QCOMPARE(verify()->files, 3);
    const auto every = [&] {
        return verifyBlobs(m_fixture->store->databasePath(), blobs, m_fixture->usedCodec(), {}, {}, Unnamed::Compared);
    };
    QVERIFY(every()->isGood() && every()->files == 4);
    QFile changed(QString::fromStdString(blobs.path(early)));
    QVERIFY(changed.open(QIODevice::ReadWrite) && changed.putChar('~'));
    changed.close();
    const auto verdict = every();
    QCOMPARE(verdict->bad.size(), std::size_t(1));
    QCOMPARE(verdict->bad.front().sha256, early);
}

void TestBlobCheck::itStopsBetweenTwoFiles()
{
    std::stop_source stop;
    const auto verdict = verify([&](std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token());
    QVERIFY(verdict && !verdict->isWhole() && !verdict->isGood());
    QCOMPARE(verdict->compared(), 1);
    QCOMPARE(verdict->files, 3);
    const auto none = verify({}, stop.get_token());
    QVERIFY(!none && none.error().code == ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestBlobCheck)
#include "tst_blobcheck.moc"
