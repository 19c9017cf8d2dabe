#include "core/exchange/xlsxwriter.h"
#include "tests/batch/tablechecks.h"

#include <QDir>
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
    void whatIsInterruptedTwiceGoesOnToTheSameBytes();
    void aTableCutWhileItIsCheckedIsNotComplete();
    void aCheckStoppedAtItsPicturesChecksNoRowAndSaysSo_data();
    void aCheckStoppedAtItsPicturesChecksNoRowAndSaysSo();
    void picturesAreCountedBeforeTheyAreLookedAt_data();
    void picturesAreCountedBeforeTheyAreLookedAt();
    void aReportOfAnotherCheckIsNotGoneOnWith();
    void anotherFolderOfFilesIsAnotherCheck();
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

namespace {

/// Rows that name a portrait of their own each, and one page all together.
QByteArray tableWithPictures(int rows)
{
    QByteArray csv = "application_no,phone,portrait,materials\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        csv += "N" + number + "," + QByteArray::number(13800000000LL + i) + ",p" + number + ".jpg,id_card=page.jpg\n";
    }
    return csv;
}

/// The same cells in a workbook there; empty when it cannot be written.
QString workbookOf(const QByteArray &csv, const QString &path)
{
    auto writer = XlsxWriter::create(path.toStdString(), Instant{});
    bool isWritten = writer.has_value();
    for (const QByteArray &line : csv.trimmed().split('\n')) {
        const QByteArrayList texts = line.split(',');
        std::vector<std::string_view> cells;
        for (const QByteArray &text : texts)
            cells.emplace_back(text.constData(), std::size_t(text.size()));
        isWritten = isWritten && (*writer)->writeText(cells);
    }
    return isWritten && (*writer)->finish() ? path : QString();
}

} // namespace

void TestBrokenCheck::aCheckStoppedAtItsPicturesChecksNoRowAndSaysSo_data()
{
    QTest::addColumn<int>("jobs");
    QTest::newRow("one job") << 1;
    QTest::newRow("three jobs") << 3;
}

/// Every report is whole, says that no row was checked and why, and the check goes on to the very same bytes.
void TestBrokenCheck::aCheckStoppedAtItsPicturesChecksNoRowAndSaysSo()
{
    QFETCH(int, jobs);
    constexpr int rows = 200;
    BatchOptions options = m_table.optionsFor(m_table.write(u"pictures.csv"_s, tableWithPictures(rows)));
    options.jobs = jobs;
    options.inspector = [](const std::string &) { return ImageFacts{}; };
    QVERIFY(!m_table.check(options).isEmpty());
    const QByteArray whole = m_table.bytesOf(u"report.jsonl"_s);

    std::stop_source stop;
    options.progress = [&stop](BatchPhase phase, std::int64_t count, std::int64_t) {
        if (phase == BatchPhase::Looking && count == 5)
            stop.request_stop();
    };
    std::vector<std::unique_ptr<Report>> reports;
    for (const QString &name : {u"report.jsonl"_s, u"stop.csv"_s, u"stop.html"_s})
        reports.push_back(std::move(*openReport(m_table.path(name).toStdString())));
    const auto totals = checkTable(m_table.book(), options, reports, stop.get_token());
    QVERIFY(totals && totals->interrupted && !totals->complete && totals->addsUp());
    QCOMPARE(totals->checked, 0);
    QVERIFY(totals->stoppedAtFiles);
    QCOMPARE(totals->stoppedAtFiles->named, rows + 1);
    QVERIFY(totals->stoppedAtFiles->looked >= 5 && totals->stoppedAtFiles->looked <= rows);
    reports.clear();
    const QJsonObject last = TableChecks::totalsOf(m_table.lines());
    QCOMPARE(last[u"checked"_s].toInt(-1), 0);
    QCOMPARE(last[u"files_named"_s].toInt(), rows + 1);
    QVERIFY(last[u"interrupted"_s].toBool());
    const QByteArray csv = m_table.bytesOf(u"stop.csv"_s);
    for (const char *part : {"看图片时中断", "没有检查任何一行", "--resume", "no row was checked"})
        QVERIFY2(csv.contains(part), csv.constData());
    QVERIFY(m_table.bytesOf(u"stop.html"_s).contains("没有检查任何一行"));

    const auto broken = readBrokenReport(m_table.path(u"report.jsonl"_s).toStdString());
    QVERIFY(broken);
    options.resume = *broken;
    options.progress = {};
    reports.push_back(std::move(*reopenReport(*broken)));
    QVERIFY(checkTable(m_table.book(), options, reports));
    reports.clear();
    QVERIFY(m_table.bytesOf(u"report.jsonl"_s) == whole);
}

