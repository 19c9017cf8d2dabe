#include "core/batch/htmlpage.h"

#include "core/batch/htmlcharts.h"
#include "core/batch/htmlstyle.h"
#include "core/batch/htmltext.h"
#include "core/batch/totalstext.h"
#include "core/policy/pack.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::size_t mostRuleBars = 12;

std::string element(std::string_view name, std::string_view text)
{
    return '<' + std::string(name) + '>' + htmlOf(text) + "</" + std::string(name) + '>';
}

/// A cell with a number; `id` says for programs what it counts.
std::string counted(std::int64_t count, std::string_view id)
{
    return "<td class=\"n\" data-count=\"" + htmlOf(id) + "\" data-value=\"" + std::to_string(count) + "\">" +
           groupedNumber(count) + "</td>";
}

std::string headings(const std::vector<std::string> &names)
{
    std::string html = "<thead><tr>";
    for (const std::string &name : names)
        html += name.starts_with('#') ? "<th scope=\"col\" class=\"n\">" + htmlOf(name.substr(1)) + "</th>"
                                      : "<th scope=\"col\">" + htmlOf(name) + "</th>";
    return html + "</tr></thead>\n";
}

/// Where a rule stands in the table of rules.
std::string anchorOf(std::string_view rule)
{
    return "rule-" + htmlOf(rule);
}

/// The most frequent first.
std::vector<std::pair<std::string, std::int64_t>> byCount(const std::map<std::string, std::int64_t> &counts)
{
    std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), [](const auto &entry) { return entry.second; });
    return sorted;
}

} // namespace

std::string HtmlPage::say(std::string_view zh, std::string_view en) const
{
    return std::string(m_text.say(zh, en));
}

std::string HtmlPage::columns() const
{
    const auto headerOf = [this](std::size_t column) {
        return column < m_summary.header.size() ? m_summary.header[column] : std::string();
    };
    const auto listed = [this](const std::vector<std::string> &names) {
        std::string all;
        for (const std::string &name : names)
            all += (all.empty() ? "" : say("、", ", ")) + name;
        return all;
    };
    const auto known =
        std::ranges::count_if(m_summary.columns.fields, [](const auto &field) { return field.has_value(); });
    std::string text = say("认出 ", "known: ") + std::to_string(known) + say(" 列", "");
    std::vector<std::string> unknown;
    for (const std::size_t column : m_summary.columns.unknown)
        unknown.push_back(headerOf(column));
    if (!unknown.empty())
        text += say("；未检查：", "; not checked: ") + listed(unknown);
    std::vector<std::string> missing;
    for (const Field field : m_summary.columns.missing)
        missing.push_back(m_summary.pack->field(field).label.in(m_text.language()));
    if (!missing.empty())
        text += say("；表中没有：", "; not in the table: ") + listed(missing);
    return text;
}

std::string HtmlPage::facts() const
{
    const std::array<std::array<std::string, 3>, 4> facts = {
        {{say("文件", "File"), m_summary.inputName, "SHA-256 " + m_summary.inputSha256},
         {say("检查时点", "As of"), m_summary.asOf, {}},
         {say("规则包", "Pack"), m_summary.packId + " · " + m_summary.pack->name.in(m_text.language()),
          "SHA-256 " + m_summary.packHash},
         {say("列", "Columns"), columns(), {}}}};
    std::string html = "<dl class=\"facts\">\n";
    for (const auto &[label, value, hash] : facts) {
        html += element("dt", label) + "<dd>" + htmlOf(value);
        html += hash.empty() ? "" : "<br/><span class=\"hash\">" + htmlOf(hash) + "</span>";
        html += "</dd>\n";
    }
    return html + "</dl>\n";
}

std::string HtmlPage::head(const BatchTotals &totals) const
{
    const std::string language = say("zh-CN", "en");
    const std::string title = say("报名数据检查报告", "Report on registration data");
    std::string html = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language +
                       "\" xml:lang=\"" + language + "\"><head><meta charset=\"utf-8\"/>\n" +
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n" +
                       element("title", title + " · " + m_summary.inputName) + "\n<style>";
    html += htmlStyle();
    html += "</style></head>\n<body><main>\n";
    html += element("h1", title);
    html += "<p class=\"sub\">" + htmlOf(m_summary.pack->examName.in(m_text.language())) + "</p>\n";
    if (!totals.complete)
        html += "<p class=\"broken\" id=\"incomplete\">✖ " +
                htmlOf(incompleteText(totals).in(m_text.language()) +
                       say("。本报告只包括已检查的部分。", ". This report covers only what was checked.")) +
                "</p>\n";
    if (totals.tableErrors > 0)
        html += "<p class=\"broken\" id=\"table-errors\">✖ " +
                htmlOf(say("整张表有问题（缺少应有的列，或没有考生），先看文末的问题：下面各行没有错误，不等于合格。",
                           "Something is wrong with the table as a whole (columns lack, or nobody is in it), see the "
                           "findings at the end: rows without errors are not good rows yet.")) +
                "</p>\n";
    return html + facts();
}

