#include "core/batch/repair.h"
#include "core/batch/repairedtable.h"
#include "core/batch/rowrecord.h"
#include "core/batch/writtendate.h"
#include "core/exchange/tablereader.h"
#include "tests/exchange/tables.h"
#include "tests/support/testpack.h"

#include <QTest>

using namespace zsb;
using namespace zsb::test;

/// What cells mean when they are written otherwise than their field asks for; never silent, never a guess.
class TestRepair : public QObject
{
    Q_OBJECT

private slots:
    void datesAreRead_data();
    void datesAreRead();
    void whatIsNoDateIsLeftAlone_data();
    void whatIsNoDateIsLeftAlone();
    void cellsAreRepaired_data();
    void cellsAreRepaired();
    void cellsThatAreFineAreLeftAlone_data();
    void cellsThatAreFineAreLeftAlone();
    void whatIsTooLongForANumberIsNone();
    void blankCellsAreEmpty();
    void aRepairIsToldWithItsOriginal();
    void aMonthIsToldToLackItsDay();
    void theRepairedTableHasAsManyRows();
    void theRepairedTableNeedsNoRepair();
    void aWorkbookIsRepairedToo();
    void whatIsNoCandidateIsNotRepaired();
    void anotherEndingIsRefused();
};

void TestRepair::datesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day"); // empty: a month
    QTest::addColumn<QString>("month");
    const auto add = [](const char *text, const char *day, const char *month) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(day) << QString::fromLatin1(month);
    };
    add("2023.6", "", "2023-06-01");
    add("2023.06", "", "2023-06-01");
    add("2023.10", "", "2023-10-01");
    add("2023.12", "", "2023-12-01");
    add("2023-6", "", "2023-06-01");
    add("2023-1", "", "2023-01-01"); // a hyphen never loses a zero
    add("2023/6/30", "2023-06-30", "2023-06-01");
    add("2023.6.30", "2023-06-30", "2023-06-01");
    add("2023年6月", "", "2023-06-01");
    add("2023年1月", "", "2023-01-01");
    add("2023年6月30日", "2023-06-30", "2023-06-01");
    add("2023 年 6 月 30 日", "2023-06-30", "2023-06-01");
    add("２０２３年６月", "", "2023-06-01");
    add("二〇二三年六月", "", "2023-06-01");
    add("二○二三年十二月三十一日", "2023-12-31", "2023-12-01");
    add("二零二三年十月二十日", "2023-10-20", "2023-10-01");
    add("20230630", "2023-06-30", "2023-06-01");
    add("202306", "", "2023-06-01");
    add("2023-06-30 00:00:00", "2023-06-30", "2023-06-01");
    add("2023/6/30 0:00", "2023-06-30", "2023-06-01");
    add("45107", "2023-06-30", "2023-06-01");
    add("2024/2/29", "2024-02-29", "2024-02-01");
}

void TestRepair::datesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, day);
    QFETCH(QString, month);
    const WrittenDate date = readWrittenDate(text.toStdString(), false);
    QVERIFY(date.month);
    QCOMPARE(QString::fromStdString(formatDay(*date.month)), month);
    QCOMPARE(date.day ? QString::fromStdString(formatDay(*date.day)) : QString(), day);
    QVERIFY(!date.ambiguous);
}

void TestRepair::whatIsNoDateIsLeftAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"",          "2023",        "2023.13", "2023.0", "2023/2/30",    "2023/2/29",          "23.6",
          "6/30/2023", "1899.6",      "2100.6",  "六月",   "2023年六十月", "毕业于2023年6月",    "19999",
          "60001",     "2023.6.30.1", "1.5E+17", "Jun-23", "十十",         "2023年6月30日12:00", "----",
          "年月日"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRepair::whatIsNoDateIsLeftAlone()
{
    QFETCH(QString, text);
    const WrittenDate date = readWrittenDate(text.toStdString(), false);
    QVERIFY(!date.month && !date.day && !date.ambiguous);
}

