#include "tests/e2e/serverprocess.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Nobody's work waits for the service, with nothing but processes: what `./dev run` starts, a desktop that signs in,
/// takes a hundred files, goes on with the service killed, and agrees with it once it is back.
class TestTrial : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void withItsServiceKilledTheDesktopGoesOnAndBothAgreeAfterwards();
    void onlyATrialIsWalkedThrough();
    void aTrialThatWasUsedIsNotMadeAgain();
    void aTrialThatIsOpenIsLeftAlone();
    void withoutItsWordsItSaysHowItIsUsed();

private:
    [[nodiscard]] QStringList walk() const { return {u"--walk"_s, m_folder.filePath(u"walk"_s)}; }
    /// Until the desktop has said so.
    [[nodiscard]] bool hears(QProcess &trial, const QByteArray &words);

    static constexpr int patienceMs = 240'000;

    QTemporaryDir m_folder;
    QByteArray m_said;
    pid_t m_group = 0; ///< of all that the trial started
};

void TestTrial::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"share"_s).toUtf8());
    if (testsPostgres())
        qputenv("ZSB_SERVER_DB", QByteArray::fromStdString(freshDatabase(m_folder.path())));
}

/// Whatever a failure left: who is killed takes nobody along.
void TestTrial::cleanup()
{
    if (m_group > 0)
        ::kill(-m_group, SIGKILL);
    m_group = 0;
}

bool TestTrial::hears(QProcess &trial, const QByteArray &words)
{
    while (!m_said.contains(words)) {
        if (!trial.waitForReadyRead(patienceMs))
            return false;
        m_said += trial.readAllStandardOutput();
    }
    return true;
}

void TestTrial::withItsServiceKilledTheDesktopGoesOnAndBothAgreeAfterwards()
{
    const QString place = m_folder.filePath(u"trial"_s);
    QProcess trial;
    trial.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    trial.setChildProcessModifier([] { ::setpgid(0, 0); });
    trial.start(QStringLiteral(ZSB_SOURCE_DIR "/packaging/trial"),
                QStringList{QFileInfo(QStringLiteral(ZSB_PROGRAM)).path(), place} + walk());
    m_group = pid_t(trial.processId());
    QVERIFY2(hears(trial, "100 taken\n"), m_said.constData());
    qint64 service = 0;
    QString host;
    QString program;
    QVERIFY(QLockFile(place + u"/server/zsb.lock"_s).getLockInfo(&service, &host, &program));
    QCOMPARE(::kill(pid_t(service), SIGKILL), 0);
    QVERIFY2(hears(trial, "3 decided\n"), m_said.constData());
    QVERIFY2(!m_said.contains("sent\n"), "to nobody");

    QFile port(place + u"/port"_s);
    QVERIFY(port.open(QIODevice::ReadOnly));
    ServerProcess again(place + u"/server"_s);
    QVERIFY(again.start({u"--listen"_s, u"127.0.0.1:"_s + QString::fromUtf8(port.readAll().trimmed())}));
    QVERIFY(trial.waitForFinished(patienceMs));
    m_said += trial.readAllStandardOutput();
    QVERIFY2(trial.exitStatus() == QProcess::NormalExit && trial.exitCode() == 0, m_said.constData());
    QVERIFY2(m_said.contains("agreed on "), m_said.constData());
    QCOMPARE(again.run({u"verify-log"_s}).code, 0);
}

/// Files of an office are decided by people.
void TestTrial::onlyATrialIsWalkedThrough()
{
    const QString office = m_folder.filePath(u"office"_s);
    QVERIFY(QDir().mkpath(office + u"/service"_s));
    const QStringList words{u"--data-dir"_s, office, u"--join"_s, m_folder.filePath(u"trial/join.json"_s)};
    QCOMPARE(QProcess::execute(QStringLiteral(ZSB_PROGRAM), words + walk()), 2);
    QVERIFY(QDir(office + u"/service"_s).isEmpty());
}

/// Those of earlier versions have no note that they were made to the end, but people have joined them.
void TestTrial::aTrialThatWasUsedIsNotMadeAgain()
{
    const QString place = m_folder.filePath(u"earlier"_s);
    QVERIFY(QDir().mkpath(place + u"/server"_s));
    for (const QString &name : {u"/join.json"_s, u"/server/zsb.db"_s}) {
        QFile file(place + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QStringList words{m_folder.filePath(u"no-programs"_s), place};
    QCOMPARE(QProcess::execute(QStringLiteral(ZSB_SOURCE_DIR "/packaging/trial"), words), 1);
    QVERIFY(QFile::exists(place + u"/server/zsb.db"_s));
    QVERIFY(QFile::exists(place + u"/join.json"_s));
}

/// Two at once would share a service, and each end it for the other.
void TestTrial::aTrialThatIsOpenIsLeftAlone()
{
    const QString place = m_folder.filePath(u"open"_s);
    QVERIFY(QDir().mkpath(place));
    const QString both = u"exec 9>\"$1/open\"; flock 9; \"$0\" /nowhere \"$1\" 9>&-"_s;
    QCOMPARE(QProcess::execute(u"bash"_s, {u"-c"_s, both, QStringLiteral(ZSB_SOURCE_DIR "/packaging/trial"), place}),
             1);
    QCOMPARE(QDir(place).entryList(QDir::Files), QStringList{u"open"_s});
}

void TestTrial::withoutItsWordsItSaysHowItIsUsed()
{
    QCOMPARE(QProcess::execute(QStringLiteral(ZSB_SOURCE_DIR "/packaging/trial"), {m_folder.path()}), 2);
}

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_trial.moc"
