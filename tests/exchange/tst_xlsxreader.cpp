#include "tests/exchange/tables.h"
#include "tests/exchange/workbooks.h"

#include "core/exchange/xlsxreader.h"

using namespace zsb;
using namespace zsb::test;

namespace {

std::vector<ReadRow> readSheet(const std::string &rows, const std::string &styles = {}, const std::string &texts = {},
                               const std::string &properties = {})
{
    const TemporaryWorkbook book(workbookParts("<sheetData>" + rows + "</sheetData>", styles, texts, properties));
    return readAll(*mustOpen(book.path()));
}

ErrorCode failure(const Parts &parts, const ReadOptions &options = {})
{
    const TemporaryWorkbook book(parts);
    const auto reader = openTable(book.path(), options);
    if (!reader)
        return reader.error().code;
    for (Row row;;) {
        const auto more = (*reader)->next(row);
        if (!more)
            return more.error().code;
        if (!*more)
            return ErrorCode::Internal;
    }
}

Parts partsOfRows(const std::string &rows)
{
    return workbookParts("<sheetData>" + rows + "</sheetData>");
}

const std::string dateStyles = R"(<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>)";

} // namespace

/// Workbooks are read as Excel shows them, and numbers that Excel has rounded are told apart.
class TestXlsxReader : public QObject
{
    Q_OBJECT

private slots:
    void sharedAndInlineTextsAreRead();
    void escapesAndReferencesAreResolved();
    void numbersAreTheirShortestText();
    void anIdStoredAsANumberIsToldApart();
    void datesFollowTheirFormat();
    void datesCountFromTheWorkbooksFirstDay();
    void booleansAndErrorsKeepTheirKind();
    void aFormulaGivesItsCachedValue();
    void aFormulaWithoutValueIsReported();
    void rowsAndCellsMayLeaveGaps();
    void rowsAndCellsMayHaveNoNames();
    void cellsBeyondTheHeaderAreReported();
    void mergedRangesAreKnownAtTheEnd();
    void brokenSharedTextIsReported();
    void noMergedRangeIsDropped();
    void ofTwoCellsAtOnePlaceTheLaterCounts();
    void anySheetCanBeChosen();
    void howACellIsWrittenChangesNothing();
    void aSecondPassReadsTheSame();
    void aTextBeyondTheLimitIsCutAndReported();
    void brokenUtf8IsReported();
    void anEntityDeclarationIsRefused();
    void aBombIsRefused();
    void tooManyCellsAreRefused();
    void damageIsAnError();
    void rowsAndCellsOutOfPlaceAreReadAndReported();
    void aPartThatInflatesWithoutMeasureIsRefused();
    void hiddenRowsAreReadAndReported();
    void aContainerOfSomethingElseIsNoTable();
    void aHugeSheetStreams();
};

void TestXlsxReader::sharedAndInlineTextsAreRead()
{
    const auto rows = readSheet(R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r>
<r><t>line</t></r></is></c><c r="C1" t="s"><v>0</v></c></row>)",
                                {}, R"(<si><t>姓名</t></si><si><r><t>学</t></r><r><t xml:space="preserve">号 </t></r>
<rPh sb="0" eb="1"><t>xue</t></rPh></si>)");
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows[0].cells.size(), 3u);
    QVERIFY(rows[0].cells[0].starts_with("学"));
    QVERIFY(rows[0].cells[0].find("xue") == std::string::npos);
    QCOMPARE(rows[0].cells[2], "姓名");
    QCOMPARE(rows[0].kinds[2], CellKind::Text);
}

void TestXlsxReader::escapesAndReferencesAreResolved()
{
    const auto rows = readSheet(R"(<row><c t="str"><v>a&amp;b&#x4E00;&lt;&#65;</v></c>
<c t="inlineStr"><is><t><![CDATA[<&]]></t></is></c><c t="s"><v>0</v></c></row>)",
                                {}, "<si><t>one_x000D_two_x005F_x0041_ _xyz</t></si>");
    QCOMPARE(rows[0].cells, (Cells{"a&b一<A", "<&", "one\rtwo_x0041_ _xyz"}));
}

