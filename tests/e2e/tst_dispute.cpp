#include "core/storage/chain.h"
#include "tests/e2e/servedseason.h"
#include "tests/e2e/trialdesk.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Issue §3 with nothing but processes: three `zsb` and a `zsb-server`, TLS between them. One takes a file, a second
/// one after the first's lease; they decide it differently without hearing of each other; the service makes a dispute
/// of it, a supervisor settles that, and every desktop shows the settled file and agrees with the service.
class TestDispute : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void twoWhoDecideDifferentlyAreSettledByASupervisor();

private:
    [[nodiscard]] QJsonArray disputes();

    static constexpr int people = 14;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<ServerClient> m_auditor; ///< asks the service itself
};

void TestDispute::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QVERIFY(serveTable(*m_server, freshDatabase(m_server->folder()), m_folder.filePath(u"source"_s), people));
    m_auditor = std::make_unique<ServerClient>(m_server->folder());
    m_auditor->goTo(m_server->port());
    const auto added = m_server->run({u"admin"_s, u"user"_s, u"add"_s, u"auditor"_s, u"--role"_s, u"supervisor"_s});
    QVERIFY(m_auditor->enrol(valueBehind(m_server->run({u"enrol"_s}).out, u"device code, once within a day"_s)));
    QVERIFY(m_auditor->signIn(added.out, systemClock()()));
}

QJsonArray TestDispute::disputes()
{
    const auto answer = m_auditor->ask("GET", "/v1/disputes");
    return answer ? QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object()["disputes"_L1].toArray()
                  : QJsonArray();
}

void TestDispute::twoWhoDecideDifferentlyAreSettledByASupervisor()
{
    TrialDesk first(*m_server, m_folder.path(), u"first"_s, u"school"_s);
    TrialDesk second(*m_server, m_folder.path(), u"second"_s, u"school"_s);
    QVERIFY(first.start());
    QVERIFY(second.start());
    const auto taken = first.obey(u"take 1"_s, u"taken "_s);
    QVERIFY(taken);
    const QString file = *taken;
    QVERIFY(first.obey(u"hand-back"_s, u"handed back"_s));
    QVERIFY(first.obey(u"pause"_s, u"paused"_s));
    QCOMPARE(second.obey(u"take 1"_s, u"taken "_s).value_or(QString()), file);
    QVERIFY(second.obey(u"pause"_s, u"paused"_s));
    QCOMPARE(first.obey(u"approve "_s + file, u"approve "_s).value_or(QString()), file);
    QCOMPARE(second.obey(u"return "_s + file, u"return "_s).value_or(QString()), file);
    QCOMPARE(disputes().size(), 0);

    QVERIFY(second.obey(u"resume"_s, u"resumed"_s) && second.obey(u"send"_s, u"sent"_s));
    QVERIFY(first.obey(u"resume"_s, u"resumed"_s) && first.obey(u"send"_s, u"sent"_s));
    for (TrialDesk *desk : {&first, &second})
        QCOMPARE(desk->obey(u"disputed "_s + file, u"disputed "_s).value_or(QString()), file);
    const QJsonArray open = disputes();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open[0]["decisions"_L1].toArray().size(), 1);
    QCOMPARE(open[0]["decisions"_L1][0]["judgement"_L1].toString(), u"return"_s);
    QCOMPARE(open[0]["contested"_L1].toArray().size(), 1);

    TrialDesk boss(*m_server, m_folder.path(), u"boss"_s, u"supervisor"_s);
    QVERIFY(boss.start());
    QVERIFY(boss.obey(u"disputed "_s + file, u"disputed "_s));
    QCOMPARE(boss.obey(u"approve "_s + file, u"approve "_s).value_or(QString()), file);
    QVERIFY(boss.obey(u"send"_s, u"sent"_s));
    const auto settled = boss.obey(u"settled "_s + file, u"settled "_s);
    QVERIFY(settled && *settled != file + u" disputed"_s);
    QCOMPARE(disputes().size(), 0);

    for (TrialDesk *desk : {&first, &second, &boss}) {
        QCOMPARE(desk->obey(u"settled "_s + file, u"settled "_s).value_or(QString()), *settled);
        QCOMPARE(desk->obey(u"compare"_s, u"agreed on "_s).value_or(QString()).toInt(), people);
        QCOMPARE(desk->end(), 0);
        QVERIFY(verifyLog(desk->folder().toStdString() + "/zsb.db")->isGood());
    }
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);
}

QTEST_MAIN(TestDispute) // demo people have drawn pictures
#include "tst_dispute.moc"
