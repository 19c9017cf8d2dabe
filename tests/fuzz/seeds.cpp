#include "tests/fuzz/seeds.h"

#include "tests/exchange/storedzip.h"
#include "tests/exchange/workbooks.h"
#include "tests/exchange/xlsbytes.h"

#include <QStringConverter>

namespace zsb::test {
namespace {

std::string encoded(const char *encoding, const char *utf8)
{
    QStringEncoder encoder(encoding);
    const QByteArray bytes = encoder(QString::fromUtf8(utf8));
    return bytes.toStdString();
}

std::string pieces(const std::string &sheet, const std::string &styles = {}, const std::string &texts = {},
                   const std::string &properties = {})
{
    return sheet + '\x1E' + styles + '\x1E' + texts + '\x1E' + properties;
}

} // namespace

Seeds csvSeeds()
{
    return {
        {"plain", "a,b\n1,2\n"},
        {"quoted", "\"a\",\"b\"\r\n\"1,\"\"x\"\"\",\"2\n3\"\r\n"},
        {"unterminated", "a,b\n\"1,2\n3,4\n"},
        {"stray", "a,b\n\"1\"x,=\"0012\"\n"},
        {"ragged", "a;b;c\n1\n1;2;3;4\n\n;;\n"},
        {"tabs", "a\tb\r1.5E+17\t#N/A\r"},
        {"mark", "\xEF\xBB\xBFname\n\xE6\x9D\x8E\n"},
        {"nul", std::string("a,b\n1\0,2\n", 9)},
        {"broken", "a,b\n\xE6\x9D,\xFF\xC0\n\xE6\x9D\x8E\xE6\x9D\x8E\xE6\x9D\x8E\xE6\x9D\x8E\n"},
        {"gb18030", encoded("GB18030", "姓名,字\n张三,𠮷\n")},
        {"utf16le", "\xFF\xFE" + encoded("UTF-16LE", "姓名,字\n张三,𠮷\n")},
        {"utf16be", encoded("UTF-16BE", "姓名,字\n张三,12\n")},
    };
}

Seeds xlsxSeeds()
{
    const std::string rows =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
        "t=\"inlineStr\"><is><t>x</t></is></c></row>"
        "<row r=\"3\" hidden=\"1\"><c r=\"A3\" s=\"1\"><v>45000.5</v></c><c r=\"C3\"><f>A1</f><v>1.5E17</v></c></row>"
        "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2023-06-30T00:00:00</v></c>"
        "<c t=\"str\"><f>B1</f><v>_x0041_</v></c><c><f>B1</f></c></row></sheetData>"
        "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>";
    const std::string styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m\"/></numFmts>"
                               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>";
    const std::string texts = "<si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si>";
    return {
        {"pieces", pieces(rows, styles, texts, "date1904=\"1\"")},
        {"references",
         pieces("<sheetData><row><c t=\"str\"><v>&lt;&#x4E00;&amp;<![CDATA[<]]></v></c></row></sheetData>")},
        {"entities", pieces("<!DOCTYPE a [<!ENTITY b \"c\">]><sheetData/>")},
        {"empty", pieces("<sheetData/>")},
        {"container", StoredZip(workbookParts(rows, styles, texts)).bytes()},
    };
}

Seeds xlsSeeds()
{
    XlsBook book;
    book.texts({u"姓名", u"证件号码", u"c"});
    book.text(0, 0, 0);
    book.text(0, 1, 1);
    book.number(1, 0, 45000, XlsBook::Date);
    book.numbers(1, 1, {1, 2});
    book.packed(2, 0, 0x3FF00001);
    book.label(2, 1, u"李");
    book.boolean(3, 0, true);
    book.error(3, 1, 0x2A);
    book.formula(4, 0, 1.5);
    book.textFormula(4, 1, u"x");
    book.merged(2, 3, 0, 1);
    XlsBook locked;
    locked.locked();
    return {{"cells", book.bytes()}, {"locked", locked.bytes()}};
}

Seeds packSeeds()
{
    return {
        {"pack", "pack.json\n{\"id\": \"hb-demo\", \"version\": \"1\", \"fee\": {\"fen\": 1}}"},
        {"fields",
         "fields.json\n[{\"field\": \"name\", \"label\": {\"zh\": \"a\", \"en\": \"b\"}, \"kind\": \"text\"}]"},
        {"rules",
         "rules.json\n[{\"id\": \"a\", \"rule\": \"form.required\", \"clause\": \"A1.4.3.1\", \"quote\": \"x\"}]"},
        {"types", "types.json\n[{\"id\": \"t\", \"name\": {\"zh\": \"a\"}, \"steps\": [\"notice\"]}]"},
        {"table", "tables/sex.csv\ncode,name_zh,name_en,aliases,guess\n1,男,Male,M|\"m\",\n"},
        {"deep", "texts.json\n" + std::string(200, '[')},
        {"escapes", "texts.json\n{\"a\\u0000\\ud800\": \"\\q\", \"b\": 1e999, \"b\": -0}"},
    };
}

Seeds labelSeeds()
{
    return {
        {"known", "报名号\n姓名\n*身份证号：\n性别（男/女）\n手机号\n手机号码\n"},
        {"strange", "\n　\n（\n)\n（（（\n***\n:::\nＮＡＭＥ\n\xFF\xFE\n"},
        {"cells", "'11010519491231002X\n１３８\n "
                  "二〇二三年六月\n2023.1\n45107\n蒙古\n2\n否\n张\xE2\x80\x8B三\n2023/6/30 0:00\n"},
        {"materials", "slot=a.jpg;slot＝b.jpg；;=;x\n"},
    };
}

} // namespace zsb::test