void TestXlsxReader::numbersAreTheirShortestText()
{
    const auto rows = readSheet("<row><c><v>42</v></c><c><v>1.5E-3</v></c><c><v>0.1</v></c><c><v>-7.0</v></c>"
                                "<c><v>13800138000</v></c><c><v>1E+30</v></c><c><v>007</v></c></row>");
    QCOMPARE(rows[0].cells, (Cells{"42", "0.0015", "0.1", "-7", "13800138000", "1e+30", "7"}));
    QCOMPARE(rows[0].kinds[4], CellKind::Number);
}

void TestXlsxReader::anIdStoredAsANumberIsToldApart()
{
    const auto rows = readSheet("<row><c><v>1.50102199001011E+17</v></c><c><v>150102199001011234</v></c>"
                                "<c><v>999999999999999</v></c></row>");
    QCOMPARE(rows[0].cells[0], "150102199001011000");
    QCOMPARE(rows[0].kinds[0], CellKind::Number);
    QCOMPARE(rows[0].problems.size(), 2u);
    QCOMPARE(rows[0].problems[0], (RowProblem{1, 1, ProblemCode::RoundedNumber, "150102199001011000"}));
    QCOMPARE(rows[0].cells[2], "999999999999999"); // fifteen digits are exact
}

void TestXlsxReader::datesFollowTheirFormat()
{
    const auto rows = readSheet(R"(<row><c s="1"><v>44927</v></c><c s="2"><v>44927</v></c><c s="3"><v>1.5</v></c>
<c s="4"><v>3</v></c><c s="1"><v>44927.75</v></c><c s="1"><v>0.5</v></c><c s="1"><v>60</v></c><c s="1"><v>59</v></c>
<c s="1"><v>-1</v></c><c t="d"><v>2023-05-01T00:00:00</v></c></row>)",
                                dateStyles);
    QCOMPARE(rows[0].cells, (Cells{"2023-01-01", "2023-01-01", "1.5", "3", "2023-01-01 18:00:00", "12:00:00",
                                   "1900-02-29", "1900-02-28", "-1", "2023-05-01"}));
    QCOMPARE(rows[0].kinds[0], CellKind::Date);
    QCOMPARE(rows[0].kinds[2], CellKind::Number);
    QCOMPARE(rows[0].kinds[9], CellKind::Date);
}

void TestXlsxReader::datesCountFromTheWorkbooksFirstDay()
{
    const auto rows =
        readSheet(R"(<row><c s="1"><v>43465</v></c><c s="1"><v>0</v></c></row>)", dateStyles, {}, "date1904=\"1\"");
    QCOMPARE(rows[0].cells, (Cells{"2023-01-01", "1904-01-01"}));
}

void TestXlsxReader::booleansAndErrorsKeepTheirKind()
{
    const auto rows = readSheet(R"(<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>)");
    QCOMPARE(rows[0].cells, (Cells{"1", "0", "#N/A"}));
    QCOMPARE(rows[0].kinds, (std::vector{CellKind::Bool, CellKind::Bool, CellKind::Error}));
    QCOMPARE(rows[0].problems, (Problems{{1, 3, ProblemCode::ErrorCell, "#N/A"}}));
}

void TestXlsxReader::aFormulaGivesItsCachedValue()
{
    const auto rows = readSheet(R"(<row><c><f>A1+1</f><v>3</v></c><c t="str"><f>B1</f><v>text</v></c>
<c t="str"><f>""</f><v></v></c></row>)");
    QCOMPARE(rows[0].cells, (Cells{"3", "text"}));
    QVERIFY(rows[0].problems.empty());
}

void TestXlsxReader::aFormulaWithoutValueIsReported()
{
    const auto rows = readSheet("<row><c><v>1</v></c><c><f>A1+1</f></c></row>");
    QCOMPARE(rows[0].problems, (Problems{{1, 2, ProblemCode::FormulaWithoutValue, ""}}));
}

void TestXlsxReader::rowsAndCellsMayLeaveGaps()
{
    const TemporaryWorkbook book(workbookParts(R"(<sheetData><row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c>
</row><row r="3"/><row r="5"><c r="B5"><v>2</v></c><c r="D5" s="1"/></row></sheetData>)"));
    const auto reader = mustOpen(book.path());
    const auto rows = readAll(*reader);
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[0].number, 2);
    QCOMPARE(rows[0].cells, (Cells{"1", "", "3"}));
    QCOMPARE(rows[1].number, 5);
    QCOMPARE(rows[1].cells, (Cells{"", "2", ""}));
    QVERIFY(rows[1].problems.empty());
    QCOMPARE(reader->info().blankRows, 3);
}

