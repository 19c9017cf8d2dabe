#include "app/desktop/sealedseason.h"
#include "app/desktop/secretsholder.h"
#include "app/desktop/serviceseason.h"
#include "core/storage/seasonkeys.h"
#include "core/storage/syncpeer.h"
#include "tests/support/patience.h"
#include "tests/support/traces.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/workfile.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// A computer that is enrolled keeps its season sealed (issue §6), and says what to do when the key is not to be had.
class TestSealedDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theKeyLiesBesideTheFolderAndOpensIt();
    void whoeverOnlyReadsAsksForTheKeyToo();
    void withoutItsKeyNothingIsOpenedAndNothingMade();
    void withoutItsRingNothingIsWrittenInClear();
    void aKeyThatOthersReadIsNotUsed();
    void aLockedKeychainIsSaidAsThat();
    void nobodyWaitsForAKeychainForEver();
    void anEnrolmentThatFailsLeavesNoKey();
    void aSeasonInClearIsNotSealedByAnEnrolment();
    void whatIsPackedForAStickLiesSealedInTheFolder();

private:
    /// Something that may not run on the GUI thread.
    template<typename Work>
    auto elsewhere(Work work)
    {
        using Value = std::invoke_result_t<Work &>;
        std::optional<Value> value;
        QObject context;
        m_tasks.run(
            &context, [&work](const TaskContext &) { return work(); }, [&value](Value got) { value = std::move(got); });
        if (!QTest::qWaitFor([&] { return value.has_value(); }, testPatience))
            qFatal("it did not end");
        return *std::move(value);
    }
    [[nodiscard]] Done makeSeason();
    [[nodiscard]] QString keyFile() const;
    /// What the first page says once the desktop could not open the season.
    [[nodiscard]] QString problem();
    /// Bytes of the database, to see that nobody touched it.
    [[nodiscard]] QByteArray database() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_season;
    std::shared_ptr<Secrets> m_secrets;
    NoPrompts m_prompts;
    TaskRunner m_tasks;
};

namespace {

/// A keychain somebody has locked, or that never answers.
class ShutSecrets : public Secrets
{
public:
    explicit ShutSecrets(std::optional<Error> answer) : m_answer(std::move(answer)) {}
    void load(const QString &, QObject *, OnLoaded then) override
    {
        if (m_answer)
            then(*m_answer);
    }
    void keep(const QString &, const std::string &, QObject *, OnKept then) override
    {
        if (m_answer)
            then(*m_answer);
    }
    void forget(const QString &, QObject *, OnKept then) override
    {
        if (m_answer)
            then(*m_answer);
    }

private:
    std::optional<Error> m_answer;
};

const std::string name = "呼和塔娜";

} // namespace

void TestSealedDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-sealeddesktop"_s);
}

void TestSealedDesktop::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_season = m_folder->filePath(u"service"_s);
    m_secrets = std::make_shared<FileSecrets>(m_season, secureRandom());
}

Done TestSealedDesktop::makeSeason()
{
    Enrolment enrolment;
    enrolment.server = "https://localhost:9";
    enrolment.serverKey = "a2V5";
    enrolment.certificate = "certificate";
    return elsewhere([&] {
        SecretsHolder holder(m_secrets, m_tasks, {});
        return makeServiceSeason(m_season, enrolment, holder, systemClock()());
    });
}

QString TestSealedDesktop::keyFile() const
{
    const QDir keys(m_season + u".keys"_s);
    const QStringList names = keys.entryList({u"season-*"_s}, QDir::Files);
    return names.size() == 1 ? keys.filePath(names.first()) : QString();
}

QString TestSealedDesktop::problem()
{
    DesktopOptions options = chineseDesktop();
    options.dataFolder = m_season;
    Desktop desktop(*qApp, options, m_prompts, systemClock());
    const QSignalSpy failed(&desktop, &Desktop::failed);
    const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
    if (!desktop.start() || !QTest::qWaitFor([&] { return failed.size() == 1; }, testPatience))
        return u"it did not fail"_s;
    if (!opened.isEmpty() || desktop.season() || desktop.gate())
        return u"something was opened"_s;
    const auto *said = desktop.window().findChild<QLabel *>(u"welcomeProblem"_s);
    return said ? said->text() : QString();
}

