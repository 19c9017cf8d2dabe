#include "core/batch/rowkind.h"
#include "core/exchange/xlsxwriter.h"
#include "tests/batch/tablechecks.h"

#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

/// A reader that loses one row and says nothing.
class LosingReader final : public TableReader
{
public:
    LosingReader(std::unique_ptr<TableReader> reader, std::int64_t lost) : m_reader(std::move(reader)), m_lost(lost)
    {
        m_info = m_reader->info();
    }
    [[nodiscard]] Result<bool> next(Row &row) override
    {
        Result<bool> more = m_reader->next(row);
        if (more && *more && row.number == m_lost)
            more = m_reader->next(row);
        m_info = m_reader->info();
        return more;
    }
    [[nodiscard]] Done rewind() override
    {
        m_reader->setHeader(m_headerRow, 0);
        return m_reader->rewind();
    }

private:
    std::unique_ptr<TableReader> m_reader;
    std::int64_t m_lost;
};

QByteArray inGb18030(const QByteArray &utf8)
{
    QStringEncoder encoder("GB18030");
    return encoder(QString::fromUtf8(utf8));
}

} // namespace

/// What becomes of every row: checked, or skipped for a reason that is told; none is lost.
class TestCheckRows : public QObject
{
    Q_OBJECT

private slots:
    void aRowTheReaderLosesSpoilsTheCheck_data();
    void aRowTheReaderLosesSpoilsTheCheck();
    void blankRowsAreCountedInEveryFormat();
    void rowsOfTotalsAreNoCandidates_data();
    void rowsOfTotalsAreNoCandidates();
    void nobodyIsTakenForTotals_data();
    void nobodyIsTakenForTotals();
    void footersAreNoCandidates_data();
    void footersAreNoCandidates();
    void nobodyIsTakenForAFooter_data();
    void nobodyIsTakenForAFooter();
    void aLoneCellIsNoNoteWhereItMayBeSomebody_data();
    void aLoneCellIsNoNoteWhereItMayBeSomebody();
    void theSizeOfACutCellIsNoNumberOfAPerson();
    void aTableOfNobodyIsAnError();
    void progressKnowsTheWholeTableOrNothing_data();
    void progressKnowsTheWholeTableOrNothing();

private:
    TableChecks m_table;
};

void TestCheckRows::aRowTheReaderLosesSpoilsTheCheck_data()
{
    QTest::addColumn<qint64>("lost");
    QTest::newRow("none") << qint64(0);
    QTest::newRow("one in the middle") << qint64(3);
}

/// Counts in = counts out: the reader's blank rows and the rows that were checked are counted apart from the number of
/// the last row, so that a lost one shows.
void TestCheckRows::aRowTheReaderLosesSpoilsTheCheck()
{
    QFETCH(qint64, lost);
    const QString input =
        m_table.write(u"lost.csv"_s, "报名号,手机号\nN1,13800000001\nN2,13800000002\n\nN3,13800000003\n");
    const BatchOptions options = TableChecks::optionsFor(input);
    auto table = openLaidOut(options.input, {}, m_table.book().pack());
    QVERIFY(table);
    LaidOutTable losing{table->layout, std::make_unique<LosingReader>(std::move(table->reader), lost)};
    const auto totals = checkTable(m_table.book(), options, std::move(losing), {});
    QVERIFY(totals);
    QCOMPARE(totals->rows, 5);
    QCOMPARE(totals->skipped.at("blank"), 1);
    QCOMPARE(totals->addsUp(), lost == 0);
    QCOMPARE(totals->complete, lost == 0);
    QCOMPARE(totals->findingsOf.contains("input.rows-lost"), lost != 0);
}