void TestRepair::cellsAreRepaired_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    const auto add = [](Field field, const char *cell, const char *value, RepairKind kind) {
        QTest::newRow(cell) << int(field) << QString::fromUtf8(cell) << QString::fromUtf8(value) << int(kind);
    };
    add(Field::DocumentNumber, "'11010519491231002X", "11010519491231002X", RepairKind::Apostrophe);
    add(Field::DocumentNumber, "‘11010519491231002X", "11010519491231002X", RepairKind::Apostrophe);
    add(Field::DocumentNumber, "１１０１０５19491231002Ｘ", "11010519491231002X", RepairKind::Width);
    add(Field::DocumentNumber, "110105 19491231 002X", "11010519491231002X", RepairKind::Blanks);
    add(Field::Phone,
        "\xE3\x80\x80"
        "13800000001",
        "13800000001", RepairKind::Blanks);
    add(Field::Phone,
        "138\xE2\x80\x8B"
        "00000001",
        "13800000001", RepairKind::Blanks);
    add(Field::Phone, "13800000001 ", "13800000001", RepairKind::Blanks);
    add(Field::Name, " 张三", "张三", RepairKind::Blanks);
    add(Field::Name, "张\xEF\xBB\xBF三", "张三", RepairKind::Blanks);
    add(Field::Ethnicity, "蒙古", "蒙古族", RepairKind::Code);
    add(Field::Ethnicity, "2", "02", RepairKind::Code);
    add(Field::AwardPending, "否", "0", RepairKind::Code);
    add(Field::AwardPending, "是", "1", RepairKind::Code);
    add(Field::AwardPending, "１", "1", RepairKind::Width);
    add(Field::EnlistmentMonth, "2020.9", "2020-09", RepairKind::Date);
    add(Field::EnlistmentMonth, "2020-09-10", "2020-09", RepairKind::Date);
    add(Field::GraduationDate, "2022年6月30日", "2022-06-30", RepairKind::Date);
    add(Field::GraduationDate, "44742", "2022-06-30", RepairKind::DateSerial);
    add(Field::GraduationDate, "2022.6", "2022-06", RepairKind::Date); // no day is made up
    add(Field::GraduationDate, "二〇二二年六月", "2022-06", RepairKind::Date);
    add(Field::GraduationDate, "202206", "2022-06", RepairKind::Date);
}

void TestRepair::cellsAreRepaired()
{
    QFETCH(int, field);
    QFETCH(QString, cell);
    QFETCH(QString, value);
    QFETCH(int, kind);
    CellRepairer repairer(nm2023(), false);
    const auto repair = repairer.repair(Field(field), cell.toStdString());
    QVERIFY(repair);
    QCOMPARE(QString::fromStdString(repair->value), value);
    QCOMPARE(int(repair->kind), kind);
    QCOMPARE(QString::fromStdString(repair->original), cell);
    QVERIFY(repair->applied);
    QVERIFY2(!repairer.repair(Field(field), repair->value), "what is repaired needs no repair");
}

void TestRepair::cellsThatAreFineAreLeftAlone_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("cell");
    const auto add = [](Field field, const char *cell) {
        QTest::newRow(cell) << int(field) << QString::fromUtf8(cell);
    };
    add(Field::DocumentNumber, "11010519491231002X");
    add(Field::DocumentNumber, "1.10105E+17"); // lost, nothing to repair
    add(Field::Phone, "138-0000-0001");
    add(Field::Name, "阿里木·买买提");
    add(Field::Name, "\xE1\xA0\xA0\xE1\xA0\xA8\xE1\xA0\x8D"); // Mongolian with a selector
    add(Field::MailingAddress, "呼和浩特市 赛罕区");
    add(Field::Ethnicity, "02");
    add(Field::Ethnicity, "蒙古族");
    add(Field::Ethnicity, "火星族");
    add(Field::EnlistmentMonth, "2020-09");
    add(Field::EnlistmentMonth, "很久以前");
    add(Field::GraduationDate, "2022-06-30");
    add(Field::GraduationDate, "2022-06"); // the rule says that the day lacks
    add(Field::GraduationDate, "2022-06-31");
    add(Field::AwardPending, "0");
    add(Field::AwardPending, "也许");
    add(Field::SubmittedAt, "2023-02-20T09:00:00+08:00");
    add(Field::Portrait, "ａ .jpg");
    add(Field::Phone, "");
}