void TestXlsxReader::rowsAndCellsMayHaveNoNames()
{
    const auto rows = readSheet("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>");
    QCOMPARE(rows[0].cells, (Cells{"1", "", "3"}));
    QCOMPARE(rows[1].number, 2);
}

void TestXlsxReader::cellsBeyondTheHeaderAreReported()
{
    const auto rows = readSheet("<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>");
    QCOMPARE(rows[1].cells, (Cells{"2", "3"}));
    QCOMPARE(rows[1].problems, (Problems{{2, 0, ProblemCode::ExtraCells, "2/1"}}));
}

void TestXlsxReader::mergedRangesAreKnownAtTheEnd()
{
    const TemporaryWorkbook book(workbookParts("<sheetData><row><c><v>1</v></c></row></sheetData>"
                                               "<mergeCells><mergeCell ref=\"A1:A9\"/></mergeCells>"));
    const auto reader = mustOpen(book.path());
    QVERIFY(reader->info().mergedRanges.empty());
    QCOMPARE(readAll(*reader).size(), 1u);
    QCOMPARE(reader->info().mergedRanges, (std::vector<CellRange>{{1, 9, 1, 1}}));
}

void TestXlsxReader::brokenSharedTextIsReported()
{
    const auto rows = readSheet("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>", {},
                                "<si><t>\xB0\xA1</t></si><si><t>李四</t></si>");
    QCOMPARE(rows[0].cells[1], std::string("李四"));
    QVERIFY(rows[0].cells[0].starts_with("\uFFFD"));
    QCOMPARE(rows[0].problems.size(), 1u);
    QCOMPARE(rows[0].problems[0].code, ProblemCode::BadEncoding);
    QCOMPARE(rows[0].problems[0].column, 1);
}

