#include "core/policy/scanlimitjudge.h"

#include "core/policy/boundjudge.h"

#include <algorithm>
#include <set>

namespace zsb {
namespace {

/// The evidence when every bound speaks, with where the first measure was taken, as far as that is less than the whole
/// page; empty when one does not.
std::vector<Evidence> scanEvidenceOf(const ScanLimit &limit, const ScanFigures &figures, const Measured &measured)
{
    std::vector<Evidence> evidence = evidenceOf(limit.when, measured);
    const auto first = std::ranges::find(evidence, "measure", &Evidence::key);
    if (first != evidence.end()) {
        const ScanMeasureInfo *info = findScanMeasure(std::get<std::string>(first->value));
        const bool isPlace = info->measure == ScanMeasure::Glare && figures.reflection;
        const ShareBox box = isPlace ? *figures.reflection : ShareBox{0, 0, 1, 1};
        addBox(box, evidence);
    }
    return evidence;
}

std::string_view scanUnitOf(std::string_view measure)
{
    const ScanMeasureInfo *info = findScanMeasure(measure);
    return info ? info->unit : std::string_view();
}

Finding scanFindingOf(const ScanLimit &limit, std::vector<Evidence> evidence, const Pack &pack, std::string_view slot)
{
    if (!slot.empty())
        evidence.push_back({"slot", std::string(slot)});
    Finding finding;
    finding.rule = limit.id;
    finding.clause = limit.clause;
    finding.severity = limit.severity;
    finding.outcome = limit.outcome;
    finding.fields = {Field::Materials};
    const std::vector<Evidence> read = readable(evidence, scanUnitOf);
    finding.messageZh = worded(limit.message, read, pack, Language::Chinese);
    finding.messageEn = worded(limit.message, read, pack, Language::English);
    finding.evidence = std::move(evidence);
    return finding;
}

} // namespace

std::vector<Finding> judgeScanLimits(const ScanFigures &figures, const Pack &pack, std::string_view slot)
{
    const Measured measured{.software = figures.software, .value = [&](std::string_view id) {
                                const ScanMeasureInfo *info = findScanMeasure(id);
                                return info ? figures.value(info->measure) : std::nullopt;
                            }};
    std::vector<Finding> findings;
    std::set<std::string_view> spoken;
    for (const ScanLimit &limit : pack.scan.limits) {
        const bool concerns = limit.forSlots.empty() || std::ranges::find(limit.forSlots, slot) != limit.forSlots.end();
        if (!concerns || spoken.contains(limit.id))
            continue;
        std::vector<Evidence> evidence = scanEvidenceOf(limit, figures, measured);
        if (evidence.empty())
            continue;
        spoken.insert(limit.id);
        findings.push_back(scanFindingOf(limit, std::move(evidence), pack, slot));
    }
    return findings;
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