void TestRepair::cellsThatAreFineAreLeftAlone()
{
    QFETCH(int, field);
    QFETCH(QString, cell);
    CellRepairer repairer(nm2023(), false);
    QVERIFY(!repairer.repair(Field(field), cell.toStdString()));
    QVERIFY(!repairer.repair(Field(field), cell.toStdString())); // nor when it was seen before
}

/// A text of 200 KB in every cell of a column is looked through by the rules once, not letter by letter before.
void TestRepair::whatIsTooLongForANumberIsNone()
{
    CellRepairer repairer(nm2023(), false);
    const auto wide = [](int digits) {
        std::string text;
        for (int i = 0; i < digits; ++i)
            text += "１";
        return text;
    };
    const auto longest = repairer.repair(Field::Phone, wide(170)); // 510 bytes
    QVERIFY(longest && longest->value == std::string(170, '1'));
    QVERIFY(!repairer.repair(Field::Phone, wide(171)));
}

void TestRepair::blankCellsAreEmpty()
{
    ColumnMap map;
    map.fields = {Field::Name, Field::Phone, Field::MailingAddress};
    const std::array<Cell, 3> cells = {Cell{" ", CellKind::Text}, Cell{"\xE3\x80\x80", CellKind::Text},
                                       Cell{"呼和浩特市", CellKind::Text}};
    RowChunk chunk;
    chunk.append({.number = 2, .line = 2, .cells = cells, .problems = {}});
    FileFacts files({}, {});
    RowRecord reader(nm2023(), map, files);
    const Record &record = reader.fill(chunk, chunk.rows.front());
    QVERIFY(record.knows(Field::Name) && record.isEmpty(Field::Name) && record.isEmpty(Field::Phone));
    QCOMPARE(record.text(Field::MailingAddress), std::string_view("呼和浩特市"));
    QVERIFY(reader.repairs().empty());
}

void TestRepair::aRepairIsToldWithItsOriginal()
{
    CellRepairer repairer(nm2023(), true);
    auto repair = repairer.repair(Field::GraduationDate, "43280");
    QVERIFY(repair);
    QCOMPARE(repair->value, std::string("2022-06-30"));
    repair->column = 4;
    const Finding finding = findingOf(*repair, "毕业日期");
    QCOMPARE(finding.rule, std::string("input.repaired-date-serial"));
    QCOMPARE(finding.severity, Severity::Warning);
    for (const std::string &message : {finding.messageZh, finding.messageEn})
        for (const char *part : {"毕业日期", "43280", "2022-06-30", "5"})
            QVERIFY2(message.find(part) != std::string::npos, message.c_str());
    const auto unsure = repairer.repair(Field::EnlistmentMonth, "2020.1");
    QVERIFY(unsure && !unsure->applied);
    QCOMPARE(findingOf(*unsure, "入伍时间").rule, std::string("input.ambiguous-month"));
    QVERIFY(findingOf(*unsure, "入伍时间").messageZh.ends_with("YYYY-MM"));
}

/// A month where a day belongs is told as that, in both languages, with what stands there.
void TestRepair::aMonthIsToldToLackItsDay()
{
    CellRepairer repairer(nm2023(), false);
    const auto repair = repairer.repair(Field::GraduationDate, "2023年6月");
    QVERIFY(repair && repair->applied && repair->lacksDay);
    const Finding finding = findingOf(*repair, "毕业日期");
    QCOMPARE(finding.rule, std::string("input.repaired-date"));
    for (const char *part : {"2023年6月", "2023-06", "缺日"})
        QVERIFY2(finding.messageZh.find(part) != std::string::npos, finding.messageZh.c_str());
    QVERIFY2(finding.messageEn.find("without its day") != std::string::npos, finding.messageEn.c_str());
    const auto unsure = repairer.repair(Field::GraduationDate, "2023.1");
    QVERIFY(unsure && !unsure->applied);
    QVERIFY(findingOf(*unsure, "毕业日期").messageZh.find("缺日") != std::string::npos);
    const auto whole = repairer.repair(Field::GraduationDate, "2023.6.1");
    QVERIFY(whole && !whole->lacksDay);
    const auto month = repairer.repair(Field::EnlistmentMonth, "2023.6");
    QVERIFY(month && !month->lacksDay);
}

