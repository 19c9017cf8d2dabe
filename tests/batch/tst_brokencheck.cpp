#include "tests/batch/tablechecks.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// Checks that did not come to their end, by a signal, a kill or a table that went away, and how they go on.
class TestBrokenCheck : public QObject
{
    Q_OBJECT

private slots:
    void aStoppedCheckSaysSo();
    void anInterruptedCheckGoesOnToTheSameBytes_data();
    void anInterruptedCheckGoesOnToTheSameBytes();
    void aTableCutWhileItIsCheckedIsNotComplete();
    void aReportOfAnotherCheckIsNotGoneOnWith();
    void whatIsNoBrokenReportIsRefused_data();
    void whatIsNoBrokenReportIsRefused();

private:
    TableChecks m_table;
};

void TestBrokenCheck::aStoppedCheckSaysSo()
{
    std::stop_source stop;
    stop.request_stop();
    const auto lines = m_table.check(m_table.optionsFor(m_table.write(u"stop.csv"_s, "application_no,phone\nN1,1\n")),
                                     stop.get_token());
    QVERIFY(!lines.isEmpty());
    QVERIFY(!lines.last()[u"totals"_s].toObject()[u"complete"_s].toBool(true));
}

void TestBrokenCheck::anInterruptedCheckGoesOnToTheSameBytes_data()
{
    QTest::addColumn<bool>("killed");
    QTest::addColumn<int>("cut");
    QTest::newRow("interrupted") << false << 0;
    QTest::newRow("killed after the summary") << true << 1;
    QTest::newRow("killed inside a line") << true << 50;
    QTest::newRow("killed between lines") << true << 100;
}

void TestBrokenCheck::anInterruptedCheckGoesOnToTheSameBytes()
{
    QFETCH(bool, killed);
    QFETCH(int, cut);
    BatchOptions options = m_table.optionsFor(m_table.writeSeason(u"long.csv"_s, 20'000));
    QVERIFY(!m_table.check(options).isEmpty());
    const QByteArray whole = m_table.bytesOf(u"report.jsonl"_s);
    if (killed) {
        const qsizetype summary = whole.indexOf('\n') + 1;
        const qsizetype line = whole.indexOf('\n', whole.size() / 2) + 1;
        const qsizetype kept = cut == 1 ? summary : cut == 50 ? line + 7 : line;
        QVERIFY(!m_table.write(u"report.jsonl"_s, whole.left(kept)).isEmpty());
    } else {
        std::stop_source stop;
        options.progress = [&stop](BatchPhase phase, std::int64_t, std::int64_t) {
            if (phase == BatchPhase::Checking)
                stop.request_stop();
        };
        const auto lines = m_table.check(options, stop.get_token());
        const QJsonObject totals = lines.last()[u"totals"_s].toObject();
        QVERIFY(totals[u"interrupted"_s].toBool());
        QVERIFY(totals[u"checked"_s].toInt() > 0 && totals[u"checked"_s].toInt() < 20'000);
    }
    const std::string path = m_table.path(u"report.jsonl"_s).toStdString();
    const Result<BrokenReport> broken = readBrokenReport(path);
    QVERIFY2(broken.has_value(), broken ? "" : broken.error().detail.c_str());
    BatchOptions again = m_table.optionsFor(m_table.path(u"long.csv"_s));
    again.resume = *broken;
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*reopenReport(*broken)));
    const auto totals = checkTable(m_table.book(), again, reports);
    QVERIFY(totals && totals->complete && totals->addsUp());
    reports.clear();
    QVERIFY(m_table.bytesOf(u"report.jsonl"_s) == whole);
}

void TestBrokenCheck::aTableCutWhileItIsCheckedIsNotComplete()
{
    const QString input = m_table.writeSeason(u"cut.csv"_s, 60'000);
    BatchOptions options = m_table.optionsFor(input);
    bool isCut = false;
    options.progress = [&](BatchPhase phase, std::int64_t, std::int64_t) {
        if (phase == BatchPhase::Checking && !std::exchange(isCut, true))
            QVERIFY(QFile::resize(input, QFileInfo(input).size() / 2));
    };
    const auto lines = m_table.check(options);
    QVERIFY(isCut);
    const QJsonObject totals = lines.last()[u"totals"_s].toObject();
    QVERIFY(!totals[u"complete"_s].toBool());
    QVERIFY(totals[u"checked"_s].toInt() < 60'000);
    QCOMPARE(lines.at(lines.size() - 2)[u"rule"_s].toString(), u"input.broken-off"_s);
}

void TestBrokenCheck::aReportOfAnotherCheckIsNotGoneOnWith()
{
    BatchOptions options = m_table.optionsFor(m_table.write(u"one.csv"_s, "application_no,phone\nN1,1\n"));
    QVERIFY(!m_table.check(options).isEmpty());
    const QByteArray whole = m_table.bytesOf(u"report.jsonl"_s);
    const QByteArray half = whole.left(whole.indexOf('\n') + 1);
    const QString path = m_table.write(u"half.jsonl"_s, half);
    const auto broken = readBrokenReport(path.toStdString());
    QVERIFY(broken);
    options = m_table.optionsFor(m_table.write(u"one.csv"_s, "application_no,phone\nN1,2\n"));
    options.resume = *broken;
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*reopenReport(*broken)));
    QCOMPARE(checkTable(m_table.book(), options, reports).error().code, ErrorCode::Conflict);
    reports.clear();
    QCOMPARE(m_table.bytesOf(u"half.jsonl"_s), half);
}

void TestBrokenCheck::whatIsNoBrokenReportIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray() << int(ErrorCode::Invalid);
    QTest::newRow("half a summary") << QByteArray("{\"summary\":{\"pack\"") << int(ErrorCode::Invalid);
    QTest::newRow("another file") << QByteArray("a,b\n1,2\n") << int(ErrorCode::Invalid);
    QTest::newRow("rows backwards") << QByteArray("{\"summary\":{\"pack\":\"p\"}}\n{\"row\":3}\n{\"row\":2}\n")
                                    << int(ErrorCode::Invalid);
    QTest::newRow("complete") << QByteArray("{\"summary\":{\"pack\":\"p\"}}\n{\"totals\":{\"complete\":true}}\n")
                              << int(ErrorCode::Conflict);
}

void TestBrokenCheck::whatIsNoBrokenReportIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const auto broken = readBrokenReport(m_table.write(u"bad.jsonl"_s, content).toStdString());
    QVERIFY(!broken);
    QCOMPARE(int(broken.error().code), code);
}

QTEST_GUILESS_MAIN(TestBrokenCheck)
#include "tst_brokencheck.moc"
