#include "core/exchange/sheetrow.h"
#include "tests/exchange/tables.h"
#include "tests/exchange/xlsbytes.h"

using namespace zsb;
using namespace zsb::test;

namespace {

XlsBook aBook()
{
    XlsBook book;
    book.texts({u"姓名", u"身份证号", u"ᠮᠣᠩ\u202Fᠤᠨ", u"𠮷"});
    book.text(0, 0, 0);
    book.text(0, 1, 1);
    return book;
}

std::vector<ReadRow> readBook(const XlsBook &book)
{
    const TemporaryTable table(book.bytes(), "book.xls");
    return readAll(*mustOpen(table.path()));
}

} // namespace

/// Old binary workbooks are read as Excel shows them, and numbers that Excel has rounded are told apart.
class TestXlsReader : public QObject
{
    Q_OBJECT

private slots:
    void textsAndNumbersAreRead();
    void packedNumbersAndOwnTextsAreRead();
    void cellsOutOfOrderAreSorted();
    void anIdStoredAsANumberIsToldApart();
    void datesFollowTheirFormat();
    void booleansErrorsAndFormulasAreRead();
    void theContentDecidesNotTheName();
    void blankRowsAreCounted();
    void ofTwoCellsAtOnePlaceTheLaterCounts();
    void aSecondPassReadsTheSame();
    void aLockedBookIsRefused();
    void aBookBeyondTheLimitIsRefused();
    void aLargeBookIsReadAsItIs();
    void damageIsAnError();
    void aBookThatWasCutIsDamaged();
    void textsOfExcel95AreReadInTheirCodePage_data();
    void textsOfExcel95AreReadInTheirCodePage();
    void hiddenRowsAreReadAndReported();
    void aFormulaWhoseTextIsMissingIsReported();
    void aChainOfTablesBeyondTheEndEnds();
    void aRowIsBoundedHoweverOftenACellIsWritten();
    void textsAreCutAnywhereAndAreWhole();
    void sectorsMayStandInAnyOrder();
};

void TestXlsReader::textsAndNumbersAreRead()
{
    XlsBook book = aBook();
    book.text(1, 0, 2);
    book.number(1, 1, 13800138000.0);
    book.text(2, 0, 3);
    book.number(2, 1, 0.1);
    const auto rows = readBook(book);
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[0].cells, (Cells{"姓名", "身份证号ID"}));
    QCOMPARE(rows[1].cells, (Cells{"ᠮᠣᠩ\u202Fᠤᠨ", "13800138000"}));
    QCOMPARE(rows[2].cells, (Cells{"𠮷", "0.1"}));
    QCOMPARE(rows[1].kinds, (std::vector{CellKind::Text, CellKind::Number}));
}

void TestXlsReader::packedNumbersAndOwnTextsAreRead()
{
    XlsBook book = aBook();
    book.numbers(1, 0, {7, 8});
    book.packed(2, 0, 1234 << 2 | 3);                                          // an integer in hundredths
    book.packed(2, 1, std::uint32_t(std::bit_cast<std::uint64_t>(1.5) >> 32)); // the upper half of a double
    book.packed(3, 0, std::uint32_t(-5) << 2 | 2);
    book.label(3, 1, u"自己的");
    const auto rows = readBook(book);
    QCOMPARE(rows[1].cells, (Cells{"7", "8"}));
    QCOMPARE(rows[2].cells, (Cells{"12.34", "1.5"}));
    QCOMPARE(rows[3].cells, (Cells{"-5", "自己的"}));
}

void TestXlsReader::cellsOutOfOrderAreSorted()
{
    XlsBook book;
    book.number(1, 1, 4);
    book.number(0, 1, 2);
    book.number(1, 0, 3);
    book.number(0, 0, 1);
    const auto rows = readBook(book);
    QCOMPARE(rows[0].cells, (Cells{"1", "2"}));
    QCOMPARE(rows[1].cells, (Cells{"3", "4"}));
}

void TestXlsReader::anIdStoredAsANumberIsToldApart()
{
    XlsBook book = aBook();
    book.number(1, 1, 150102199001011234.0);
    const auto rows = readBook(book);
    QCOMPARE(rows[1].kinds[1], CellKind::Number);
    QCOMPARE(rows[1].problems.size(), 1u);
    QCOMPARE(rows[1].problems[0].code, ProblemCode::RoundedNumber);
}

