#include "app/check/inputexplain.h"

#include "core/batch/inputmessages.h"
#include "core/batch/inputtitles.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

/// Of the rules that are no problem of one row; those have their words in core/batch/inputmessages.h.
struct Meaning
{
    std::string_view rule;
    Severity severity;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array meanings = {
    Meaning{"input.missing-column", Severity::Error,
            "表中没有某些必填列，这些列没有检查，各行没有报错不等于合格；请补上这些列，或改正列名",
            "The table lacks required columns, which were not checked, so a row without errors is not a good row; add "
            "the columns or correct their names"},
    Meaning{
        "input.no-pictures", Severity::Error,
        "表中列出的图片文件在图片文件夹里一个也没有，图片都没有检查，不是考生的错误；请用 --files 指明图片所在的文件"
        "夹，或用 --no-images 表明不检查图片",
        "None of the picture files the table names is in the folder of pictures, so no picture was checked, which "
        "is no candidate's fault; name their folder with --files, or say with --no-images that they are not to be "
        "checked"},
    Meaning{"input.incomplete", Severity::Error, "检查中途停止，后面的没有检查；请重新检查，或用 --resume 继续",
            "The check stopped before its end, and what follows was not checked; check again, or go on with --resume"},
    Meaning{
        "input.ambiguous-month", Severity::Warning,
        "像 2020.1 这样的月份可能是 1 月，也可能是 10 月（末位的 0 已丢失），没有改动；请写成 YYYY-MM 或 YYYY-MM-DD",
        "A month such as 2020.1 may be January, or October with its 0 lost, and was left as it is; write it as "
        "YYYY-MM or YYYY-MM-DD"},
    Meaning{"input.repaired-blanks", Severity::Info, "单元格里有空格或不可见字符，去掉后检查",
            "The cell holds blanks or invisible characters and was checked without them"},
    Meaning{"input.repaired-width", Severity::Info, "单元格里有全角字母或数字，改为半角后检查",
            "The cell holds full-width letters or digits and was checked with half-width ones"},
    Meaning{"input.repaired-apostrophe", Severity::Info, "单元格前面有撇号（防止表格软件改动数字），去掉后检查",
            "The cell begins with an apostrophe, which keeps spreadsheets from rounding, and was checked without it"},
    Meaning{"input.repaired-date", Severity::Info, "日期用了另一种写法（如 2020.6.30、2020年6月30日），按其含义检查",
            "The date is written in another way, such as 2020.6.30 or 2020年6月30日, and was checked as what it means"},
    Meaning{"input.repaired-date-serial", Severity::Warning,
            "日期是表格软件的序号（从 1900 或 1904 年起的天数），按那一天检查；请与证件核对",
            "The date is the number of a day, as spreadsheets count from 1900 or 1904, and was checked as that day; "
            "compare it with the document"},
    Meaning{"input.repaired-code", Severity::Info,
            "单元格写的是名称或代码的另一种写法（如 汉、1），按代码表中的一项检查",
            "The cell holds a name, or a code written otherwise, such as 汉 or 1, and was checked as an entry of the "
            "code table"},
};

std::string withAdvice(std::string_view rule, std::string_view words, std::string_view advice)
{
    return std::string(words) + (rule.starts_with("input.repaired-") ? std::string(advice) : std::string());
}

std::string explained(std::string_view rule, Severity severity, std::string_view zh, std::string_view en)
{
    const Text title = inputTitle(rule).value_or(Text{});
    return std::string(rule) + '\n' + title.zh + " / " + title.en + "\n\n级别 severity    " +
           std::string(severityId(severity)) + "\n说明 says        " + std::string(zh) + "\n                 " +
           std::string(en) +
           "\n依据 basis       表格怎样写，没有条款规定 / how a table is written is nobody's regulation\n";
}

} // namespace

std::string inputExplanation(std::string_view rule)
{
    if (const auto code = problemCodeOf(rule)) {
        const Finding finding = findingOf({.row = 1, .column = 0, .code = *code, .evidence = "…"}, {}, {});
        return explained(rule, finding.severity, finding.messageZh, finding.messageEn);
    }
    const auto known = std::ranges::find(meanings, rule, &Meaning::rule);
    if (known == meanings.end())
        return {};
    return explained(
        rule, known->severity, withAdvice(rule, known->zh, "。原表没有改动，请核对原值；--repaired 写出照此修正的表"),
        withAdvice(rule, known->en,
                   ". The table itself was not changed; check the original value; --repaired writes a table with what "
                   "was read"));
}

} // namespace zsb
