#include "app/check/picturepage.h"

#include "app/check/evidencetext.h"
#include "app/check/scanunjudged.h"
#include "core/batch/htmlstyle.h"
#include "core/batch/htmltext.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

std::string tagged(std::string_view name, std::string_view text, std::string_view kind = {})
{
    std::string html = "<" + std::string(name);
    if (!kind.empty())
        html += " class=\"" + std::string(kind) + '"';
    return html + '>' + htmlOf(text) + "</" + std::string(name) + '>';
}

std::string countCell(std::int64_t count, std::string_view id)
{
    return "<td class=\"n\" data-count=\"" + htmlOf(id) + "\" data-value=\"" + std::to_string(count) + "\">" +
           groupedNumber(count) + "</td>";
}

std::string headRow(std::initializer_list<std::string_view> names)
{
    std::string html = "<thead><tr>";
    for (const std::string_view name : names)
        html += name.starts_with('#') ? "<th scope=\"col\" class=\"n\">" + htmlOf(name.substr(1)) + "</th>"
                                      : "<th scope=\"col\">" + htmlOf(name) + "</th>";
    return html + "</tr></thead>\n";
}

/// As measures are rounded, without a power of ten.
std::string numberText(double value)
{
    std::string text = QString::number(value, 'f', 4).toStdString();
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text;
}

std::string_view verdictKind(PictureVerdict verdict)
{
    constexpr std::array<std::string_view, 3> kinds = {"clean", "warning", "error"};
    return kinds[std::size_t(verdict)];
}

} // namespace

std::string PicturePage::say(std::string_view zh, std::string_view en) const
{
    return std::string(m_text.say(zh, en));
}

std::string PicturePage::facts() const
{
    const Pack &pack = *m_terms.pack;
    std::string html = "<dl class=\"facts\">\n" + tagged("dt", say("规则包", "Pack")) + "<dd>" +
                       htmlOf(pack.id + " · " + pack.name.in(m_terms.language)) + "<br/><span class=\"hash\">SHA-256 " +
                       htmlOf(pack.hash) + "</span></dd>\n";
    if (!m_terms.subject.empty())
        html += tagged("dt", say("按照", "Judged as")) + tagged("dd", m_terms.subject) + '\n';
    if (!m_terms.unjudged.empty())
        html += tagged("dt", say("没有检查", "Not judged")) +
                tagged("dd", m_terms.unjudgedText.in(m_terms.language), "unjudged") + '\n';
    return html + "</dl>\n";
}

std::string PicturePage::sums(const PictureTally &tally) const
{
    const auto card = [&](PictureVerdict verdict, std::string_view label, std::string_view id, std::int64_t count) {
        return "<div class=\"card " + std::string(verdictKind(verdict)) + "\" data-count=\"" + std::string(id) +
               "\" data-value=\"" + std::to_string(count) + "\"><span>" + htmlOf(label) + "</span><b>" +
               groupedNumber(count) + "</b>" + percentage(count, tally.files) + "</div>\n";
    };
    std::string html =
        tagged("h2", say("结果", "Result")) + "\n<p>" +
        htmlOf(say("检查了 ", "Pictures checked: ") + groupedNumber(tally.files) +
               say(" 张图片，发现 ", "; findings: ") + groupedNumber(tally.findings) + say(" 项问题。", ".")) +
        "</p>\n<div class=\"cards\">\n";
    html += card(PictureVerdict::Clean, say("✔ 无问题", "✔ clean"), "clean", tally.files - tally.failed - tally.looked);
    html += card(PictureVerdict::Looked, say("▲ 请查看", "▲ to be looked at"), "looked", tally.looked);
    html += card(PictureVerdict::Failed, say("✖ 不合格", "✖ refused"), "failed", tally.failed);
    return html + "</div>\n";
}

std::string PicturePage::quoteOf(std::string_view rule, std::string_view clause) const
{
    if (const auto basis = m_terms.pack->basis(rule))
        return std::string(basis->quote);
    for (const ScanPaper &paper : m_terms.pack->scan.papers) {
        const auto mark = std::ranges::find_if(paper.marks, [&](const PaperMark &each) {
            return each.clause == clause &&
                   rule == (each.kind == PaperMark::Kind::Seal ? "scan.seal" : "scan.signature");
        });
        if (mark != paper.marks.end())
            return mark->quote;
    }
    return {};
}

