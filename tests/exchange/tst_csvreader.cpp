#include "tests/exchange/tables.h"

#include "core/base/hash.h"

#include <QStringEncoder>

using namespace zsb;
using namespace zsb::test;
using namespace Qt::StringLiterals;

namespace {

std::string encoded(const char *encoding, const QString &text)
{
    QStringEncoder encoder(encoding);
    return QByteArray(encoder.encode(text)).toStdString();
}

ErrorCode openError(std::string_view bytes, const ReadOptions &options = {})
{
    const TemporaryTable table(bytes);
    const auto reader = openTable(table.path(), options);
    return reader ? ErrorCode::Internal : reader.error().code;
}

} // namespace

/// Any separated text is read to its end: what is odd is told with its row, the rest is still there.
class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void rowsAndCellsComeInOrder();
    void anyMixOfLineEndsSeparatesRecords();
    void quotesHoldSeparatorsQuotesAndLineEnds();
    void aRecordOfTooManyCellsIsRefused();
    void blankRowsAreCountedNotReturned();
    void shortRowsAreFilledAndReported();
    void longRowsKeepTheirCellsAndAreReported();
    void withoutAHeaderRowsAreAsWideAsTheyAre();
    void anUnterminatedQuoteCostsOneRow();
    void aQuoteOpenedOnceInTheWholeFileCostsOneRow();
    void aQuoteLongerThanTheLimitIsNoQuote();
    void lettersAfterAClosingQuoteAreReported();
    void nulBytesAreReportedAndTheRestIsRead();
    void aCellWrittenAsTextFormulaReadsItsText();
    void numbersInScientificNotationAreReported();
    void utf8WithAMarkReadsLikeUtf8Without();
    void gb18030IsDetected();
    void gb18030SurvivesEveryChunkBoundary();
    void utf16WithAMarkIsDetected();
    void halfACharacterAtTheEndIsReported_data();
    void halfACharacterAtTheEndIsReported();
    void brokenUtf8IsReportedInItsCell();
    void theMongolianSuffixSpaceIsKept();
    void aGivenEncodingOverrulesDetection();
    void recordsLongerThanTheBufferAreRead();
    void cellsBeyondTheLimitAreCutBetweenCharacters();
    void textsThatAreNoLongerWhatWasTypedAreReported();
    void utf16WithoutAMarkIsFound();
    void aRecordBeyondTheLimitIsRefused();
    void aSecondPassReadsTheSame();
    void aForkReadsFromAnyRowToAnyByte();
    void aLikelyRowFollowsALineEnd();
    void decodedTextHasNoPlaces();
    void whatIsNoTableIsNotOpened();
    void theHashIsThatOfTheBytes();
    void aMillionCellsAreReadQuickly();
};

void TestCsvReader::rowsAndCellsComeInOrder()
{
    const auto rows = readBytes("name,phone\nA,1\nB,");
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[0].cells, (Cells{"name", "phone"}));
    QCOMPARE(rows[1].cells, (Cells{"A", "1"}));
    QCOMPARE(rows[2].cells, (Cells{"B", ""}));
    QCOMPARE(rows[2].number, 3);
    QCOMPARE(rows[2].kinds, (std::vector{CellKind::Text, CellKind::Empty}));
    QVERIFY(rows[2].problems.empty());
}

void TestCsvReader::anyMixOfLineEndsSeparatesRecords()
{
    const auto rows = readBytes("a,b\r\n1,2\r3,4\n5,6\r\n");
    QCOMPARE(rows.size(), 4u);
    QCOMPARE(rows[1].cells, (Cells{"1", "2"}));
    QCOMPARE(rows[2].cells, (Cells{"3", "4"}));
    QCOMPARE(rows[3].cells, (Cells{"5", "6"}));
    QCOMPARE(rows[3].line, 4);
}

void TestCsvReader::quotesHoldSeparatorsQuotesAndLineEnds()
{
    const auto rows = readBytes("a,b,c\n\"x,y\",\"he said \"\"no\"\"\",\"two\r\nlines\nthree\"\nnext,\"\",\"\"\"\"\n");
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[1].cells, (Cells{"x,y", "he said \"no\"", "two\r\nlines\nthree"}));
    QCOMPARE(rows[2].cells, (Cells{"next", "", "\""}));
    QCOMPARE(rows[2].number, 3); // records, not lines
    QCOMPARE(rows[2].line, 5);
}

