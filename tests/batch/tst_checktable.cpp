#include "core/batch/batch.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QFileInfo>
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
    void aTableOfManyPiecesIsReadOnce_data();
    void aTableOfManyPiecesIsReadOnce();
    void aStoppedCheckSaysSo();
    void anInterruptedCheckGoesOnToTheSameBytes_data();
    void anInterruptedCheckGoesOnToTheSameBytes();
    void aTableCutWhileItIsCheckedIsNotComplete();
    void requiredColumnsThatLackAreToldOnce();
    void aReportOfAnotherCheckIsNotGoneOnWith();
    void whatIsNoBrokenReportIsRefused_data();
    void whatIsNoBrokenReportIsRefused();
    void aTableWithoutAKnownColumnIsRefused();
    void aMissingInputIsSaid();
    void reportsGoByTheirEnding();
    void theCsvReportHoldsTheSameFindings();
    void aReportGetsWhatItNeedsAndNoMore();

private:
    QString write(const QString &name, const QByteArray &content);
    BatchOptions optionsFor(const QString &input) const;
    /// Lines of a JSONL report over the input.
    QList<QJsonObject> check(const BatchOptions &options, const std::stop_token &stop = {});
    static QList<QJsonObject> readLines(const QString &path);
    QByteArray bytesOf(const QString &name) const;
    /// A season of so many rows: every third phone is bad, every hundredth is somebody else's.
    QString writeSeason(const QString &name, int rows);

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