std::string PicturePage::rules(const PictureTally &tally) const
{
    if (tally.rules.empty())
        return {};
    std::vector<std::pair<std::string, PictureTally::Rule>> sorted(tally.rules.begin(), tally.rules.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), [](const auto &entry) { return entry.second.findings; });
    std::string html =
        tagged("h2", say("按规则", "By rule")) + "\n<table class=\"rules\">" +
        headRow({say("规则", "Rule"), say("条款", "Clause"), say("原文", "Quote"), say("#问题数", "#Findings")}) +
        "<tbody>\n";
    for (const auto &[id, rule] : sorted)
        html += "<tr><th scope=\"row\">" + htmlOf(pictureTitle(*m_terms.pack, id).in(m_terms.language)) + "<br/>" +
                tagged("span", id, "id") + "</th>" + tagged("td", rule.clause, "clause") +
                tagged("td", quoteOf(id, rule.clause), "quote") + countCell(rule.findings, "rule:" + id) + "</tr>\n";
    return html + "</tbody><tfoot><tr><th scope=\"row\" colspan=\"3\">" + htmlOf(say("合计", "Sum")) + "</th>" +
           countCell(tally.findings, "findings") + "</tr></tfoot></table>\n";
}

std::string PicturePage::head(const PictureTally &tally) const
{
    const std::string language = say("zh-CN", "en");
    std::string html = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language +
                       "\" xml:lang=\"" + language + "\"><head><meta charset=\"utf-8\"/>\n" +
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n" +
                       tagged("title", m_terms.title) + "\n<style>";
    html += htmlStyle();
    html += "</style></head>\n<body><main>\n" + tagged("h1", m_terms.title) +
            tagged("p", m_terms.pack->examName.in(m_terms.language), "sub") + '\n';
    if (tally.files < tally.asked)
        html += "<p class=\"broken\" id=\"incomplete\">✖ " +
                htmlOf(say("检查没有完成：后面的图片没有检查。",
                           "The check is not complete: it broke off before the rest.")) +
                "</p>\n";
    html += facts() + sums(tally) + rules(tally) + "<div class=\"page\"></div>" +
            tagged("h2", say("每张图片", "Each picture"));
    html += tagged("p",
                   say("界限写明何时提出：✖ 不合格，▲ 请人查看。",
                       "Limits say when they speak: ✖ refuses, ▲ asks a person to look."),
                   "note");
    if (m_terms.showsPictures)
        html += tagged("p",
                       say("本报告含有图片的缩略图，其中有人脸；请与图片本身一样保管，不要转发。",
                           "This report holds small copies of the pictures, faces among them: keep it as carefully as "
                           "the pictures themselves."),
                       "note");
    return html + '\n';
}

std::string PicturePage::evidence(const Finding &finding) const
{
    std::string text;
    const auto first = std::ranges::find(finding.evidence, "measure", &Evidence::key);
    const auto *measure = first == finding.evidence.end() ? nullptr : std::get_if<std::string>(&first->value);
    const bool flag = measure && isFlag(*measure);
    for (const Evidence &one : finding.evidence) {
        const bool isOfFlag = flag && (one.key == "value" || one.key == "limit");
        if (isPlace(one) || one.key == "sha256" || (isOfFlag && one.key == "limit")) // drawn on overlays; stands above
            continue;
        std::string key(one.key);
        if (one.key == "measure")
            key = say("量", "measure");
        else if (one.key == "value")
            key = say("值", "value");
        else if (one.key == "limit")
            key = say("界限", "limit");
        else
            key = measureName(*m_terms.pack, one.key, m_terms.language);
        const auto *number = std::get_if<double>(&one.value);
        const bool isYesOrNo = number && (isOfFlag || isFlag(one.key));
        const std::string value = isYesOrNo ? std::string(flagText(*number > 0, m_terms.language)) : evidenceValue(one);
        text += text.empty() ? "" : say("；", "; ");
        text += key + ' ' + (one.key == "measure" ? measureName(*m_terms.pack, value, m_terms.language) : value);
    }
    return text;
}

std::string PicturePage::findings(const JudgedPicture &judged) const
{
    if (judged.findings.empty())
        return {};
    std::string html =
        "<table class=\"found\">" +
        headRow({say("级别", "Severity"), say("说明和依据", "What is wrong, and by what"), say("条款", "Clause")}) +
        "<tbody>\n";
    for (const Finding &finding : judged.findings) {
        html += "<tr class=\"finding\" data-rule=\"" + htmlOf(finding.rule) + "\">" +
                tagged("td", m_text.severity(finding.severity), "s " + std::string(severityId(finding.severity))) +
                "<td>" + htmlOf(m_text.message(finding));
        if (const std::string advice = m_text.advice(finding); !advice.empty())
            html += "<br/>" + tagged("b", advice, "advice");
        if (const std::string quote = quoteOf(finding.rule, finding.clause); !quote.empty())
            html += "<br/>" + tagged("span", "“" + quote + "”", "quote");
        if (const std::string facts = evidence(finding); !facts.empty())
            html += "<br/>" + tagged("span", facts, "id");
        html += "</td>" + tagged("td", finding.clause, "clause") + "</tr>\n";
    }
    return html + "</tbody></table>\n";
}

