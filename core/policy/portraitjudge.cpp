#include "core/policy/portraitjudge.h"

#include "core/policy/boundjudge.h"

#include <algorithm>
#include <set>

namespace zsb {
namespace {

std::string_view unitOf(std::string_view measure)
{
    const MeasureInfo *info = findPortraitMeasure(measure);
    return info ? info->unit : std::string_view();
}

/// The evidence when every bound speaks, with where the first measure was taken; empty when one does not.
std::vector<Evidence> evidenceOf(const PortraitLimit &limit, const PortraitFigures &figures, const Measured &measured)
{
    std::vector<Evidence> evidence = evidenceOf(limit.when, measured);
    const auto first = std::ranges::find(evidence, "measure", &Evidence::key);
    if (first == evidence.end())
        return evidence;
    if (const auto &box = figures.region(findPortraitMeasure(std::get<std::string>(first->value))->region))
        addBox(*box, evidence);
    return evidence;
}

} // namespace

std::vector<Finding> judgePortrait(const PortraitFigures &figures, const Pack &pack, std::string_view profile)
{
    const Measured measured{.software = figures.software, .value = [&](std::string_view id) {
                                const MeasureInfo *info = findPortraitMeasure(id);
                                return info ? figures.value(info->measure) : std::nullopt;
                            }};
    std::vector<Finding> findings;
    std::set<std::string_view> spoken;
    for (const PortraitLimit &limit : pack.portraitLimits) {
        const bool concerns =
            limit.profiles.empty() || std::ranges::find(limit.profiles, profile) != limit.profiles.end();
        if (!concerns || spoken.contains(limit.id))
            continue;
        std::vector<Evidence> evidence = evidenceOf(limit, figures, measured);
        if (evidence.empty())
            continue;
        spoken.insert(limit.id);
        Finding finding;
        finding.rule = limit.id;
        finding.clause = limit.clause;
        finding.severity = limit.severity;
        finding.outcome = limit.outcome;
        finding.fields = {Field::Portrait};
        const std::vector<Evidence> read = readable(evidence, unitOf);
        finding.messageZh = worded(limit.message, read, pack, Language::Chinese);
        finding.messageEn = worded(limit.message, read, pack, Language::English);
        finding.evidence = std::move(evidence);
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<PackProblem> lintPortraitLimits(const Pack &pack)
{
    std::vector<PackProblem> problems;
    for (const PortraitLimit &limit : pack.portraitLimits) {
        const auto isTaken = [](std::string_view id) { return findPortraitMeasure(id) != nullptr; };
        for (PackProblem &problem : unknownMeasures(limit.when, "portrait.json", limit.id, isTaken))
            problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace zsb
