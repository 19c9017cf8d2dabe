#include "core/policy/portraitjudge.h"

#include "core/policy/boundjudge.h"

#include <algorithm>

namespace zsb {
namespace {

std::string_view unitOf(std::string_view measure)
{
    const MeasureInfo *info = findPortraitMeasure(measure);
    return info ? info->unit : std::string_view();
}

/// Where the first measure was taken.
void addRegion(const PortraitFigures &figures, std::vector<Evidence> &evidence)
{
    const auto first = std::ranges::find(evidence, "measure", &Evidence::key);
    if (first == evidence.end())
        return;
    if (const auto &box = figures.region(findPortraitMeasure(std::get<std::string>(first->value))->region))
        addBox(*box, evidence);
}

} // namespace

std::vector<Finding> judgePortrait(const PortraitFigures &figures, const Pack &pack, std::string_view profile)
{
    const Measured measured{.software = figures.software, .value = [&](std::string_view id) {
                                const MeasureInfo *info = findPortraitMeasure(id);
                                return info ? figures.value(info->measure) : std::nullopt;
                            }};
    const MeasuredPicture picture{.measured = measured,
                                  .unitOf = unitOf,
                                  .field = Field::Portrait,
                                  .addMore = [&](std::vector<Evidence> &evidence) { addRegion(figures, evidence); }};
    return judgeLimits(portraitLimitsOf(pack, profile), picture, pack);
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
