#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: pixels, min, max. Both ends pass; `exact` when they are the same.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (!facts || !profile || facts->heightPx <= 0)
        return Verdict::notApplicable();
    if (facts->heightPx >= profile->minHeightPx &&
        (profile->maxHeightPx == 0 || facts->heightPx <= profile->maxHeightPx))
        return Verdict::pass();
    const bool isOne = profile->minHeightPx == profile->maxHeightPx;
    return Verdict::fail(isOne ? "exact" : "", {{"pixels", std::int64_t(facts->heightPx)},
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
constexpr std::array<std::string_view, 1> variants = {"exact"};
constexpr std::array<std::string_view, 3> evidenceNames = {"pixels", "min", "max"};

} // namespace

constinit const Rule portraitHeight{
    .id = "portrait.height",
    .what = "The portrait's height in pixels is within the profile's limits.",
    .reads = reads,
    .variants = variants,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
