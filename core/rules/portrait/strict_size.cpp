#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: bytes, strictBytes. Looks only at files below the limit that decides.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (!facts || !profile || profile->strictBytes == 0 || facts->problem == ImageProblem::Missing ||
        facts->problem == ImageProblem::NotAFile)
        return Verdict::notApplicable();
    if (profile->maxBytes > 0 && facts->bytes > profile->maxBytes)
        return Verdict::notApplicable();
    if (facts->bytes <= profile->strictBytes)
        return Verdict::pass();
    return Verdict::needsReview("", {{"bytes", facts->bytes}, {"strictBytes", profile->strictBytes}});
}

std::vector<Evidence> limits(const Pack &pack)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    if (!profile)
        return {};
    return {{"strictBytes", profile->strictBytes}};
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array<std::string_view, 2> evidenceNames = {"bytes", "strictBytes"};

} // namespace

constinit const Rule portraitStrictSize{
    .id = "portrait.strict-size",
    .what = "The portrait's file is also within the stricter reading of an ambiguous limit.",
    .reads = reads,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
