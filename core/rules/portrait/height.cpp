#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: pixels, min, max. Both ends pass.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (!facts || !profile || facts->heightPx <= 0)
        return Verdict::notApplicable();
    if (facts->heightPx >= profile->minHeightPx &&
        (profile->maxHeightPx == 0 || facts->heightPx <= profile->maxHeightPx))
        return Verdict::pass();
    return Verdict::fail("", {{"pixels", std::int64_t(facts->heightPx)},
                              {"min", std::int64_t(profile->minHeightPx)},
                              {"max", std::int64_t(profile->maxHeightPx)}});
}

std::vector<Evidence> limits(const Pack &pack)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    if (!profile)
        return {};
    return {{"min", std::int64_t(profile->minHeightPx)}, {"max", std::int64_t(profile->maxHeightPx)}};
}

constexpr std::array reads = {Field::Portrait};

} // namespace

constinit const Rule portraitHeight{
    .id = "portrait.height",
    .what = "The portrait's height in pixels is within the profile's limits.",
    .reads = reads,
    .filesOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
