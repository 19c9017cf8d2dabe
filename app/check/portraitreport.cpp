#include "app/check/portraitreport.h"

#include "core/base/jsontext.h"

namespace zsb {

void appendFit(std::string &json, const PortraitFit &fit)
{
    json += "\"fit\":{";
    if (fit.name.isEmpty()) {
        appendJsonMember(json, "refused", fit.refusal);
        json += '}';
        return;
    }
    appendJsonMember(json, "file", fit.name.toStdString());
    json += ',';
    appendJsonMember(json, "sha256", fit.sha256);
    json += fit.steps.isChanged ? ",\"changed\":true" : ",\"changed\":false";
    json += fit.steps.isBared ? ",\"bared\":true," : ",\"bared\":false,";
    appendJsonMember(json, "turned", std::int64_t(fit.steps.turned));
    const QRect &cut = fit.steps.cut;
    json += ",\"cut\":[";
    for (const int number : {cut.left(), cut.top(), cut.width(), cut.height()}) {
        json += json.back() == '[' ? "" : ",";
        appendJsonNumber(json, std::int64_t(number));
    }
    json += "],";
    appendJsonMember(json, "width", std::int64_t(fit.steps.size.width()));
    json += ',';
    appendJsonMember(json, "height", std::int64_t(fit.steps.size.height()));
    json += ',';
    appendJsonMember(json, "quality", std::int64_t(fit.steps.quality));
    json += ",\"left\":[";
    for (const Finding &finding : fit.left) {
        json += json.back() == '[' ? "" : ",";
        appendJsonString(json, finding.rule);
    }
    json += "]}";
}

std::string provenanceLine(const JudgedPortrait &judged)
{
    if (!judged.fit)
        return {};
    std::string json = "{";
    appendJsonMember(json, "file", judged.file.toStdString());
    json += ',';
    appendJsonMember(json, "sha256", judged.reading.facts.sha256);
    json += ',';
    appendFit(json, *judged.fit);
    return json + "}\n";
}

} // namespace zsb
