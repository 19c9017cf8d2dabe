#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// Evidence: slot, format, sha256.
Verdict check(const Record &, const RuleContext &context)
{
    const ImageFacts *facts = context.material->facts;
    if (!facts || facts->format == ImageFormat::Unknown) // it cannot be read, and that is said
        return Verdict::notApplicable();
    const std::string_view format = imageFormatId(facts->format);
    const std::vector<std::string> &allowed = context.pack.materialLimits.formats;
    if (std::ranges::find(allowed, format) != allowed.end())
        return Verdict::pass();
    return Verdict::fail(
        "",
        {{"slot", std::string(context.material->slot)}, {"format", std::string(format)}, {"sha256", facts->sha256}});
}

std::vector<Evidence> limits(const Pack &pack)
{
    return {{"formats", joinedIds(pack.materialLimits.formats)}};
}

constexpr std::array reads = {Field::Materials};
constexpr std::array<std::string_view, 3> evidenceNames = {"slot", "format", "sha256"};

} // namespace

constinit const Rule materialsFormat{
    .id = "materials.format",
    .what = "A material is of a format the pack allows, by content and not by name.",
    .scope = Rule::Scope::EachMaterial,
    .reads = reads,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
