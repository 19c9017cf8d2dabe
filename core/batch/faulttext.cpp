#include "core/batch/inputmessages.h"

#include <array>

namespace zsb {
namespace {

struct FaultText
{
    TableFault fault;
    std::string_view zh;
    std::string_view en;
};

/// In the order of the faults, as is asserted below.
constexpr std::array faultTexts = {
    FaultText{TableFault::Missing, "找不到文件；请核对文件名和文件夹", "No such file; check its name and folder"},
    FaultText{TableFault::Unreadable, "文件无法读取；请关闭正在使用它的程序，并核对权限",
              "The file cannot be read; close the program that uses it and check its permissions"},
    FaultText{TableFault::Empty, "文件是空的；请重新导出", "The file is empty; export it again"},
    FaultText{TableFault::MissingPart, "工作簿缺少部件，可能没有下载或复制完整；请重新下载、复制或导出",
              "A part of the workbook is missing, as when it was not copied whole; download, copy or export it again"},
    FaultText{TableFault::NotATable, "这不是表格（既非文本也非工作簿）；请在表格软件中另存为 .xlsx 或 .csv",
              "This is no table (neither text nor a workbook); save it as .xlsx or .csv in a spreadsheet program"},
    FaultText{TableFault::Markup, "这是网页或 XML，只是用了表格的扩展名；请用表格软件打开后另存为 .xlsx",
              "This is a web page or XML under a spreadsheet's name; open it in a spreadsheet program and save it as "
              ".xlsx"},
    FaultText{TableFault::OtherDocument,
              "这是另一种文档（如 .docx、.ods、.xlsb），不是 .xlsx 或 .xls；请在表格软件中另存为 .xlsx",
              "This is another kind of document (such as .docx, .ods, .xlsb), not .xlsx or .xls; save it as .xlsx in "
              "a spreadsheet program"},
    FaultText{TableFault::OldWorkbook, "这是 Excel 4 或更早的工作簿；请在表格软件中另存为 .xlsx",
              "This is a workbook of Excel 4 or before; save it as .xlsx in a spreadsheet program"},
    FaultText{TableFault::Damaged, "文件不完整或已损坏；请重新下载、复制或导出",
              "The file is cut short or damaged; download, copy or export it again"},
    FaultText{TableFault::Locked, "工作簿有密码；请在表格软件中去掉密码后另存",
              "The workbook is under a password; take the password off in a spreadsheet program and save it"},
    FaultText{TableFault::TooLarge, "文件超出安全限制；请拆成几个文件",
              "The file is beyond the safety limits; split it into several"},
    FaultText{TableFault::Bomb, "文件解压后大得不合常理，没有读取；请在表格软件中打开并另存",
              "The file inflates to many times its size and was not read; open it in a spreadsheet program and save "
              "it again"},
    FaultText{TableFault::Declaration, "文件含有表格软件不会写的 XML 声明，没有读取；请在表格软件中打开并另存",
              "The file holds an XML declaration no spreadsheet program writes and was not read; open it in a "
              "spreadsheet program and save it again"},
    FaultText{TableFault::NoSuchSheet, "没有这张工作表；请核对 --sheet 的名称",
              "There is no such sheet; check the name given with --sheet"},
    FaultText{TableFault::UnknownEncoding, "不认识这种编码；可用 UTF-8、GB18030、UTF-16LE、UTF-16BE",
              "The encoding is not known; there are UTF-8, GB18030, UTF-16LE and UTF-16BE"},
    FaultText{TableFault::NoHeader, "前 20 行中找不到表头；请保留含“姓名、证件号码”等列名的一行",
              "None of the first 20 rows is a header; keep a row with column names such as 姓名 or document_number"},
    FaultText{TableFault::HeaderUnseen,
              "前 100 张工作表的前 20 行中都找不到表头，其余的工作表没有看；请用 --sheet 指定有考生的一张",
              "None of the first 20 rows of the first 100 sheets is a header, and the other sheets were not looked at; "
              "name the one with candidates with --sheet"},
};

consteval bool isComplete()
{
    for (std::size_t i = 0; i < faultTexts.size(); ++i)
        if (std::size_t(faultTexts[i].fault) != i)
            return false;
    return faultTexts.back().fault == TableFault::HeaderUnseen; // the last there is
}
static_assert(isComplete());

} // namespace

Text textOf(TableFault fault)
{
    const FaultText &text = faultTexts[std::size_t(fault)];
    return {std::string(text.zh), std::string(text.en)};
}

} // namespace zsb
