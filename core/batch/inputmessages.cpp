#include "core/batch/inputmessages.h"

#include "core/policy/pack.h"

#include <algorithm>

namespace zsb {
namespace {

struct Message
{
    std::string_view rule;
    Severity severity;
    std::string_view zh;
    std::string_view en;
};

Message messageOf(ProblemCode code)
{
    switch (code) {
    case ProblemCode::MissingCells:
        return {"input.missing-cells", Severity::Warning,
                "本行单元格少于表头（{evidence}）；缺少的按空白处理，请核对该行",
                "The row has fewer cells than the header ({evidence}); the missing ones count as empty. Check the row"};
    case ProblemCode::ExtraCells:
        return {"input.extra-cells", Severity::Warning,
                "本行单元格多于表头（{evidence}）；可能有未加引号的分隔符，请核对该行",
                "The row has more cells than the header ({evidence}); a separator may lack quotes. Check the row"};
    case ProblemCode::UnterminatedQuote:
        return {"input.unterminated-quote", Severity::Error, "引号没有结束；请在该单元格末尾补上引号",
                "A quote is never closed; add the closing quote to the cell"};
    case ProblemCode::StrayQuote:
        return {"input.stray-quote", Severity::Warning, "引号后还有字符，已按原样读取；请核对该单元格",
                "There is text after a closing quote; the cell was taken as written. Check it"};
    case ProblemCode::NulByte:
        return {"input.nul-byte", Severity::Error, "含有空字节（{evidence}）；文件可能已损坏，请重新导出",
                "Holds NUL bytes ({evidence}); the file may be damaged. Export it again"};
    case ProblemCode::BadEncoding:
        return {"input.bad-encoding", Severity::Error,
                "有 {evidence} 处文字编码错误；请用 --encoding 指定编码或另存为 UTF-8",
                "{evidence} places are not valid in the encoding; name it with --encoding or save the file as UTF-8"};
    case ProblemCode::ScientificNumber:
        return {"input.scientific-number", Severity::Error,
                "“{header}”是科学计数（{evidence}），数字已丢失；请把该列设为文本后重新填写",
                "“{header}” is in scientific notation ({evidence}) and has lost digits; make the column text and fill "
                "it again"};
    case ProblemCode::RoundedNumber:
        return {"input.rounded-number", Severity::Error,
                "“{header}”按数字存储（{evidence}），第 15 位以后已被改为 0；请把该列设为文本后重新填写",
                "“{header}” is stored as a number ({evidence}); digits after the 15th are lost. Make the column text "
                "and fill it again"};
    case ProblemCode::ErrorCell:
        return {"input.error-cell", Severity::Error, "“{header}”是错误值 {evidence}；请修正公式或直接填写",
                "“{header}” holds the error {evidence}; correct the formula or type the value"};
    case ProblemCode::FormulaWithoutValue:
        return {"input.formula-without-value", Severity::Error,
                "“{header}”的公式没有结果；请在表格软件中打开并保存后再试",
                "The formula in “{header}” has no stored result; open and save the file in a spreadsheet program"};
    case ProblemCode::CellTooLong:
        return {"input.cell-too-long", Severity::Error,
                "“{header}”过长（{evidence}），超出部分没有读取；请缩短该单元格",
                "“{header}” is too long ({evidence}); the rest was not read. Shorten the cell"};
    }
    return {"input.unreadable", Severity::Error, "无法读取", "Cannot be read"};
}

} // namespace

Finding findingOf(const RowProblem &problem, std::span<const std::string> header, const ColumnMap &columns)
{
    const Message message = messageOf(problem.code);
    const auto column = std::size_t(problem.column - 1); // 1-based; 0 is the whole row
    Finding finding;
    finding.rule = message.rule;
    finding.severity = message.severity;
    finding.outcome = Outcome::Fail;
    finding.evidence = {{"column", std::int64_t(problem.column)},
                        {"header", column < header.size() ? header[column] : std::string()},
                        {"evidence", problem.evidence}};
    if (column < columns.fields.size() && columns.fields[column])
        finding.fields = {*columns.fields[column]};
    finding.messageZh = fillTemplate(message.zh, finding.evidence);
    finding.messageEn = fillTemplate(message.en, finding.evidence);
    return finding;
}

bool losesContent(std::span<const RowProblem> problems)
{
    return std::ranges::any_of(
        problems, [](const RowProblem &problem) { return messageOf(problem.code).severity == Severity::Error; });
}

} // namespace zsb
