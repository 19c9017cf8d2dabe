#include "core/image/scanjudge.h"

#include "core/image/scanmarks.h"
#include "core/policy/scanlimitjudge.h"

namespace zsb {

std::vector<Finding> judgeScan(const ScanReading &reading, const Pack &pack, const ScanSubject &subject)
{
    if (!reading.facts.isReadable())
        return {}; // one cause, one finding: the rules say why, and what is left of the picture is not the paper
    std::vector<Finding> findings = judgeScanLimits(reading, pack, subject.slot);
    if (const ScanPaper *paper = pack.scan.paper(subject.slot); paper && reading.hasPixels) {
        for (Finding &finding : judgeMarks(reading, pack.scan, *paper, subject.type))
            findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace zsb