QByteArray TestSealedDesktop::database() const
{
    QFile file(m_season + u"/zsb.db"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSealedDesktop::theKeyLiesBesideTheFolderAndOpensIt()
{
    const Done made = makeSeason();
    QVERIFY2(made, made ? "" : made.error().detail.c_str());
    QVERIFY(isSealedSeason(m_season.toStdString()));
    QVERIFY(readEnrolment(m_season)->sealed);
    QVERIFY(!keyFile().isEmpty());
    const QFile::Permissions user = QFile::ReadUser | QFile::WriteUser | QFile::ExeUser; // whatever runs this
    QCOMPARE(QFile::permissions(keyFile()) & ~user, QFile::ReadOwner);
    const auto codec = elsewhere([&] { return seasonCodec(m_season, SecretsHolder(m_secrets, m_tasks, {})); });
    QVERIFY(codec && *codec && (*codec)->conceals());
    const auto store = Store::openReadOnly({.folder = m_season.toStdString(), .codec = *codec});
    QVERIFY(store);
    QCOMPARE((*readPeer((*store)->database()))->server, std::string("https://localhost:9"));
}

void TestSealedDesktop::whoeverOnlyReadsAsksForTheKeyToo()
{
    QVERIFY(makeSeason());
    std::unique_ptr<Season> season;
    SeasonDoor door(
        m_tasks, [](const QString &) { return *openRuleBook(defaultPack()); }, systemClock(),
        [this](const QString &) { return m_secrets; },
        [&season](std::unique_ptr<Season> opened, SeasonDoor::Way) { season = std::move(opened); });
    QVERIFY(elsewhere([&] {
        return prepareSeason({m_season, *seasonCodec(m_season, SecretsHolder(m_secrets, m_tasks, {}))},
                             **openRuleBook(defaultPack()), {});
    }));
    door.openForReading(m_season);
    QTRY_VERIFY_WITH_TIMEOUT(season, testPatience);
    QVERIFY(!season->writer && season->store->codec().conceals());
}

void TestSealedDesktop::withoutItsKeyNothingIsOpenedAndNothingMade()
{
    QVERIFY(makeSeason());
    const QByteArray before = database();
    QVERIFY(QFile::remove(keyFile()));
    const QString said = problem();
    QVERIFY2(said.contains(u"加密存放"_s) && said.contains(u"service.keys"_s) && said.contains(u"重新连接服务器"_s),
             qPrintable(said));
    QCOMPARE(database(), before);
    QVERIFY(keyFile().isEmpty());
}

void TestSealedDesktop::withoutItsRingNothingIsWrittenInClear()
{
    QVERIFY(makeSeason());
    const QByteArray before = database();
    QVERIFY(QFile::remove(m_season + u"/season.keys"_s));
    const QString said = problem();
    QVERIFY2(said.contains(u"season.keys"_s), qPrintable(said));
    QCOMPARE(database(), before);
}

void TestSealedDesktop::aKeyThatOthersReadIsNotUsed()
{
    QVERIFY(makeSeason());
    QVERIFY(QFile::setPermissions(keyFile(), QFile::ReadOwner | QFile::ReadOther));
    const QString said = problem();
    QVERIFY2(said.contains(u"0400"_s), qPrintable(said));
}

void TestSealedDesktop::aLockedKeychainIsSaidAsThat()
{
    QVERIFY(makeSeason());
    const auto shut = std::make_shared<ShutSecrets>(Error{ErrorCode::Unreachable, "locked"});
    SeasonDoor door(
        m_tasks, [](const QString &) { return *openRuleBook(defaultPack()); }, systemClock(),
        [&shut](const QString &) { return shut; },
        [](std::unique_ptr<Season>, SeasonDoor::Way) { QFAIL("opened without a key"); });
    QSignalSpy keyless(&door, &SeasonDoor::keyless);
    door.open(m_season, SeasonDoor::Way::Open);
    QTRY_COMPARE_WITH_TIMEOUT(keyless.size(), 1, testPatience);
    QCOMPARE(keyless.first().at(1).value<Error>().code, ErrorCode::Unreachable);
    door.openForReading(m_season);
    QTRY_COMPARE_WITH_TIMEOUT(keyless.size(), 2, testPatience);
}

/// A keychain may ask its user for a passphrase; whoever leaves meanwhile is not held.
void TestSealedDesktop::nobodyWaitsForAKeychainForEver()
{
    std::optional<Result<Key>> loaded;
    QObject context;
    Task task = m_tasks.run(
        &context,
        [this, secrets = std::make_shared<ShutSecrets>(std::nullopt)](const TaskContext &running) {
            return SecretsHolder(secrets, m_tasks, running.stop).load("season-1");
        },
        [&loaded](Result<Key> key) { loaded = std::move(key); });
    QTest::qWait(20);
    QVERIFY(!loaded);
    task.stop();
    QTRY_VERIFY_WITH_TIMEOUT(loaded, testPatience);
    QCOMPARE(loaded->error().code, ErrorCode::Cancelled);
}

void TestSealedDesktop::anEnrolmentThatFailsLeavesNoKey()
{
    QVERIFY(QDir().mkpath(m_season + u"/service.json"_s)); // cannot be written over
    QVERIFY(!makeSeason());
    QVERIFY(keyFile().isEmpty());
    QVERIFY(!isSealedSeason(m_season.toStdString()));
}

void TestSealedDesktop::aSeasonInClearIsNotSealedByAnEnrolment()
{
    QVERIFY(Store::open({.folder = m_season.toStdString()}));
    const Done made = makeSeason();
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Conflict);
    QVERIFY(!isSealedSeason(m_season.toStdString()) && !isEnrolled(m_season));
    QVERIFY(keyFile().isEmpty());
}

/// 离线包: what has to be whole before it is sealed for its receiver.
void TestSealedDesktop::whatIsPackedForAStickLiesSealedInTheFolder()
{
    QVERIFY(makeSeason());
    const auto codec = elsewhere([&] { return seasonCodec(m_season, SecretsHolder(m_secrets, m_tasks, {})); });
    const auto file = WorkFile::make(m_season.toStdString(), *codec);
    QVERIFY(file);
    std::string written;
    for (int i = 0; i < 50'000; ++i) // more than one piece
        written += name;
    QVERIFY((*file)->writer()(written.substr(0, 7)));
    QVERIFY((*file)->writer()(std::string_view(written).substr(7)));
    QVERIFY((*file)->rewind());
    QCOMPARE(test::Traces({QString::fromStdString(name)}).below(m_season), QStringList());
    std::string read;
    std::array<char, 10'000> part{};
    const ReadBytes reader = (*file)->reader();
    for (Result<std::size_t> got = reader(part); got && *got > 0; got = reader(part))
        read.append(part.data(), *got);
    QVERIFY(read == written);
}

} // namespace zsb

QTEST_MAIN(zsb::TestSealedDesktop)
#include "tst_sealeddesktop.moc"
