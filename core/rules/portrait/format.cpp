#include "core/rules/evidence.h"
#include "core/rules/pictureformat.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: format, formats_zh, formats_en (any of which it may be), sha256.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (!facts || !profile || facts->format == ImageFormat::Unknown) // it cannot be read, and that is said
        return Verdict::notApplicable();
    if (!isOtherFormat(*facts, profile->formats))
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"format", std::string(imageFormatId(facts->format))}};
    addText(evidence, "formats_zh", "formats_en", anyOf(profile->formats));
    evidence.push_back({"sha256", facts->sha256});
    return Verdict::fail("", std::move(evidence));
}

std::vector<Evidence> limits(const Pack &pack)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    if (!profile)
        return {};
    return {{"formats", joinedIds(profile->formats)}};
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array<std::string_view, 4> evidenceNames = {"format", "formats_zh", "formats_en", "sha256"};

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
