#include "app/check/picturereport.h"

#include "app/check/picturecsv.h"
#include "app/check/picturepage.h"
#include "core/base/jsontext.h"
#include "core/batch/findingtext.h"

#include <algorithm>
#include <cmath>

namespace zsb {

std::optional<double> JudgedPicture::value(std::string_view measure) const
{
    const auto at = std::ranges::find(measures, measure, &std::pair<std::string_view, double>::first);
    return at == measures.end() ? std::nullopt : std::optional(at->second);
}

PictureVerdict verdictOf(const JudgedPicture &judged)
{
    if (std::ranges::find(judged.findings, Severity::Error, &Finding::severity) != judged.findings.end())
        return PictureVerdict::Failed;
    return judged.findings.empty() ? PictureVerdict::Clean : PictureVerdict::Looked;
}

void PictureTally::take(const JudgedPicture &judged)
{
    ++files;
    failed += verdictOf(judged) == PictureVerdict::Failed;
    looked += verdictOf(judged) == PictureVerdict::Looked;
    unread += judged.facts.problem == ImageProblem::Missing || judged.facts.problem == ImageProblem::NotAFile;
    findings += std::int64_t(judged.findings.size());
    for (const Finding &finding : judged.findings) {
        Rule &rule = rules[finding.rule];
        if (rule.findings++ == 0)
            rule.clause = finding.clause;
    }
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
    explicit JsonLines(PictureTerms terms) : m_terms(std::move(terms)) {}

    [[nodiscard]] std::string head(const PictureTally &) const override { return {}; }
    [[nodiscard]] std::string end(const PictureTally &) const override { return {}; }
    [[nodiscard]] std::string picture(const JudgedPicture &judged) const override
    {
        const ImageFacts &facts = judged.facts;
        std::string json = "{";
        appendJsonMember(json, "file", judged.file.toStdString());
        json += ',';
        appendJsonMember(json, "sha256", facts.sha256);
        json += ',';
        appendJsonMember(json, "format", imageFormatId(facts.format));
        json += ',';
        appendJsonMember(json, "bytes", facts.bytes);
        json += ',';
        appendJsonMember(json, "width", std::int64_t(facts.widthPx));
        json += ',';
        appendJsonMember(json, "height", std::int64_t(facts.heightPx));
        json += ',';
        appendMeasures(json, judged);
        json += ",\"findings\":[";
        for (std::size_t i = 0; i < judged.findings.size(); ++i) {
            json += i == 0 ? "{" : ",{";
            appendVerdictJson(json, judged.findings[i]);
            json += ',';
            appendJsonMember(json, "advice_zh", m_zh.advice(judged.findings[i]));
            json += ',';
            appendJsonMember(json, "advice_en", m_en.advice(judged.findings[i]));
            json += '}';
        }
        json += "],";
        appendUnjudged(json);
        json += judged.members;
        json += "\"ms\":";
        if (m_terms.times == ReportTimes::Told)
            appendJsonNumber(json, std::round(judged.ms * 100) / 100);
        else
            json += "null";
        return json + "}\n";
    }

private:
    void appendUnjudged(std::string &json) const
    {
        if (m_terms.unjudged.empty())
            return;
        json += "\"unjudged\":[";
        for (const std::string &id : m_terms.unjudged) {
            json += json.back() == '[' ? "" : ",";
            appendJsonString(json, id);
        }
        json += "],";
    }

    PictureTerms m_terms;
    FindingText m_zh{*m_terms.pack, Language::Chinese};
    FindingText m_en{*m_terms.pack, Language::English};
};

} // namespace

bool isPageName(const QString &name)
{
    return name.endsWith(u".html"_s, Qt::CaseInsensitive);
}

std::unique_ptr<PictureReport> pictureReport(const QString &name, PictureTerms terms)
{
    if (name.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return std::make_unique<PictureCsv>(std::move(terms));
    if (isPageName(name))
        return std::make_unique<PicturePage>(std::move(terms));
    return std::make_unique<JsonLines>(std::move(terms));
}

} // namespace zsb