void TestXlsReader::datesFollowTheirFormat()
{
    XlsBook book = aBook();
    book.number(1, 0, 44927, XlsBook::Date);
    book.number(1, 1, 44927);
    const auto rows = readBook(book);
    QCOMPARE(rows[1].cells, (Cells{"2023-01-01", "44927"}));
    QCOMPARE(rows[1].kinds, (std::vector{CellKind::Date, CellKind::Number}));
    XlsBook old = aBook();
    old.datesFrom1904();
    old.number(1, 0, 43465, XlsBook::Date);
    QCOMPARE(readBook(old)[1].cells[0], "2023-01-01");
}

void TestXlsReader::booleansErrorsAndFormulasAreRead()
{
    XlsBook book = aBook();
    book.boolean(1, 0, true);
    book.error(2, 0, 0x2A);
    book.number(2, 1, 1);
    book.formula(3, 0, 12.5);
    book.textFormula(3, 1, u"已录取");
    book.formula(4, 0, 44927, XlsBook::Date);
    book.formula(4, 1, 150102199001011234.0);
    book.merged(5, 6, 0, 1);
    const TemporaryTable table(book.bytes());
    const auto reader = mustOpen(table.path());
    const auto rows = readAll(*reader);
    QCOMPARE(rows.size(), 5u);
    QCOMPARE(rows[1].cells[0], "1");
    QCOMPARE(rows[1].kinds[0], CellKind::Bool);
    QCOMPARE(rows[2].cells, (Cells{"#N/A", "1"}));
    QCOMPARE(rows[2].kinds[0], CellKind::Error);
    QCOMPARE(rows[2].problems, (Problems{{3, 1, ProblemCode::ErrorCell, "#N/A"}}));
    QCOMPARE(rows[3].cells, (Cells{"12.5", "已录取"}));
    QCOMPARE(rows[4].cells[0], "2023-01-01");
    QCOMPARE(rows[4].problems[0].code, ProblemCode::RoundedNumber);
    QCOMPARE(reader->info().mergedRanges, (std::vector<CellRange>{{6, 7, 1, 2}}));
}

void TestXlsReader::theContentDecidesNotTheName()
{
    const TemporaryTable table(aBook().bytes(), "book.csv");
    const auto reader = mustOpen(table.path());
    QCOMPARE(reader->info().format, TableFormat::Xls);
    QCOMPARE(reader->info().sheets, (std::vector<std::string>{"表一"}));
    ReadOptions options;
    options.sheet = "表二";
    QCOMPARE(openTable(table.path(), options).error().code, ErrorCode::Invalid);
}

void TestXlsReader::blankRowsAreCounted()
{
    XlsBook book = aBook();
    book.number(2, 0, 7);
    const TemporaryTable table(book.bytes());
    const auto reader = mustOpen(table.path());
    const auto rows = readAll(*reader);
    QCOMPARE(rows[1].number, 3);
    QCOMPARE(rows[1].cells, (Cells{"7", ""}));
    QCOMPARE(reader->info().blankRows, 1);
}

void TestXlsReader::ofTwoCellsAtOnePlaceTheLaterCounts()
{
    XlsBook book = aBook();
    book.number(1, 1, 5);
    book.numbers(1, 0, {7, 8});
    const auto rows = readBytes(book.bytes());
    QCOMPARE(rows[1].cells, (Cells{"7", "8"}));
    QCOMPARE(rows[1].problems, (Problems{{2, 2, ProblemCode::RepeatedCell, "B2"}}));
}

void TestXlsReader::aSecondPassReadsTheSame()
{
    XlsBook book = aBook();
    book.number(1, 0, 7);
    const TemporaryTable table(book.bytes());
    const auto reader = mustOpen(table.path());
    QCOMPARE(readAll(*reader).size(), 2u);
    QVERIFY(reader->rewind());
    QCOMPARE(readAll(*reader).size(), 2u);
}

void TestXlsReader::aLockedBookIsRefused()
{
    XlsBook book = aBook();
    book.locked();
    const TemporaryTable table(book.bytes());
    QCOMPARE(openTable(table.path()).error().code, ErrorCode::Refused);
    XlsBook package = aBook();
    package.stream(u"EncryptedPackage"); // how a locked .xlsx comes
    const TemporaryTable locked(package.bytes());
    QCOMPARE(openTable(locked.path()).error().code, ErrorCode::Refused);
    XlsBook letter = aBook();
    letter.stream(u"WordDocument");
    const TemporaryTable other(letter.bytes());
    QCOMPARE(openTable(other.path()).error().code, ErrorCode::Invalid);
}