/// The second time it comes less far than the first: at its pictures, with rows in the report already.
void TestBrokenCheck::whatIsInterruptedTwiceGoesOnToTheSameBytes()
{
    BatchOptions options = m_table.optionsFor(m_table.write(u"twice.csv"_s, tableWithPictures(20'000)));
    options.inspector = [](const std::string &) { return ImageFacts{}; };
    QVERIFY(!m_table.check(options).isEmpty());
    const QByteArray whole = m_table.bytesOf(u"report.jsonl"_s);
    const auto stopAt = [&options](std::stop_source &stop, BatchPhase at) {
        options.progress = [&stop, at](BatchPhase phase, std::int64_t, std::int64_t) {
            if (phase == at)
                stop.request_stop();
        };
    };
    std::stop_source first;
    stopAt(first, BatchPhase::Checking);
    const int checked = m_table.check(options, first.get_token()).last()[u"totals"_s].toObject()[u"checked"_s].toInt();
    QVERIFY(checked > 0 && checked < 20'000);
    for (const bool isStopped : {true, false}) {
        const auto broken = readBrokenReport(m_table.path(u"report.jsonl"_s).toStdString());
        QVERIFY(broken);
        options.resume = *broken;
        std::stop_source second;
        options.progress = {};
        if (isStopped)
            stopAt(second, BatchPhase::Looking);
        std::vector<std::unique_ptr<Report>> reports;
        reports.push_back(std::move(*reopenReport(*broken)));
        const auto totals = checkTable(m_table.book(), options, reports, second.get_token());
        QVERIFY(totals && totals->interrupted == isStopped && totals->stoppedAtFiles.has_value() == isStopped);
    }
    QVERIFY(m_table.bytesOf(u"report.jsonl"_s) == whole);
}

void TestBrokenCheck::picturesAreCountedBeforeTheyAreLookedAt_data()
{
    QTest::addColumn<bool>("isWorkbook");
    QTest::addColumn<QByteArray>("mark"); // what fills a cell until the table is cut into pieces
    QTest::newRow("a table that is read from any row") << false << QByteArray();
    QTest::newRow("a table of several pieces") << false << QByteArray(400'000, ' ');
    QTest::newRow("a workbook, which is read in order") << true << QByteArray();
}

/// The stage has its total from the first picture on, each file counts once, and no row is checked before the last.
void TestBrokenCheck::picturesAreCountedBeforeTheyAreLookedAt()
{
    QFETCH(QByteArray, mark);
    constexpr int rows = 50;
    QByteArray csv = tableWithPictures(rows);
    if (!mark.isEmpty()) // pieces are cut by bytes
        csv.insert(csv.indexOf('\n') + 1, "NX,13900000000," + mark + ",\n");
    QFETCH(bool, isWorkbook);
    const QString input =
        isWorkbook ? workbookOf(csv, m_table.path(u"counted.xlsx"_s)) : m_table.write(u"counted.csv"_s, csv);
    QVERIFY(!input.isEmpty());
    BatchOptions options = m_table.optionsFor(input);
    options.jobs = 2;
    options.inspector = [](const std::string &) { return ImageFacts{}; };
    std::vector<std::int64_t> looked;
    bool isChecking = false;
    options.progress = [&](BatchPhase phase, std::int64_t count, std::int64_t total) {
        isChecking = isChecking || phase == BatchPhase::Checking;
        if (phase != BatchPhase::Looking)
            return;
        QCOMPARE(total, std::int64_t(rows + 1));
        QVERIFY(!isChecking);
        looked.push_back(count);
    };
    QVERIFY(!m_table.check(options).isEmpty());
    QVERIFY(isChecking);
    QCOMPARE(looked.size(), std::size_t(rows + 2));
    for (std::size_t i = 0; i < looked.size(); ++i)
        QCOMPARE(looked[i], std::int64_t(i));
}

/// Another folder holds other pictures, and what the report says of the rows before would not be of these.
void TestBrokenCheck::anotherFolderOfFilesIsAnotherCheck()
{
    BatchOptions options = m_table.optionsFor(m_table.write(u"folders.csv"_s, tableWithPictures(3)));
    options.inspector = [](const std::string &) { return ImageFacts{}; };
    for (const char *folder : {"one", "two"})
        QVERIFY(QDir(m_table.path(u"."_s)).mkpath(QString::fromLatin1(folder)));
    const std::string one = m_table.path(u"one"_s).toStdString();
    options.filesFolder = one;
    QVERIFY(!m_table.check(options).isEmpty());
    const QByteArray whole = m_table.bytesOf(u"report.jsonl"_s);
    QVERIFY2(!whole.contains(one.c_str()), "a report names no folder");
    const auto printOf = [](const QByteArray &report) {
        return QJsonDocument::fromJson(report.left(report.indexOf('\n')))[u"summary"_s][u"files_print"_s].toString();
    };
    QVERIFY(!printOf(whole).isEmpty());
    BatchOptions other = options;
    other.input = m_table.write(u"others.csv"_s, tableWithPictures(4)).toStdString();
    QVERIFY(!m_table.check(other).isEmpty());
    QVERIFY2(printOf(m_table.bytesOf(u"report.jsonl"_s)) != printOf(whole),
             "names cannot be tried out without the table");
    const QString half = m_table.write(u"half.jsonl"_s, whole.left(whole.indexOf('\n') + 1));
    const auto broken = readBrokenReport(half.toStdString());
    QVERIFY(broken);
    options.resume = *broken;
    const auto goOn = [&](const std::string &folder) {
        options.filesFolder = folder;
        std::vector<std::unique_ptr<Report>> reports;
        reports.push_back(std::move(*reopenReport(*broken)));
        const auto totals = checkTable(m_table.book(), options, reports);
        return totals ? std::string() : totals.error().detail;
    };
    QVERIFY(goOn(m_table.path(u"two"_s).toStdString()).find("another folder of --files") != std::string::npos);
    QCOMPARE(goOn(m_table.path(u"two/../one"_s).toStdString()), std::string());
    QVERIFY(m_table.bytesOf(u"half.jsonl"_s) == whole);
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