/// Sixteen megabytes of commas would be cells of many times that size.
void TestCsvReader::aRecordOfTooManyCellsIsRefused()
{
    constexpr std::size_t most = 65'536;
    QCOMPARE(readBytes("a,b\n" + std::string(most - 1, ',') + "x\n")[1].cells.size(), most);
    const TemporaryTable table("a,b\n1,2\n" + std::string(most + 200, ',') + "x\n");
    const auto reader = mustOpen(table.path());
    Row row;
    QVERIFY(*reader->next(row) && *reader->next(row));
    QCOMPARE(reader->next(row).error().code, ErrorCode::Refused);
}

void TestCsvReader::blankRowsAreCountedNotReturned()
{
    const TemporaryTable table("a,b\n\n1,2\n,\n\"\",\n3,4\n\n");
    const auto reader = mustOpen(table.path());
    const auto rows = readAll(*reader);
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[1].number, 3);
    QCOMPARE(rows[2].number, 6);
    QCOMPARE(reader->info().blankRows, 3); // what follows the last row does not count
}

void TestCsvReader::shortRowsAreFilledAndReported()
{
    const auto rows = readBytes("a,b,c\n1,2\n");
    QCOMPARE(rows[1].cells, (Cells{"1", "2", ""}));
    QCOMPARE(rows[1].problems, (Problems{{2, 0, ProblemCode::MissingCells, "2/3"}}));
}

void TestCsvReader::longRowsKeepTheirCellsAndAreReported()
{
    const auto rows = readBytes("a,b\n1,2,3\n");
    QCOMPARE(rows[1].cells, (Cells{"1", "2", "3"}));
    QCOMPARE(rows[1].problems, (Problems{{2, 0, ProblemCode::ExtraCells, "3/2"}}));
}

void TestCsvReader::withoutAHeaderRowsAreAsWideAsTheyAre()
{
    ReadOptions options;
    options.headerRow = 0;
    const auto rows = readBytes("title\na,b\n1\n", options);
    QVERIFY(rows[1].problems.empty() && rows[2].problems.empty());
    QCOMPARE(rows[2].cells.size(), 1u);
    options.headerRow = 2;
    QCOMPARE(readBytes("title\na,b\n1\n", options)[2].cells.size(), 2u);
}

void TestCsvReader::anUnterminatedQuoteCostsOneRow()
{
    const auto rows = readBytes("a,b\n1,\"open\n3,\"x\"\n5,6\n");
    QCOMPARE(rows.size(), 4u);
    QCOMPARE(rows[1].cells, (Cells{"1", "\"open"}));
    QCOMPARE(rows[1].problems, (Problems{{2, 2, ProblemCode::UnterminatedQuote, ""}}));
    QCOMPARE(rows[2].cells, (Cells{"3", "x"}));
    QVERIFY(rows[2].problems.empty() && rows[3].problems.empty());
    QCOMPARE(rows[3].line, 4);
}

void TestCsvReader::aQuoteOpenedOnceInTheWholeFileCostsOneRow()
{
    std::string text = "a,b\n1,\"open\n";
    for (int i = 0; i < 1000; ++i)
        text += "3,4\n";
    const auto rows = readBytes(text);
    QCOMPARE(rows.size(), 1002u);
    QCOMPARE(rows[1].problems.size(), 1u);
    QCOMPARE(rows[1].problems[0].code, ProblemCode::UnterminatedQuote);
    QVERIFY(rows[2].problems.empty());
}

void TestCsvReader::aQuoteLongerThanTheLimitIsNoQuote()
{
    ReadOptions options;
    options.limits.maxCellBytes = 8;
    QCOMPARE(readBytes("a,b\n1,\"2345678\"\n", options)[1].cells[1], "2345678");
    const auto rows = readBytes("a,b\n1,\"234567890123\"\n5,6\n", options);
    QCOMPARE(rows[1].problems[0].code, ProblemCode::UnterminatedQuote);
    QCOMPARE(rows[2].cells, (Cells{"5", "6"}));
}

void TestCsvReader::lettersAfterAClosingQuoteAreReported()
{
    const auto rows = readBytes("a,b\n\"x\"y,2\n");
    QCOMPARE(rows[1].cells, (Cells{"\"x\"y", "2"}));
    QCOMPARE(rows[1].problems, (Problems{{2, 1, ProblemCode::StrayQuote, ""}}));
}

void TestCsvReader::nulBytesAreReportedAndTheRestIsRead()
{
    const auto rows = readBytes(std::string("aaaaaaaaaa,bbbbbbbbbbbbbb\n1,x\0y\n3,4\n", 36));
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[1].problems, (Problems{{2, 2, ProblemCode::NulByte, "1"}}));
    QCOMPARE(rows[1].cells[1], std::string("x\0y", 3));
    QVERIFY(rows[2].problems.empty());
}