void TestXlsReader::aBookBeyondTheLimitIsRefused()
{
    const TemporaryTable table(aBook().bytes());
    ReadOptions options;
    options.limits.maxXlsBytes = 100;
    QCOMPARE(openTable(table.path(), options).error().code, ErrorCode::Refused);
    ReadOptions short4k;
    short4k.limits.maxXlsStreamBytes = 4096;
    QVERIFY(openTable(table.path(), short4k));
    short4k.limits.maxXlsStreamBytes = 4095;
    QCOMPARE(openTable(table.path(), short4k).error().code, ErrorCode::Refused);
    ReadOptions fewCells;
    XlsBook many = aBook();
    many.numbers(1, 0, {1, 2, 3});
    const TemporaryTable cells(many.bytes());
    fewCells.limits.maxCells = std::int64_t(readAll(*mustOpen(cells.path()))[0].cells.size()) + 3;
    QVERIFY(openTable(cells.path(), fewCells));
    --fewCells.limits.maxCells;
    QCOMPARE(openTable(cells.path(), fewCells).error().code, ErrorCode::Refused);
}

/// Books of any size, in larger sectors, and texts that lie in many records.
void TestXlsReader::aLargeBookIsReadAsItIs()
{
    XlsBook book;
    std::vector<std::u16string> texts;
    for (int i = 0; i < 300; ++i)
        texts.push_back(u"考生" + std::u16string(1, char16_t(u'一' + i)) + u"\U00020000");
    book.texts(texts);
    for (unsigned i = 0; i < 20'000; ++i) {
        book.text(i, 0, i % 300);
        book.number(i, 1, i);
    }
    const TemporaryTable table(book.largeBytes());
    const auto rows = readAll(*mustOpen(table.path()));
    QCOMPARE(rows.size(), 20'000u);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QString text =
            QString::fromStdU16String(texts[i % 300]) + (i % 300 == 1 ? QStringLiteral("ID") : QString());
        QCOMPARE(QString::fromStdString(rows[i].cells[0]), text);
        QCOMPARE(rows[i].cells[1], std::to_string(i));
    }
}

void TestXlsReader::damageIsAnError()
{
    const std::string bytes = aBook().bytes();
    for (const std::size_t size : {std::size_t(8), std::size_t(512), std::size_t(1100), std::size_t(1600)}) {
        const TemporaryTable table(bytes.substr(0, size));
        const auto reader = openTable(table.path());
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::Invalid);
    }
}

/// Rows that were cut off are never missed in silence: whatever is missing at the end, the book is damaged.
void TestXlsReader::aBookThatWasCutIsDamaged()
{
    XlsBook book = aBook();
    const std::string bytes = book.bytes();
    const TemporaryTable whole(bytes);
    const std::size_t rows = readAll(*mustOpen(whole.path())).size();
    for (std::size_t missing = 1; missing < bytes.size() && missing <= 1200; ++missing) {
        const TemporaryTable table(bytes.substr(0, bytes.size() - missing));
        const auto reader = openTable(table.path());
        if (reader)
            QCOMPARE(readAll(**reader).size(), rows); // what was cut off held nothing
        else
            QCOMPARE(reader.error().code, ErrorCode::Invalid);
    }
}

void TestXlsReader::textsOfExcel95AreReadInTheirCodePage_data()
{
    QTest::addColumn<unsigned>("codePage");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("mainland China") << 936u << QByteArray("\xD0\xD5\xC3\xFB") << QStringLiteral("姓名");
    QTest::newRow("four bytes") << 936u << QByteArray("\x95\x32\x82\x36") << QString::fromUtf8("\xF0\xA0\x80\x80");
    QTest::newRow("Taiwan") << 950u << QByteArray("\xA9\x6D\xA6\x57") << QStringLiteral("姓名");
    QTest::newRow("Western Europe") << 1252u << QByteArray("Z\xFCrich") << QStringLiteral("Zürich");
    QTest::newRow("Japan") << 932u << QByteArray("\x96\xBC\x91\x4F") << QStringLiteral("名前");
    QTest::newRow("unknown") << 4711u << QByteArray("\xD0\xD5\xC3\xFB") << QStringLiteral("姓名");
}

void TestXlsReader::textsOfExcel95AreReadInTheirCodePage()
{
    QFETCH(unsigned, codePage);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    XlsBook book;
    book.excel95(codePage);
    book.byteLabel(0, 0, bytes.toStdString());
    const auto rows = readBytes(book.bytes());
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(QString::fromStdString(rows[0].cells[0]), text);
}

void TestXlsReader::hiddenRowsAreReadAndReported()
{
    XlsBook book;
    book.label(0, 0, u"a");
    book.label(1, 0, u"b");
    book.hideRow(1);
    book.hideRow(7); // holds nothing
    const auto rows = readBytes(book.bytes());
    QCOMPARE(rows.size(), 2u);
    QVERIFY(rows[0].problems.empty());
    QCOMPARE(rows[1].problems, (Problems{{2, 0, ProblemCode::HiddenRow, ""}}));
}

