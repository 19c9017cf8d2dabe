#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

bool isUploaded(const Record &record, const RuleContext &context, const std::string &slot)
{
    return std::ranges::any_of(record.materials, [&](const MaterialView &material) {
        if (material.slot == slot)
            return true;
        const MaterialSlot *named = context.pack.slot(material.slot);
        return named && named->id == slot;
    });
}

/// The names of the slots, any one of which would do.
Text namesOf(const Pack &pack, const std::vector<std::string> &ids)
{
    Text names;
    for (const std::string &id : ids) {
        const MaterialSlot *slot = pack.slot(id);
        const Text name = slot ? slot->name : Text{id, id};
        names.zh += (names.zh.empty() ? "" : "或") + name.zh;
        names.en += (names.en.empty() ? "" : " or ") + name.en;
    }
    return names;
}

/// Evidence: slot (the usual one), missing_zh, missing_en.
Verdict check(const Record &record, const RuleContext &context)
{
    const MaterialUse &use = *context.materialUse;
    if (!use.required || use.oneOf.empty() || use.guess != context.parameters.flag("guess"))
        return Verdict::notApplicable();
    if (std::ranges::any_of(use.oneOf, [&](const std::string &slot) { return isUploaded(record, context, slot); }))
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"slot", use.oneOf.front()}};
    addText(evidence, "missing_zh", "missing_en", namesOf(context.pack, use.oneOf));
    return Verdict::fail("", std::move(evidence));
}

constexpr std::array reads = {Field::Materials};
constexpr std::array alsoReads = {Field::CandidateType};
constexpr std::array<ParameterSpec, 1> parameters = {{{"guess", ParameterSpec::Kind::Flag}}};
constexpr std::array<std::string_view, 3> evidenceNames = {"slot", "missing_zh", "missing_en"};

} // namespace

constinit const Rule materialsRequired{
    .id = "materials.required",
    .what = "Everything the candidate's type must upload is there, one slot of each choice.",
    .scope = Rule::Scope::EachMaterialUse,
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
