#include "tests/hostile/hostilefiles.h"

#include <QStringConverter>

namespace zsb::test {
namespace {

std::string inEncoding(const char *encoding, const std::string &utf8)
{
    QStringEncoder encoder(encoding);
    const QByteArray bytes = encoder(QString::fromStdString(utf8));
    return bytes.toStdString();
}

/// A table of one candidate whose field of that name is written so.
HostileFile field(const char *name, const char *hazard, const char *does, const char *message, const std::string &label,
                  const std::string &cell)
{
    return {name, hazard, does, message, 1, [=] { return "报名号," + label + "\nN1," + cell + "\n"; }};
}

HostileFile text(const char *name, const char *hazard, const char *does, const char *message, int checked,
                 const std::string &bytes)
{
    return {name, hazard, does, message, checked, [bytes] { return bytes; }};
}

std::vector<HostileFile> numbersAndWords()
{
    const char *id = "身份证号";
    return {
        field("id-scientific.csv", "科学计数的证件号 number in scientific notation", "error; not imported",
              "input.scientific-number", id, "1.10105E+17"),
        field("id-rounded.csv", "被改成 0 的证件号 number rounded to fifteen digits", "error; not imported",
              "input.looks-rounded", id, "110105194912310000"),
        field("id-apostrophe.csv", "前置撇号 leading apostrophe", "read without it, said", "input.repaired-apostrophe",
              id, "'11010519491231002X"),
        field("id-equals.csv", "=\"…\" 形式的文本 text as =\"…\"", "read as the text it keeps", "", id,
              "\"=\"\"11010519491231002X\"\"\""),
        field("id-fullwidth.csv", "全角数字和字母 full-width digits and letters", "read half-width, said",
              "input.repaired-width", id, "１１０１０５１９４９１２３１００２Ｘ"),
        field("phone-ideographic-space.csv", "全角空格 U+3000", "left out, said", "input.repaired-blanks", "手机号",
              "　138\xE3\x80\x80"
              "00000001"),
        field("phone-zero-width.csv", "零宽字符 zero-width characters", "left out, said", "input.repaired-blanks",
              "手机号",
              "138\xE2\x80\x8B"
              "00000001\xEF\xBB\xBF"),
        field("name-zero-width.csv", "姓名中的零宽字符 zero-width characters in a name", "left out, said",
              "input.repaired-blanks", "姓名", "张\xE2\x80\x8B三"),
        field("name-dots.csv", "间隔号的近似字符 look-alikes of ·", "warning with the right dot",
              "person.name-characters", "姓名", "阿里木•买买提"),
        field("code-alias.csv", "民族无“族”字 ethnic group without 族", "read as the name of the table, said",
              "input.repaired-code", "民族", "蒙古"),
        field("code-lost-zero.csv", "代码丢了前导 0 code without its leading zero", "read with it, said",
              "input.repaired-code", "民族", "2"),
        field("id-temporary.csv", "999 开头的临时证件号 temporary numbers 999…", "error", "identity.format", id,
              "999105194912310021"),
        field("major-unknown.csv", "代码表中没有的专业 majors not in the code table", "error", "choice.bachelor-major",
              "拟报本科专业", "屠龙术"),
        {"ids-repeated.csv", "重复的证件号 duplicated numbers", "error in both rows", "identity.person-once", 2,
         [] {
             return std::string("报名号,身份证号\nN1,11010519491231002X\nN2,１１０１０５１９４９１２３１００２ｘ\n");
         }},
        {"applications-repeated.csv", "两人同一个报名号 one application number for two people", "error in both rows",
         "identity.application-once", 2,
         [] { return std::string("报名号,身份证号\nN1,11010519491231002X\nＮ１,810000199408230021\n"); }},
        field("yes-no.csv", "是否写成文字 yes and no in words", "read as 1 or 0, said", "input.repaired-code",
              "是否为未发放证书的获奖免试考生", "否"),
    };
}

std::vector<HostileFile> dates()
{
    const char *month = "入伍时间";
    return {
        field("month-dot.csv", "2023.6 形式的日期 dates as 2023.6", "read as the month, said", "input.repaired-date",
              month, "2020.9"),
        field("month-chinese.csv", "二〇二三年六月 dates in Chinese numerals", "read as the month, said",
              "input.repaired-date", month, "二〇二〇年九月"),
        field("month-day.csv", "年月填成年月日 a day where a month belongs", "read as its month, said",
              "input.repaired-date", month, "2020年9月10日"),
        field("month-ambiguous.csv", "2020.1 可能是 10 月 2020.1 may be October", "warning; left as it is",
              "input.ambiguous-month", month, "2020.1"),
        field("date-compact.csv", "20230630 形式的日期 dates as 20230630", "read as the day, said",
              "input.repaired-date", "毕业日期", "20220630"),
        field("date-serial.csv", "日期序号 date serials", "read as the day, warning", "input.repaired-date-serial",
              "毕业日期", "44742"),
        field("date-without-day.csv", "日期缺日 a month where a day belongs", "read as the month, error: the day lacks",
              "form.format", "毕业日期", "二〇二二年六月"),
        field("date-none.csv", "不存在的日期 a day that does not exist", "error", "form.format", "毕业日期",
              "2022-02-30"),
    };
}

std::vector<HostileFile> shapes()
{
    return {
        text("titles.csv", "表头上方有标题 title rows above the header", "counted, left out", "", 1,
             "某校考生名单\n制表人：某某\n\n报名号,手机号\nN1,13800000001\n"),
        text("two-header-rows.csv", "两行表头 header of two rows", "read as one", "", 1,
             "报名号,联系方式,\n,手机号,邮政编码\nN1,13800000001,010010\n"),
        text("header-repeated.csv", "重复的表头行 repeated header rows", "counted, not checked as a candidate",
             "input.repeated-header", 2, "报名号,手机号\nN1,13800000001\n报名号,手机号\nN2,13800000002\n"),
        text("column-repeated.csv", "重复的列 duplicated columns", "the first counts, warning", "input.repeated-column",
             1, "报名号,手机号,手机号码\nN1,13800000001,13800000002\n"),
        text("columns-differ.csv", "重复的列内容不同 duplicated columns that differ",
             "the first counts, warning in the row", "input.columns-differ", 2,
             "报名号,手机号,手机号\nN1,13800000001,13800000002\nN2,13800000003,13800000003\n"),
        text("column-unnamed.csv", "没有列名的列 column without a name", "warning", "input.unnamed-column", 1,
             "报名号,,手机号\nN1,x,13800000001\n"),
        text("column-unknown.csv", "未知的列 unknown columns", "listed", "input.unknown-column", 1,
             "报名号,爱好\nN1,棋\n"),
        text("columns-blank.csv", "空列 blank columns", "left out", "", 1, "报名号,,,手机号,,\nN1,,,13800000001,,\n"),
        text("ragged-short.csv", "单元格少于表头 fewer cells than the header", "filled up, warning",
             "input.missing-cells", 2, "报名号,手机号\nN1\nN2,13800000001\n"),
        text("ragged-long.csv", "单元格多于表头 more cells than the header", "warning", "input.extra-cells", 2,
             "报名号,手机号\nN1,13800000001,x\nN2,13800000002\n"),
        text("quote-open.csv", "引号没有结束 unterminated quotes", "error; the row ends at its line",
             "input.unterminated-quote", 2, "报名号,手机号\nN1,\"13800000001\nN2,13800000002\n"),
        text("quote-stray.csv", "引号后还有字符 text after a closing quote", "taken as written, warning",
             "input.stray-quote", 2, "报名号,手机号\nN1,\"138\"00000001\nN2,13800000002\n"),
        text("quote-lines.csv", "单元格内换行 line ends inside cells", "read as one cell", "", 1,
             "报名号,邮寄地址\nN1,\"呼和浩特市赛罕区\n大学西街 1 号\"\n"),
        text("line-ends.csv", "混用换行 mixed line ends", "each ends a row", "", 3,
             "报名号,手机号\r\nN1,13800000001\nN2,13800000002\rN3,13800000003"),
        text("nul.csv", "空字节 NUL bytes", "error", "input.nul-byte", 2,
             "报名号,手机号\nN1,138" + std::string(1, '\0') + "0000001\nN2,13800000002\n"),
        text("error-cells.csv", "错误值 error cells as text", "error", "input.error-cell", 2,
             "报名号,手机号\nN1,#N/A\nN2,########\n"),
        text("semicolons.csv", "分号分隔 semicolons", "detected", "", 1, "报名号;手机号\nN1;13800000001\n"),
        text("tabs.txt", "制表符分隔 tabs", "detected", "", 1, "报名号\t手机号\nN1\t13800000001\n"),
        text("titles-semicolons.csv", "标题行里的逗号 commas in a title above semicolons", "detected below the title",
             "", 2, "2023年,某校,名单\n报名号;手机号\nN1;13800000001\nN2;13800000002\n"),
        text("bars.txt", "竖线分隔 bars", "detected", "", 1, "某校名单\n报名号|手机号\nN1|13800000001\n"),
        text("wide-commas.csv", "全角逗号分隔 full-width commas", "detected", "", 1,
             "某校名单\n报名号，手机号\nN1，13800000001\n"),
        text("totals.csv", "末尾的合计行 a row of totals at the end", "counted, not checked as a candidate, warning",
             "input.totals-row", 1, "报名号,姓名,手机号\nN1,王五,13800000001\n合计,,1\n"),
        text("footer.csv", "表尾的制表人、审核人、日期 who made and checked a list, and when",
             "counted, not checked as a candidate, warning", "input.footer-row", 1,
             "报名号,姓名,手机号\nN1,王五,13800000001\n制表人：张三,审核人：李四,填表日期：2023年6月30日\n"),
        text("footer-date.csv", "表尾只有日期 a date alone under the list",
             "counted, not checked as a candidate, warning", "input.footer-row", 1,
             "报名号,姓名,手机号\nN1,王五,13800000001\n2023年4月1日,,\n"),
        text("footer-page.csv", "表尾的页码、联系电话 a page number and a phone under the list",
             "counted, not checked as a candidate, warning", "input.footer-row", 1,
             "报名号,姓名,手机号\nN1,王五,13800000001\n联系电话：0471-6543210,,\n— 1 —,,\n"),
        text("footer-note.csv", "表尾的盖章、说明 where to seal a list, and notes in one cell",
             "counted, not checked as a candidate, warning", "input.footer-row", 1,
             "报名号,姓名,手机号\nN1,王五,13800000001\n学校（盖章）,,\n以上名单经核对无误,,\n填表说明：逐项填写,,\n"),
        text("totals-people.csv", "本表共几人 how many people a table holds",
             "counted, not checked as a candidate, warning", "input.totals-row", 1,
             "报名号,姓名,手机号\nN1,王五,13800000001\n本表共1人,,\n合计人数：1,,\n"),
        text("sum-without-a-word.csv", "没有字样的合计 a sum without a word",
             "counted, not checked as a candidate, warning", "input.footer-row", 1,
             "报名号,姓名,缴费金额\nN1,王五,350\n,,350\n"),
        text("formula-injection.csv", "公式注入 formulas in cells", "text like any other", "contact.phone-form", 1,
             "报名号,手机号\nN1,\"=HYPERLINK(\"\"x\"\")\"\n"),
        text("no-header.csv", "没有表头 no header", "refused", "no-header", -1, "1,2,3\n4,5,6\n"),
        text("empty.csv", "空文件 empty file", "refused", "empty", -1, ""),
        text("only-blanks.csv", "只有空行 nothing but blank rows", "refused", "no-header", -1, "\n\n,,,\n \n"),
        text("header-only.csv", "只有表头 nothing below the header", "error of the table", "input.no-candidates", 0,
             "报名号,手机号\n"),
    };
}

std::vector<HostileFile> encodings()
{
    const std::string table = "报名号,姓名,手机号\nN1,张三,13800000001\nN2,李四,13800000002\n";
    const std::string rare = "报名号,姓名,手机号\nN1,张\xF0\xA0\xAE\xB7,13800000001\nN2,李㐀,13800000002\n";
    return {
        text("utf8-mark.csv", "带 BOM 的 UTF-8 UTF-8 with a mark", "read", "", 2, "\xEF\xBB\xBF" + table),
        {"gbk.csv", "GBK", "detected", "", 2, [=] { return inEncoding("GB18030", table); }},
        {"gb18030-four-bytes.csv", "GB18030 四字节字 four-byte characters of GB 18030", "detected", "", 2,
         [=] { return inEncoding("GB18030", rare); }},
        {"utf16le-mark.csv", "带 BOM 的 UTF-16 UTF-16 with a mark", "read", "", 2,
         [=] { return "\xFF\xFE" + inEncoding("UTF-16LE", table); }},
        {"utf16be-mark.csv", "带 BOM 的 UTF-16 UTF-16 with a mark", "read", "", 2,
         [=] { return "\xFE\xFF" + inEncoding("UTF-16BE", table); }},
        {"utf16le.csv", "无 BOM 的 UTF-16 UTF-16 without a mark", "detected", "", 2,
         [=] { return inEncoding("UTF-16LE", rare); }},
        {"utf16be.csv", "无 BOM 的 UTF-16 UTF-16 without a mark", "detected", "", 2,
         [=] { return inEncoding("UTF-16BE", rare); }},
        text("broken-bytes.csv", "编码错误 broken bytes", "error in that cell", "input.bad-encoding", 2,
             "报名号,姓名,手机号\nN1,张\xE4\xB8,13800000001\nN2,内蒙古自治区的考生姓名,13800000002\n"),
    };
}

std::vector<HostileFile> sizes()
{
    constexpr std::size_t tenMegabytes = std::size_t(10) << 20;
    constexpr std::size_t tooLong = std::size_t(40) << 20;
    return {
        {"cell-10-mb.csv", "10 MB 的单元格 a cell of 10 MB", "cut, error", "input.cell-too-long", 2,
         [] { return "报名号,手机号\nN1," + std::string(tenMegabytes, '1') + "\nN2,13800000002\n"; }},
        {"quoted-cell-10-mb.csv", "10 MB 的引号单元格 a quoted cell of 10 MB", "the quote counts as never closed",
         "input.unterminated-quote", 2,
         [] { return "报名号,手机号\nN1,\"" + std::string(tenMegabytes, '1') + "\"\nN2,13800000002\n"; }},
        {"record-40-mb.csv", "40 MB 的一行 a row of 40 MB", "reading ends there, said", "too-large", 1,
         [] { return "报名号,手机号\nN1,13800000001\nN2," + std::string(tooLong, '1') + "\nN3,1\n"; }},
        {"commas-15-mb.csv", "15 MB 的逗号 15 MB of commas", "reading ends there, said", "too-large", 1,
         [] { return "报名号,手机号\nN1,13800000001\nN2," + std::string(std::size_t(15) << 20, ',') + "\nN3,1\n"; }},
        {"columns-20000.csv", "两万列 20,000 columns", "read", "input.unknown-column", 1,
         [] {
             std::string header = "报名号";
             std::string row = "N1";
             for (int i = 0; i < 20'000; ++i) {
                 header += ",c" + std::to_string(i);
                 row += ",1";
             }
             return header + '\n' + row + '\n';
         }},
        {"rows-1048576.csv", "1,048,576 行 1,048,576 rows", "read", "", 1'048'575,
         [] {
             std::string all = "报名号,班级\n";
             for (int row = 1; row < 1'048'576; ++row)
                 all += "N" + std::to_string(row) + ",一班\n";
             return all;
         }},
    };
}

} // namespace

std::vector<HostileFile> hostileTexts()
{
    std::vector<HostileFile> all = numbersAndWords();
    for (const auto &more : {dates(), shapes(), encodings(), sizes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<HostileFile> hostileFiles()
{
    std::vector<HostileFile> all = hostileTexts();
    for (const auto &more : {hostileWorkbooks(), hostileOldWorkbooks(), hostileContainers()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace zsb::test
