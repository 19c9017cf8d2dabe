#include "core/exchange/xlsxwriter.h"
#include "tests/batch/tablechecks.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QStringConverter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// What a check makes of the header of a table: columns known, unknown and lacking.
class TestCheckColumns : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreListedOnceAndNeverFatal();
    void aMissingColumnIsNoErrorOfEveryRow();
    void requiredColumnsThatLackAreToldOnce();
    void whatAlmostIsTheColumnIsNamed();
    void lackingColumnsAreAnErrorOfTheTable();
    void columnsOfOneFieldThatDifferAreToldInTheirRow();
    void columnsThatAreReadAlikeDoNotDiffer();
    void aSheetOfATextTableIsTold();
    void aSheetThatGoesOnWithTheListIsAnErrorOfTheTable();
    void sheetsBeyondTheHundredthAreSaidToBeUnseen();
    void titlesMayStandAboveTheHeader();
    void aHeaderOfTwoRowsIsAsWideAsBoth();
    void chineseHeadersAndGb18030AreRead();
    void theSummarySaysHowATextWasRead_data();
    void theSummarySaysHowATextWasRead();
    void aTableWithoutAKnownColumnIsRefused();

private:
    TableChecks m_table;
};

void TestCheckColumns::columnsAreListedOnceAndNeverFatal()
{
    const auto lines = m_table.check(
        m_table.optionsFor(m_table.write(u"cols.csv"_s, "报名号,爱好,手机号,手机号\n1,棋,13800000001,13800000001\n")));
    QVERIFY(!lines.isEmpty());
    const QJsonObject summary = lines.first()[u"summary"_s].toObject();
    QCOMPARE(summary[u"unknown_columns"_s].toArray(), QJsonArray{u"爱好"_s});
    QCOMPARE(summary[u"repeated_columns"_s].toArray(), QJsonArray{u"手机号"_s});
    QVERIFY(summary[u"missing_columns"_s].toArray().contains(u"document_number"_s));
    const auto repeated = std::ranges::find_if(
        lines, [](const QJsonObject &line) { return line[u"rule"_s].toString() == u"input.repeated-column"_s; });
    QVERIFY(repeated != lines.end());
    const QString zh = (*repeated)[u"message_zh"_s].toString();
    const QString en = (*repeated)[u"message_en"_s].toString();
    QVERIFY2(zh.contains(u"与第 3 列“手机号”重复"_s), qPrintable(zh));
    QVERIFY2(en.contains(u"repeats column 3 “手机号”"_s), qPrintable(en));
    QCOMPARE(summary[u"pack"_s].toString(), u"nm-2023"_s);
    QCOMPARE(summary[u"input_sha256"_s].toString().size(), 64);
}

void TestCheckColumns::aMissingColumnIsNoErrorOfEveryRow()
{
    const auto lines =
        m_table.check(m_table.optionsFor(m_table.write(u"few.csv"_s, "application_no,phone\nN1,13800000001\n")));
    QCOMPARE(lines.last()[u"totals"_s].toObject()[u"with_errors"_s].toInt(), 0);
}

void TestCheckColumns::requiredColumnsThatLackAreToldOnce()
{
    const auto missing = [this](const QByteArray &table) {
        return checkTable(m_table.book(), m_table.optionsFor(m_table.write(u"few.csv"_s, table)), {})->missing;
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

/// Which columns were sought, which were found, and which are written nearly so.
void TestCheckColumns::whatAlmostIsTheColumnIsNamed()
{
    const auto missing = [this](const QByteArray &header) {
        const QString input = m_table.write(u"near.csv"_s, header + "\n1,2,3\n");
        return QString::fromStdString(checkTable(m_table.book(), m_table.optionsFor(input), {})->missing->messageZh);
    };
    const QString told = missing("报名号,考生身份证号玛,爱好");
    QVERIFY2(told.contains(u"身份证号（相近的列：考生身份证号玛）"_s), qPrintable(told));
    QVERIFY2(told.contains(u"找到的列：报名号。"_s), qPrintable(told));
    QVERIFY2(!told.contains(u"爱好"_s), qPrintable(told));
    QVERIFY(!missing("报名号,手机,爱好").contains(u"相近的列：爱好"_s));
}

void TestCheckColumns::lackingColumnsAreAnErrorOfTheTable()
{
    const auto lines = m_table.check("姓名\n王五\n");
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1][u"rule"_s].toString(), u"input.missing-column"_s);
    QCOMPARE(lines[1][u"severity"_s].toString(), u"error"_s);
    QCOMPARE(lines[1][u"row"_s].toInt(), 1);
    const QJsonObject totals = TableChecks::totalsOf(lines);
    QCOMPARE(totals[u"table_errors"_s].toInt(), 1);
    QCOMPARE(totals[u"with_errors"_s].toInt(), 0); // it is no error of the row
}

