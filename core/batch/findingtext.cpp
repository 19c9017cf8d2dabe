#include "core/batch/findingtext.h"

#include "core/batch/inputtitles.h"
#include "core/policy/pack.h"

#include <algorithm>

namespace zsb {

std::string_view FindingText::say(std::string_view zh, std::string_view en) const
{
    return m_language == Language::Chinese ? zh : en;
}

std::string_view FindingText::severity(Severity severity) const
{
    switch (severity) {
    case Severity::Error:
        return say("✖ 错误", "✖ error");
    case Severity::Warning:
        return say("▲ 警告", "▲ warning");
    case Severity::Info:
        return say("● 提示", "● remark");
    }
    return {};
}

const std::string &FindingText::message(const Finding &finding) const
{
    return m_language == Language::Chinese ? finding.messageZh : finding.messageEn;
}

std::string FindingText::fields(const Finding &finding) const
{
    std::string labels;
    for (const Field field : finding.fields) {
        labels += labels.empty() ? "" : say("、", ", ");
        labels += m_pack.field(field).label.in(m_language);
    }
    return labels;
}

std::string FindingText::advice(const Finding &finding) const
{
    if (!m_pack.basis(finding.rule) || finding.severity == Severity::Info)
        return {};
    const bool isFile = std::ranges::any_of(
        finding.fields, [this](Field field) { return m_pack.field(field).kind == FieldInfo::Kind::File; });
    const std::string labels = fields(finding);
    const std::string what = labels.empty() ? std::string() : std::string(say("：", ": ")) + labels;
    if (message(finding).find(say("请", "heck")) != std::string::npos)
        return {};
    if (finding.severity == Severity::Warning || finding.outcome == Outcome::NeedsReview)
        return std::string(say("请人工核对", "Check by hand")) + what;
    if (isFile)
        return std::string(say("请重新提交", "Submit again")) + what;
    return std::string(say("请改正", "Correct")) + what;
}

std::string FindingText::title(std::string_view rule) const
{
    const auto basis = m_pack.basis(rule);
    if (!basis) {
        const std::optional<Text> known = inputTitle(rule);
        return std::string(say("表格写法：", "Table: ")) + (known ? known->in(m_language) : std::string(rule));
    }
    if (basis->title.isEmpty())
        return std::string(rule);
    return basis->title.in(m_language);
}

std::string_view FindingText::clause(std::string_view rule) const
{
    const auto basis = m_pack.basis(rule);
    return basis ? basis->clause : std::string_view();
}

std::string_view FindingText::quote(std::string_view rule) const
{
    const auto basis = m_pack.basis(rule);
    return basis ? basis->quote : std::string_view();
}

} // namespace zsb