void TestCheckRows::blankRowsAreCountedInEveryFormat()
{
    const QByteArray csv = "\n名单\n\n报名号,手机号\n\nN1,13800000001\n,\n\nN2,13800000002\n\n\n";
    const QString sheet = m_table.path(u"blank.xlsx"_s);
    {
        auto writer = XlsxWriter::create(sheet.toStdString(), Instant{});
        QVERIFY(writer);
        using Cells = std::vector<std::string_view>;
        for (const Cells &cells : {Cells{}, Cells{"名单"}, Cells{}, Cells{"报名号", "手机号"}, Cells{},
                                   Cells{"N1", "13800000001"}, Cells{}, Cells{}, Cells{"N2", "13800000002"}})
            QVERIFY((*writer)->writeText(cells));
        QVERIFY((*writer)->finish());
    }
    for (const QString &input :
         {m_table.write(u"blank.csv"_s, csv), m_table.write(u"blank-gb.csv"_s, inGb18030(csv)), sheet}) {
        for (const int jobs : {1, 3}) {
            BatchOptions options = TableChecks::optionsFor(input);
            options.jobs = jobs;
            const auto totals = checkTable(m_table.book(), options, {});
            QVERIFY(totals && totals->addsUp() && totals->complete);
            QCOMPARE(totals->rows, 9);
            QCOMPARE(totals->checked, 2);
            QCOMPARE(totals->skipped.at("blank"), 5);
            QCOMPARE(totals->skipped.at("above_header"), 1);
        }
    }
}

void TestCheckRows::rowsOfTotalsAreNoCandidates_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("with a count of people") << QByteArray("合计,,,,2");
    QTest::newRow("with the count under the names") << QByteArray("总计：,2,,,");
    QTest::newRow("in one cell") << QByteArray("合计：2人,,,,");
    QTest::newRow("with blanks between") << QByteArray("合　计,2 人,,,");
    QTest::newRow("where the names are") << QByteArray(",合计,2,,");
    QTest::newRow("in English") << QByteArray("Total,2,,,");
    QTest::newRow("people of the table") << QByteArray("本表共15人,,,,");
    QTest::newRow("people, with blanks") << QByteArray("共 15 人,,,,");
    QTest::newRow("candidates") << QByteArray("以上共计15名考生,,,,");
    QTest::newRow("people under the names") << QByteArray(",共15人,,,");
    QTest::newRow("a number of people behind a colon") << QByteArray("合计人数：15,,,,");
    QTest::newRow("a number of people in the next cell") << QByteArray("合计人数,15,,,");
    QTest::newRow("no more than the number of people") << QByteArray("人数：15人,,,,");
    QTest::newRow("with a sum of another column") << QByteArray("合计,,,,12000.50");
}

void TestCheckRows::rowsOfTotalsAreNoCandidates()
{
    QFETCH(QByteArray, row);
    const auto lines = m_table.check("报名号,姓名,证件号码,手机号,班级\nN1,王五,,13800000001,\n" + row + "\n");
    const QJsonObject totals = TableChecks::totalsOf(lines);
    QCOMPARE(totals[u"checked"_s].toInt(), 1);
    QCOMPARE(totals[u"skipped"_s][u"totals_row"_s].toInt(), 1);
    QVERIFY(TableChecks::rulesOf(lines).contains(u"input.totals-row"_s));
}

void TestCheckRows::nobodyIsTakenForTotals_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("a person called so") << QByteArray("N2,合计,150102199901010014,,");
    QTest::newRow("a name beside the word") << QByteArray("合计,王五,,,");
    QTest::newRow("only a number of a document") << QByteArray("合计,,E12345678,,");
    QTest::newRow("only a phone") << QByteArray("合计,,,13800000001,");
    QTest::newRow("a number of an application") << QByteArray("N2,,,,合计");
    QTest::newRow("a word that begins so") << QByteArray("合计划,,,,");
    QTest::newRow("the word somewhere else") << QByteArray("1,,,,合计");
    QTest::newRow("a name beside a number of people") << QByteArray("本表共15人,王五,,,");
    QTest::newRow("a document beside a number of people") << QByteArray("合计人数：15,,E12345678,,");
    QTest::newRow("a word for people without a number") << QByteArray("共,,,,");
    QTest::newRow("a name that begins so") << QByteArray(",共青山,,,");
    QTest::newRow("seven digits are a document") << QByteArray("合计,,1234567,,");
}

void TestCheckRows::nobodyIsTakenForTotals()
{
    QFETCH(QByteArray, row);
    const auto lines = m_table.check("报名号,姓名,证件号码,手机号,班级\nN1,王五,,13800000001,\n" + row + "\n");
    QCOMPARE(TableChecks::totalsOf(lines)[u"checked"_s].toInt(), 2);
    QVERIFY(!TableChecks::rulesOf(lines).contains(u"input.totals-row"_s));
}

namespace {

constexpr const char *footed = "序号,报名号,姓名,证件号码,手机号,邮政编码,缴费金额,毕业日期\n"
                               "1,N1,王五,,13800000001,,,\n";

} // namespace