/// Only the first of two columns of one field is checked: where the other says something else, somebody has to look.
void TestCheckColumns::columnsOfOneFieldThatDifferAreToldInTheirRow()
{
    const auto lines = m_table.check("报名号,手机号,姓名,手机号\n"
                                     "N1,13800000001,张三,13800000002\nN2,13800000003,李四,138 0000 0003\n"
                                     "N3,13800000004,王五,\nN4,,赵六,13800000005\n报名号,手机号,姓名,手机号\n");
    QList<int> rows;
    for (const QJsonObject &line : lines) {
        if (line[u"rule"_s] != u"input.columns-differ"_s)
            continue;
        rows.append(line[u"row"_s].toInt());
        const QString zh = line[u"message_zh"_s].toString();
        const QString en = line[u"message_en"_s].toString();
        QVERIFY2(zh.contains(u"第 4 列“手机号”与第 2 列“手机号”"_s), qPrintable(zh));
        QVERIFY2(en.contains(u"Column 4"_s) && en.contains(u"column 2"_s), qPrintable(en));
        QCOMPARE(line[u"severity"_s].toString(), u"warning"_s);
    }
    QCOMPARE(rows, (QList{2, 5}));
}

/// Two ways to write one value are no difference, so what each column is read as is compared.
void TestCheckColumns::columnsThatAreReadAlikeDoNotDiffer()
{
    const auto rowsThatDiffer = [this](const QByteArray &label, const QByteArray &rows) {
        QList<int> differ;
        for (const QJsonObject &line : m_table.check("报名号," + label + ',' + label + '\n' + rows))
            if (line[u"rule"_s] == u"input.columns-differ"_s)
                differ.append(line[u"row"_s].toInt());
        return differ;
    };
    QCOMPARE(rowsThatDiffer("入伍时间", "N1,2018-09,2018年9月\nN2,2018.6,2018-06\nN3,2018-09,2018.8\n"), QList{4});
    QCOMPARE(rowsThatDiffer("民族", "N1,汉族,01\nN2,汉,汉族\nN3,汉族,02\nN4,不详,01\n"), (QList{4, 5}));
    QCOMPARE(rowsThatDiffer("毕业日期", "N1,2022-06-30,20220630\nN2,2022-06-30,2022-06\n"), QList{3});
}

void TestCheckColumns::aSheetOfATextTableIsTold()
{
    BatchOptions options = m_table.optionsFor(m_table.write(u"sheet.csv"_s, "报名号,手机号\n1,13800000001\n"));
    QVERIFY(!TableChecks::rulesOf(m_table.check(options)).contains(u"input.no-sheets"_s));
    options.reading.sheet = "名单";
    const auto lines = m_table.check(options);
    QVERIFY(TableChecks::rulesOf(lines).contains(u"input.no-sheets"_s));
    QVERIFY(lines[1][u"message_zh"_s].toString().contains(u"--sheet 名单"_s));
}

