#include "core/image/scanjudge.h"

#include "core/image/scanmarks.h"

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

/// Where a measure was taken, as far as that is less than the whole page.
ShareBox boxOf(const ScanReading &reading, ScanMeasure measure)
{
    if (measure == ScanMeasure::Glare && !reading.glare.empty())
        return reading.glare.front();
    return {0, 0, 1, 1};
}

/// The evidence when every bound speaks; empty when one does not.
std::vector<Evidence> evidenceOf(const ScanLimit &limit, const ScanReading &reading)
{
    std::vector<Evidence> evidence;
    const ScanMeasureInfo *first = nullptr;
    for (const MeasureBound &bound : limit.when) {
        if (bound.measure == softwareId) {
            if (!holdsAny(reading.software, bound.words))
                return {};
            evidence.push_back({"software", reading.software});
            continue;
        }
        const ScanMeasureInfo *info = findScanMeasure(bound.measure);
        const auto value = info ? reading.value(info->measure) : std::nullopt;
        const auto edge = value ? bound.crossedBy(*value) : std::nullopt;
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
        addBox(boxOf(reading, first->measure), evidence);
    return evidence;
}

Finding findingOf(const ScanLimit &limit, std::vector<Evidence> evidence, const ScanSubject &subject)
{
    if (!subject.slot.empty())
        evidence.push_back({"slot", std::string(subject.slot)});
    Finding finding;
    finding.rule = limit.id;
    finding.clause = limit.clause;
    finding.severity = limit.severity;
    finding.outcome = limit.outcome;
    finding.fields = {Field::Materials};
    finding.messageZh = fillTemplate(limit.message.zh, evidence);
    finding.messageEn = fillTemplate(limit.message.en, evidence);
    finding.evidence = std::move(evidence);
    return finding;
}

} // namespace

std::vector<Finding> judgeScan(const ScanReading &reading, const Pack &pack, const ScanSubject &subject)
{
    std::vector<Finding> findings;
    std::set<std::string_view> spoken;
    for (const ScanLimit &limit : pack.scan.limits) {
        const bool concerns =
            limit.forSlots.empty() || std::ranges::find(limit.forSlots, subject.slot) != limit.forSlots.end();
        if (!concerns || spoken.contains(limit.id))
            continue;
        std::vector<Evidence> evidence = evidenceOf(limit, reading);
        if (evidence.empty())
            continue;
        spoken.insert(limit.id);
        findings.push_back(findingOf(limit, std::move(evidence), subject));
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
        for (const MeasureBound &bound : limit.when) {
            const bool isKnown = bound.measure == softwareId ? !bound.words.empty()
                                                             : findScanMeasure(bound.measure) && bound.words.empty();
            if (!isKnown)
                problems.push_back(
                    {.file = "scan.json",
                     .key = limit.id,
                     .message = {"没有这个量：" + bound.measure, "there is no measure " + bound.measure}});
        }
    }
    return problems;
}

} // namespace zsb