/// Who made a list and when, a page number, a sum without a word: told and counted, never dropped in silence.
void TestCheckRows::footersAreNoCandidates_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("who made it") << QByteArray("制表人：张三,,,,,,,");
    QTest::newRow("who made it, in the next cell") << QByteArray(",制表人：,张三,,,,,");
    QTest::newRow("who made and checked it, and when")
        << QByteArray("制表人：张三,,审核人：李四,,填表日期：2023-06-30,,,");
    QTest::newRow("with the date in a cell of its own") << QByteArray("审核人：,李四,,,,,,2023年6月30日");
    QTest::newRow("to be signed by hand") << QByteArray("审核人（签字）：,,,单位（盖章）：,,,,");
    QTest::newRow("with blanks between") << QByteArray("制 表 人 ： 张三,,,,,,,");
    QTest::newRow("without a colon") << QByteArray("制表人,,审核人,,填表日期,,,");
    QTest::newRow("with a phone behind its word") << QByteArray("填表人：张三,,,,联系电话：13800000009,,,");
    QTest::newRow("a note") << QByteArray("备注：以上名单经核对无误,,,,,,,");
    QTest::newRow("to be sealed") << QByteArray("学校（盖章）,,,,,,,");
    QTest::newRow("to be sealed, and when") << QByteArray("学校（盖章）,,,,日期,,,");
    QTest::newRow("to be sealed by a college") << QByteArray(",呼和浩特职业学院（公章）,,,,,,");
    QTest::newRow("how to fill it in") << QByteArray("填表说明：1.证件号码须为 18 位；2.姓名与证件一致。,,,,,,,");
    QTest::newRow("that it was checked") << QByteArray("以上名单经核对无误,,,,,,,");
    QTest::newRow("that it was checked, and who signs")
        << QByteArray("以上名单经核对无误,,,负责人（签字）：,,,日期：,");
    QTest::newRow("that it was checked, under the names") << QByteArray(",,以上信息经本人核对属实,, ,,,");
    QTest::newRow("a page number") << QByteArray("第 1 页 共 3 页,,,,,,,");
    QTest::newRow("a page number and how many there are, in two cells") << QByteArray("第1页,,,,,,,共3页");
    QTest::newRow("a page number between dashes") << QByteArray(",,,— 1 —,,,,");
    QTest::newRow("a page number between hyphens") << QByteArray("- 12 -,,,,,,,");
    QTest::newRow("a page number and a date") << QByteArray("第1页,,,,,,,2023年4月1日");
    QTest::newRow("a date alone") << QByteArray("2023年4月1日,,,,,,,");
    QTest::newRow("a date alone, as programs write it") << QByteArray("2023-04-01,,,,,,,");
    QTest::newRow("a date alone, under the names") << QByteArray(",,2023/4/1,,,,,");
    QTest::newRow("a date alone, in Chinese numerals") << QByteArray(",二〇二三年四月一日,,,,,,");
    QTest::newRow("a date and who made it") << QByteArray("2023年4月1日,,,制表人：张三,,,,");
    QTest::newRow("a phone alone") << QByteArray("联系电话：0471-6543210,,,,,,,");
    QTest::newRow("who made it, without a colon") << QByteArray("填表人张三,,,,,,,");
    QTest::newRow("a line to sign on") << QByteArray("填表人______,,,,审核人______,,,");
    QTest::newRow("the rest is blank") << QByteArray("（以下空白）,,,,,,,");
    QTest::newRow("an amount alone") << QByteArray(",,,,,,12000.50,");
    QTest::newRow("a number alone") << QByteArray("25,,,,,,,");
    QTest::newRow("a number of people under the names") << QByteArray(",,25,,,,8750,");
}

void TestCheckRows::footersAreNoCandidates()
{
    QFETCH(QByteArray, row);
    const auto lines = m_table.check(QByteArray(footed) + row + "\n");
    const QJsonObject totals = TableChecks::totalsOf(lines);
    QCOMPARE(totals[u"checked"_s].toInt(), 1);
    QCOMPARE(totals[u"skipped"_s][u"footer_row"_s].toInt(), 1);
    QCOMPARE(totals[u"rows"_s].toInt(), 3);
    QVERIFY(TableChecks::rulesOf(lines).contains(u"input.footer-row"_s));
}

