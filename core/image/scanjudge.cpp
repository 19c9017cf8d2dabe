#include "core/image/scanjudge.h"

#include "core/image/scanmarks.h"
#include "core/policy/boundjudge.h"

#include <algorithm>
#include <set>

namespace zsb {
namespace {

/// Where a measure was taken, as far as that is less than the whole page.
ShareBox boxOf(const ScanReading &reading, ScanMeasure measure)
{
    if (measure == ScanMeasure::Glare && !reading.glare.empty())
        return reading.glare.front();
    return {0, 0, 1, 1};
}

/// The evidence when every bound speaks, with where the first measure was taken; empty when one does not.
std::vector<Evidence> evidenceOf(const ScanLimit &limit, const ScanReading &reading, const Measured &measured)
{
    std::vector<Evidence> evidence = evidenceOf(limit.when, measured);
    const auto first = std::ranges::find(evidence, "measure", &Evidence::key);
    if (first != evidence.end())
        addBox(boxOf(reading, findScanMeasure(std::get<std::string>(first->value))->measure), evidence);
    return evidence;
}

std::string_view scanUnitOf(std::string_view measure)
{
    const ScanMeasureInfo *info = findScanMeasure(measure);
    return info ? info->unit : std::string_view();
}

Finding findingOf(const ScanLimit &limit, std::vector<Evidence> evidence, const Pack &pack, const ScanSubject &subject)
{
    if (!subject.slot.empty())
        evidence.push_back({"slot", std::string(subject.slot)});
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

std::vector<Finding> judgeScan(const ScanReading &reading, const Pack &pack, const ScanSubject &subject)
{
    const Measured measured{.software = reading.software, .value = [&](std::string_view id) {
                                const ScanMeasureInfo *info = findScanMeasure(id);
                                return info ? reading.value(info->measure) : std::nullopt;
                            }};
    std::vector<Finding> findings;
    std::set<std::string_view> spoken;
    for (const ScanLimit &limit : pack.scan.limits) {
        const bool concerns =
            limit.forSlots.empty() || std::ranges::find(limit.forSlots, subject.slot) != limit.forSlots.end();
        if (!concerns || spoken.contains(limit.id))
            continue;
        std::vector<Evidence> evidence = evidenceOf(limit, reading, measured);
        if (evidence.empty())
            continue;
        spoken.insert(limit.id);
        findings.push_back(findingOf(limit, std::move(evidence), pack, subject));
    }
    if (const ScanPaper *paper = pack.scan.paper(subject.slot); paper && reading.hasPixels) {
        for (Finding &finding : judgeMarks(reading, pack.scan, *paper, subject.type))
            findings.push_back(std::move(finding));
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