/// Nobody of the second sheet was checked, so nobody may take the table for good.
void TestCheckColumns::aSheetThatGoesOnWithTheListIsAnErrorOfTheTable()
{
    const auto write = [this](const QString &name, std::string_view header, bool hasRows) {
        XlsxStyle style;
        style.sheet = "一班";
        const auto workbook = *XlsxWriter::create(m_table.path(name).toStdString(), {}, style);
        style.sheet = "二班";
        QVERIFY(workbook->addSheet(style));
        for (const std::size_t sheet : {std::size_t(0), std::size_t(1)}) {
            const std::array<std::string_view, 2> cells = {sheet == 0 ? "报名号" : header, "手机号"};
            QVERIFY(workbook->writeText(cells, sheet));
            const std::array<std::string_view, 2> row = {sheet == 0 ? "N1" : "N2", "13800000001"};
            if (sheet == 0 || hasRows)
                QVERIFY(workbook->writeText(row, sheet));
        }
        QVERIFY(workbook->finish());
    };
    const auto said = [this](const QString &name, const std::string &sheet) {
        BatchOptions options = m_table.optionsFor(m_table.path(name));
        options.reading.sheet = sheet;
        const auto lines = m_table.check(options);
        QString words = u"%1: "_s.arg(TableChecks::totalsOf(lines)[u"table_errors"_s].toInt());
        for (const QJsonObject &line : lines)
            if (line[u"rule"_s].toString().endsWith(u"-sheets"_s))
                words += line[u"rule"_s].toString() + u' ' + line[u"message_zh"_s].toString();
        return words;
    };
    write(u"classes.xlsx"_s, "报名号", true);
    const QString same = said(u"classes.xlsx"_s, {});
    QVERIFY2(same.contains(u"input.same-sheets"_s) && same.contains(u"二班；请用 --sheet"_s), qPrintable(same));
    QVERIFY2(!same.contains(u"input.other-sheets"_s), qPrintable(same));
    const int errors = same.section(u':', 0, 0).toInt();
    const QString asked = said(u"classes.xlsx"_s, "一班");
    QVERIFY2(asked.contains(u"input.other-sheets"_s) && asked.section(u':', 0, 0).toInt() == errors - 1,
             qPrintable(asked));
    write(u"form.xlsx"_s, "报名号", false);
    QVERIFY2(said(u"form.xlsx"_s, {}).contains(u"input.other-sheets"_s), "nobody is below the header");
    write(u"other.xlsx"_s, "姓名", true);
    QVERIFY2(said(u"other.xlsx"_s, {}).contains(u"input.other-sheets"_s), "another header");
}

/// However many sheets there are, a check begins soon, and none is passed over in silence.
void TestCheckColumns::sheetsBeyondTheHundredthAreSaidToBeUnseen()
{
    const auto rulesWith = [this](int further) {
        const QString name = u"many.xlsx"_s;
        XlsxStyle style;
        style.sheet = "名单";
        const auto workbook = *XlsxWriter::create(m_table.path(name).toStdString(), {}, style);
        const std::array<std::string_view, 2> header = {"报名号", "手机号"};
        const std::array<std::string_view, 2> row = {"N1", "13800000001"};
        const bool isWritten = workbook->writeText(header, 0) && workbook->writeText(row, 0);
        for (int i = 1; i <= further; ++i) {
            style.sheet = "说明" + std::to_string(i);
            if (!workbook->addSheet(style))
                return QStringList();
        }
        if (!isWritten || !workbook->finish())
            return QStringList();
        const auto lines = m_table.check(m_table.optionsFor(m_table.path(name)));
        QStringList said;
        for (const QJsonObject &line : lines)
            if (line[u"rule"_s].toString().endsWith(u"-sheets"_s))
                said += line[u"severity"_s].toString() + u' ' + line[u"rule"_s].toString() + u' ' +
                        line[u"evidence"_s].toObject()[u"evidence"_s].toString().right(12);
        return said;
    };
    QCOMPARE(rulesWith(100), QStringList{u"warning input.other-sheets 说明50 … (100)"_s});
    QCOMPARE(rulesWith(102), (QStringList{u"error input.unseen-sheets 说明101, 说明102"_s,
                                          u"warning input.other-sheets 说明50 … (100)"_s}));
}

