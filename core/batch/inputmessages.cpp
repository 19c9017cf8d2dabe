#include "core/batch/inputmessages.h"

#include "core/batch/htmltext.h"
#include "core/policy/pack.h"
#include "core/rules/documentnumber.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace zsb {
namespace {

struct Message
{
    ProblemCode code;
    std::string_view rule;
    Severity severity;
    std::string_view zh;
    std::string_view en;
};

/// In the order of the codes, as is asserted below.
constexpr std::array messages = {
    Message{ProblemCode::MissingCells, "input.missing-cells", Severity::Warning,
            "本行单元格少于表头（{evidence}）；缺少的按空白处理，请核对该行",
            "The row has fewer cells than the header ({evidence}); the missing ones count as empty. Check the"
            " row"},
    Message{ProblemCode::ExtraCells, "input.extra-cells", Severity::Warning,
            "本行单元格多于表头（{evidence}）；可能有未加引号的分隔符，请核对该行",
            "The row has more cells than the header ({evidence}); a separator may lack quotes. Check the row"},
    Message{ProblemCode::UnterminatedQuote, "input.unterminated-quote", Severity::Error,
            "第 {column} 列“{header}”的引号没有结束；请在该单元格末尾补上引号",
            "Column {column} “{header}”: a quote is never closed; add the closing quote to the cell"},
    Message{ProblemCode::StrayQuote, "input.stray-quote", Severity::Warning,
            "第 {column} 列“{header}”的引号后还有字符，已按原样读取；请核对该单元格",
            "Column {column} “{header}” has text after a closing quote and was taken as written; check the "
            "cell"},
    Message{ProblemCode::NulByte, "input.nul-byte", Severity::Error,
            "第 {column} 列“{header}”含有空字节（{evidence} 个）；文件可能已损坏，请重新导出",
            "Column {column} “{header}” holds NUL bytes ({evidence}); the file may be damaged. Export it ag"
            "ain"},
    Message{ProblemCode::BadEncoding, "input.bad-encoding", Severity::Error,
            "第 {column} 列“{header}”有 {evidence} 处文字编码错误；请用 --encoding 指定编码或另存为 UTF-8",
            "Column {column} “{header}” is not valid in the encoding (places: {evidence}); name it with --encoding "
            "or save the file as UTF-8"},
    Message{ProblemCode::ScientificNumber, "input.scientific-number", Severity::Error,
            "第 {column} 列“{header}”是科学计数（{evidence}），数字已丢失；请把该列设为文本后重新填写",
            "Column {column} “{header}” is in scientific notation ({evidence}) and has lost digits; make th"
            "e column text and fill it again"},
    Message{ProblemCode::RoundedNumber, "input.rounded-number", Severity::Error,
            "第 {column} 列“{header}”按数字存储（{evidence}），第 15 位以后已被改为 0；请把该列设为文本后重"
            "新填写",
            "Column {column} “{header}” is stored as a number ({evidence}); digits after the 15th are lost."
            " Make the column text and fill it again"},
    Message{ProblemCode::LooksRounded, "input.looks-rounded", Severity::Error,
            "第 {column} 列“{header}”第 15 位以后全是 0（{evidence}），像被表格软件改过；请与证件核对，并把"
            "该列设为文本",
            "Column {column} “{header}” has nothing but zeros after the 15th digit ({evidence}), as spreads"
            "heets round numbers; compare it with the document and make the column text"},
    Message{ProblemCode::ErrorCell, "input.error-cell", Severity::Error,
            "第 {column} 列“{header}”是错误值 {evidence}；请修正公式、加宽该列或直接填写",
            "Column {column} “{header}” holds the error {evidence}; correct the formula, widen the column o"
            "r type the value"},
    Message{ProblemCode::FormulaWithoutValue, "input.formula-without-value", Severity::Error,
            "第 {column} 列“{header}”的公式没有结果；请在表格软件中打开并保存后再试",
            "Column {column} “{header}”: the formula has no stored result; open and save the file in a spre"
            "adsheet program"},
    Message{ProblemCode::CellTooLong, "input.cell-too-long", Severity::Error,
            "第 {column} 列“{header}”过长（{evidence} 字节），超出部分没有读取；请缩短该单元格",
            "Column {column} “{header}” is too long ({evidence} bytes); the rest was not read. Shorten the "
            "cell"},
    Message{ProblemCode::UnknownCell, "input.unknown-cell", Severity::Error,
            "第 {column} 列“{header}”的类型或位置无法识别（{evidence}）；请在表格软件中打开并另存",
            "Column {column} “{header}” is of an unknown kind or place ({evidence}); open the file in a spr"
            "eadsheet program and save it again"},
    Message{ProblemCode::RepeatedCell, "input.repeated-cell", Severity::Error,
            "第 {column} 列“{header}”在文件中写了两次（{evidence}），按后一次读取，与表格软件相同；请在表格软件中核对"
            "该单元格后另存",
            "Column {column} “{header}” is written twice in the file ({evidence}); the later one was read, as "
            "spreadsheet programs do. Check the cell in a spreadsheet program and save the file again"},
    Message{ProblemCode::MisplacedRow, "input.misplaced-row", Severity::Warning,
            "本行自称第 {evidence} 行，与前面的行冲突，已按下一行读取；请在表格软件中打开并另存",
            "The row says it is row {evidence}, where rows have already been; it was read as the next one. Op"
            "en the file in a spreadsheet program and save it again"},
    Message{ProblemCode::HiddenRow, "input.hidden-row", Severity::Warning,
            "本行在表格中被隐藏或筛掉，仍然检查；不要的行请删除",
            "The row is hidden or filtered out in the sheet and is checked all the same; delete it if it does"
            " not belong"},
    Message{ProblemCode::MergedCells, "input.merged-cells", Severity::Warning,
            "第 {column} 列“{header}”是合并单元格（{evidence}），只有第一格有内容；请取消合并并逐行填写",
            "Column {column} “{header}” is part of merged cells ({evidence}); only their first cell holds t"
            "he text. Unmerge them and fill every row"},
    Message{ProblemCode::RepeatedHeader, "input.repeated-header", Severity::Info, "本行重复了表头，未作为考生检查",
            "The row repeats the header and was not checked as a candidate"},
    Message{ProblemCode::TotalsRow, "input.totals-row", Severity::Warning,
            "本行是合计行，未作为考生检查；如果是考生，请填写姓名和证件号码",
            "The row holds totals and was not checked as a candidate; if it is one, fill in name and document "
            "number"},
    Message{
        ProblemCode::FooterRow, "input.footer-row", Severity::Warning,
        "本行是表尾（制表人、审核人、盖章、说明、电话、日期、页码，或只有数字），未作为考生检查；如果是考生，请填写姓名"
        "和证件号码",
        "The row is a footer (who made or checked the list, a seal, a note, a phone, a date, a page number, or numbers "
        "alone) and was not checked as a candidate; if it is one, fill in name and document number"},
    Message{ProblemCode::UnnamedColumn, "input.unnamed-column", Severity::Warning,
            "第 {column} 列有内容但没有列名，没有检查；请补上列名",
            "Column {column} has content but no name and was not checked; name it in the header"},
    Message{ProblemCode::RepeatedColumn, "input.repeated-column", Severity::Warning,
            "第 {column} 列“{header}”与第 {evidence} 列“{earlier}”重复，只检查了第 {evidence} 列；请删除多余的列",
            "Column {column} “{header}” repeats column {evidence} “{earlier}”, and only column {evidence} was checked; "
            "delete the one that is too many"},
    Message{
        ProblemCode::ColumnsDiffer, "input.columns-differ", Severity::Warning,
        "本行第 {column} 列“{header}”与第 {evidence} 列“{earlier}”内容不同，只检查了第 {evidence} "
        "列；请核对哪一列是对的",
        "Column {column} “{header}” of the row says something else than column {evidence} “{earlier}”, and only column "
        "{evidence} was checked; find out which one is right"},
    Message{ProblemCode::UnknownColumn, "input.unknown-column", Severity::Info,
            "第 {column} 列“{header}”不是已知的列，没有检查；如应检查请改用标准列名",
            "Column {column} “{header}” is no known column and was not checked; use a standard name if it s"
            "hould be"},
    Message{ProblemCode::OtherSheets, "input.other-sheets", Severity::Warning,
            "工作簿还有其他工作表没有检查：{evidence}；用 --sheet 指定要检查的一张",
            "The workbook has other sheets, which were not checked: {evidence}; name one with --sheet"},
    Message{
        ProblemCode::SameSheets, "input.same-sheets", Severity::Error,
        "工作簿还有表头相同的工作表，其中的考生没有检查：{evidence}；请用 --sheet 逐张检查，或合成一张",
        "The workbook has other sheets with the same header, and the candidates in them were not checked: {evidence}; "
        "check each with --sheet, or make them one"},
    Message{
        ProblemCode::UnseenSheets, "input.unseen-sheets", Severity::Error,
        "工作簿的工作表太多，这些没有看，其中可能有考生：{evidence}；请用 --sheet 逐张检查，或合成一张",
        "The workbook has too many sheets: these were not looked at and may hold candidates: {evidence}; check each "
        "with --sheet, or make them one"},
    Message{ProblemCode::NoSheets, "input.no-sheets", Severity::Warning,
            "文本表格没有工作表，--sheet {evidence} 没有作用；请核对文件，或去掉 --sheet",
            "A text table has no sheets, and --sheet {evidence} did nothing; check the file or leave --sheet out"},
    Message{ProblemCode::NoCandidates, "input.no-candidates", Severity::Error,
            "表头以下没有一名考生，什么也没有检查；请核对文件和工作表，重新导出",
            "There is no candidate below the header, and nothing was checked; check file and sheet, and export the "
            "table again"},
    Message{ProblemCode::RowsLost, "input.rows-lost", Severity::Error,
            "各类行数之和与读到的行数不符（{evidence}），结果不可采信；请重新检查，并报告这个程序错误",
            "The rows counted are not the rows read ({evidence}), and the result must not be relied on; check again "
            "and report this fault of the program"},
    Message{ProblemCode::BrokenOff, "input.broken-off", Severity::Error,
            "从这一行之后读不下去（{evidence}），后面的行没有检查；请修好文件后重新检查",
            "Reading broke off after this row ({evidence}); what follows was not checked. Repair the file and"
            " check it again"},
};

consteval bool isComplete()
{
    for (std::size_t i = 0; i < messages.size(); ++i)
        if (std::size_t(messages[i].code) != i)
            return false;
    return messages.back().code == ProblemCode::BrokenOff; // the last there is
}
static_assert(isComplete());

const Message &messageOf(ProblemCode code)
{
    return messages[std::size_t(code)];
}

/// A number of eighteen digits whose check digit fits may be as it was typed; in another column zeros say little.
bool maySayWhatWasTyped(const RowProblem &problem, std::optional<Field> field)
{
    if (problem.code != ProblemCode::LooksRounded)
        return false;
    constexpr std::size_t checked = 17;
    const std::string_view number = problem.evidence;
    return (field && *field != Field::DocumentNumber) ||
           (number.size() == checked + 1 && residentCheckDigit(number.substr(0, checked)) == number.back());
}

std::optional<Field> fieldOf(const RowProblem &problem, const ColumnMap &columns)
{
    const auto column = std::size_t(problem.column - 1); // 1-based; 0 is the whole row
    return column < columns.fields.size() ? columns.fields[column] : std::nullopt;
}

/// A cell whose column nobody knows any more, see rowmarks.h, is one of the row.
std::string wordsOf(const RowProblem &problem, std::string_view text, std::string_view ofColumn, std::string_view ofRow)
{
    if (problem.column > 0 || !text.starts_with(ofColumn))
        return std::string(text);
    return std::string(ofRow) + std::string(text.substr(ofColumn.size()));
}

std::string textOfColumn(std::string_view number, std::span<const std::string> header)
{
    std::size_t column = 0; // 1-based
    std::from_chars(number.data(), number.data() + number.size(), column);
    return column > 0 && column <= header.size() ? header[column - 1] : std::string();
}

/// `262144/10500000` as `262,144/10,500,000`.
std::string groupedSizes(std::string_view sizes)
{
    std::string grouped;
    while (!sizes.empty()) {
        std::int64_t number = 0;
        const auto read = std::from_chars(sizes.data(), sizes.data() + sizes.size(), number);
        const auto digits = std::size_t(read.ptr - sizes.data());
        const std::string_view taken = sizes.substr(0, std::max<std::size_t>(digits, 1));
        grouped += digits > 3 ? groupedNumber(number) : std::string(taken);
        sizes.remove_prefix(taken.size());
    }
    return grouped;
}

/// The evidence as messages say it: sizes are grouped, so that nobody takes them for numbers of persons.
std::vector<Evidence> saidEvidence(const RowProblem &problem, std::vector<Evidence> evidence)
{
    if (problem.code == ProblemCode::CellTooLong)
        std::ranges::find(evidence, std::string_view("evidence"), &Evidence::key)->value =
            groupedSizes(problem.evidence);
    return evidence;
}

Severity severityOf(const RowProblem &problem, std::optional<Field> field)
{
    return maySayWhatWasTyped(problem, field) ? Severity::Info : messageOf(problem.code).severity;
}

} // namespace

