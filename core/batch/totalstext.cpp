#include "core/batch/totalstext.h"

#include "core/policy/pack.h"

namespace zsb {
namespace {

TotalsLine labelled(std::string_view label, std::string value)
{
    return {{std::string(label)}, {std::move(value)}};
}

TotalsLine counted(std::string_view label, std::int64_t count)
{
    return {{std::string(label)}, {std::to_string(count), true}};
}

void addRules(std::vector<TotalsLine> &lines, const BatchTotals &totals, const FindingText &text)
{
    lines.push_back({{std::string(text.say("规则", "Rule"))},
                     {std::string(text.say("内容", "About"))},
                     {std::string(text.say("条款", "Clause"))},
                     {std::string(text.say("原文", "Quote"))},
                     {std::string(text.say("问题数", "Findings"))}});
    for (const auto &[rule, count] : totals.findingsOf)
        lines.push_back({{rule},
                         {text.title(rule)},
                         {std::string(text.clause(rule))},
                         {std::string(text.quote(rule))},
                         {std::to_string(count), true}});
}

void addTableFindings(std::vector<TotalsLine> &lines, const std::vector<TableFinding> &table, const FindingText &text)
{
    if (table.empty())
        return;
    lines.emplace_back();
    lines.push_back(counted(text.say("整张表的问题", "Findings of the table as a whole"), std::int64_t(table.size())));
    for (const TableFinding &each : table)
        lines.push_back(
            {{each.finding.rule},
             {text.message(each.finding)},
             {std::string(text.severity(each.finding.severity))},
             {std::string(text.say("第 ", "row ")) + std::to_string(each.row) + std::string(text.say(" 行", ""))}});
}

} // namespace

Text incompleteText(const BatchTotals &totals)
{
    if (const std::optional<LookedFiles> &files = totals.stoppedAtFiles) {
        const std::string count = std::to_string(files->looked) + "/" + std::to_string(files->named);
        return {
            "检查没有完成：看图片时中断（已看 " + count +
                "），这一次还没有检查任何一行；如有 .jsonl 报告，可用 --resume 继续：重新看全部图片，再检查其余各行",
            "The check is not complete: it was interrupted while it looked at pictures (" + count +
                " done), and no row was checked this time; with a .jsonl report, --resume goes on: it looks at all "
                "pictures again, then checks the rows that remain"};
    }
    if (totals.interrupted && totals.checked == 0)
        return {
            "检查没有完成：这一次中断时还没有检查任何一行；如有 .jsonl 报告，可用 --resume 继续",
            "The check is not complete: it was interrupted before it checked any row this time; with a .jsonl report, "
            "--resume goes on"};
    return {"检查没有完成：后面的行没有检查", "The check is not complete: the rows behind this were not checked"};
}

std::vector<SumPart> sumOfRows(const BatchTotals &totals, const FindingText &text)
{
    const auto say = [&text](std::string_view zh, std::string_view en) { return std::string(text.say(zh, en)); };
    std::vector<SumPart> parts = {
        {"clean", say("无问题", "Clean"), totals.checked - totals.withErrors - totals.withWarnings},
        {"with_warnings", say("仅有警告", "Warnings only"), totals.withWarnings},
        {"with_errors", say("有错误", "With errors"), totals.withErrors}};
    const auto addSkipped = [&](const std::string &reason, std::string label) {
        const auto skipped = totals.skipped.find(reason);
        if (skipped != totals.skipped.end())
            parts.push_back({reason, std::move(label), skipped->second});
    };
    addSkipped("header", say("表头", "Header"));
    addSkipped("above_header", say("表头以上", "Above the header"));
    addSkipped("repeated_header", say("重复的表头", "Repeated headers"));
    addSkipped("totals_row", say("合计行", "Rows of totals"));
    addSkipped("footer_row", say("表尾行", "Footer rows"));
    addSkipped("blank", say("空行", "Blank rows"));
    parts.push_back({"rows", say("表中各行合计", "Rows of the sheet"), totals.rows});
    return parts;
}

std::vector<TotalsLine> totalsLines(const BatchSummary &summary, const BatchTotals &totals,
                                    const std::vector<TableFinding> &table, const FindingText &text)
{
    std::vector<TotalsLine> lines;
    lines.push_back(labelled(text.say("项目", "What"), std::string(text.say("内容", "Value"))));
    lines.push_back(labelled(text.say("文件", "File"), summary.inputName));
    lines.push_back(labelled("SHA-256", summary.inputSha256));
    lines.push_back(labelled(text.say("检查时点", "As of"), summary.asOf));
    lines.push_back(labelled(text.say("规则包", "Pack"), summary.packId + "  " + summary.packHash));
    if (!totals.complete)
        lines.push_back(labelled(text.say("未完成", "Incomplete"), incompleteText(totals).in(text.language())));
    lines.emplace_back();
    for (const SumPart &part : sumOfRows(totals, text))
        lines.push_back(counted(part.label, part.rows));
    lines.push_back(counted(text.say("问题合计", "Findings"), totals.findings));
    lines.emplace_back();
    addRules(lines, totals, text);
    addTableFindings(lines, table, text);
    return lines;
}

} // namespace zsb
