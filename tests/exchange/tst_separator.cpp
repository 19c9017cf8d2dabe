#include "core/exchange/separator.h"
#include "tests/exchange/tables.h"

using namespace zsb;
using namespace zsb::test;

/// What parts the cells of a text table, found out by its first lines.
class TestSeparator : public QObject
{
    Q_OBJECT

private slots:
    void theSeparatorIsFoundOutOrGiven();
    void theSeparatorIsThatOfTheTableNotOfItsTitles_data();
    void theSeparatorIsThatOfTheTableNotOfItsTitles();
    void manyLinesSayMoreThanLongOnes();
    void materialsInACellPartNoCells();
    void wideCommasAreReadAcrossThePiecesOfAFile();
    void doubledQuotesDoNotEndACell();
    void oneQuoteNeverClosedSpoilsItsOwnCellOnly();
};

void TestSeparator::theSeparatorIsFoundOutOrGiven()
{
    QCOMPARE(readBytes("a;b;c\n1,5;2;3\n")[1].cells, (Cells{"1,5", "2", "3"}));
    QCOMPARE(readBytes("a\tb\n1,5\t2\n")[1].cells, (Cells{"1,5", "2"}));
    QCOMPARE(readBytes("\"x;y;z\",b\n1,2\n")[1].cells, (Cells{"1", "2"}));
    ReadOptions options;
    options.separator = '|';
    QCOMPARE(readBytes("a,b|c\n1,2|3\n", options)[1].cells, (Cells{"1,2", "3"}));
}

void TestSeparator::theSeparatorIsThatOfTheTableNotOfItsTitles_data()
{
    QTest::addColumn<QByteArray>("separator");
    QTest::newRow("commas") << QByteArray(",");
    QTest::newRow("semicolons") << QByteArray(";");
    QTest::newRow("tabs") << QByteArray("\t");
    QTest::newRow("bars") << QByteArray("|");
    QTest::newRow("full-width commas") << QByteArray("，");
}

void TestSeparator::theSeparatorIsThatOfTheTableNotOfItsTitles()
{
    QFETCH(QByteArray, separator);
    const auto line = [&separator](const QByteArrayList &cells) { return cells.join(separator) + '\n'; };
    const QByteArray text = "2023年，某校,名单;草稿|一\n" + line({"报名号", "姓名", "地址"}) +
                            line({"N1", "张三", "\"学府街，一号,二;三|四\t五\n六\""}) + line({"N2", "李四", "西街"});
    const auto rows = readBytes(text.toStdString());
    QCOMPARE(rows.size(), 4u);
    QCOMPARE(rows[1].cells, (Cells{"报名号", "姓名", "地址"}));
    QCOMPARE(rows[2].cells, (Cells{"N1", "张三", "学府街，一号,二;三|四\t五\n六"}));
    QCOMPARE(rows[3].cells, (Cells{"N2", "李四", "西街"}));
    QCOMPARE(readBytes("姓名\n张三\n")[1].cells, (Cells{"张三"}));
}

void TestSeparator::manyLinesSayMoreThanLongOnes()
{
    QCOMPARE(separatorOf(""), ',');
    QCOMPARE(separatorOf("姓名\n张三\n"), ',');
    QCOMPARE(separatorOf("a,b,c,d\nx;y\n1;2\n3;4\n"), ';');
    QCOMPARE(separatorOf("a,b\n1,二；三|四\n2,五|六\n"), ',');       // a bar must be more than a letter
    QCOMPARE(separatorOf("a,b\n1,西街，一号\n2,东街，二号\n"), ','); // and a full-width comma too
    QCOMPARE(separatorOf("a\tb\r\n\"1;2;3\n;;;;\"\t2\r\n"), '\t');
}

/// A comma of three bytes may lie across two pieces of what is read at a time.
void TestSeparator::wideCommasAreReadAcrossThePiecesOfAFile()
{
    for (const std::size_t before : {65'530u, 65'531u, 65'532u}) {
        std::string text = "甲，乙\n" + std::string(100, 'x') + "，y\n";
        text += std::string(before - text.size(), 'z') + "，\"引，号\"，w\n";
        const auto rows = readBytes(text);
        QCOMPARE(rows.size(), 3u);
        QCOMPARE(rows[2].cells.size(), 3u);
        QCOMPARE(rows[2].cells[1], std::string("引，号"));
        QCOMPARE(rows[2].cells[2], std::string("w"));
    }
    std::string cut = "甲，乙\n";
    for (int i = 0; i < 20; ++i)
        cut += "张三，李四\n";
    QCOMPARE(readBytes(cut + "1，2\xEF\xBC").back().cells[1],
             std::string("2\xEF\xBF\xBD\xEF\xBF\xBD")); // inside a letter
}

/// Semicolons part the materials of a candidate: `slot=file;slot=file`, however many there are.
void TestSeparator::materialsInACellPartNoCells()
{
    for (const int columns : {3, 30}) {
        std::string header = "document_number,portrait";
        std::string cells = ",p.jpg";
        for (int i = 3; i < columns; ++i) {
            header += ",c" + std::to_string(i);
            cells += ",x";
        }
        std::string text = header + ",materials\n";
        for (int i = 0; i < 10; ++i)
            text += "N" + std::to_string(i) + cells + ",diploma=d.jpg;form=f.jpg; permit=p.jpg;card=c.jpg\n";
        QCOMPARE(separatorOf(text), ',');
        QCOMPARE(readBytes(text)[1].cells.size(), std::size_t(columns));
    }
    // What is guarded with = is a cell, and a table may have semicolons all the same.
    QCOMPARE(separatorOf("a;b,c;d\n1;=\"2\";3\n4;=\"5\";6\n"), ';');
    QCOMPARE(separatorOf("a;b;c\n1;2;x=1,5\n3;4;y=2\n"), ';');
}

void TestSeparator::doubledQuotesDoNotEndACell()
{
    std::string text = "甲，乙，丙\n";
    for (int i = 0; i < 5; ++i)
        text += "1，\"说\"\"好，的\"\"；\"\"\"，3\n";
    const auto rows = readBytes(text);
    QCOMPARE(rows.size(), 6u);
    for (std::size_t i = 1; i < rows.size(); ++i)
        QCOMPARE(rows[i].cells, (Cells{"1", "说\"好，的\"；\"", "3"}));
    QCOMPARE(separatorOf("a\tb\n1\t\"\"\"x\"\";;;;;;;;\"\n2\t\"\"\"y\"\";;;;;;;;\"\n"), '\t');
}

/// It is plain text to the end of its cell, as CsvReader says, and the lines behind it are parted as those before.
void TestSeparator::oneQuoteNeverClosedSpoilsItsOwnCellOnly()
{
    std::string text = "甲，乙\n1，2\n3，\"四\n";
    for (int i = 0; i < 20'000; ++i) // more than what is read at a time
        text += "张三，李四\n";
    const auto rows = readBytes(text);
    QCOMPARE(rows.size(), 20'003u);
    QCOMPARE(rows[2].cells, (Cells{"3", "\"四"}));
    QCOMPARE(rows[3].cells, (Cells{"张三", "李四"}));
    QCOMPARE(rows.back().cells, (Cells{"张三", "李四"}));
    QCOMPARE(readBytes("a;b\n\"1;2\n3;4\n5;6\n")[3].cells, (Cells{"5", "6"}));
}

QTEST_GUILESS_MAIN(TestSeparator)
#include "tst_separator.moc"
