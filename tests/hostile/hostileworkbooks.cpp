#include "tests/exchange/storedzip.h"
#include "tests/exchange/workbooks.h"
#include "tests/exchange/xlsbytes.h"
#include "tests/hostile/hostilefiles.h"

#include <QStringConverter>

#include <algorithm>
#include <iterator>

namespace zsb::test {
namespace {

constexpr const char *styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";

/// A cell with a text of its own.
std::string textCell(const std::string &place, const std::string &text)
{
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string numberCell(const std::string &place, const std::string &number, int style = 0)
{
    return "<c r=\"" + place + "\" s=\"" + std::to_string(style) + "\"><v>" + number + "</v></c>";
}

std::string row(int number, const std::string &cells, const std::string &attributes = {})
{
    return "<row r=\"" + std::to_string(number) + "\" " + attributes + ">" + cells + "</row>";
}

/// Header 报名号 and `label` in row 1.
std::string header(const std::string &label)
{
    return row(1, textCell("A1", "报名号") + textCell("B1", label));
}

std::string candidate(int number)
{
    const std::string n = std::to_string(number);
    return row(number, textCell("A" + n, "N" + n) + textCell("B" + n, "1380000000" + n));
}

/// The parts of a workbook with one sheet.
Parts oneSheet(const std::string &rows, const std::string &behind = {}, const std::string &texts = {},
               const std::string &properties = {})
{
    Parts parts = workbookParts("<sheetData>" + rows + "</sheetData>" + behind, styles, texts, properties);
    const std::string second = "<sheet name=\"two\" sheetId=\"2\" r:id=\"b\"/>";
    std::string &workbook = parts[1].second;
    workbook.erase(workbook.find(second), second.size());
    return parts;
}

std::string book(const Parts &parts)
{
    return StoredZip(parts).bytes();
}

/// A workbook of one candidate whose cell of that column is written so.
HostileFile cell(const char *name, const char *hazard, const char *does, const char *message, const std::string &label,
                 const std::string &cellXml, const std::string &properties = {})
{
    return {name,
            hazard,
            does,
            message,
            1,
            [=] {
                return book(oneSheet(header(label) + row(2, textCell("A2", "N1") + cellXml), {}, {}, properties)); }};
}

HostileFile sheet(const char *name, const char *hazard, const char *does, const char *message, int checked,
                  const std::string &rows, const std::string &behind = {})
{
    return {name, hazard, does, message, checked, [=] { return book(oneSheet(rows, behind)); }};
}

HostileFile parts(const char *name, const char *hazard, const char *does, const char *message, int checked,
                  const std::function<void(Parts &)> &change)
{
    return {name, hazard, does, message, checked, [=] {
                Parts all = oneSheet(header("手机号") + candidate(2));
                change(all);
                return book(all);
            }};
}

std::vector<HostileFile> cells()
{
    const char *id = "身份证号";
    return {
        cell("id-number.xlsx", "证件号存为数字 number stored as a number", "error; not imported",
             "input.rounded-number", id, numberCell("B2", "1.1010519491231E+17")),
        cell("id-scientific-text.xlsx", "科学计数的证件号 number in scientific notation", "error; not imported",
             "input.scientific-number", id, textCell("B2", "1.10105E+17")),
        cell("id-rounded-text.xlsx", "被改成 0 的证件号 number rounded to fifteen digits", "error; not imported",
             "input.looks-rounded", id, textCell("B2", "110105194912310000")),
        cell("phone-number.xlsx", "数字与文本混用 text-vs-number cells", "read alike", "", "手机号",
             numberCell("B2", "13800000001")),
        cell("phone-float.xlsx", "数字与文本混用 text-vs-number cells", "read alike", "", "手机号",
             numberCell("B2", "1.3800000001E10")),
        cell("date-1900.xlsx", "日期单元格（1900 与 1904） date cells of 1900 and 1904", "read as the day", "",
             "毕业日期", numberCell("B2", "44742", 1)),
        cell("date-1904.xlsx", "日期单元格（1900 与 1904） date cells of 1900 and 1904", "read as the day", "",
             "毕业日期", numberCell("B2", "43280", 1), "date1904=\"1\""),
        cell("date-serial-1904.xlsx", "日期序号 date serials", "read as the day, warning", "input.repaired-date-serial",
             "毕业日期", numberCell("B2", "43280"), "date1904=\"1\""),
        cell("month-from-date.xlsx", "年月填成年月日 a day where a month belongs", "read as its month, said",
             "input.repaired-date", "入伍时间", numberCell("B2", "44075", 1)),
        cell("month-number.xlsx", "2020.1 可能是 10 月 2020.1 may be October", "warning; left as it is",
             "input.ambiguous-month", "入伍时间", numberCell("B2", "2020.1")),
        cell("formula-without-value.xlsx", "公式没有缓存值 formulas without cached values", "error",
             "input.formula-without-value", "手机号", "<c r=\"B2\"><f>A1</f></c>"),
        cell("formula-with-value.xlsx", "有缓存值的公式 formulas with cached values", "the value is read", "", "手机号",
             "<c r=\"B2\" t=\"str\"><f>A1</f><v>13800000001</v></c>"),
        cell("error-cell.xlsx", "错误单元格 error cells", "error", "input.error-cell", "手机号",
             "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>"),
        cell("unknown-type.xlsx", "未知类型的单元格 cells of an unknown kind", "error in that cell",
             "input.unknown-cell", "手机号", "<c r=\"B2\" t=\"quantum\"><v>1</v></c>"),
        cell("no-place.xlsx", "没有位置的单元格 cells without a place", "error in that cell", "input.unknown-cell",
             "手机号", "<c r=\"?\"><v>13800000001</v></c>"),
        cell("shared-beyond.xlsx", "共享字符串越界 shared text that is not there", "error in that cell",
             "input.error-cell", "手机号", "<c r=\"B2\" t=\"s\"><v>99</v></c>"),
        cell("escaped-nul.xlsx", "空字节 NUL bytes", "error", "input.nul-byte", "姓名", textCell("B2", "张_x0000_三")),
        cell("rich-text.xlsx", "富文本和拼音 rich text and phonetic guides", "the text is read", "", "姓名",
             "<c r=\"B2\" t=\"inlineStr\"><is><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></is></c>"),
        cell("cell-10-mb.xlsx", "10 MB 的单元格 a cell of 10 MB", "cut, error", "input.cell-too-long", "手机号",
             textCell("B2", std::string(std::size_t(10) << 20, '1'))),
    };
}

/// Each opening of the book would read all of its shared texts again.
std::string bookOfManySheets()
{
    std::string texts;
    for (int i = 0; i < 200'000; ++i)
        texts += "<si><t>text</t></si>";
    Parts all = workbookParts("<sheetData>" + header("手机号") + candidate(2) + "</sheetData>", styles, texts);
    std::string further;
    for (int i = 3; i <= 5'000; ++i)
        further += "<sheet name=\"" + std::to_string(i) + "\" sheetId=\"" + std::to_string(i) + "\" r:id=\"b\"/>";
    all[1].second.insert(all[1].second.find("</sheets>"), further);
    return book(all);
}

std::vector<HostileFile> sheets()
{
    const std::string two = header("手机号") + candidate(2) + candidate(3);
    return {
        sheet("merged-cells.xlsx", "合并单元格 merged cells", "first cell only, warning in every row",
              "input.merged-cells", 2, two, "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"),
        sheet("merged-header.xlsx", "合并的两行表头 merged header rows", "read as one", "", 1,
              row(1, textCell("A1", "报名号") + textCell("B1", "联系方式")) +
                  row(2, textCell("B2", "手机号") + textCell("C2", "邮政编码")) +
                  row(3, textCell("A3", "N1") + textCell("B3", "13800000001")),
              "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"),
        sheet("hidden-row.xlsx", "隐藏行 hidden rows", "checked, warning", "input.hidden-row", 2,
              header("手机号") + candidate(2) +
                  row(3, textCell("A3", "N3") + textCell("B3", "13800000003"), "hidden=\"1\"")),
        sheet("cells-twice.xlsx", "两个单元格同一位置 two cells at one place", "the later one counts, error",
              "input.repeated-cell", 1,
              header("手机号") + row(2, textCell("A2", "N2") + textCell("B2", "138") + textCell("B2", "13800000002"))),
        sheet("rows-out-of-order.xlsx", "行号错乱 rows out of order", "read in the order they stand, warning",
              "input.misplaced-row", 2, header("手机号") + candidate(3) + candidate(2)),
        sheet("last-row.xlsx", "第 1,048,576 行 the last row a sheet has", "blank rows are counted", "", 2,
              two.substr(0, two.rfind("<row")) + row(1048576, textCell("A1048576", "N9"))),
        sheet("beyond-last-row.xlsx", "超出最大行号 a row beyond the last", "read as the next, warning",
              "input.misplaced-row", 2, header("手机号") + candidate(2) + row(99999999, textCell("A99999999", "N9"))),
        sheet("last-column.xlsx", "最右一列 the last column a sheet has", "warning", "input.extra-cells", 1,
              header("手机号") + row(2, textCell("A2", "N1") + textCell("XFD2", "x"))),
        sheet("no-rows.xlsx", "空工作表 empty sheet", "refused", "no-header", -1, ""),
        {"several-sheets.xlsx", "多张工作表 several sheets", "the first with a header, warning", "input.other-sheets",
         1, [] { return book(workbookParts("<sheetData>" + header("手机号") + candidate(2) + "</sheetData>")); }},
        {"same-header-twice.xlsx", "两张表头相同的工作表 two sheets with one header",
         "the first is checked, error of the table", "input.same-sheets", 1,
         [] {
             Parts all = workbookParts("<sheetData>" + header("手机号") + candidate(2) + "</sheetData>");
             all[4].second = "<worksheet><sheetData>" + header("手机号") + candidate(2) + "</sheetData></worksheet>";
             return book(all);
         }},
        {"sheets-5000.xlsx", "5,000 张工作表 5,000 sheets",
         "the first is checked, a hundred more are looked at, error of the table", "input.unseen-sheets", 1,
         bookOfManySheets},
        {"header-in-second.xlsx", "表头在第二张表 the header is in the second sheet", "found, warning",
         "input.other-sheets", 1,
         [] {
             Parts all = workbookParts("<sheetData>" + row(1, textCell("A1", "说明")) + "</sheetData>");
             all[4].second = "<worksheet><sheetData>" + header("手机号") + candidate(2) + "</sheetData></worksheet>";
             return book(all);
         }},
    };
}

/// Every part is marked as encrypted, as packers do with a password.
std::string lockedBook()
{
    std::string bytes = book(oneSheet(header("手机号") + candidate(2)));
    const auto mark = [&bytes](const std::string &head, std::size_t flags) {
        for (std::size_t at = bytes.find(head); at != std::string::npos; at = bytes.find(head, at + 1))
            bytes[at + flags] = char(bytes[at + flags] | 1);
    };
    mark("PK\x03\x04", 6);
    mark("PK\x01\x02", 8);
    return bytes;
}

std::vector<HostileFile> markup()
{
    const std::string entity = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    return {
        parts("entity-bomb.xlsx", "XML 实体炸弹 XML entity bombs", "refused", "declaration", -1,
              [entity](Parts &all) { all[3].second = entity + all[3].second; }),
        parts("entity-bomb-workbook.xlsx", "XML 实体炸弹 XML entity bombs", "refused", "declaration", -1,
              [entity](Parts &all) { all[1].second = entity + all[1].second; }),
        parts("unknown-entity.xlsx", "未知实体 unknown entities", "reading ends there, said", "damaged", -1,
              [](Parts &all) { all[3].second.replace(all[3].second.find("手机号"), 9, "&bomb;"); }),
        parts("sheet-cut-short.xlsx", "工作表中途截断 a sheet cut short", "reading ends there, said", "damaged", 0,
              [](Parts &all) { all[3].second.resize(all[3].second.rfind("</c>")); }),
        parts("sheet-missing.xlsx", "缺少工作表部件 a missing part", "refused", "missing-part", -1,
              [](Parts &all) { all[3].first = "xl/worksheets/elsewhere.xml"; }),
        parts("deep.xlsx", "嵌套过深的 XML deeply nested XML", "left out", "", 1,
              [](Parts &all) {
                  std::string deep;
                  for (int i = 0; i < 100'000; ++i)
                      deep += "<a>";
                  for (int i = 0; i < 100'000; ++i)
                      deep += "</a>";
                  all[3].second.insert(all[3].second.rfind("</worksheet>"), deep);
              }),
        {"locked-part.xlsx", "加密的压缩包 a container locked by a packer", "refused", "locked", -1,
         [] { return lockedBook(); }},
        parts("content-types.xlsx", "内容类型错误 wrong content types", "read by what the parts say", "", 1,
              [](Parts &all) {
                  all.emplace_back("[Content_Types].xml", "<Types><Default Extension=\"xml\" "
                                                          "ContentType=\"image/png\"/></Types>");
              }),
        parts("token-40-mb.xlsx", "40 MB 的标记 a token of 40 MB", "refused", "too-large", -1,
              [](Parts &all) { all[3].second.insert(11, std::string(std::size_t(40) << 20, ' ')); }),
        parts("no-styles.xlsx", "缺少样式部件 a missing part of styles", "read without date formats", "", 1,
              [](Parts &all) { all[5].first = "xl/other.xml"; }),
    };
}

} // namespace

std::vector<HostileFile> hostileWorkbooks()
{
    std::vector<HostileFile> all = cells();
    for (const auto &more : {sheets(), markup()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

namespace {

std::string gbk(const char *utf8)
{
    QStringEncoder encoder("GB18030");
    const QByteArray bytes = encoder(QString::fromUtf8(utf8));
    return bytes.toStdString();
}

/// Header in row 0 and one candidate in row 1.
XlsBook oldBook()
{
    XlsBook book;
    book.label(0, 0, u"报名号");
    book.label(0, 1, u"手机号");
    book.label(0, 2, u"身份证号");
    book.label(1, 0, u"N1");
    book.label(1, 1, u"13800000001");
    return book;
}

HostileFile old(const char *name, const char *hazard, const char *does, const char *message, int checked,
                const std::function<void(XlsBook &)> &change)
{
    return {name, hazard, does, message, checked, [=] {
                XlsBook book = oldBook();
                change(book);
                return book.bytes();
            }};
}

HostileFile codePage(const char *name, unsigned page, const char *does)
{
    return {name, "BIFF5 代码页 code pages of BIFF5", does, "", 1, [=] {
                XlsBook book;
                book.excel95(page);
                book.byteLabel(0, 0, page == 936 ? gbk("报名号") : "application_no");
                book.byteLabel(0, 1, page == 936 ? gbk("手机号") : "phone");
                book.byteLabel(1, 0, "N1");
                book.byteLabel(1, 1, "13800000001");
                return book.bytes();
            }};
}

#ifdef ZSB_SANITIZED // how much memory a whole one takes is not what it looks for
constexpr std::size_t nearlyTheLimit = std::size_t(4) << 20;
#else
constexpr std::size_t nearlyTheLimit = (std::size_t(64) << 20) - (std::size_t(1) << 16);
#endif

/// An old book as large as may be, filled up with `record` among its cells or its shared texts.
std::string largeBook(const std::string &record, bool isText, std::size_t bytes = nearlyTheLimit)
{
    std::string all;
    if (isText)
        all = XlsBook::record(0x00FC, Bytes().u32(0xFFFFFFFF).u32(0xFFFFFFFF));
    all.reserve(bytes + record.size());
    while (all.size() + record.size() < bytes)
        all += record;
    XlsBook book = oldBook();
    if (isText)
        book.rawTexts(all);
    else
        book.raw(all);
    return book.largeBytes();
}

HostileFile large(const char *name, const char *hazard, const char *does, const char *message, int checked,
                  const std::string &record, bool isText)
{
    return {name, hazard, does, message, checked, [=] { return largeBook(record, isText); }};
}

/// One shared text as long as its length can say, in thousands of cells: a file of 200 KB that says 400 MB.
std::string bookOfOneText()
{
    constexpr unsigned longest = 65'535;
    constexpr unsigned perRecord = 8'000;
    Bytes head;
    head.u32(1).u32(1).u16(longest).u8(1);
    std::string texts = XlsBook::record(0x00FC, head);
    for (unsigned left = longest; left > 0;) {
        const unsigned part = std::min(left, perRecord / 2);
        Bytes piece;
        piece.u8(1).text(std::u16string(part, u'汉'));
        texts += XlsBook::record(0x003C, piece);
        left -= part;
    }
    XlsBook book = oldBook();
    book.rawTexts(texts);
    for (unsigned row = 1; row <= 2'000; ++row)
        book.text(row, 2, 0);
    return book.largeBytes();
}

std::vector<HostileFile> largeOldWorkbooks()
{
    Bytes numbers;
    numbers.u16(2).u16(0);
    for (int i = 0; i < 256; ++i)
        numbers.u16(0).u32(6);
    return {
        large("texts-millions.xls", "上千万条共享字符串 millions of shared texts", "read", "", 1,
              XlsBook::record(0x003C, Bytes().zeros(8000 / 3 * 3)), true),
        large("texts-scattered.xls", "共享字符串切成碎片 shared texts in splinters", "read", "", 1,
              XlsBook::record(0x003C, Bytes().u8(0)), true),
        {"text-everywhere.xls",
         "一条 65,535 字的文本用在几千个单元格 one text of 65,535 characters in thousands of cells", "read",
         "identity.format", 2'000, bookOfOneText},
        large("cells-millions.xls", "同一位置上百万个单元格 millions of cells at one place",
              "the last one counts, error", "input.repeated-cell", 2,
              XlsBook::record(0x0205, Bytes().u16(2).u16(0).u16(0).u8(1).u8(0)), false),
        large("numbers-millions.xls", "上百万个数字 millions of numbers", "read, error", "input.repeated-cell", 2,
              XlsBook::record(0x00BD, numbers.u16(255)), false),
        large("rows-hidden.xls", "上百万条隐藏行记录 millions of hidden rows", "checked, warning", "input.hidden-row",
              1, XlsBook::record(0x0208, Bytes().u16(1).zeros(10).u16(0x20).u16(0)), false),
        {"beyond-limit.xls", "超过 64 MB 的旧工作簿 an old workbook beyond 64 MB", "refused", "too-large", -1,
         [] { return largeBook(XlsBook::record(0x0042, Bytes().u16(936)), false, std::size_t(64) << 20); }},
    };
}

std::vector<HostileFile> oldWorkbooks()
{
    return {
        old("plain.xls", "旧版工作簿 old workbooks", "read", "", 1, [](XlsBook &) {}),
        old("id-number.xls", "证件号存为数字 number stored as a number", "error; not imported", "input.rounded-number",
            1, [](XlsBook &book) { book.number(1, 2, 110105194912310020.0); }),
        old("id-scientific-text.xls", "科学计数的证件号 number in scientific notation", "error; not imported",
            "input.scientific-number", 1, [](XlsBook &book) { book.label(1, 2, u"1.10105E+17"); }),
        old("error-cell.xls", "错误单元格 error cells", "error", "input.error-cell", 1,
            [](XlsBook &book) { book.error(1, 2, 0x2A); }),
        old("formula-without-value.xls", "公式没有缓存值 formulas without cached values", "error",
            "input.formula-without-value", 1, [](XlsBook &book) { book.emptyFormula(1, 2); }),
        old("hidden-row.xls", "隐藏行 hidden rows", "checked, warning", "input.hidden-row", 1,
            [](XlsBook &book) { book.hideRow(1); }),
        old("merged-cells.xls", "合并单元格 merged cells", "first cell only, warning in every row",
            "input.merged-cells", 2,
            [](XlsBook &book) {
                book.label(2, 0, u"N2");
                book.merged(1, 2, 1, 1);
            }),
        old("cells-twice.xls", "两个单元格同一位置 two cells at one place", "the later one counts, error",
            "input.repeated-cell", 1, [](XlsBook &book) { book.label(1, 1, u"13800000002"); }),
        old("filepass.xls", "加密的工作簿 encrypted workbooks", "refused", "locked", -1,
            [](XlsBook &book) { book.locked(); }),
        old("encrypted.xlsx", "加密的工作簿 encrypted workbooks", "refused", "locked", -1,
            [](XlsBook &book) { book.stream(u"EncryptedPackage"); }),
        old("document.xls", "别的文档 another kind of document", "refused", "other-document", -1,
            [](XlsBook &book) { book.stream(u"WordDocument"); }),
        codePage("codepage-936.xls", 936, "read in that code page"),
        codePage("codepage-1252.xls", 1252, "read in that code page"),
        codePage("codepage-unknown.xls", 12345, "read as 936"),
        {"cut.xls", "截断的文件 truncated files", "refused or read as far as it goes, said", "damaged", -1,
         [] { return oldBook().bytes().substr(0, 900); }},
        {"table-beyond-end.xls", "只有文件头的旧工作簿 nothing but the head of a container", "refused", "damaged", -1,
         [] {
             std::string head = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(504, '\0');
             head[30] = '\x09'; // sectors of 512 bytes, of which there is none
             return head;
         }},
        {"biff4.xls", "Excel 4 或更早 Excel 4 or before", "refused", "old-workbook", -1,
         [] { return std::string("\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", 10) + std::string(100, '\x07'); }},
    };
}

} // namespace

std::vector<HostileFile> hostileOldWorkbooks()
{
    std::vector<HostileFile> files = largeOldWorkbooks();
    std::ranges::move(oldWorkbooks(), std::back_inserter(files));
    return files;
}

std::vector<HostileFile> hostileContainers()
{
    const auto whole = [] { return book(oneSheet(header("手机号") + candidate(2))); };
    const auto repeated = [](std::string_view text, std::size_t bytes) {
        std::string all;
        all.reserve(bytes);
        while (all.size() + text.size() <= bytes)
            all += text;
        return all;
    };
    const auto bomb = [=](std::size_t part) {
        const Parts all = oneSheet(header("手机号") + candidate(2), {}, "<si><t>x</t></si>");
        StoredZip zip;
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::string bytes = all[i].second;
            if (i == part)
                bytes.insert(bytes.find('>', bytes.find("?>") == std::string::npos ? 0 : bytes.find("?>") + 2) + 1,
                             repeated("<x/>", std::size_t(200) << 20));
            zip.addDeflated(all[i].first, bytes);
        }
        return zip.bytes();
    };
    return {
        {"bomb-sheet.xlsx", "压缩炸弹 zip bombs", "refused", "bomb", -1, [=] { return bomb(3); }},
        {"bomb-shared.xlsx", "压缩炸弹 zip bombs", "refused", "bomb", -1, [=] { return bomb(6); }},
        {"bomb-workbook.xlsx", "压缩炸弹 zip bombs", "refused", "bomb", -1, [=] { return bomb(1); }},
        {"cut.xlsx", "截断的压缩包 truncated zip", "refused", "damaged", -1,
         [=] { return whole().substr(0, whole().size() / 2); }},
        {"cut-end.xlsx", "截断的压缩包 truncated zip", "refused", "damaged", -1,
         [=] { return whole().substr(0, whole().size() - 10); }},
        {"broken-checksum.xlsx", "校验错误的压缩包 a container with a wrong checksum", "reading ends there, said",
         "damaged", -1,
         [=] {
             std::string bytes = whole();
             bytes[bytes.find("13800000002") + 5] ^= 1;
             return bytes;
         }},
        {"document.docx", "别的文档 another kind of document", "refused", "other-document", -1,
         [] {
             return book({{"word/document.xml", "<document/>"}});
         }},
        {"empty.zip", "空压缩包 an empty container", "refused", "other-document", -1,
         [] { return StoredZip().bytes(); }},
        {"many-parts.xlsx", "部件过多 too many parts", "refused", "too-large", -1,
         [] {
             StoredZip zip;
             for (int i = 0; i < 20'000; ++i)
                 zip.add("p" + std::to_string(i), "");
             return zip.bytes();
         }},
        {"page.xls", "网页冒充表格 a web page under a spreadsheet's name", "refused", "markup", -1,
         [] { return std::string("<html><table><tr><td>报名号</td></tr></table></html>"); }},
        {"picture.csv", "图片冒充表格 a picture under a table's name", "refused", "not-a-table", -1,
         [] {
             return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0", 30) +
                    std::string(99, '\x01');
         }},
        {"workbook.csv", "扩展名不符 a workbook under a text's name", "read by its content", "", 1, whole},
    };
}

} // namespace zsb::test
