#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: bytes, limit. Both limits themselves pass.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (!facts || !profile || facts->bytes == 0) // missing, empty, no file: said elsewhere
        return Verdict::notApplicable();
    if (facts->bytes < profile->minBytes)
        return Verdict::fail("small", {{"bytes", facts->bytes}, {"limit", profile->minBytes}});
    if (profile->maxBytes > 0 && facts->bytes > profile->maxBytes)
        return Verdict::fail("large", {{"bytes", facts->bytes}, {"limit", profile->maxBytes}});
    return Verdict::pass();
}

std::vector<Evidence> limits(const Pack &pack)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    if (!profile)
        return {};
    return {{"minBytes", profile->minBytes}, {"maxBytes", profile->maxBytes}};
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array<std::string_view, 2> variants = {"small", "large"};
constexpr std::array<std::string_view, 2> evidenceNames = {"bytes", "limit"};

} // namespace

constinit const Rule portraitFileSize{
    .id = "portrait.file-size",
    .what = "The portrait's file is within the profile's limits.",
    .reads = reads,
    .variants = variants,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