void TestXlsReader::aFormulaWhoseTextIsMissingIsReported()
{
    XlsBook book;
    book.label(0, 0, u"a");
    book.emptyFormula(1, 0);
    const auto rows = readBytes(book.bytes());
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[1].problems, (Problems{{2, 1, ProblemCode::FormulaWithoutValue, ""}}));
}

/// The head says that more tables are to be found in a sector that is not there.
void TestXlsReader::aChainOfTablesBeyondTheEndEnds()
{
    for (const std::size_t bytes : {512u, 513u, 516u, 1023u}) {
        std::string head = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
        head.resize(bytes);
        head[30] = '\x09';
        const TemporaryTable table(head, "head.xls");
        QVERIFY(!openTable(table.path()));
    }
}

/// Broken bytes take more room once they are repaired, which is no room that the row gets back.
void TestXlsReader::aRowIsBoundedHoweverOftenACellIsWritten()
{
    constexpr std::size_t mostBytes = std::size_t(4) << 20;
    SheetRow row;
    row.begin(1);
    for (int i = 0; i < 100; ++i)
        row.setCopy(0, std::string(30'000, '\xFF'), CellKind::Text, 32'767);
    row.setCopy(1, std::string(mostBytes + 1, 'x'), CellKind::Text, mostBytes * 2);
    std::size_t columns = 0;
    const Row whole = row.finish(false, columns);
    QCOMPARE(whole.cells[0].text.size(), std::size_t(30'000) * 3); // each as U+FFFD
    QCOMPARE(whole.cells[1].text.size(), mostBytes - 30'000);
}

/// Records end between the halves of a pair, and the width changes with each; half a pair is a replacement.
void TestXlsReader::textsAreCutAnywhereAndAreWhole()
{
    constexpr unsigned high = 0xD842; // of 𠮷
    constexpr unsigned low = 0xDFB7;
    XlsBook book;
    Bytes first;
    first.u32(4).u32(4).u16(4).u8(1).text(u"汉").u16(high); // 汉𠮷é in three records
    Bytes second;
    second.u8(1).u16(low);
    Bytes third;
    third.u8(0).u8(0xE9);
    third.u16(2).u8(1).u16(high).u16('a');           // half, and a letter
    third.u16(1).u8(1).u16(high);                    // half, and the end
    third.u16(3).u8(1).u16(low).u16(high).u16(high); // the wrong way round
    book.rawTexts(XlsBook::record(0x00FC, first) + XlsBook::record(0x003C, second) + XlsBook::record(0x003C, third));
    for (unsigned i = 0; i < 4; ++i)
        book.text(i, 0, i);
    const auto rows = readBook(book);
    QCOMPARE(rows.size(), 4u);
    QCOMPARE(rows[0].cells, Cells{"汉𠮷é"});
    QCOMPARE(rows[1].cells, Cells{"\uFFFDa"});
    QCOMPARE(rows[2].cells, Cells{"\uFFFD"});
    QCOMPARE(rows[3].cells, (Cells{"\uFFFD\uFFFD\uFFFD"}));
}

/// Sectors are read many at once where they follow each other, and where the chain says otherwise it is followed.
void TestXlsReader::sectorsMayStandInAnyOrder()
{
    constexpr std::size_t sector = 512;
    XlsBook book = aBook();
    for (unsigned row = 1; row < 150; ++row) // over the sectors that change places
        book.number(row, 1, row);
    std::string bytes = book.bytes();
    const auto rows = readBook(book);
    QCOMPARE(rows.size(), 150u);
    const auto goesOnAt = [&bytes](std::size_t from, unsigned to) {
        bytes.replace(sector + 4 * from, 4, Bytes().u32(to).bytes());
    };
    const std::string fourth = bytes.substr(5 * sector, sector);
    bytes.replace(5 * sector, sector, bytes, 6 * sector, sector);
    bytes.replace(6 * sector, sector, fourth);
    const TemporaryTable swapped(bytes);
    const auto wrong = openTable(swapped.path());
    QVERIFY(!wrong || readAll(**wrong).back().cells != rows.back().cells);
    goesOnAt(3, 5);
    goesOnAt(5, 4);
    goesOnAt(4, 6);
    const TemporaryTable table(bytes);
    const auto again = readAll(*mustOpen(table.path()));
    QCOMPARE(again.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(again[i].cells, rows[i].cells);
}

QTEST_GUILESS_MAIN(TestXlsReader)
#include "tst_xlsreader.moc"