void TestXlsxReader::noMergedRangeIsDropped()
{
    std::string ranges;
    for (int row = 1; row <= 12'000; ++row)
        ranges += "<mergeCell ref=\"A" + std::to_string(row) + ":B" + std::to_string(row) + "\"/>";
    const TemporaryWorkbook book(
        workbookParts("<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>" + ranges + "</mergeCells>"));
    const auto reader = mustOpen(book.path());
    (void)readAll(*reader);
    QCOMPARE(reader->info().mergedRanges.size(), 12'000u);
}

/// As spreadsheet programs read it; whoever made the file may have meant the other one, so it is told.
void TestXlsxReader::ofTwoCellsAtOnePlaceTheLaterCounts()
{
    const std::string shared = "<c r=\"B2\" t=\"s\"><v>0</v></c>";
    const std::string inlined = "<c r=\"B2\" t=\"inlineStr\"><is><t>inline</t></is></c>";
    const std::string header = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>";
    const auto read = [&](const std::string &cells) {
        return readSheet(header + "<row r=\"2\"><c r=\"A2\"><v>7</v></c>" + cells + "</row>", {},
                         "<si><t>shared</t></si>")[1];
    };
    const Problems told = {{2, 2, ProblemCode::RepeatedCell, "B2"}};
    QCOMPARE(read(inlined + shared).cells, (Cells{"7", "shared"}));
    QCOMPARE(read(shared + inlined).cells, (Cells{"7", "inline"}));
    QCOMPARE(read(shared + inlined).problems, told);
    QCOMPARE(read(inlined + shared + inlined).problems, told); // once
    QVERIFY(read(inlined).problems.empty());
}

void TestXlsxReader::anySheetCanBeChosen()
{
    const TemporaryWorkbook book(partsOfRows("<row><c><v>1</v></c></row>"));
    ReadOptions options;
    options.sheet = "two";
    const auto reader = mustOpen(book.path(), options);
    QCOMPARE(reader->info().sheets, (std::vector<std::string>{"一", "two"}));
    QCOMPARE(readAll(*reader)[0].cells, (Cells{"second"}));
    options.sheet.clear();
    options.sheetIndex = 1;
    QCOMPARE(readAll(*mustOpen(book.path(), options))[0].cells, (Cells{"second"}));
    options.sheetIndex = 2;
    QVERIFY(!openTable(book.path(), options));
    options.sheet = "three";
    QVERIFY(!openTable(book.path(), options));
    QVERIFY(reader->select(0));
    QCOMPARE(readAll(*reader)[0].cells, (Cells{"1"}));
    QCOMPARE(reader->info().sheet, "一");
    QVERIFY(!reader->select(2));
    QVERIFY(reader->select(1));
    QCOMPARE(readAll(*reader)[0].cells, (Cells{"second"}));
}

/// Cells written as nearly all programs do are read another way than all others: to the same.
void TestXlsxReader::howACellIsWrittenChangesNothing()
{
    const std::string texts = "<si><t>姓名</t></si><si><t>学号</t></si>";
    const auto plain = readSheet(R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" s="0"><v>17.5</v></c><c r="D1"/>)"
                                 R"(<c><v>8</v></c><c r="F1" t="b"><v>1</v></c><c t="str" r="G1"><v> x</v></c>)"
                                 R"(<c r="H1" t="e"><v>#N/A</v></c><c r="?" t="s"><v>0</v></c></row>)",
                                 {}, texts);
    const auto other = readSheet("<row r='1'><c r='A1' t='s'><v>1</v></c ><c  r=\"C1\" s=\"0\"><v>17.5</v></c>"
                                 "<c r=\"D1\"></c><c><v >8</v></c><c r=\"F1\" t=\"b\"><v><![CDATA[1]]></v></c>"
                                 "<x:c t=\"str\" r=\"G1\"><v> x</v></x:c><c r=\"H1\" t=\"e\"><v>#N&#x2F;A</v></c>"
                                 "<c r=\"?\"\nt=\"s\"><v>0</v></c></row>",
                                 {}, texts);
    QCOMPARE(plain.size(), 1u);
    QCOMPARE(other.size(), 1u);
    QCOMPARE(plain[0].cells.size(), 9u);
    QCOMPARE(plain[0].cells, other[0].cells);
    QCOMPARE(plain[0].kinds, other[0].kinds);
    QCOMPARE(plain[0].problems, other[0].problems);
}

void TestXlsxReader::aSecondPassReadsTheSame()
{
    const TemporaryWorkbook book(partsOfRows("<row><c><v>1</v></c></row><row/><row><c><v>2</v></c></row>"));
    const auto reader = mustOpen(book.path());
    QCOMPARE(readAll(*reader).size(), 2u);
    QVERIFY(reader->rewind());
    const auto rows = readAll(*reader);
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[1].number, 3);
    QCOMPARE(reader->info().blankRows, 1);
}

void TestXlsxReader::aTextBeyondTheLimitIsCutAndReported()
{
    const TemporaryWorkbook book(
        workbookParts(R"(<sheetData><row><c t="s"><v>0</v></c><c t="str"><v>1234567</v></c></row></sheetData>)", {},
                      "<si><t>汉字汉字</t></si>"));
    ReadOptions options;
    options.limits.maxCellBytes = 7;
    const auto rows = readAll(*mustOpen(book.path(), options));
    QCOMPARE(rows[0].cells, (Cells{"汉字", "1234567"}));
    QCOMPARE(rows[0].problems, (Problems{{1, 1, ProblemCode::CellTooLong, "7/12"}}));
}

void TestXlsxReader::brokenUtf8IsReported()
{
    const auto rows = readSheet("<row><c t=\"str\"><v>a\xFFz</v></c></row>");
    QCOMPARE(rows[0].cells, (Cells{"a\uFFFDz"}));
    QCOMPARE(rows[0].problems[0].code, ProblemCode::BadEncoding);
}

void TestXlsxReader::anEntityDeclarationIsRefused()
{
    Parts parts = partsOfRows("<row/>");
    parts[3].second = "<!DOCTYPE x [<!ENTITY e \"eeee\">]>" + parts[3].second;
    QCOMPARE(failure(parts), ErrorCode::Refused);
    QCOMPARE(failure(partsOfRows("<row><c t=\"str\"><v>&e;</v></c></row>")), ErrorCode::Invalid);
}

void TestXlsxReader::aBombIsRefused()
{
    ReadOptions options;
    options.limits.maxInflatedBytes = 1 << 20;
    const std::string blanks(2 << 20, ' ');
    QCOMPARE(failure(partsOfRows(blanks), options), ErrorCode::Refused);
    options = {};
    options.limits.maxSharedTextBytes = 100;
    QCOMPARE(failure(workbookParts("<sheetData/>", {}, "<si><t>" + std::string(101, 'x') + "</t></si>"), options),
             ErrorCode::Refused);
    options = {};
    options.limits.maxEntries = 3;
    QCOMPARE(failure(partsOfRows("<row/>"), options), ErrorCode::Refused);
}

void TestXlsxReader::tooManyCellsAreRefused()
{
    ReadOptions options;
    options.limits.maxCells = 2;
    QCOMPARE(failure(partsOfRows("<row><c/><c/></row>"), options), ErrorCode::Internal);
    QCOMPARE(failure(partsOfRows("<row><c/><c/></row><row><c/></row>"), options), ErrorCode::Refused);
}

void TestXlsxReader::damageIsAnError()
{
    QCOMPARE(failure(partsOfRows("<row r=\"1048576\"/><row/>")), ErrorCode::Invalid);
    QCOMPARE(failure(partsOfRows("<row><c r=\"XFD1\"/></row>")), ErrorCode::Internal);
    QCOMPARE(failure(workbookParts("<sheetData><row><c>")), ErrorCode::Invalid);
    QCOMPARE(failure(workbookParts("")), ErrorCode::Invalid);
    const TemporaryTable table("PK\x03\x04 and then nothing", "x.xlsx");
    const auto reader = openTable(table.path());
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, ErrorCode::Invalid);
}

