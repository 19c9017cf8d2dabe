#include "app/check/picturereport.h"

#include "core/base/jsontext.h"
#include "core/batch/htmltext.h"
#include "core/exchange/csvwriter.h"

#include <array>
#include <cmath>

namespace zsb {

void appendMember(std::string &json, std::string_view name, std::string_view text)
{
    appendJsonString(json, name);
    json += ':';
    appendJsonString(json, text);
}

void appendMember(std::string &json, std::string_view name, std::int64_t number)
{
    appendJsonString(json, name);
    json += ':';
    appendJsonNumber(json, number);
}

namespace {

using namespace Qt::StringLiterals;

void appendMeasures(std::string &json, const JudgedPicture &judged)
{
    json += "\"measures\":{";
    for (const auto &[id, value] : judged.measures) {
        json += json.back() == '{' ? "" : ",";
        appendJsonString(json, id);
        json += ':';
        appendJsonNumber(json, value);
    }
    json += '}';
}

class JsonLines : public PictureReport
{
public:
    explicit JsonLines(ReportTimes times) : m_times(times) {}

    [[nodiscard]] std::string head() const override { return {}; }
    [[nodiscard]] std::string end() const override { return {}; }
    [[nodiscard]] std::string picture(const JudgedPicture &judged) const override
    {
        const ImageFacts &facts = judged.facts;
        std::string json = "{";
        appendMember(json, "file", judged.file.toStdString());
        json += ',';
        appendMember(json, "sha256", facts.sha256);
        json += ',';
        appendMember(json, "format", imageFormatId(facts.format));
        json += ',';
        appendMember(json, "bytes", facts.bytes);
        json += ',';
        appendMember(json, "width", std::int64_t(facts.widthPx));
        json += ',';
        appendMember(json, "height", std::int64_t(facts.heightPx));
        json += ',';
        appendMeasures(json, judged);
        json += ",\"findings\":[";
        for (std::size_t i = 0; i < judged.findings.size(); ++i) {
            json += i == 0 ? "{" : ",{";
            appendVerdictJson(json, judged.findings[i]);
            json += '}';
        }
        json += "],";
        json += judged.members;
        json += "\"ms\":";
        if (m_times == ReportTimes::Told)
            appendJsonNumber(json, std::round(judged.ms * 100) / 100);
        else
            json += "null";
        return json + "}\n";
    }

private:
    ReportTimes m_times;
};

class CsvTable : public PictureReport
{
public:
    [[nodiscard]] std::string head() const override
    {
        return "file,sha256,rule,clause,severity,outcome,message_zh,message_en\n";
    }
    [[nodiscard]] std::string end() const override { return {}; }
    [[nodiscard]] std::string picture(const JudgedPicture &judged) const override
    {
        const std::string file = judged.file.toStdString();
        std::string text;
        const CsvStyle style{.guardFormulas = true};
        if (judged.findings.empty()) {
            const std::array<std::string_view, 8> cells = {file, judged.facts.sha256, "", "", "", "pass"};
            appendCsvRecord(text, cells, style);
        }
        for (const Finding &finding : judged.findings) {
            const std::array<std::string_view, 8> cells = {file,
                                                           judged.facts.sha256,
                                                           finding.rule,
                                                           finding.clause,
                                                           severityId(finding.severity),
                                                           outcomeId(finding.outcome),
                                                           finding.messageZh,
                                                           finding.messageEn};
            appendCsvRecord(text, cells, style);
        }
        return text;
    }
};

class HtmlTable : public PictureReport
{
public:
    explicit HtmlTable(std::string title) : m_title(std::move(title)) {}

    [[nodiscard]] std::string head() const override
    {
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh\"><head><meta "
               "charset=\"utf-8\"/>"
               "<title>" +
               htmlOf(m_title) +
               "</title><style>body{font-family:sans-serif}table{border-collapse:collapse}"
               "td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}"
               ".fail{color:#a00000}.needs-review{color:#8a5a00}.pass{color:#1d6b2f}</style></head><body>"
               "<h1>" +
               htmlOf(m_title) +
               "</h1><table><thead><tr><th>文件 / file</th><th>条款 / clause</th>"
               "<th>结论 / outcome</th><th>说明 / message</th></tr></thead><tbody>\n";
    }
    [[nodiscard]] std::string end() const override { return "</tbody></table></body></html>\n"; }
    [[nodiscard]] std::string picture(const JudgedPicture &judged) const override
    {
        std::string html;
        if (judged.findings.empty())
            appendRow(html, judged, "", "pass", "");
        for (const Finding &finding : judged.findings)
            appendRow(html, judged, finding.clause, outcomeId(finding.outcome),
                      finding.messageZh + " / " + finding.messageEn);
        return html;
    }

private:
    static void appendRow(std::string &html, const JudgedPicture &judged, std::string_view clause,
                          std::string_view outcome, const std::string &message)
    {
        html += "<tr><td>" + htmlOf(judged.file.toStdString()) + "</td><td>" + htmlOf(clause) + "</td><td class=\"" +
                std::string(outcome) + "\">" + std::string(outcome) + "</td><td>" + htmlOf(message) + "</td></tr>\n";
    }

    std::string m_title;
};

} // namespace

std::unique_ptr<PictureReport> pictureReport(const QString &name, const std::string &title, ReportTimes times)
{
    if (name.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return std::make_unique<CsvTable>();
    if (name.endsWith(u".html"_s, Qt::CaseInsensitive))
        return std::make_unique<HtmlTable>(title);
    return std::make_unique<JsonLines>(times);
}

} // namespace zsb
