#include "core/rules/evidence.h"
#include "core/rules/pictureformat.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: slot, format, formats_zh, formats_en (any of which it may be), sha256.
Verdict check(const Record &, const RuleContext &context)
{
    const ImageFacts *facts = context.material->facts;
    if (!facts || facts->format == ImageFormat::Unknown) // it cannot be read, and that is said
        return Verdict::notApplicable();
    const std::vector<std::string> &allowed = context.pack.materialLimits.formats;
    if (!isOtherFormat(*facts, allowed))
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"slot", std::string(context.material->slot)},
                                      {"format", std::string(imageFormatId(facts->format))}};
    addText(evidence, "formats_zh", "formats_en", anyOf(allowed));
    evidence.push_back({"sha256", facts->sha256});
    return Verdict::fail("", std::move(evidence));
}

std::vector<Evidence> limits(const Pack &pack)
{
    return {{"formats", joinedIds(pack.materialLimits.formats)}};
}

constexpr std::array reads = {Field::Materials};
constexpr std::array<std::string_view, 5> evidenceNames = {"slot", "format", "formats_zh", "formats_en", "sha256"};

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
