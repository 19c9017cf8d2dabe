#include "tests/batch/tablechecks.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// The batch check as its users see it: a table in, a report out, nothing lost on the way.
class TestCheckTable : public QObject
{
    Q_OBJECT

private slots:
    void picturesInAnotherFolderAreOneErrorOfTheTable();
    void everyRowIsAccountedFor();
    void theSameBytesForAnyNumberOfJobs();
    void aRowTheReaderDoubtsIsAFinding();
    void aLostNumberIsOneErrorWithOneCause_data();
    void aLostNumberIsOneErrorWithOneCause();
    void sharedNumbersAreFoundAcrossChunks();
    void anApplicationNumberOfTwoPeopleIsAnErrorOfBoth();
    void aTableOfManyPiecesIsReadOnce_data();
    void aTableOfManyPiecesIsReadOnce();
    void aMissingInputIsSaid();
    void reportsGoByTheirEnding();
    void theCsvReportHoldsTheSameFindings();
    void aReportGetsWhatItNeedsAndNoMore();

private:
    TableChecks m_table;
};

void TestCheckTable::everyRowIsAccountedFor()
{
    const QString input =
        m_table.write(u"a.csv"_s, "application_no,phone\nN1,13800000001\n\n\nN2,123\nN3,13800000002\n");
    const auto lines = m_table.check(m_table.optionsFor(input));
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
    BatchOptions options = m_table.optionsFor(m_table.write(u"jobs.csv"_s, csv));
    QByteArray first;
    for (const int jobs : {1, 2, 5}) {
        options.jobs = jobs;
        QVERIFY(!m_table.check(options).isEmpty());
        QFile report(m_table.path(u"report.jsonl"_s));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray bytes = report.readAll();
        first = first.isEmpty() ? bytes : first;
        QVERIFY(bytes == first);
    }
    QVERIFY(first.size() > 100'000);
}

void TestCheckTable::aRowTheReaderDoubtsIsAFinding()
{
    const auto lines = m_table.check(
        m_table.optionsFor(m_table.write(u"ragged.csv"_s, "application_no,phone\nN1,13800000001,extra\nN2\n")));
    QStringList rules;
    for (const QJsonObject &line : lines)
        rules.append(line[u"rule"_s].toString());
    QVERIFY(rules.contains(u"input.extra-cells"_s));
    QVERIFY(rules.contains(u"input.missing-cells"_s));
    QCOMPARE(lines.last()[u"totals"_s].toObject()[u"checked"_s].toInt(), 2);
}

void TestCheckTable::aLostNumberIsOneErrorWithOneCause_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("rule");
    QTest::newRow("scientific notation") << QByteArray("1.50102E+17") << u"input.scientific-number"_s;
    QTest::newRow("nothing but zeros at its end") << QByteArray("150102199901010000") << u"input.looks-rounded"_s;
    QTest::newRow("an error of a formula") << QByteArray("#N/A") << u"input.error-cell"_s;
    QTest::newRow("a wrong check digit, as typed") << QByteArray("150102199901010015") << u"identity.checksum"_s;
}

/// Who is told to look for a wrong check digit looks in the wrong place when a spreadsheet has rounded the number.
void TestCheckTable::aLostNumberIsOneErrorWithOneCause()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, rule);
    const auto lines = m_table.check("报名号,姓名,证件类型,证件号码,性别\nN1,张三,居民身份证," + number + ",男\n");
    QVERIFY(!lines.isEmpty());
    QStringList told;
    for (const QJsonObject &line : lines)
        if (line[u"row"_s].toInt() == 2 && line[u"fields"_s].toArray().contains(u"document_number"_s))
            told.append(line[u"rule"_s].toString());
    QCOMPARE(told, QStringList{rule});
}

void TestCheckTable::sharedNumbersAreFoundAcrossChunks()
{
    // A1.4.1.1: one phone, one person; the two are 3000 rows apart.
    QByteArray csv = "application_no,document_number,phone\nA,11010519491231002X,13800000000\n";
    for (int i = 0; i < 3000; ++i)
        csv += "N" + QByteArray::number(i) + ",,1390000" + QByteArray::number(1000 + i) + "\n";
    csv += "B,810000199408230021,13800000000\n";
    const auto lines = m_table.check(m_table.optionsFor(m_table.write(u"shared.csv"_s, csv)));
    QStringList numbers;
    for (const QJsonObject &line : lines) {
        if (line[u"rule"_s] == u"contact.phone-once"_s)
            numbers.append(line[u"application_no"_s].toString());
    }
    QCOMPARE(numbers, (QStringList{u"A"_s, u"B"_s}));
}

/// A1.1.4: a registration is one person's, so one number with two documents is wrong in both rows, however it is typed;
/// one person twice is identity.person-once.
void TestCheckTable::anApplicationNumberOfTwoPeopleIsAnErrorOfBoth()
{
    const auto lines = m_table.check("application_no,document_number\n"
                                     "N-1,11010519491231002X\nn1,810000199408230021\n"
                                     "N2,440524188001010014\nN2,440524188001010014\nN3,\nN3,\n");
    const auto rowsWith = [&lines](const QString &rule) {
        QList<int> rows;
        for (const QJsonObject &line : lines)
            if (line[u"rule"_s] == rule && line[u"severity"_s] == u"error"_s)
                rows.append(line[u"row"_s].toInt());
        return rows;
    };
    QCOMPARE(rowsWith(u"identity.application-once"_s), (QList{2, 3, 6, 7}));
    QCOMPARE(rowsWith(u"identity.person-once"_s), (QList{4, 5}));
}

