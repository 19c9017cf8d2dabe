#include "core/policy/csvtable.h"

#include <QTest>

using namespace zsb;

/// A pack's tables keep their lines, so that an error of the pack names file and line.
class TestCsvTable : public QObject
{
    Q_OBJECT

private slots:
    void commentsAndBlankLinesAreSkippedButCounted();
    void quotedCellsHoldCommasQuotesAndLineBreaks();
    void lineEndsOfWindowsAndAMissingLastOneAreFine();
    void rowsKeepTheLengthTheyHave();
    void columnsAreFoundByName();
    void listsAreTrimmedAndWithoutEmptyParts();
};

void TestCsvTable::commentsAndBlankLinesAreSkippedButCounted()
{
    const CsvTable table = readCsvTable("\xEF\xBB\xBF# source, \"open\n\ncode,name\n# between\n01,汉族\n");
    QCOMPARE(table.headerLine, 3);
    QCOMPARE(table.rows.size(), std::size_t(1));
    QCOMPARE(table.rows[0].line, 5);
    QCOMPARE(table.rows[0].cells[1], std::string("汉族"));
}

void TestCsvTable::quotedCellsHoldCommasQuotesAndLineBreaks()
{
    const CsvTable table = readCsvTable("a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n");
    QCOMPARE(table.rows[0].cells[0], std::string("x, \"y\"\nz"));
    QCOMPARE(table.rows[0].line, 2);
    QCOMPARE(table.rows[1].line, 4);
}

void TestCsvTable::lineEndsOfWindowsAndAMissingLastOneAreFine()
{
    const CsvTable table = readCsvTable("a,b\r\n1,2\r\n3,\"4\"");
    QCOMPARE(table.header[1], std::string("b"));
    QCOMPARE(table.rows[0].cells[1], std::string("2"));
    QCOMPARE(table.rows[1].cells[1], std::string("4"));
}

void TestCsvTable::rowsKeepTheLengthTheyHave()
{
    const CsvTable table = readCsvTable("a,b\n1\n1,2,3\n1,\n");
    QCOMPARE(table.rows[0].cells.size(), std::size_t(1));
    QCOMPARE(table.rows[1].cells.size(), std::size_t(3));
    QCOMPARE(table.rows[2].cells.size(), std::size_t(2));
    QCOMPARE(readCsvTable("").headerLine, 0);
}

void TestCsvTable::columnsAreFoundByName()
{
    const CsvTable table = readCsvTable("a,b\n");
    QCOMPARE(table.column("b"), 1);
    QCOMPARE(table.column("c"), -1);
}

void TestCsvTable::listsAreTrimmedAndWithoutEmptyParts()
{
    QCOMPARE(splitList(" a | b||c|"), (std::vector<std::string>{"a", "b", "c"}));
    QVERIFY(splitList("").empty());
}

QTEST_GUILESS_MAIN(TestCsvTable)
#include "tst_csvtable.moc"