std::string HtmlPage::sums(const BatchTotals &totals) const
{
    std::string html = "<table class=\"sum\">" +
                       headings({say("表中的每一行都在下面的一类里", "Every row of the sheet is in one of these"),
                                 say("#行数", "#Rows")}) +
                       "<tbody>\n";
    const std::vector<SumPart> parts = sumOfRows(totals, m_text);
    for (const SumPart &part : parts) {
        const bool isSum = &part == &parts.back();
        if (part.rows == 0 && part.id != "clean" && !isSum)
            continue;
        html += isSum ? "</tbody><tfoot>" : "";
        html += "<tr><th scope=\"row\">" + htmlOf(part.label) + "</th>" + counted(part.rows, part.id) + "</tr>\n";
    }
    return html + "</tfoot></table>\n";
}

std::string HtmlPage::overview(const BatchTotals &totals) const
{
    const std::int64_t clean = totals.checked - totals.withErrors - totals.withWarnings;
    const auto card = [&](std::string_view kind, const std::string &label, std::int64_t rows) {
        return "<div class=\"card " + std::string(kind) + "\"><span>" + htmlOf(label) + "</span><b>" +
               groupedNumber(rows) + "</b>" + percentage(rows, totals.checked) + "</div>\n";
    };
    std::string html =
        element("h2", say("结果", "Result")) + "\n<p>" +
        htmlOf(say("检查了 ", "Registrations checked: ") + groupedNumber(totals.checked) +
               say(" 份报名，发现 ", "; findings: ") + groupedNumber(totals.findings) + say(" 项问题。", ".")) +
        "</p>\n<div class=\"cards\">\n";
    html += card("clean", say("✔ 无问题", "✔ clean"), clean);
    html += card("warning", say("▲ 仅有警告", "▲ warnings only"), totals.withWarnings);
    html += card("error", say("✖ 有错误", "✖ with errors"), totals.withErrors);
    return html + "</div>\n" + sums(totals);
}

std::string HtmlPage::groupName(const RowGroup &group) const
{
    switch (group.kind) {
    case RowGroup::Kind::Listed:
        return group.name;
    case RowGroup::Kind::Unlisted:
        return m_mask.anywhere(group.name) + say("（名单外）", " (not listed)");
    case RowGroup::Kind::Empty:
        return say("（未填）", "(empty)");
    case RowGroup::Kind::Further:
        return say("（其余）", "(others)");
    }
    return {};
}

std::string HtmlPage::charts(const BatchTotals &totals) const
{
    std::string html = element("h2", say("图示", "Charts")) + '\n' + std::string(chartPatterns());
    html += "<p class=\"note\">" +
            htmlOf(say("✔ 无问题（素色）　▲ 仅有警告（点纹）　✖ 有错误（斜纹）",
                       "✔ clean (plain)   ▲ warnings only (dotted)   ✖ with errors (hatched)")) +
            "</p>\n";
    const RowCounts all{totals.checked, totals.withErrors, totals.withWarnings};
    const std::string files = say("报名份数", "Registrations");
    html += element("h3", files) + stackChart(files, {{say("全部", "All"), all}});
    if (const auto types = totals.tallies.find(Field::CandidateType); types != totals.tallies.end()) {
        std::vector<ChartStack> stacks;
        for (const RowGroup &group : groupsByType(*m_summary.pack, types->second, m_text.language()))
            stacks.push_back({groupName(group), group.counts});
        const std::string title = say("按考生类型", "By candidate type");
        html += element("h3", title) + stackChart(title, stacks);
    }
    if (totals.findings == 0)
        return html;
    std::vector<ChartBar> bars;
    std::int64_t others = totals.findings;
    for (const auto &[rule, count] : byCount(totals.findingsOf)) {
        if (bars.size() == mostRuleBars)
            break;
        bars.push_back({m_text.title(rule), count});
        others -= count;
    }
    const std::string title = say("问题最多的规则", "Rules with the most findings");
    html += element("h3", title) + barChart(title, bars);
    if (others > 0)
        html += "<p class=\"note\">" +
                htmlOf(say("其余规则共 ", "All other rules: ") + groupedNumber(others) + say(" 项", "")) + "</p>\n";
    return html;
}

