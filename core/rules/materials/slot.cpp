#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

bool isAsked(const CandidateType &type, std::string_view slot)
{
    return std::ranges::any_of(
        type.materials, [&](const MaterialUse &use) { return std::ranges::find(use.oneOf, slot) != use.oneOf.end(); });
}

/// Evidence: slot; for `not-asked` also name_zh, name_en.
Verdict check(const Record &, const RuleContext &context)
{
    const MaterialSlot *slot = context.pack.slot(context.material->slot);
    if (!slot)
        return Verdict::fail("unknown", {{"slot", shown(context.material->slot)}});
    if (!context.type || isAsked(*context.type, slot->id))
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"slot", slot->id}};
    addText(evidence, "name_zh", "name_en", slot->name);
    return Verdict::needsReview("not-asked", std::move(evidence));
}

constexpr std::array reads = {Field::Materials};
constexpr std::array alsoReads = {Field::CandidateType};
constexpr std::array<std::string_view, 2> variants = {"unknown", "not-asked"};
constexpr std::array<std::string_view, 3> evidenceNames = {"slot", "name_zh", "name_en"};

} // namespace

constinit const Rule materialsSlot{
    .id = "materials.slot",
    .what = "A file lies in a slot the pack has, and the candidate's type uses.",
    .scope = Rule::Scope::EachMaterial,
    .reads = reads,
    .alsoReads = alsoReads,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
