#include "core/image/scanmarks.h"

#include "core/policy/boundjudge.h"
#include "core/policy/pack.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace zsb {
namespace {

using Kind = ScanSeal::Kind;

ShareBox boxAround(const ShareQuad &corners)
{
    ShareBox box{corners[0].x, corners[0].y, 0, 0};
    double right = box.left;
    double bottom = box.top;
    for (const SharePoint &corner : corners) {
        box.left = std::min(box.left, corner.x);
        box.top = std::min(box.top, corner.y);
        right = std::max(right, corner.x);
        bottom = std::max(bottom, corner.y);
    }
    box.width = right - box.left;
    box.height = bottom - box.top;
    return box;
}

class MarkJudge
{
public:
    MarkJudge(const ScanReading &reading, const ScanPolicy &policy, const ScanPaper &paper)
        : m_reading(reading), m_policy(policy), m_paper(paper)
    {
    }

    void judge(const PaperMark &mark)
    {
        m_mark = &mark;
        mark.kind == PaperMark::Kind::Seal ? judgeSeal() : judgeSignature();
    }
    [[nodiscard]] std::vector<Finding> take() { return std::move(m_findings); }

private:
    void judgeSeal()
    {
        if (!m_reading.value(ScanMeasure::Seals))
            return say("scan.seal", "seal.grey", regionBox());
        const std::vector<const ScanSeal *> here = sealsHere(Kind::Round);
        if (int(here.size()) < m_mark->count)
            return sayMissing(int(here.size()));
        for (const ScanSeal *seal : here) {
            if (seal->ink < m_paper.limits.faintInk)
                say("scan.seal", "seal.faint", seal->box, seal->ink);
            else if (seal->whole < m_paper.limits.wholeSeal)
                say("scan.seal", "seal.cut", seal->box, seal->whole);
        }
    }

    /// What stands there instead says more than that something is missing.
    void sayMissing(int found)
    {
        const auto instead = [&](Kind kind, std::string_view message) {
            const std::vector<const ScanSeal *> others = sealsHere(kind);
            if (others.empty())
                return false;
            say("scan.seal", message, others.front()->box, found);
            return true;
        };
        if (instead(Kind::RoundBlue, "seal.blue") || instead(Kind::Square, "seal.square"))
            return;
        if (const ScanSeal *seal = sealNowhere())
            return say("scan.seal", "seal.elsewhere", seal->box, found);
        say("scan.seal", "seal.missing", regionBox(), found);
    }

    void judgeSignature()
    {
        const ScanRegion *region = regionRead();
        if (region && region->strokes < m_paper.limits.leastSignature)
            say("scan.signature", "signature.missing", regionBox(), region->strokes);
    }

    [[nodiscard]] bool isIn(const ScanSeal &seal, const PaperRegion &region) const
    {
        if (!seal.paper)
            return true;
        const double x = seal.paper->x * m_paper.widthMm;
        const double y = seal.paper->y * m_paper.heightMm;
        const PaperBox &box = region.box;
        const double reachMm = m_paper.limits.reachMm;
        return x > box.left - reachMm && x < box.left + box.width + reachMm && y > box.top - reachMm &&
               y < box.top + box.height + reachMm;
    }

    [[nodiscard]] std::vector<const ScanSeal *> sealsHere(Kind kind) const
    {
        const PaperRegion *region = m_paper.region(m_mark->region);
        std::vector<const ScanSeal *> here;
        for (const ScanSeal &seal : m_reading.seals) {
            if (seal.kind == kind && (!region || isIn(seal, *region)) && (!region || !isNearerElsewhere(seal, *region)))
                here.push_back(&seal);
        }
        return here;
    }

    /// Two places of seals lie close together; a seal between them counts for the nearer one.
    [[nodiscard]] bool isNearerElsewhere(const ScanSeal &seal, const PaperRegion &region) const
    {
        const auto off = [&](const PaperRegion &of) {
            const double y = seal.paper ? seal.paper->y * m_paper.heightMm : 0;
            return std::abs(y - (of.box.top + of.box.height / 2));
        };
        return std::ranges::any_of(m_paper.marks, [&](const PaperMark &other) {
            const PaperRegion *rival = m_paper.region(other.region);
            return other.kind == PaperMark::Kind::Seal && rival && rival->id != region.id && seal.paper &&
                   off(*rival) < off(region);
        });
    }

    /// A seal that no place of the paper claims.
    [[nodiscard]] const ScanSeal *sealNowhere() const
    {
        for (const ScanSeal &seal : m_reading.seals) {
            const bool isClaimed = std::ranges::any_of(m_paper.marks, [&](const PaperMark &mark) {
                const PaperRegion *region = m_paper.region(mark.region);
                return mark.kind == PaperMark::Kind::Seal && (!region || isIn(seal, *region));
            });
            if (seal.kind == Kind::Round && !isClaimed)
                return &seal;
        }
        return nullptr;
    }

    [[nodiscard]] const ScanRegion *regionRead() const
    {
        const auto found = std::ranges::find(m_reading.regions, m_mark->region, &ScanRegion::id);
        return found == m_reading.regions.end() ? nullptr : &*found;
    }
    [[nodiscard]] ShareBox regionBox() const
    {
        const ScanRegion *region = regionRead();
        return region ? boxAround(region->corners) : ShareBox{0, 0, 1, 1};
    }

    void say(std::string_view rule, std::string_view key, const ShareBox &box, std::optional<double> value = {})
    {
        const PaperRegion *region = m_paper.region(m_mark->region);
        std::vector<Evidence> evidence = {{"mark", std::string(key)}, {"slot", m_paper.slot}};
        if (region)
            evidence.push_back({"region", region->id});
        if (value)
            evidence.push_back({"value", *value});
        evidence.push_back({"limit", std::int64_t(m_mark->count)});
        const Text text = m_policy.message(key);
        const auto filled = [&](const std::string &words, const std::string &place) {
            std::vector<Evidence> named = evidence;
            named.push_back({"place", place});
            return fillTemplate(words, named);
        };
        Finding finding;
        finding.rule = std::string(rule);
        finding.clause = m_mark->clause;
        finding.severity = m_mark->severity;
        finding.outcome = Outcome::NeedsReview;
        finding.fields = {Field::Materials};
        finding.messageZh = filled(text.zh, region ? region->name.zh : std::string("材料"));
        finding.messageEn = filled(text.en, region ? region->name.en : std::string("the paper"));
        addBox(box, evidence);
        finding.evidence = std::move(evidence);
        m_findings.push_back(std::move(finding));
    }

    const ScanReading &m_reading;
    const ScanPolicy &m_policy;
    const ScanPaper &m_paper;
    const PaperMark *m_mark = nullptr;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> judgeMarks(const ScanReading &reading, const ScanPolicy &policy, const ScanPaper &paper,
                                std::string_view type)
{
    MarkJudge judge(reading, policy, paper);
    for (const PaperMark &mark : paper.marks) {
        if (mark.types.empty() || std::ranges::find(mark.types, type) != mark.types.end())
            judge.judge(mark);
    }
    return judge.take();
}

} // namespace zsb