void TestCheckTable::aTableOfManyPiecesIsReadOnce_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

void TestCheckTable::aTableOfManyPiecesIsReadOnce()
{
    QFETCH(QByteArray, lineEnd);
    constexpr int people = 20'000;
    const QString season = m_table.writeSeason(u"pieces.csv"_s, people);
    const QByteArray csv = m_table.bytesOf(u"pieces.csv"_s).replace("\n", lineEnd);
    QVERIFY(csv.size() > 8 * 128 * 1024);
    BatchOptions options = m_table.optionsFor(m_table.write(u"pieces.csv"_s, csv));
    QVERIFY(!season.isEmpty());
    for (const int jobs : {1, 3}) {
        options.jobs = jobs;
        const auto lines = m_table.check(options);
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

void TestCheckTable::aMissingInputIsSaid()
{
    QCOMPARE(checkTable(m_table.book(), m_table.optionsFor(m_table.path(u"absent.csv"_s)), {}).error().code,
             ErrorCode::NotFound);
}

void TestCheckTable::reportsGoByTheirEnding()
{
    QCOMPARE(openReport("report.doc").error().code, ErrorCode::Invalid);
    QCOMPARE(openReport(m_table.path(u"no/such/folder/r.jsonl"_s).toStdString()).error().code, ErrorCode::Unreadable);
}

void TestCheckTable::theCsvReportHoldsTheSameFindings()
{
    const QString path = m_table.path(u"report.csv"_s);
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::move(*openReport(path.toStdString())));
    const auto totals = checkTable(
        m_table.book(),
        m_table.optionsFor(m_table.write(u"csv.csv"_s, "application_no,phone\nN1,123\nN2,13800000001\n")), reports);
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
        if (rows.empty()) // of the table as a whole
            return done();
        inOrder = inOrder && line.row == rows.back() && open > 0;
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
        m_table.write(u"needs.csv"_s, "application_no,phone,class_name\nN1,123,甲\nN2,13800000001,甲\nN3,12 ,乙\n");
    std::vector<std::unique_ptr<Report>> reports;
    reports.push_back(std::make_unique<Notes>(ReportNeeds{}));
    QVERIFY(checkTable(m_table.book(), m_table.optionsFor(input), reports).has_value());
    const auto &none = static_cast<const Notes &>(*reports.front());
    QVERIFY(none.inOrder);
    QCOMPARE(none.rows, (std::vector<std::int64_t>{2, 4}));
    QVERIFY(none.cells[0].empty());
    QVERIFY(none.totals.tallies.empty());

    reports[0] = std::make_unique<Notes>(ReportNeeds{true, {Field::ClassName}});
    QVERIFY(checkTable(m_table.book(), m_table.optionsFor(input), reports).has_value());
    const auto &all = static_cast<const Notes &>(*reports.front());
    QCOMPARE(all.pack, &m_table.book().pack());
    QCOMPARE(all.cells[1], (std::vector<std::string>{"N3", "12 ", "乙"}));
    const auto &classes = all.totals.tallies.at(Field::ClassName).values();
    QCOMPARE(classes.size(), std::size_t(2));
    QCOMPARE(classes.at("甲"), (RowCounts{2, 1, 0}));
    QCOMPARE(classes.at("乙"), (RowCounts{1, 1, 0}));
}

/// A2.1: where not one picture is there, the folder is wrong and no candidate; where one is, the others lack.
void TestCheckTable::picturesInAnotherFolderAreOneErrorOfTheTable()
{
    BatchOptions options = m_table.optionsFor(
        m_table.write(u"bare.csv"_s, "application_no,phone,portrait\nN1,13800000001,a.jpg\nN2,13800000002,b.jpg\n"));
    bool isOneThere = false;
    options.inspector = [&isOneThere](const std::string &path) {
        ImageFacts facts;
        if (!isOneThere || !path.ends_with("b.jpg"))
            facts.problem = ImageProblem::Missing;
        return facts;
    };
    for (const bool isThere : {false, true}) {
        isOneThere = isThere;
        const QList<QJsonObject> lines = m_table.check(options);
        const QStringList rules = m_table.rulesOf(lines);
        QCOMPARE(rules.count(u"input.no-pictures"_s), isThere ? 0 : 1);
        QCOMPARE(rules.count(u"portrait.present"_s), isThere ? 1 : 0);
        QCOMPARE(m_table.totalsOf(lines)[u"files_not_found"_s].toInt(), isThere ? 0 : 2);
        QCOMPARE(lines[0][u"summary"_s].toObject()[u"files_not_found"_s].toInt(), isThere ? 0 : 2);
    }
}

QTEST_GUILESS_MAIN(TestCheckTable)
#include "tst_checktable.moc"
