#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// Evidence: format, sha256.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (!facts || !profile || facts->format == ImageFormat::Unknown) // it cannot be read, and that is said
        return Verdict::notApplicable();
    const std::string_view format = imageFormatId(facts->format);
    if (std::ranges::find(profile->formats, format) != profile->formats.end())
        return Verdict::pass();
    return Verdict::fail("", {{"format", std::string(format)}, {"sha256", facts->sha256}});
}

std::vector<Evidence> limits(const Pack &pack)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    if (!profile)
        return {};
    return {{"formats", joinedIds(profile->formats)}};
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array<std::string_view, 2> evidenceNames = {"format", "sha256"};

} // namespace

constinit const Rule portraitFormat{
    .id = "portrait.format",
    .what = "The portrait is of a format the profile allows, by content and not by name.",
    .reads = reads,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