void TestCsvReader::aCellWrittenAsTextFormulaReadsItsText()
{
    const auto rows = readBytes("a,b,c\n=\"0123\",\"=\"\"0456\"\"\",=1+1\n");
    QCOMPARE(rows[1].cells, (Cells{"0123", "0456", "=1+1"}));
    QVERIFY(rows[1].problems.empty());
}

void TestCsvReader::numbersInScientificNotationAreReported()
{
    const auto rows = readBytes("a,b\n1.50102E+17,C+17\n12345,X1E+17\n");
    QCOMPARE(rows[1].problems, (Problems{{2, 1, ProblemCode::ScientificNumber, "1.50102E+17"}}));
    QVERIFY(rows[2].problems.empty());
}

void TestCsvReader::utf8WithAMarkReadsLikeUtf8Without()
{
    const TemporaryTable table("\xEF\xBB\xBF姓名,b\n张三,2\n");
    const auto reader = mustOpen(table.path());
    QVERIFY(reader->info().byteOrderMark);
    QCOMPARE(reader->info().encoding, TextEncoding::Utf8);
    QCOMPARE(readAll(*reader)[0].cells[0], "姓名");
}

void TestCsvReader::gb18030IsDetected()
{
    // U+20BB7 and U+1820 need four bytes
    const TemporaryTable table(encoded("GB18030", u"姓名,备注\n阿古拉·宝音,𠮷ᠠ\n"_s));
    const auto reader = mustOpen(table.path());
    QCOMPARE(reader->info().encoding, TextEncoding::Gb18030);
    const auto rows = readAll(*reader);
    QCOMPARE(rows[1].cells, (Cells{"阿古拉·宝音", "𠮷ᠠ"}));
    QVERIFY(rows[1].problems.empty());
}

void TestCsvReader::gb18030SurvivesEveryChunkBoundary()
{
    QString text = u"姓名,x\n"_s;
    for (int i = 0; i < 90000; ++i)
        text += u"𠮷汉,%1\n"_s.arg(i % 7);
    const auto rows = readBytes(encoded("GB18030", text));
    QCOMPARE(rows.size(), 90001u);
    for (std::size_t i = 1; i < rows.size(); ++i)
        QVERIFY(rows[i].cells[0] == "𠮷汉" && rows[i].problems.empty());
}

void TestCsvReader::utf16WithAMarkIsDetected()
{
    for (const char *encoding : {"UTF-16LE", "UTF-16BE"}) {
        const TemporaryTable table(encoded(encoding, u"\uFEFF姓名\t𠮷\n张三\t2\n"_s));
        const auto rows = readAll(*mustOpen(table.path()));
        QCOMPARE(rows[0].cells, (Cells{"姓名", "𠮷"}));
        QVERIFY(rows[1].problems.empty());
        ReadOptions options;
        options.encoding = "UTF-16"; // the mark knows better which of the two
        QCOMPARE(readAll(*mustOpen(table.path(), options))[0].cells, rows[0].cells);
    }
}

/// A table cut in the middle of its last character is told, in every encoding; a whole one is not.
void TestCsvReader::halfACharacterAtTheEndIsReported_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : {"GB18030", "UTF-16LE", "UTF-16BE"})
        QTest::newRow(encoding) << QByteArray(encoding);
}

void TestCsvReader::halfACharacterAtTheEndIsReported()
{
    QFETCH(QByteArray, encoding);
    ReadOptions options;
    options.encoding = encoding.toStdString();
    const std::string whole = encoded(encoding.constData(), u"姓名,地址\n张三,呼和浩特市\n李四,包头市"_s);
    const TemporaryTable good(whole);
    const auto sound = readAll(*mustOpen(good.path(), options));
    QCOMPARE(sound.size(), 3u);
    QVERIFY(sound[2].problems.empty());
    const TemporaryTable cut(whole.substr(0, whole.size() - 1));
    const auto rows = readAll(*mustOpen(cut.path(), options));
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[2].cells[1], std::string("包头\uFFFD"));
    QCOMPARE(rows[2].problems.size(), 1u);
    QCOMPARE(rows[2].problems[0].code, ProblemCode::BadEncoding);
}