std::string PicturePage::measures(const JudgedPicture &judged) const
{
    using Kind = MeasureStanding::Kind;
    std::string table;
    std::string others;
    const auto valueOf = [&](std::string_view id) { return judged.value(id); };
    for (const MeasureWords &words : m_terms.measures) {
        const auto value = judged.value(words.id);
        if (!value)
            continue;
        const MeasureStanding standing = standingOf(words.id, m_terms.limits, valueOf, *m_terms.pack, m_terms.language);
        const bool flag = isFlag(words.id);
        const std::string read = flag ? std::string(flagText(*value > 0, m_terms.language)) : numberText(*value);
        const std::string unit(flag ? std::string_view() : unitName(words.unit, m_terms.language));
        if (standing.kind == Kind::Free) {
            others += (others.empty() ? "" : " · ") + std::string(words.id) + ' ' + read + ' ' + unit;
            continue;
        }
        const bool isFar = standing.kind == Kind::Refused;
        const std::string verdict = standing.kind == Kind::Within ? say("✔ 界限内", "✔ within")
                                    : isFar                       ? say("✖ 不合格", "✖ refused")
                                                                  : say("▲ 请查看", "▲ look");
        const std::string name = measureName(*m_terms.pack, words.id, m_terms.language);
        table += "<tr><td>" + (name == words.id ? std::string() : htmlOf(name) + ' ') + tagged("span", words.id, "id") +
                 "</td>" + tagged("td", read, "n") + tagged("td", unit) + tagged("td", standing.limits) +
                 tagged("td", verdict,
                        standing.kind == Kind::Within ? ""
                        : isFar                       ? "s error"
                                                      : "s warning") +
                 "</tr>\n";
    }
    if (table.empty() && others.empty())
        return {};
    std::string html = judged.findings.empty() ? "<details>" : "<details open=\"open\">";
    html += tagged("summary", say("测量 ", "Measures: ") + std::to_string(judged.measures.size()));
    if (!table.empty())
        html += "<table class=\"measures\">" +
                headRow({say("量", "Measure"), say("#值", "#Value"), say("单位", "Unit"), say("界限", "Limits"),
                         say("结论", "Verdict")}) +
                "<tbody>\n" + table + "</tbody></table>\n";
    if (!others.empty())
        html += tagged("p", say("没有界限的量：", "Without a limit: ") + others, "note");
    return html + "</details>\n";
}

std::string PicturePage::picture(const JudgedPicture &judged) const
{
    const PictureVerdict verdict = verdictOf(judged);
    const std::array labels = {say("✔ 无问题", "✔ clean"), say("▲ 请查看", "▲ to be looked at"),
                               say("✖ 不合格", "✖ refused")};
    const std::string kind(verdictKind(verdict));
    const std::string name = judged.file.toStdString();
    const ImageFacts &facts = judged.facts;
    std::string html = "<section class=\"picture\" data-verdict=\"" + kind + "\">\n<h3>" +
                       tagged("span", labels[std::size_t(verdict)], "s " + kind) + ' ' + htmlOf(name) +
                       "</h3>\n<div class=\"both\"><div class=\"thumb\">";
    if (!judged.thumbnail.empty())
        html += "<img alt=\"" + htmlOf(name) + "\" src=\"data:image/jpeg;base64," + judged.thumbnail + "\"/>";
    html += "</div><div>" +
            tagged("p",
                   std::string(imageFormatId(facts.format)) + " · " + std::to_string(facts.widthPx) + " × " +
                       std::to_string(facts.heightPx) + " px · " + groupedNumber(facts.bytes) + say(" 字节", " bytes"),
                   "note");
    if (!facts.sha256.empty())
        html += tagged("p", "SHA-256 " + facts.sha256, "hash");
    return html + findings(judged) + "</div></div>\n" + measures(judged) + "</section>\n";
}

std::string PicturePage::end(const PictureTally &) const
{
    return "<footer>" +
           htmlOf(say("本报告由程序对照规则包测量得出，供工作人员核对，不代替人工审核。",
                      "Made by measuring every picture against the pack; it helps staff and decides nothing.")) +
           "</footer>\n</main></body></html>\n";
}

} // namespace zsb