namespace {

constexpr std::string_view messy = "考生名单\n"
                                   "报名号,姓名,身份证号,入伍时间,民族,备注\n"
                                   "N1,阿里木•买买提,'11010519491231002X,2020年9月,蒙古,\"a,b\"\n"
                                   "\n"
                                   "N2,李四,1.10105E+17,2020.1,汉族\n"
                                   "报名号,姓名,身份证号,入伍时间,民族,备注\n"
                                   "N3,王五,，,2020-09,汉族,c,d\n";

std::vector<ReadRow> readFile(const std::string &path)
{
    ReadOptions options;
    options.headerRow = 0;
    return readAll(*mustOpen(path, options));
}

} // namespace

void TestRepair::theRepairedTableHasAsManyRows()
{
    const TemporaryTable input(messy);
    const std::string output = input.path() + ".repaired.csv";
    const auto counts = writeRepairedTable(input.path(), {}, nm2023(), output);
    QVERIFY2(counts.has_value(), counts ? "" : counts.error().detail.c_str());
    QCOMPARE(counts->rows, 7);
    QCOMPARE(counts->cells, 4);
    const auto before = readFile(input.path());
    const auto after = readFile(output);
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(after[i].number, before[i].number);
    QCOMPARE(after[1].cells.back(), std::string("原值 originals"));
    QCOMPARE(after[2].cells,
             (Cells{"N1", "阿里木·买买提", "11010519491231002X", "2020-09", "蒙古族", "a,b",
                    "姓名=阿里木•买买提; 身份证号='11010519491231002X; 入伍时间=2020年9月; 民族=蒙古"}));
    QCOMPARE(after[3].cells, (Cells{"N2", "李四", "1.10105E+17", "2020.1", "汉族", "", ""}));
    QCOMPARE(after[5].cells, (Cells{"N3", "王五", "，", "2020-09", "汉族", "c", "", "d"}));
}

void TestRepair::theRepairedTableNeedsNoRepair()
{
    const TemporaryTable input(messy);
    const std::string once = input.path() + ".once.csv";
    const std::string twice = input.path() + ".twice.csv";
    QVERIFY(writeRepairedTable(input.path(), {}, nm2023(), once).has_value());
    const auto counts = writeRepairedTable(once, {}, nm2023(), twice);
    QVERIFY(counts.has_value());
    QCOMPARE(counts->cells, 0);
    QCOMPARE(counts->rows, 7);
}

void TestRepair::aWorkbookIsRepairedToo()
{
    const TemporaryTable input(messy);
    const std::string output = input.path() + ".xlsx";
    const auto counts = writeRepairedTable(input.path(), {}, nm2023(), output);
    QVERIFY2(counts.has_value(), counts ? "" : counts.error().detail.c_str());
    const auto after = readFile(output);
    QCOMPARE(after[2].number, 3);
    QCOMPARE(after[2].cells[2], std::string("11010519491231002X"));
    QCOMPARE(after[2].kinds[2], CellKind::Text);
}

/// Rows a check skips are written as they were, to the byte.
void TestRepair::whatIsNoCandidateIsNotRepaired()
{
    const TemporaryTable input("报名号,姓名,身份证号,毕业日期,序号\n"
                               "N1,张三,,2023.6.30,1\n"
                               "制表人：李•四,,,2023年6月30日,\n"
                               "本表共１人,,,2023年6月30日,\n"
                               "2023年6月30日,,,,\n");
    const std::string output = input.path() + ".footer.csv";
    const auto counts = writeRepairedTable(input.path(), {}, nm2023(), output);
    QVERIFY(counts.has_value());
    QCOMPARE(counts->cells, 1);
    const auto before = readFile(input.path());
    const auto after = readFile(output);
    QCOMPARE(after.size(), before.size());
    QCOMPARE(after[1].cells[3], std::string("2023-06-30"));
    for (std::size_t row = 2; row < before.size(); ++row)
        for (std::size_t column = 0; column < before[row].cells.size(); ++column)
            QCOMPARE(after[row].cells[column], before[row].cells[column]);
}

void TestRepair::anotherEndingIsRefused()
{
    const TemporaryTable input(messy);
    QCOMPARE(writeRepairedTable(input.path(), {}, nm2023(), input.path() + ".doc").error().code, ErrorCode::Invalid);
    QCOMPARE(writeRepairedTable(input.path() + ".absent", {}, nm2023(), "x.csv").error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