void TestCheckColumns::titlesMayStandAboveTheHeader()
{
    const auto lines = m_table.check(
        m_table.optionsFor(m_table.write(u"title.csv"_s, "考生名单\n制表 某校\n报名号,手机号\n1,13800000001\n")));
    QVERIFY(!lines.isEmpty());
    QCOMPARE(lines.first()[u"summary"_s].toObject()[u"header_row"_s].toInt(), 3);
    const QJsonObject totals = lines.last()[u"totals"_s].toObject();
    QCOMPARE(totals[u"rows"_s].toInt(), 4);
    QCOMPARE(totals[u"skipped"_s].toObject()[u"above_header"_s].toInt(), 2);
}

void TestCheckColumns::aHeaderOfTwoRowsIsAsWideAsBoth()
{
    const QByteArray header = "报名号,考生信息,,手机号\n,姓名\n";
    const auto whole = m_table.check(m_table.optionsFor(m_table.write(u"two.csv"_s, header + "1,张三,,13800000001\n")));
    QCOMPARE(whole.first()[u"summary"_s].toObject()[u"header_row"_s].toInt(), 2);
    QVERIFY(!TableChecks::rulesOf(whole).contains(u"input.extra-cells"_s));
    const auto more =
        m_table.check(m_table.optionsFor(m_table.write(u"more.csv"_s, header + "1,张三,,13800000001,x\n")));
    QVERIFY(TableChecks::rulesOf(more).contains(u"input.extra-cells"_s));
}

void TestCheckColumns::chineseHeadersAndGb18030AreRead()
{
    // 报名号,姓名 / 1,张三 in GB18030.
    const auto lines = m_table.check(m_table.optionsFor(
        m_table.write(u"gb.csv"_s, "\xB1\xA8\xC3\xFB\xBA\xC5,\xD0\xD5\xC3\xFB\n1,\xD5\xC5\xC8\xFD\n")));
    QVERIFY(!lines.isEmpty());
    QCOMPARE(lines.first()[u"summary"_s].toObject()[u"columns"_s].toArray().size(), 2);
    QCOMPARE(lines.last()[u"totals"_s].toObject()[u"with_errors"_s].toInt(), 0);
}

void TestCheckColumns::theSummarySaysHowATextWasRead_data()
{
    const auto encoded = [](const char *name) {
        QStringEncoder encoder(name);
        return QByteArray(encoder(u"报名号,姓名\n1,张三\n"_s));
    };
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("said");
    QTest::newRow("UTF-8, found out") << encoded("UTF-8") << u""_s << u"UTF-8"_s;
    QTest::newRow("GB 18030, found out") << encoded("GB18030") << u""_s << u"GB18030"_s;
    QTest::newRow("UTF-16, found out") << encoded("UTF-16LE") << u""_s << u"UTF-16LE"_s;
    QTest::newRow("asked for by another name") << encoded("GB18030") << u"gbk"_s << u"GB18030"_s;
}

/// Who reads a report later need not guess again; a check that goes on is compared by it.
void TestCheckColumns::theSummarySaysHowATextWasRead()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, asked);
    QFETCH(QString, said);
    BatchOptions options = m_table.optionsFor(m_table.write(u"encoded.csv"_s, table));
    options.reading.encoding = asked.toStdString();
    const auto lines = m_table.check(options);
    QVERIFY(!lines.isEmpty());
    QCOMPARE(lines.first()[u"summary"_s].toObject()[u"encoding"_s].toString(), said);
}

void TestCheckColumns::aTableWithoutAKnownColumnIsRefused()
{
    const auto totals = checkTable(m_table.book(), m_table.optionsFor(m_table.write(u"none.csv"_s, "x,y\n1,2\n")), {});
    QCOMPARE(totals.error().code, ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestCheckColumns)
#include "tst_checkcolumns.moc"
