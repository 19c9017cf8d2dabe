#include "app/check/portraitreport.h"

#include "core/base/jsontext.h"
#include "core/batch/htmltext.h"
#include "core/exchange/csvwriter.h"

#include <array>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

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

void appendMeasures(std::string &json, const PortraitReading &reading)
{
    json += "\"measures\":{";
    bool isFirst = true;
    for (const MeasureInfo &info : portraitMeasures()) {
        const auto value = reading.value(info.measure);
        if (!value)
            continue;
        json += isFirst ? "" : ",";
        isFirst = false;
        appendJsonString(json, info.id);
        json += ':';
        appendJsonNumber(json, *value);
    }
    json += '}';
}

/// What was made of a portrait and how: `cut` is left, top, width, height in pixels of the picture after `turned`.
void appendFit(std::string &json, const PortraitFit &fit)
{
    json += "\"fit\":{";
    if (fit.name.isEmpty()) {
        appendMember(json, "refused", fit.refusal);
        json += '}';
        return;
    }
    appendMember(json, "file", fit.name.toStdString());
    json += ',';
    appendMember(json, "sha256", fit.sha256);
    json += fit.steps.isChanged ? ",\"changed\":true," : ",\"changed\":false,";
    appendMember(json, "turned", std::int64_t(fit.steps.turned));
    const QRect &cut = fit.steps.cut;
    json += ",\"cut\":[";
    for (const int number : {cut.left(), cut.top(), cut.width(), cut.height()}) {
        json += json.back() == '[' ? "" : ",";
        appendJsonNumber(json, std::int64_t(number));
    }
    json += "],";
    appendMember(json, "width", std::int64_t(fit.steps.size.width()));
    json += ',';
    appendMember(json, "height", std::int64_t(fit.steps.size.height()));
    json += ',';
    appendMember(json, "quality", std::int64_t(fit.steps.quality));
    json += ",\"left\":[";
    for (const Finding &finding : fit.left) {
        json += json.back() == '[' ? "" : ",";
        appendJsonString(json, finding.rule);
    }
    json += "]}";
}

class JsonLines : public PortraitReport
{
public:
    explicit JsonLines(ReportTimes times) : m_times(times) {}

    [[nodiscard]] std::string head() const override { return {}; }
    [[nodiscard]] std::string end() const override { return {}; }
    [[nodiscard]] std::string portrait(const JudgedPortrait &judged) const override
    {
        const ImageFacts &facts = judged.reading.facts;
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
        appendMeasures(json, judged.reading);
        json += ",\"findings\":[";
        for (std::size_t i = 0; i < judged.findings.size(); ++i) {
            json += i == 0 ? "{" : ",{";
            appendVerdictJson(json, judged.findings[i]);
            json += '}';
        }
        json += "],";
        if (judged.fit) {
            appendFit(json, *judged.fit);
            json += ',';
        }
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

class CsvTable : public PortraitReport
{
public:
    [[nodiscard]] std::string head() const override
    {
        return "file,sha256,rule,clause,severity,outcome,message_zh,message_en\n";
    }
    [[nodiscard]] std::string end() const override { return {}; }
    [[nodiscard]] std::string portrait(const JudgedPortrait &judged) const override
    {
        const std::string file = judged.file.toStdString();
        std::string text;
        const CsvStyle style{.guardFormulas = true};
        if (judged.findings.empty()) {
            const std::array<std::string_view, 8> cells = {file, judged.reading.facts.sha256, "", "", "", "pass"};
            appendCsvRecord(text, cells, style);
        }
        for (const Finding &finding : judged.findings) {
            const std::array<std::string_view, 8> cells = {file,
                                                           judged.reading.facts.sha256,
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

class HtmlTable : public PortraitReport
{
public:
    [[nodiscard]] std::string head() const override
    {
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh\"><head><meta "
               "charset=\"utf-8\"/>"
               "<title>证件照检查 / Portraits</title><style>body{font-family:sans-serif}table{border-collapse:collapse}"
               "td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}"
               ".fail{color:#a00000}.needs-review{color:#8a5a00}.pass{color:#1d6b2f}</style></head><body>"
               "<h1>证件照检查 / Portraits</h1><table><thead><tr><th>文件 / file</th><th>条款 / clause</th>"
               "<th>结论 / outcome</th><th>说明 / message</th></tr></thead><tbody>\n";
    }
    [[nodiscard]] std::string end() const override { return "</tbody></table></body></html>\n"; }
    [[nodiscard]] std::string portrait(const JudgedPortrait &judged) const override
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
    static void appendRow(std::string &html, const JudgedPortrait &judged, std::string_view clause,
                          std::string_view outcome, const std::string &message)
    {
        html += "<tr><td>" + htmlOf(judged.file.toStdString()) + "</td><td>" + htmlOf(clause) + "</td><td class=\"" +
                std::string(outcome) + "\">" + std::string(outcome) + "</td><td>" + htmlOf(message) + "</td></tr>\n";
    }
};

} // namespace

std::unique_ptr<PortraitReport> portraitReport(const QString &name, ReportTimes times)
{
    if (name.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return std::make_unique<CsvTable>();
    if (name.endsWith(u".html"_s, Qt::CaseInsensitive))
        return std::make_unique<HtmlTable>();
    return std::make_unique<JsonLines>(times);
}

std::string provenanceLine(const JudgedPortrait &judged)
{
    if (!judged.fit)
        return {};
    std::string json = "{";
    appendMember(json, "file", judged.file.toStdString());
    json += ',';
    appendMember(json, "sha256", judged.reading.facts.sha256);
    json += ',';
    appendFit(json, *judged.fit);
    return json + "}\n";
}

} // namespace zsb