QByteArray TestCheckTable::bytesOf(const QString &name) const
{
    QFile file(m_dir.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TestCheckTable::writeSeason(const QString &name, int rows)
{
    QByteArray csv = "application_no,name,phone,class_name\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray phone = QByteArray::number(13800000000LL + (i % 100 == 0 ? 1 : i)).left(i % 3 == 0 ? 10 : 11);
        csv += "N" + QByteArray::number(i) + ",\"张三\"," + phone + ",\"一\n二\n" + QByteArray(i % 70, 'x') + "\"\n";
        csv += i % 50 == 0 ? "\n" : "";
    }
    return write(name, csv);
}

void TestCheckTable::aTableOfManyPiecesIsReadOnce_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

/// Lines inside quotes make pieces begin where no row does: nothing is lost or read twice all the same.
void TestCheckTable::aTableOfManyPiecesIsReadOnce()
{
    QFETCH(QByteArray, lineEnd);
    constexpr int people = 20'000;
    const QString season = writeSeason(u"pieces.csv"_s, people);
    const QByteArray csv = bytesOf(u"pieces.csv"_s).replace("\n", lineEnd);
    QVERIFY(csv.size() > 8 * 128 * 1024);
    BatchOptions options = optionsFor(write(u"pieces.csv"_s, csv));
    QVERIFY(!season.isEmpty());
    for (const int jobs : {1, 3}) {
        options.jobs = jobs;
        const auto lines = check(options);
        QVERIFY(!lines.isEmpty());
        const QJsonObject totals = lines.last()[u"totals"_s].toObject();
        QCOMPARE(totals[u"checked"_s].toInt(), people);
        QCOMPARE(totals[u"rows"_s].toInt(), people + 1 + (people / 50 - 1) + 1);
        QCOMPARE(totals[u"findings_by_rule"_s][u"contact.phone-form"_s].toInt(), (people + 2) / 3);
        qint64 row = 0;
        int seen = 0;
        for (const QJsonObject &line : lines) {
            if (line[u"rule"_s] != u"contact.phone-form"_s)
                continue;
            const int person = line[u"application_no"_s].toString().mid(1).toInt();
            QCOMPARE(person, seen * 3);
            QCOMPARE(line[u"row"_s].toInteger(), 2 + person + (person + 49) / 50);
            QVERIFY(line[u"row"_s].toInteger() > row);
            row = line[u"row"_s].toInteger();
            ++seen;
        }
    }
}

void TestCheckTable::anInterruptedCheckGoesOnToTheSameBytes_data()
{
    QTest::addColumn<bool>("killed");
    QTest::addColumn<int>("cut");
    QTest::newRow("interrupted") << false << 0;
    QTest::newRow("killed after the summary") << true << 1;
    QTest::newRow("killed inside a line") << true << 50;
    QTest::newRow("killed between lines") << true << 100;
}

/// The same bytes as a check that nobody broke off, whether it ended its report or was killed while writing it.
void TestCheckTable::anInterruptedCheckGoesOnToTheSameBytes()
{
    QFETCH(bool, killed);
    QFETCH(int, cut);
    BatchOptions options = optionsFor(writeSeason(u"long.csv"_s, 20'000));
    QVERIFY(!check(options).isEmpty());
    const QByteArray whole = bytesOf(u"report.jsonl"_s);
    if (killed) {
        const qsizetype summary = whole.indexOf('\n') + 1;
        const qsizetype line = whole.indexOf('\n', whole.size() / 2) + 1;
        const qsizetype kept = cut == 1 ? summary : cut == 50 ? line + 7 : line;
        QVERIFY(!write(u"report.jsonl"_s, whole.left(kept)).isEmpty());
    } else {
        std::stop_source stop;
        options.progress = [&stop](BatchPhase phase, std::int64_t, std::int64_t) {
            if (phase == BatchPhase::Checking)
                stop.request_stop();
        };
        const auto lines = check(options, stop.get_token());
        const QJsonObject totals = lines.last()[u"totals"_s].toObject();
        QVERIFY(totals[u"interrupted"_s].toBool());
        QVERIFY(totals[u"checked"_s].toInt() > 0 && totals[u"checked"_s].toInt() < 20'000);
    }
    const std::string path = m_dir.filePath(u"report.jsonl"_s).toStdString();
    const Result<BrokenReport> broken = readBrokenReport(path);
    QVERIFY2(broken.has_value(), broken ? "" : broken.error().detail.c_str());
    BatchOptions again = optionsFor(m_dir.filePath(u"long.csv"_s));
    again.resume = *broken;
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*reopenReport(*broken)));
    const auto totals = checkTable(*m_book, again, reports);
    QVERIFY(totals && totals->complete && totals->addsUp());
    reports.clear();
    QVERIFY(bytesOf(u"report.jsonl"_s) == whole);
}

/// A share that goes away between the two passes: what was not read is not called checked.
void TestCheckTable::aTableCutWhileItIsCheckedIsNotComplete()
{
    const QString input = writeSeason(u"cut.csv"_s, 60'000);
    BatchOptions options = optionsFor(input);
    bool isCut = false;
    options.progress = [&](BatchPhase phase, std::int64_t, std::int64_t) {
        if (phase == BatchPhase::Checking && !std::exchange(isCut, true))
            QVERIFY(QFile::resize(input, QFileInfo(input).size() / 2));
    };
    const auto lines = check(options);
    QVERIFY(isCut);
    const QJsonObject totals = lines.last()[u"totals"_s].toObject();
    QVERIFY(!totals[u"complete"_s].toBool());
    QVERIFY(totals[u"checked"_s].toInt() < 60'000);
    QCOMPARE(lines.at(lines.size() - 2)[u"rule"_s].toString(), u"input.broken-off"_s);
}

/// Nobody may take a table for good because nothing of it was checked.
void TestCheckTable::requiredColumnsThatLackAreToldOnce()
{
    const auto missing = [this](const QByteArray &table) {
        return checkTable(*m_book, optionsFor(write(u"few.csv"_s, table)), {})->missing;
    };
    const std::optional<Finding> told = missing("姓名\n王五\n李四\n");
    QVERIFY(told);
    QVERIFY(std::ranges::find(told->fields, Field::DocumentNumber) != told->fields.end());
    QVERIFY(std::ranges::find(told->fields, Field::CandidateType) != told->fields.end());
    QVERIFY(std::ranges::find(told->fields, Field::Name) == told->fields.end());
    QVERIFY(std::ranges::find(told->fields, Field::ClassName) == told->fields.end()); // some types do without
    QByteArray all;
    for (const Field field : allFields())
        all += (all.isEmpty() ? "" : ",") + QByteArray::fromStdString(std::string(fieldId(field)));
    QVERIFY(!missing(all + "\n1\n"));
}

void TestCheckTable::aReportOfAnotherCheckIsNotGoneOnWith()
{
    BatchOptions options = optionsFor(write(u"one.csv"_s, "application_no,phone\nN1,1\n"));
    QVERIFY(!check(options).isEmpty());
    const QByteArray whole = bytesOf(u"report.jsonl"_s);
    const QByteArray half = whole.left(whole.indexOf('\n') + 1);
    const QString path = write(u"half.jsonl"_s, half);
    const auto broken = readBrokenReport(path.toStdString());
    QVERIFY(broken);
    options = optionsFor(write(u"one.csv"_s, "application_no,phone\nN1,2\n"));
    options.resume = *broken;
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*reopenReport(*broken)));
    QCOMPARE(checkTable(*m_book, options, reports).error().code, ErrorCode::Conflict);
    reports.clear();
    QCOMPARE(bytesOf(u"half.jsonl"_s), half);
}

void TestCheckTable::whatIsNoBrokenReportIsRefused_data()
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

void TestCheckTable::whatIsNoBrokenReportIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const auto broken = readBrokenReport(write(u"bad.jsonl"_s, content).toStdString());
    QVERIFY(!broken);
    QCOMPARE(int(broken.error().code), code);
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

namespace {

/// Keeps what it is told.
class Notes : public Report
{
public:
    explicit Notes(ReportNeeds needs) : m_needs(std::move(needs)) {}

    Done begin(const BatchSummary &summary) override
    {
        pack = summary.pack;
        return done();
    }
    ReportNeeds needs() const override { return m_needs; }
    Done addRow(const ReportRow &row) override
    {
        rows.push_back(row.row);
        cells.emplace_back(row.cells.begin(), row.cells.end());
        open = row.findings.size();
        return done();
    }
    Done add(const ReportLine &line) override
    {
        inOrder = inOrder && !rows.empty() && line.row == rows.back() && open > 0;
        --open;
        return done();
    }
    Done end(const BatchTotals &ended) override
    {
        totals = ended;
        return done();
    }

    const Pack *pack = nullptr;
    std::vector<std::int64_t> rows;
    std::vector<std::vector<std::string>> cells;
    BatchTotals totals;
    bool inOrder = true;

private:
    ReportNeeds m_needs;
    std::size_t open = 0;
};

} // namespace

void TestCheckTable::aReportGetsWhatItNeedsAndNoMore()
{
    const QString input =
        write(u"needs.csv"_s, "application_no,phone,class_name\nN1,123,甲\nN2,13800000001,甲\nN3,12 ,乙\n");
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::make_unique<Notes>(ReportNeeds{}));
    QVERIFY(checkTable(*m_book, optionsFor(input), reports).has_value());
    const auto &none = static_cast<const Notes &>(*reports.front());
    QVERIFY(none.inOrder);
    QCOMPARE(none.rows, (std::vector<std::int64_t>{2, 4}));
    QVERIFY(none.cells[0].empty());
    QVERIFY(none.totals.tallies.empty());

    reports[0] = std::make_unique<Notes>(ReportNeeds{true, {Field::ClassName}});
    QVERIFY(checkTable(*m_book, optionsFor(input), reports).has_value());
    const auto &all = static_cast<const Notes &>(*reports.front());
    QCOMPARE(all.pack, &m_book->pack());
    QCOMPARE(all.cells[1], (std::vector<std::string>{"N3", "12 ", "乙"}));
    const auto &classes = all.totals.tallies.at(Field::ClassName).values();
    QCOMPARE(classes.size(), std::size_t(2));
    QCOMPARE(classes.at("甲"), (RowCounts{2, 1, 0}));
    QCOMPARE(classes.at("乙"), (RowCounts{1, 1, 0}));
}

QTEST_GUILESS_MAIN(TestCheckTable)
#include "tst_checktable.moc"
