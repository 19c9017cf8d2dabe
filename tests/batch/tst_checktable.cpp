#include "core/batch/batch.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// The batch check as its users see it: a table in, a report out, nothing lost on the way.
class TestCheckTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRowIsAccountedFor();
    void theSameBytesForAnyNumberOfJobs();
    void columnsAreListedOnceAndNeverFatal();
    void aMissingColumnIsNoErrorOfEveryRow();
    void aRowTheReaderDoubtsIsAFinding();
    void titlesMayStandAboveTheHeader();
    void chineseHeadersAndGb18030AreRead();
    void sharedNumbersAreFoundAcrossChunks();
    void aStoppedCheckSaysSo();
    void aTableWithoutAKnownColumnIsRefused();
    void aMissingInputIsSaid();
    void reportsGoByTheirEnding();
    void theCsvReportHoldsTheSameFindings();

private:
    QString write(const QString &name, const QByteArray &content);
    BatchOptions optionsFor(const QString &input) const;
    /// Lines of a JSONL report over the input.
    QList<QJsonObject> check(const BatchOptions &options, const std::stop_token &stop = {});
    static QList<QJsonObject> readLines(const QString &path);

    QTemporaryDir m_dir;
    std::shared_ptr<const RuleBook> m_book;
};

void TestCheckTable::initTestCase()
{
    const auto book = RuleBook::bind(sharedNm2023());
    QVERIFY2(book.has_value(), book ? "" : book.error().detail.c_str());
    m_book = *book;
}

QString TestCheckTable::write(const QString &name, const QByteArray &content)
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

BatchOptions TestCheckTable::optionsFor(const QString &input) const
{
    BatchOptions options;
    options.input = input.toStdString();
    options.asOf = *parseInstant("2023-02-20T09:00:00+08:00");
    return options;
}

QList<QJsonObject> TestCheckTable::readLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QJsonObject> lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

QList<QJsonObject> TestCheckTable::check(const BatchOptions &options, const std::stop_token &stop)
{
    const QString path = m_dir.filePath(u"report.jsonl"_s);
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*openReport(path.toStdString())));
    const Result<BatchTotals> totals = checkTable(*m_book, options, reports, stop);
    if (!totals || !totals->addsUp())
        return {};
    return readLines(path);
}

void TestCheckTable::everyRowIsAccountedFor()
{
    const QString input = write(u"a.csv"_s, "application_no,phone\nN1,13800000001\n\n\nN2,123\nN3,13800000002\n");
    const auto lines = check(optionsFor(input));
    QVERIFY(lines.size() >= 2);
    const QJsonObject totals = lines.last()[u"totals"_s].toObject();
    QCOMPARE(totals[u"rows"_s].toInt(), 6);
    QCOMPARE(totals[u"checked"_s].toInt(), 3);
    QCOMPARE(totals[u"skipped"_s].toObject()[u"blank"_s].toInt(), 2);
    QCOMPARE(totals[u"skipped"_s].toObject()[u"header"_s].toInt(), 1);
    QCOMPARE(totals[u"with_errors"_s].toInt() + totals[u"with_warnings"_s].toInt() + totals[u"clean"_s].toInt(), 3);
    QCOMPARE(totals[u"findings"_s].toInt(), int(lines.size()) - 2);
    int byRule = 0;
    const QJsonObject rules = totals[u"findings_by_rule"_s].toObject();
    for (const QJsonValue &count : rules)
        byRule += count.toInt();
    QCOMPARE(byRule, totals[u"findings"_s].toInt());
    QVERIFY(totals[u"complete"_s].toBool());
    // The row is the one a spreadsheet shows: the header is 1.
    bool found = false;
    for (const QJsonObject &line : lines)
        found = found || (line[u"rule"_s] == u"contact.phone-form"_s && line[u"row"_s].toInt() == 5);
    QVERIFY(found);
}