void TestCsvReader::brokenUtf8IsReportedInItsCell()
{
    std::string text = "姓名姓名姓名姓名姓名姓名,性别性别性别性别\n张三,男\n李\xE5\x9B,女\n王五,男\n";
    const TemporaryTable table(text);
    const auto reader = mustOpen(table.path());
    QCOMPARE(reader->info().encoding, TextEncoding::Utf8);
    const auto rows = readAll(*reader);
    QCOMPARE(rows[2].problems.size(), 1u);
    QCOMPARE(rows[2].problems[0].code, ProblemCode::BadEncoding);
    QCOMPARE(rows[2].problems[0].column, 1);
    QCOMPARE(rows[2].cells[0].substr(0, 6), "李\uFFFD");
    QVERIFY(rows[1].problems.empty() && rows[3].problems.empty());
}

void TestCsvReader::theMongolianSuffixSpaceIsKept()
{
    QCOMPARE(readBytes("a\n ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ \n")[1].cells[0], " ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ");
}

void TestCsvReader::aGivenEncodingOverrulesDetection()
{
    ReadOptions options;
    options.encoding = "gbk";
    const std::string bytes = encoded("GB18030", u"路,b\n"_s); // also valid UTF-8: U+00B7
    QCOMPARE(readBytes(bytes, options)[0].cells[0], "路");
    QCOMPARE(readBytes(bytes)[0].cells[0], "·");
    options.encoding = "EBCDIC";
    QCOMPARE(openError("a,b", options), ErrorCode::Invalid);
}

void TestCsvReader::recordsLongerThanTheBufferAreRead()
{
    std::string text = "a,b\n";
    const std::string longText(3u << 20, 'x');
    text += longText + ",1\n" + "y,2\n";
    ReadOptions options;
    options.limits.maxCellBytes = longText.size();
    const auto rows = readBytes(text, options);
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[1].cells[0].size(), longText.size());
    QVERIFY(rows[1].problems.empty());
    QCOMPARE(rows[2].cells, (Cells{"y", "2"}));
}

void TestCsvReader::cellsBeyondTheLimitAreCutBetweenCharacters()
{
    ReadOptions options;
    options.limits.maxCellBytes = 4;
    const auto rows = readBytes("a,b\n\xE6\x9D\x8E\xE6\x9D\x8E,1234\n", options);
    QCOMPARE(rows[1].cells, (Cells{"\xE6\x9D\x8E", "1234"}));
    QCOMPARE(rows[1].problems, (Problems{{2, 1, ProblemCode::CellTooLong, "4/6"}}));
}

void TestCsvReader::textsThatAreNoLongerWhatWasTypedAreReported()
{
    const auto rows = readBytes("a,b,c,d\n1.5E+17,110105194912310000,#N/A,####\n"
                                "1101051949123100,20230215000000,#1,1.5e+1x\n");
    QCOMPARE(rows[1].problems, (Problems{{2, 1, ProblemCode::ScientificNumber, "1.5E+17"},
                                         {2, 2, ProblemCode::LooksRounded, "110105194912310000"},
                                         {2, 3, ProblemCode::ErrorCell, "#N/A"},
                                         {2, 4, ProblemCode::ErrorCell, "####"}}));
    QVERIFY(rows[2].problems.empty());
}

void TestCsvReader::utf16WithoutAMarkIsFound()
{
    const auto table = readBytes(std::string("a\0,\0b\0\n\0\x4E\x67,\0"
                                             "1\0\n\0",
                                             16));
    QCOMPARE(table[1].cells, (Cells{"\xE6\x9D\x8E", "1"}));
    const auto big = readBytes(std::string("\0a\0,\0b\0\n\x67\x4E\0,\0"
                                           "1\0\n",
                                           16));
    QCOMPARE(big[1].cells, (Cells{"\xE6\x9D\x8E", "1"}));
    const auto nuls = readBytes(std::string("a,b\n1\0,2222222222\n", 18)); // a stray NUL byte is no encoding
    QCOMPARE(nuls[1].problems.size(), 1u);
}

void TestCsvReader::aRecordBeyondTheLimitIsRefused()
{
    ReadOptions options;
    options.limits.maxRecordBytes = std::size_t(1) << 20;
    const TemporaryTable table("a,b\n" + std::string(5u << 20, 'x'));
    const auto reader = mustOpen(table.path(), options);
    Row row;
    QVERIFY(*reader->next(row));
    const auto more = reader->next(row);
    QVERIFY(!more);
    QCOMPARE(more.error().code, ErrorCode::Refused);
}