/// A candidate of whom little is known is one: whatever may be somebody's own number, name or entry says so.
void TestCheckRows::nobodyIsTakenForAFooter_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("only a number of an application") << QByteArray(",N2,,,,,,");
    QTest::newRow("only a short number of an application") << QByteArray(",12,,,,,,");
    QTest::newRow("only a name") << QByteArray(",,张三,,,,,");
    QTest::newRow("only a name, where lists begin") << QByteArray("张三,,,,,,,");
    QTest::newRow("only a long name") << QByteArray(",,阿不都热西提·买买提,,,,,");
    QTest::newRow("a note with a number of somebody") << QByteArray("以上核对无误 150102199901010014,,,,,,,");
    QTest::newRow("a note and a name") << QByteArray("核对无误,,张三,,,,,");
    QTest::newRow("a note where a date belongs") << QByteArray(",,,,,,,说明");
    QTest::newRow("only a document") << QByteArray(",,,150102199901010014,,,,");
    QTest::newRow("only a short document") << QByteArray(",,,123456,,,,");
    QTest::newRow("only a phone") << QByteArray(",,,,13800000002,,,");
    QTest::newRow("only a postal code") << QByteArray(",,,,,010010,,");
    QTest::newRow("only a date") << QByteArray(",,,,,,,2022-06-30");
    QTest::newRow("a date and a name") << QByteArray("2023-04-01,,张三,,,,,");
    QTest::newRow("a date and a document") << QByteArray("2023-04-01,,,150102199901010014,,,,");
    QTest::newRow("a date and a fee") << QByteArray("2023-04-01,,,,,,350,");
    QTest::newRow("a serial number and a date") << QByteArray("5,,,,,,,2022-06-30");
    QTest::newRow("two dates") << QByteArray("2023-04-01,,,,,2023-04-02,,");
    QTest::newRow("a date of digits alone") << QByteArray(",,,20230401,,,,");
    QTest::newRow("a date that is none") << QByteArray("2023年13月1日,,,,,,,");
    QTest::newRow("a page number and a name") << QByteArray("— 1 —,,张三,,,,,");
    QTest::newRow("a page number and a fee") << QByteArray("第1页,,,,,,350,");
    QTest::newRow("a number of an application between hyphens") << QByteArray(",-N1-,,,,,,");
    QTest::newRow("a word for a phone without a colon") << QByteArray("联系电话,,,,,,,");
    QTest::newRow("a phone behind a word for one") << QByteArray("联系电话：,,,,13800000002,,,");
    QTest::newRow("who made it and a name") << QByteArray("填表人张三,,李四,,,,,");
    QTest::newRow("a serial number and a fee") << QByteArray("5,,,,,,350,");
    QTest::newRow("a number and a name") << QByteArray("2,,张三,,,,,");
    QTest::newRow("a long number without a heading of ours") << QByteArray("13800000002,,,,,,,");
    QTest::newRow("a name behind a word without a colon") << QByteArray("制表人,,张三,,,,,");
    QTest::newRow("a document behind a word") << QByteArray("制表人：,,,150102199901010014,,,,");
    QTest::newRow("a phone behind a word") << QByteArray("审核：,,,,13800000002,,,");
    QTest::newRow("a name behind one that is filled in") << QByteArray("审核：是,,张三,,,,,");
    QTest::newRow("a word that begins so") << QByteArray("单位职工,,,,,,,");
    QTest::newRow("the word somewhere else") << QByteArray("x,,,,,,,制表人：张三");
    QTest::newRow("a person called so") << QByteArray("1,N2,负责人,150102199901010014,,,,");
}

void TestCheckRows::nobodyIsTakenForAFooter()
{
    QFETCH(QByteArray, row);
    const auto lines = m_table.check(QByteArray(footed) + row + "\n");
    QCOMPARE(TableChecks::totalsOf(lines)[u"checked"_s].toInt(), 2);
    QVERIFY(!TableChecks::rulesOf(lines).contains(u"input.footer-row"_s));
}