void TestCheckTable::theSameBytesForAnyNumberOfJobs()
{
    QByteArray csv = "application_no,name,phone,document_number\n";
    for (int i = 0; i < 5000; ++i)
        csv += "N" + QByteArray::number(i) + ",张三,1380000" + QByteArray::number(i % 4000 + 1000) +
               ",11010519491231002X\n";
    BatchOptions options = optionsFor(write(u"jobs.csv"_s, csv));
    QByteArray first;
    for (const int jobs : {1, 2, 5}) {
        options.jobs = jobs;
        QVERIFY(!check(options).isEmpty());
        QFile report(m_dir.filePath(u"report.jsonl"_s));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray bytes = report.readAll();
        first = first.isEmpty() ? bytes : first;
        QVERIFY(bytes == first);
    }
    QVERIFY(first.size() > 100'000);
}

void TestCheckTable::columnsAreListedOnceAndNeverFatal()
{
    const auto lines =
        check(optionsFor(write(u"cols.csv"_s, "报名号,爱好,手机号,手机号\n1,棋,13800000001,13800000001\n")));
    QVERIFY(!lines.isEmpty());
    const QJsonObject summary = lines.first()[u"summary"_s].toObject();
    QCOMPARE(summary[u"unknown_columns"_s].toArray(), QJsonArray{u"爱好"_s});
    QCOMPARE(summary[u"repeated_columns"_s].toArray(), QJsonArray{u"手机号"_s});
    QVERIFY(summary[u"missing_columns"_s].toArray().contains(u"document_number"_s));
    QCOMPARE(summary[u"pack"_s].toString(), u"nm-2023"_s);
    QCOMPARE(summary[u"input_sha256"_s].toString().size(), 64);
}

void TestCheckTable::aMissingColumnIsNoErrorOfEveryRow()
{
    const auto lines = check(optionsFor(write(u"few.csv"_s, "application_no,phone\nN1,13800000001\n")));
    QCOMPARE(lines.last()[u"totals"_s].toObject()[u"with_errors"_s].toInt(), 0);
}

void TestCheckTable::aRowTheReaderDoubtsIsAFinding()
{
    const auto lines = check(optionsFor(write(u"ragged.csv"_s, "application_no,phone\nN1,13800000001,extra\nN2\n")));
    QStringList rules;
    for (const QJsonObject &line : lines)
        rules.append(line[u"rule"_s].toString());
    QVERIFY(rules.contains(u"input.extra-cells"_s));
    QVERIFY(rules.contains(u"input.missing-cells"_s));
    QCOMPARE(lines.last()[u"totals"_s].toObject()[u"checked"_s].toInt(), 2);
}

void TestCheckTable::titlesMayStandAboveTheHeader()
{
    const auto lines = check(optionsFor(write(u"title.csv"_s, "考生名单\n制表 某校\n报名号,手机号\n1,13800000001\n")));
    QVERIFY(!lines.isEmpty());
    QCOMPARE(lines.first()[u"summary"_s].toObject()[u"header_row"_s].toInt(), 3);
    const QJsonObject totals = lines.last()[u"totals"_s].toObject();
    QCOMPARE(totals[u"rows"_s].toInt(), 4);
    QCOMPARE(totals[u"skipped"_s].toObject()[u"above_header"_s].toInt(), 2);
}

void TestCheckTable::chineseHeadersAndGb18030AreRead()
{
    // 报名号,姓名 / 1,张三 in GB18030.
    const auto lines =
        check(optionsFor(write(u"gb.csv"_s, "\xB1\xA8\xC3\xFB\xBA\xC5,\xD0\xD5\xC3\xFB\n1,\xD5\xC5\xC8\xFD\n")));
    QVERIFY(!lines.isEmpty());
    QCOMPARE(lines.first()[u"summary"_s].toObject()[u"columns"_s].toArray().size(), 2);
    QCOMPARE(lines.last()[u"totals"_s].toObject()[u"with_errors"_s].toInt(), 0);
}

void TestCheckTable::sharedNumbersAreFoundAcrossChunks()
{
    // A1.4.1.1: one phone, one person; the two are 3000 rows apart.
    QByteArray csv = "application_no,document_number,phone\nA,11010519491231002X,13800000000\n";
    for (int i = 0; i < 3000; ++i)
        csv += "N" + QByteArray::number(i) + ",,1390000" + QByteArray::number(1000 + i) + "\n";
    csv += "B,810000199408230021,13800000000\n";
    const auto lines = check(optionsFor(write(u"shared.csv"_s, csv)));
    QStringList numbers;
    for (const QJsonObject &line : lines) {
        if (line[u"rule"_s] == u"contact.phone-once"_s)
            numbers.append(line[u"application_no"_s].toString());
    }
    QCOMPARE(numbers, (QStringList{u"A"_s, u"B"_s}));
}

void TestCheckTable::aStoppedCheckSaysSo()
{
    std::stop_source stop;
    stop.request_stop();
    const auto lines = check(optionsFor(write(u"stop.csv"_s, "application_no,phone\nN1,1\n")), stop.get_token());
    QVERIFY(!lines.isEmpty());
    QVERIFY(!lines.last()[u"totals"_s].toObject()[u"complete"_s].toBool(true));
}

void TestCheckTable::aTableWithoutAKnownColumnIsRefused()
{
    const auto totals = checkTable(*m_book, optionsFor(write(u"none.csv"_s, "x,y\n1,2\n")), {});
    QCOMPARE(totals.error().code, ErrorCode::Invalid);
}

void TestCheckTable::aMissingInputIsSaid()
{
    QCOMPARE(checkTable(*m_book, optionsFor(m_dir.filePath(u"absent.csv"_s)), {}).error().code, ErrorCode::NotFound);
}

void TestCheckTable::reportsGoByTheirEnding()
{
    QCOMPARE(openReport("report.doc").error().code, ErrorCode::Invalid);
    QCOMPARE(openReport(m_dir.filePath(u"no/such/folder/r.jsonl"_s).toStdString()).error().code, ErrorCode::Unreadable);
}

void TestCheckTable::theCsvReportHoldsTheSameFindings()
{
    const QString path = m_dir.filePath(u"report.csv"_s);
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*openReport(path.toStdString())));
    const auto totals =
        checkTable(*m_book, optionsFor(write(u"csv.csv"_s, "application_no,phone\nN1,123\nN2,13800000001\n")), reports);
    QVERIFY(totals.has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), totals->findings + 2); // header, and nothing after the last line end
    QVERIFY(lines[0].startsWith("\xEF\xBB\xBF"
                                "row,"));
}

QTEST_GUILESS_MAIN(TestCheckTable)
#include "tst_checktable.moc"
