#include "core/domain/finding.h"

#include "core/base/hash.h"

#include <QJsonArray>

namespace zsb {
namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

struct EvidenceToJson
{
    QJsonValue operator()(std::int64_t value) const { return QJsonValue(qint64(value)); }
    QJsonValue operator()(double value) const { return QJsonValue(value); }
    QJsonValue operator()(const std::string &value) const { return QJsonValue(toQString(value)); }
};

struct EvidenceToText
{
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return std::to_string(value); }
    std::string operator()(const std::string &value) const { return value; }
};

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

QJsonObject toJson(const Finding &finding)
{
    QJsonArray fields;
    for (const Field field : finding.fields)
        fields.append(toQString(fieldId(field)));
    QJsonObject evidence;
    for (const Evidence &item : finding.evidence)
        evidence.insert(toQString(item.key), std::visit(EvidenceToJson{}, item.value));
    return {{QStringLiteral("rule"), toQString(finding.rule)},
            {QStringLiteral("clause"), toQString(finding.clause)},
            {QStringLiteral("severity"), toQString(severityId(finding.severity))},
            {QStringLiteral("outcome"), toQString(outcomeId(finding.outcome))},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("evidence"), evidence},
            {QStringLiteral("message_zh"), toQString(finding.messageZh)},
            {QStringLiteral("message_en"), toQString(finding.messageEn)}};
}

std::string findingKey(const Finding &finding)
{
    std::string content = finding.rule + '\x1f' + std::string(outcomeId(finding.outcome));
    for (const Evidence &item : finding.evidence) {
        content += '\x1f';
        content += item.key;
        content += '=';
        content += std::visit(EvidenceToText{}, item.value);
    }
    return sha256Hex(content);
}

} // namespace zsb