std::string HtmlPage::rules(const BatchTotals &totals) const
{
    std::string html = "<div class=\"page\"></div>" + element("h2", say("按规则", "By rule")) +
                       "\n<table class=\"rules\">" +
                       headings({say("规则", "Rule"), say("条款", "Clause"), say("原文", "Quote"),
                                 say("级别", "Severity"), say("#问题数", "#Findings")}) +
                       "<tbody>\n";
    for (const auto &[rule, count] : byCount(totals.findingsOf)) {
        const auto basis = m_summary.pack->basis(rule);
        html += "<tr id=\"" + anchorOf(rule) + "\"><th scope=\"row\">" + htmlOf(m_text.title(rule));
        html += basis ? "<br/><span class=\"id\">" + htmlOf(rule) + "</span></th>" : "</th>";
        html += "<td class=\"clause\">" + htmlOf(m_text.clause(rule)) + "</td><td class=\"quote\">" +
                htmlOf(m_text.quote(rule)) + "</td>";
        const std::string severity = basis ? std::string(m_text.severity(basis->severity)) : say("（文件）", "(file)");
        html += "<td class=\"s\">" + htmlOf(severity) + "</td>" + counted(count, "rule:" + rule) + "</tr>\n";
    }
    return html + "</tbody><tfoot><tr><th scope=\"row\" colspan=\"4\">" + htmlOf(say("合计", "Sum")) + "</th>" +
           counted(totals.findings, "findings") + "</tr></tfoot></table>\n";
}

std::string HtmlPage::colleges(const BatchTotals &totals) const
{
    const std::string label = m_summary.pack->field(Field::College).label.in(m_text.language());
    std::string html = element("h2", say("按", "By ") + label) + '\n';
    const auto tally = totals.tallies.find(Field::College);
    if (!m_summary.columns.columnOf(Field::College) || tally == totals.tallies.end())
        return html + element("p", say("表中没有这一列。", "The table has no such column.")) + '\n';
    html += "<table class=\"colleges\">" +
            headings({label, say("#检查", "#Checked"), say("#✔ 无问题", "#✔ clean"),
                      say("#▲ 仅有警告", "#▲ warnings only"), say("#✖ 有错误", "#✖ with errors")}) +
            "<tbody>\n";
    const auto line = [](const std::string &name, const RowCounts &counts, const std::string &id) {
        return "<tr><th scope=\"row\">" + htmlOf(name) + "</th>" + counted(counts.checked, id + "checked") +
               counted(counts.clean(), id + "clean") + counted(counts.withWarnings, id + "with_warnings") +
               counted(counts.withErrors, id + "with_errors") + "</tr>\n";
    };
    RowCounts sum;
    for (const RowGroup &group : groupsByCollege(*m_summary.pack, tally->second, m_text.language())) {
        html += line(groupName(group), group.counts, "college:");
        sum += group.counts;
    }
    return html + "</tbody><tfoot>" + line(say("合计", "Sum"), sum, "colleges:") + "</tfoot></table>\n";
}

std::string HtmlPage::findingsHead(const BatchTotals &totals) const
{
    std::string html = "<div class=\"page\"></div>" + element("h2", say("全部问题", "All findings")) + '\n';
    if (totals.findings == 0)
        return html + element("p", say("没有问题。", "None.")) + '\n';
    html += "<table class=\"findings\"><colgroup><col class=\"c-row\"/><col class=\"c-no\"/><col class=\"c-who\"/>"
            "<col class=\"c-sev\"/><col class=\"c-fields\"/><col/><col class=\"c-clause\"/></colgroup>";
    return html +
           headings({say("#行", "#Row"), m_summary.pack->field(Field::ApplicationNo).label.in(m_text.language()),
                     say("考生", "Candidate"), say("级别", "Severity"), say("项目", "Fields"),
                     say("说明", "What is wrong"), say("条款", "Clause")}) +
           "<tbody>\n";
}

std::string HtmlPage::finding(std::int64_t row, std::string_view applicationNo, const Finding &finding) const
{
    std::string html = "<tr class=\"finding\" data-rule=\"" + htmlOf(finding.rule) + "\"><td class=\"n\">" +
                       std::to_string(row) + "</td>";
    html += element("td", applicationNo) + "<td class=\"who\">" + htmlOf(m_mask.name()) + "<br/>" +
            htmlOf(m_mask.documentNumber()) + "</td>" + "<td class=\"s ";
    html += severityId(finding.severity);
    html += "\">" + htmlOf(m_text.severity(finding.severity)) + "</td>" + element("td", m_text.fields(finding)) +
            "<td>" + htmlOf(m_mask.message(finding, m_text.message(finding)));
    html += "</td><td class=\"clause\"><a href=\"#" + anchorOf(finding.rule) + "\">" +
            htmlOf(finding.clause.empty() ? std::string_view("↑") : std::string_view(finding.clause)) +
            "</a></td></tr>\n";
    return html;
}

std::string HtmlPage::findingsEnd() const
{
    return "<footer>" +
           htmlOf(
               say("本报告由程序对照规则包逐行检查得出，供工作人员核对，不代替人工审核。姓名、证件号码、电话和地址默认"
                   "遮盖。",
                   "Made by checking every row against the pack; it helps staff and decides nothing. Names, numbers, "
                   "phones and addresses are masked unless asked for.")) +
           "</footer>\n</main></body></html>\n";
}

} // namespace zsb