void TestCsvReader::aSecondPassReadsTheSame()
{
    const TemporaryTable table("a,b\n\"x\"\"y\",2\n\n3\n");
    const auto reader = mustOpen(table.path());
    const auto first = readAll(*reader);
    QVERIFY(reader->rewind());
    const auto second = readAll(*reader);
    QCOMPARE(second.size(), first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(second[i].cells, first[i].cells);
        QCOMPARE(second[i].number, first[i].number);
        QCOMPARE(second[i].problems, first[i].problems);
    }
    QCOMPARE(reader->info().blankRows, 1);
}

void TestCsvReader::aForkReadsFromAnyRowToAnyByte()
{
    // Row 3 has a line end in quotes, row 4 is blank.
    const std::string bytes = "\xEF\xBB\xBF"
                              "a,b\n1,2\n\"x\ny\",3\n\n5,6\n7,8";
    const TemporaryTable table(bytes);
    const auto reader = mustOpen(table.path());
    SeekableReader *whole = reader->seekable();
    QVERIFY(whole);
    std::vector<TablePlace> places;
    std::vector<std::vector<std::string>> rows;
    for (Row row;;) {
        places.push_back(whole->place());
        const auto more = whole->next(row);
        QVERIFY(more);
        if (!*more)
            break;
        rows.push_back({std::string(row.cells[0].text), std::string(row.cells[1].text)});
    }
    QCOMPARE(rows.size(), std::size_t(5));
    QCOMPARE(places[2], (TablePlace{.offset = 11, .number = 2, .line = 3}));
    QCOMPARE(places[3], (TablePlace{.offset = 19, .number = 3, .line = 5}));
    QCOMPARE(places.back().offset, std::int64_t(bytes.size()));
    const auto fork = whole->fork();
    QVERIFY(fork);
    for (std::size_t from = 1; from < rows.size(); ++from) {
        for (std::size_t to = from; to <= rows.size(); ++to) {
            QVERIFY((*fork)->seek(places[from], places[to].offset, 2));
            const auto read = readAll(**fork);
            QCOMPARE(read.size(), to - from);
            for (std::size_t i = 0; i < read.size(); ++i)
                QCOMPARE(read[i].cells, rows[from + i]);
            QCOMPARE((*fork)->place(), places[to]);
        }
    }
}

void TestCsvReader::aLikelyRowFollowsALineEnd()
{
    const std::string bytes = "a,b\n" + std::string(10'000, 'x') + ",2\n3,4";
    const TemporaryTable table(bytes);
    const auto reader = mustOpen(table.path());
    SeekableReader &seekable = *reader->seekable();
    QCOMPARE(*seekable.likelyRow(1), std::optional<std::int64_t>(4));
    QCOMPARE(*seekable.likelyRow(4), std::optional<std::int64_t>(10'007));
    QCOMPARE(*seekable.likelyRow(10'007), std::nullopt);
    QCOMPARE(*seekable.likelyRow(99'999), std::nullopt);
}

void TestCsvReader::decodedTextHasNoPlaces()
{
    const TemporaryTable table(encoded("GB18030", u"姓名,民族\n张三,汉族\n李四,蒙古族\n"_s));
    QVERIFY(!mustOpen(table.path(), {.encoding = "GB18030", .sheet = {}, .limits = {}})->seekable());
}

void TestCsvReader::whatIsNoTableIsNotOpened()
{
    QCOMPARE(openError(""), ErrorCode::Invalid);
    QCOMPARE(openError("  <html><table>"), ErrorCode::Invalid);
    QCOMPARE(openError(std::string(64, '\0')), ErrorCode::Invalid);
    const auto reader = openTable("/nowhere/at/all.csv");
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, ErrorCode::NotFound);
}

void TestCsvReader::theHashIsThatOfTheBytes()
{
    const TemporaryTable table("a,b\n1,2\n");
    QCOMPARE(*fileSha256(table.path()), sha256Hex("a,b\n1,2\n"));
    QVERIFY(!fileSha256("/nowhere/at/all.csv"));
}

void TestCsvReader::aMillionCellsAreReadQuickly()
{
    std::string text = "c0";
    for (int c = 1; c < 40; ++c)
        text += ",c" + std::to_string(c);
    std::string line = "\n150102200001011234";
    for (int c = 1; c < 40; ++c)
        line += c % 3 == 0 ? ",呼和浩特市" : ",1234567890";
    for (int r = 0; r < 25'000; ++r)
        text += line;
    const TemporaryTable table(text);
    std::int64_t bytes = 0;
    QBENCHMARK
    {
        const auto reader = mustOpen(table.path());
        for (Row row; *reader->next(row);)
            bytes += std::int64_t(row.cells[39].text.size());
    }
    QVERIFY(bytes > 0);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
