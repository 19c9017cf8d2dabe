#include "core/domain/finding.h"

#include "core/base/jsontext.h"

namespace zsb {
namespace {

void appendText(std::string &json, std::string_view key, std::string_view value)
{
    json += ",\"";
    json += key;
    json += "\":";
    appendJsonString(json, value);
}

} // namespace

std::string_view outcomeId(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass:
        return "pass";
    case Outcome::Fail:
        return "fail";
    case Outcome::NotApplicable:
        return "not-applicable";
    case Outcome::NeedsReview:
        return "needs-review";
    }
    return "needs-review";
}

std::string_view severityId(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Info:
        return "info";
    }
    return "error";
}

void appendVerdictJson(std::string &json, const Finding &finding)
{
    json += "\"rule\":";
    appendJsonString(json, finding.rule);
    appendText(json, "clause", finding.clause);
    appendText(json, "severity", severityId(finding.severity));
    appendText(json, "outcome", outcomeId(finding.outcome));
    json += ",\"fields\":[";
    for (std::size_t i = 0; i < finding.fields.size(); ++i) {
        json += i == 0 ? "" : ",";
        appendJsonString(json, fieldId(finding.fields[i]));
    }
    json += "],\"evidence\":{";
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
        const Evidence &item = finding.evidence[i];
        json += i == 0 ? "" : ",";
        appendJsonString(json, item.key);
        json += ':';
        if (const auto *text = std::get_if<std::string>(&item.value))
            appendJsonString(json, *text);
        else if (const auto *number = std::get_if<double>(&item.value))
            appendJsonNumber(json, *number);
        else
            appendJsonNumber(json, std::get<std::int64_t>(item.value));
    }
    json += '}';
    appendText(json, "message_zh", finding.messageZh);
    appendText(json, "message_en", finding.messageEn);
}

} // namespace zsb