/// A name or a number of an application may hold a word that notes hold, in the first column as anywhere.
void TestCheckRows::aLoneCellIsNoNoteWhereItMayBeSomebody_data()
{
    const QByteArray names = "姓名,报名号,手机号,邮政编码\n王五,N1,13800000001,\n";
    const QByteArray numbers = "报名号,姓名,手机号,邮政编码\nN1,王五,13800000001,\n";
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<bool>("isNote");
    QTest::newRow("a name") << names + "王属实,,," << false;
    QTest::newRow("a name with blanks") << names + "李 说 明,,," << false;
    QTest::newRow("a name in the second column") << numbers + ",王属实,," << false;
    QTest::newRow("a note among names") << names + "以上属实,,," << true;
    QTest::newRow("to be sealed among names") << names + "学校盖章,,," << true;
    QTest::newRow("more than a name") << names + "信息核对无误,,," << true;
    QTest::newRow("a college to seal") << names + "某某学院（公章）,,," << true;
    QTest::newRow("a number") << numbers + "填报2023-0015,,," << false;
    QTest::newRow("a short number") << numbers + "本表-101,,," << false;
    QTest::newRow("a note among numbers") << numbers + "填表说明,,," << true;
    QTest::newRow("a note that ends with a number") << numbers + "以上名单核对无误，共 125,,," << true;
    QTest::newRow("a note of a year") << numbers + "备注：2023年填报,,," << true;
}

void TestCheckRows::aLoneCellIsNoNoteWhereItMayBeSomebody()
{
    QFETCH(QByteArray, table);
    QFETCH(bool, isNote);
    const auto lines = m_table.check(table + "\n");
    QCOMPARE(TableChecks::totalsOf(lines)[u"checked"_s].toInt(), isNote ? 1 : 2);
    QCOMPARE(TableChecks::rulesOf(lines).contains(u"input.footer-row"_s), isNote);
}

/// What hides long numbers of persons would hide such a size; who reads the evidence wants numbers.
void TestCheckRows::theSizeOfACutCellIsNoNumberOfAPerson()
{
    const auto lines = m_table.check("报名号,姓名\nN1," + QByteArray("张").repeated(3'500'000) + "\n");
    const auto cut = std::ranges::find_if(
        lines, [](const QJsonObject &line) { return line[u"rule"_s] == u"input.cell-too-long"_s; });
    QVERIFY(cut != lines.end());
    QVERIFY2((*cut)[u"message_zh"_s].toString().contains(u"（262,144/10,500,000 字节）"_s),
             qPrintable((*cut)[u"message_zh"_s].toString()));
    QCOMPARE((*cut)[u"evidence"_s].toObject()[u"evidence"_s].toString(), u"262144/10500000"_s);
}

void TestCheckRows::aTableOfNobodyIsAnError()
{
    for (const QByteArray &table : {QByteArray("报名号,手机号\n"), QByteArray("报名号,手机号\n\n合计,0\n\n")}) {
        const auto lines = m_table.check(table);
        QVERIFY(TableChecks::rulesOf(lines).contains(u"input.no-candidates"_s));
        QVERIFY(TableChecks::totalsOf(lines)[u"table_errors"_s].toInt() > 0);
    }
    QVERIFY(!TableChecks::rulesOf(m_table.check("报名号,手机号\nN1,1\n")).contains(u"input.no-candidates"_s));
}

void TestCheckRows::progressKnowsTheWholeTableOrNothing_data()
{
    QTest::addColumn<bool>("isDecoded");
    QTest::newRow("a table that is read from any row") << false;
    QTest::newRow("a table that is read in order") << true;
}

/// Percent and time left are right or absent: a total that is told is that of the whole table.
void TestCheckRows::progressKnowsTheWholeTableOrNothing()
{
    QFETCH(bool, isDecoded);
    QByteArray csv = "报名号,姓名,手机号\n";
    for (int i = 0; i < 12'000; ++i)
        csv += "N" + QByteArray::number(i) + ",张三," + QByteArray::number(13800000000LL + i) + "\n";
    BatchOptions options = TableChecks::optionsFor(m_table.write(u"progress.csv"_s, isDecoded ? inGb18030(csv) : csv));
    options.jobs = 2;
    std::vector<std::int64_t> totals;
    options.progress = [&totals](BatchPhase phase, std::int64_t, std::int64_t total) {
        if (phase == BatchPhase::Checking)
            totals.push_back(total);
        else
            QCOMPARE(total, 0);
    };
    QVERIFY(checkTable(m_table.book(), options, {}).has_value());
    QVERIFY(totals.size() > 2);
    for (const std::int64_t total : totals)
        QCOMPARE(total, 12'001);
}

QTEST_GUILESS_MAIN(TestCheckRows)
#include "tst_checkrows.moc"