std::optional<ProblemCode> problemCodeOf(std::string_view rule)
{
    const auto known = std::ranges::find(messages, rule, &Message::rule);
    return known == messages.end() ? std::nullopt : std::optional(known->code);
}

Finding findingOf(const RowProblem &problem, std::span<const std::string> header, const ColumnMap &columns)
{
    const Message &message = messageOf(problem.code);
    const auto column = std::size_t(problem.column - 1); // 1-based; 0 is the whole row
    const std::optional<Field> field = fieldOf(problem, columns);
    Finding finding;
    finding.rule = message.rule;
    finding.severity = severityOf(problem, field);
    finding.outcome = Outcome::Fail;
    finding.evidence = {{"column", std::int64_t(problem.column)},
                        {"header", column < header.size() ? header[column] : std::string()},
                        {"evidence", problem.evidence}};
    if (problem.code == ProblemCode::RepeatedColumn || problem.code == ProblemCode::ColumnsDiffer)
        finding.evidence.push_back({"earlier", textOfColumn(problem.evidence, header)});
    if (field)
        finding.fields = {*field};
    const std::vector<Evidence> said = saidEvidence(problem, finding.evidence);
    finding.messageZh = fillTemplate(wordsOf(problem, message.zh, "第 {column} 列“{header}”", "本行有单元格"), said);
    finding.messageEn =
        fillTemplate(wordsOf(problem, message.en, "Column {column} “{header}”", "A cell of the row"), said);
    return finding;
}

Finding incompleteFinding(const Text &why)
{
    Finding finding;
    finding.rule = "input.incomplete";
    finding.severity = Severity::Error;
    finding.outcome = Outcome::NeedsReview;
    finding.messageZh = why.zh;
    finding.messageEn = why.en;
    return finding;
}

bool losesContent(std::span<const RowProblem> problems, const ColumnMap &columns)
{
    return std::ranges::any_of(problems, [&columns](const RowProblem &problem) {
        const std::optional<Field> field = fieldOf(problem, columns);
        const bool matters = field || problem.column == 0 || problem.code == ProblemCode::UnterminatedQuote;
        return matters && severityOf(problem, field) == Severity::Error;
    });
}

} // namespace zsb
