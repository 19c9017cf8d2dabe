#include "core/policy/scanlimitjudge.h"

#include "core/policy/boundjudge.h"

#include <algorithm>

namespace zsb {
namespace {

/// Where the first measure was taken, as far as that is less than the whole page.
void addPlace(const ScanFigures &figures, std::vector<Evidence> &evidence)
{
    const auto first = std::ranges::find(evidence, "measure", &Evidence::key);
    if (first == evidence.end())
        return;
    const ScanMeasureInfo *info = findScanMeasure(std::get<std::string>(first->value));
    const bool isPlace = info->measure == ScanMeasure::Glare && figures.reflection;
    addBox(isPlace ? *figures.reflection : ShareBox{0, 0, 1, 1}, evidence);
}

std::string_view scanUnitOf(std::string_view measure)
{
    const ScanMeasureInfo *info = findScanMeasure(measure);
    return info ? info->unit : std::string_view();
}

} // namespace

std::vector<Finding> judgeScanLimits(const ScanFigures &figures, const Pack &pack, std::string_view slot)
{
    const Measured measured{.software = figures.software, .value = [&](std::string_view id) {
                                const ScanMeasureInfo *info = findScanMeasure(id);
                                return info ? figures.value(info->measure) : std::nullopt;
                            }};
    const auto addMore = [&](std::vector<Evidence> &evidence) {
        addPlace(figures, evidence);
        if (!slot.empty())
            evidence.push_back({"slot", std::string(slot)});
    };
    const MeasuredPicture picture{
        .measured = measured, .unitOf = scanUnitOf, .field = Field::Materials, .addMore = addMore};
    return judgeLimits(scanLimitsOf(pack, slot), picture, pack);
}

std::vector<PackProblem> lintScanPolicy(const Pack &pack)
{
    std::vector<PackProblem> problems;
    for (const ScanLimit &limit : pack.scan.limits) {
        const auto isTaken = [](std::string_view id) { return findScanMeasure(id) != nullptr; };
        for (PackProblem &problem : unknownMeasures(limit.when, "scan.json", limit.id, isTaken))
            problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace zsb
