#include "core/storage/seasonkeys.h"
#include "tests/support/traces.h"

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

/// Issue §6: "PII at rest by field AEAD ... A forensic test greps database, WAL, blobs, temp and logs for planted PII:
/// none." People and their pictures, for the desktop as a process of its own, with the real service: while it is killed
/// in the middle of its work, and after it has taken, decided, sent, compared and ended; and for the service itself.
class TestDeskForensics : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedInTheMiddleItLeavesNothingReadable();
    void afterAWholeDaysWorkNothingReadableIsLeft();
    void cleanup();

private:
    /// A trial on its way, with its own home, temporary folder and log.
    void start(QProcess &trial);
    [[nodiscard]] bool hears(QProcess &trial, const QByteArray &words);
    [[nodiscard]] bool readPlanted();
    [[nodiscard]] QStringList tracesLeft() const;

    static constexpr int patienceMs = 240'000;

    QTemporaryDir m_folder;
    QString m_place = m_folder.filePath(u"trial"_s);
    QStringList m_planted;
    QByteArray m_said;
    pid_t m_group = 0; ///< of all that the trial started
};

void TestDeskForensics::initTestCase()
{
    QVERIFY(m_folder.isValid());
    for (const QString &name : {u"tmp"_s, u"home"_s, u"log"_s})
        QVERIFY(QDir().mkpath(m_folder.filePath(name)));
}

/// Whatever a failure left.
void TestDeskForensics::cleanup()
{
    if (m_group > 0)
        ::kill(-m_group, SIGKILL);
    m_group = 0;
}

void TestDeskForensics::start(QProcess &trial)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, m_folder.filePath(u"tmp"_s));
    for (const QString &home : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.insert(home, m_folder.filePath(u"home"_s));
    trial.setProcessEnvironment(environment);
    trial.setStandardErrorFile(m_folder.filePath(u"log/stderr.txt"_s), QIODevice::Append);
    trial.setChildProcessModifier([] { ::setpgid(0, 0); });
    trial.start(QStringLiteral(ZSB_SOURCE_DIR "/packaging/trial"),
                {QFileInfo(QStringLiteral(ZSB_PROGRAM)).path(), m_place, u"--walk"_s, m_folder.filePath(u"walk"_s)});
    m_group = pid_t(trial.processId());
    m_said.clear();
}

bool TestDeskForensics::hears(QProcess &trial, const QByteArray &words)
{
    while (!m_said.contains(words)) {
        if (!trial.waitForReadyRead(patienceMs))
            return false;
        m_said += trial.readAllStandardOutput();
    }
    return true;
}

/// Name, document and phone of everybody in the table the service was filled from.
bool TestDeskForensics::readPlanted()
{
    QFile table(m_place + u"/source/season.csv"_s);
    if (!table.open(QIODevice::ReadOnly))
        return false;
    const QStringList lines = QString::fromUtf8(table.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList header = QString(lines.first()).remove(QChar(0xfeff)).split(u',');
    const qsizetype name = header.indexOf(u"name"_s);
    const qsizetype number = header.indexOf(u"document_number"_s);
    const qsizetype phone = header.indexOf(u"phone"_s);
    if (name < 0 || number < name || phone < number)
        return false;
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(u',');
        if (cells.size() > phone) {
            m_planted << cells.at(number) << cells.at(phone);
            if (cells.at(name).size() > 2) // two characters may stand in a word of the program
                m_planted << cells.at(name);
        }
    }
    m_planted.removeIf([](const QString &text) { return text.size() < 3; });
    return m_planted.size() > lines.size();
}

QStringList TestDeskForensics::tracesLeft() const
{
    const Traces traces(m_planted);
    QStringList found;
    for (const QString &folder : {m_place + u"/desk"_s, m_place + u"/server"_s, m_folder.filePath(u"tmp"_s),
                                  m_folder.filePath(u"home"_s), m_folder.filePath(u"log"_s)})
        found += traces.below(folder) + picturesBelow(folder);
    return found;
}

void TestDeskForensics::killedInTheMiddleItLeavesNothingReadable()
{
    QProcess trial;
    start(trial);
    QVERIFY2(hears(trial, " taken\n"), m_said.constData());
    const QString season = m_place + u"/desk/service"_s;
    qint64 desk = 0;
    QString host;
    QString program;
    QVERIFY(QLockFile(season + u"/zsb.lock"_s).getLockInfo(&desk, &host, &program));
    QCOMPARE(::kill(pid_t(desk), SIGKILL), 0);
    QVERIFY(trial.waitForFinished(patienceMs));
    QVERIFY2(isSealedSeason(season.toStdString()), "the season of an enrolled desktop has keys");
    QVERIFY(QFile::exists(season + u"/zsb.db-wal"_s));
    QVERIFY(QDir(season + u"/blobs"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1);
    QVERIFY(readPlanted());
    QVERIFY2(!Traces(m_planted).below(m_place + u"/source"_s).isEmpty(), "the search finds what is there");
    QVERIFY2(!picturesBelow(m_place + u"/source"_s).isEmpty(), "and pictures");
    QVERIFY(QDir(m_place + u"/server/blobs"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1);
    QCOMPARE(tracesLeft(), QStringList());
}

void TestDeskForensics::afterAWholeDaysWorkNothingReadableIsLeft()
{
    QProcess trial;
    start(trial);
    QVERIFY(trial.waitForFinished(patienceMs));
    m_said += trial.readAllStandardOutput();
    if (QFile log(m_folder.filePath(u"log/stderr.txt"_s)); log.open(QIODevice::ReadOnly))
        m_said += log.readAll();
    QVERIFY2(trial.exitStatus() == QProcess::NormalExit && trial.exitCode() == 0, m_said.constData());
    QVERIFY2(m_said.contains("3 decided\n") && m_said.contains("agreed on "), m_said.constData());
    QCOMPARE(tracesLeft(), QStringList());
}

QTEST_GUILESS_MAIN(TestDeskForensics)
#include "tst_deskforensics.moc"
