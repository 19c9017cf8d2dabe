#include "core/policy/portraitjudge.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace zsb {
namespace {

constexpr std::string_view softwareId = "file.software";

bool sameLetter(char one, char other)
{
    return std::tolower(static_cast<unsigned char>(one)) == std::tolower(static_cast<unsigned char>(other));
}

bool holdsAny(std::string_view text, const std::vector<std::string> &words)
{
    return std::ranges::any_of(
        words, [&](const std::string &word) { return !std::ranges::search(text, word, sameLetter).empty(); });
}

/// The bound that was crossed, if the measure was taken at all.
std::optional<double> crossed(const PortraitBound &bound, double value)
{
    if (bound.below && value < *bound.below)
        return bound.below;
    if (bound.above && value > *bound.above)
        return bound.above;
    return std::nullopt;
}

void addBox(const PortraitFigures &figures, const MeasureInfo &info, std::vector<Evidence> &evidence)
{
    if (const auto &box = figures.region(info.region)) {
        evidence.push_back({"box_left", box->left});
        evidence.push_back({"box_top", box->top});
        evidence.push_back({"box_width", box->width});
        evidence.push_back({"box_height", box->height});
    }
}

/// The evidence when every bound speaks; empty when one does not.
std::vector<Evidence> evidenceOf(const PortraitLimit &limit, const PortraitFigures &figures)
{
    std::vector<Evidence> evidence;
    const MeasureInfo *first = nullptr;
    for (const PortraitBound &bound : limit.when) {
        if (bound.measure == softwareId) {
            if (!holdsAny(figures.software, bound.words))
                return {};
            evidence.push_back({"software", figures.software});
            continue;
        }
        const MeasureInfo *info = findPortraitMeasure(bound.measure);
        const auto value = info ? figures.value(info->measure) : std::nullopt;
        const auto edge = value ? crossed(bound, *value) : std::nullopt;
        if (!edge)
            return {};
        if (first) {
            evidence.push_back({info->id, *value});
            continue;
        }
        first = info;
        evidence.push_back({"measure", std::string(info->id)});
        evidence.push_back({"value", *value});
        evidence.push_back({"limit", *edge});
    }
    if (first)
        addBox(figures, *first, evidence);
    return evidence;
}

/// A message in words: a measure is called as the pack calls it. The evidence keeps its id.
std::string said(const Text &message, const std::vector<Evidence> &evidence, const Pack &pack, Language language)
{
    std::vector<Evidence> worded = evidence;
    for (Evidence &one : worded) {
        const auto *id = std::get_if<std::string>(&one.value);
        const auto name = id && one.key == "measure" ? pack.texts.find("measure." + *id) : pack.texts.end();
        if (name != pack.texts.end())
            one.value = name->second.in(language);
    }
    return fillTemplate(message.in(language), worded);
}

} // namespace

std::vector<Finding> judgePortrait(const PortraitFigures &figures, const Pack &pack, std::string_view profile)
{
    std::vector<Finding> findings;
    std::set<std::string_view> spoken;
    for (const PortraitLimit &limit : pack.portraitLimits) {
        const bool concerns =
            limit.profiles.empty() || std::ranges::find(limit.profiles, profile) != limit.profiles.end();
        if (!concerns || spoken.contains(limit.id))
            continue;
        std::vector<Evidence> evidence = evidenceOf(limit, figures);
        if (evidence.empty())
            continue;
        spoken.insert(limit.id);
        Finding finding;
        finding.rule = limit.id;
        finding.clause = limit.clause;
        finding.severity = limit.severity;
        finding.outcome = limit.outcome;
        finding.fields = {Field::Portrait};
        finding.messageZh = said(limit.message, evidence, pack, Language::Chinese);
        finding.messageEn = said(limit.message, evidence, pack, Language::English);
        finding.evidence = std::move(evidence);
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<PackProblem> lintPortraitLimits(const Pack &pack)
{
    std::vector<PackProblem> problems;
    for (const PortraitLimit &limit : pack.portraitLimits) {
        for (const PortraitBound &bound : limit.when) {
            const bool isKnown = bound.measure == softwareId
                                     ? !bound.words.empty()
                                     : findPortraitMeasure(bound.measure) && bound.words.empty();
            if (!isKnown)
                problems.push_back(
                    {.file = "portrait.json",
                     .key = limit.id,
                     .message = {"没有这个量：" + bound.measure, "there is no measure " + bound.measure}});
        }
    }
    return problems;
}

} // namespace zsb