void TestXlsxReader::rowsAndCellsOutOfPlaceAreReadAndReported()
{
    const TemporaryWorkbook book(
        partsOfRows("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/>"
                    "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"
                    "<row r=\"1048577\"><c r=\"XFE1\"><v>3</v></c><c t=\"odd\"><v>4</v></c></row>"));
    ReadOptions options;
    options.headerRow = 0;
    const auto rows = readAll(*mustOpen(book.path(), options));
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[0].number, 2);
    QCOMPARE(rows[1].number, 4);
    QCOMPARE(rows[1].problems, (Problems{{4, 0, ProblemCode::MisplacedRow, "2"}}));
    QCOMPARE(rows[2].cells, (Cells{"3", "4"}));
    QCOMPARE(rows[2].problems, (Problems{{5, 1, ProblemCode::UnknownCell, "XFE1"},
                                         {5, 2, ProblemCode::UnknownCell, "odd"},
                                         {5, 0, ProblemCode::MisplacedRow, "1048577"}}));
}

void TestXlsxReader::aPartThatInflatesWithoutMeasureIsRefused()
{
    ReadOptions options;
    options.limits.freelyInflatedBytes = 1000;
    options.limits.maxInflation = 5;
    const auto parts = partsOfRows("<row/>" + std::string(100'000, ' '));
    QCOMPARE(failure(parts, options), ErrorCode::Refused);
    options.limits.maxInflation = 100'000;
    QCOMPARE(failure(parts, options), ErrorCode::Internal);
}

void TestXlsxReader::hiddenRowsAreReadAndReported()
{
    const TemporaryWorkbook book(partsOfRows("<row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row>"
                                             "<row hidden=\"1\"/>"));
    const auto rows = readAll(*mustOpen(book.path()));
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[1].problems, (Problems{{2, 0, ProblemCode::HiddenRow, ""}}));
}

void TestXlsxReader::aContainerOfSomethingElseIsNoTable()
{
    QCOMPARE(failure({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), ErrorCode::Invalid);
}

void TestXlsxReader::aHugeSheetStreams()
{
    std::string rows;
    for (int i = 0; i < 20'000; ++i)
        rows += "<row><c t=\"s\"><v>0</v></c><c><v>13800138000</v></c><c "
                "t=\"inlineStr\"><is><t>呼和浩特</t></is></c></row>";
    const TemporaryWorkbook book(workbookParts("<sheetData>" + rows + "</sheetData>", {}, "<si><t>张三</t></si>"));
    std::int64_t read = 0;
    QBENCHMARK
    {
        const auto reader = mustOpen(book.path());
        for (Row row; *reader->next(row);)
            read += row.cells[2].text == "呼和浩特" ? 1 : 0;
    }
    QVERIFY(read >= 20'000);
}

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_xlsxreader.moc"
