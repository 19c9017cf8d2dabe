#include "core/storage/chain.h"
#include "core/storage/database.h"
#include "core/storage/store.h"
#include "tests/support/testpack.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;

/// Issue §5, U19: kill −9 at random points; nothing acknowledged is lost, the log is whole, the projections are those
/// of the log.
class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost();

private:
    /// Lets a writer acknowledge `lines` commands and kills it then, wherever it is.
    [[nodiscard]] bool writeAndKill(int round, int lines);
    [[nodiscard]] bool everyAcknowledgedCommandIsThere() const;

    QTemporaryDir m_folder;
    std::set<std::string> m_acknowledged;
};

bool TestKill::writeAndKill(int round, int lines)
{
    QProcess writer;
    writer.start(QStringLiteral(ZSB_KILLWRITER), {m_folder.path(), u"r%1"_s.arg(round)});
    QByteArray said;
    while (said.count('\n') < lines) {
        if (!writer.waitForReadyRead(10'000))
            return false;
        said += writer.readAllStandardOutput();
    }
    writer.kill();
    if (!writer.waitForFinished(10'000) || writer.exitStatus() != QProcess::CrashExit)
        return false;
    said += writer.readAllStandardOutput();
    said.truncate(said.lastIndexOf('\n') + 1);
    for (const QByteArray &line : said.split('\n')) {
        if (!line.isEmpty())
            m_acknowledged.insert(line.toStdString());
    }
    return true;
}

bool TestKill::everyAcknowledgedCommandIsThere() const
{
    const auto database = Database::open(m_folder.filePath(u"zsb.db"_s).toStdString(), Database::Access::ReadOnly);
    if (!database)
        return false;
    Result<Rows> rows = (*database)->run(u"SELECT DISTINCT command_id FROM events"_s);
    std::set<std::string> stored;
    while (rows && rows->next())
        stored.insert(rows->text(0));
    return std::includes(stored.begin(), stored.end(), m_acknowledged.begin(), m_acknowledged.end());
}

void TestKill::nothingAcknowledgedIsLost()
{
    const std::shared_ptr<const RuleBook> book = *RuleBook::bind(sharedNm2023());
    std::mt19937 random(42);
    for (int round = 0; round < 50; ++round) {
        QVERIFY2(writeAndKill(round, 1 + int(random() % 24)), qPrintable(u"round %1"_s.arg(round)));
        QVERIFY2(everyAcknowledgedCommandIsThere(), qPrintable(u"round %1"_s.arg(round)));
        const Result<LogVerdict> verdict = verifyLog(m_folder.filePath(u"zsb.db"_s).toStdString());
        QVERIFY(verdict);
        QVERIFY2(verdict->isGood(), faultId(verdict->fault).data());
    }
    const auto store = Store::open({.folder = m_folder.path().toStdString()});
    QVERIFY(store);
    const std::string digest = *(*store)->projectionDigest();
    QVERIFY((*store)->rebuild(*book));
    QCOMPARE(*(*store)->projectionDigest(), digest);
    QVERIFY(m_acknowledged.size() >= 300);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
