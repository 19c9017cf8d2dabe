#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: slot, bytes, maxBytes, sha256. The limit itself passes.
Verdict check(const Record &, const RuleContext &context)
{
    const ImageFacts *facts = context.material->facts;
    const std::int64_t maxBytes = context.pack.materialLimits.maxBytes;
    if (!facts || maxBytes == 0 || facts->problem == ImageProblem::Missing || facts->problem == ImageProblem::NotAFile)
        return Verdict::notApplicable();
    if (facts->bytes <= maxBytes)
        return Verdict::pass();
    return Verdict::fail("", {{"slot", std::string(context.material->slot)},
                              {"bytes", facts->bytes},
                              {"maxBytes", maxBytes},
                              {"sha256", facts->sha256}});
}

std::vector<Evidence> limits(const Pack &pack)
{
    return {{"maxBytes", pack.materialLimits.maxBytes}};
}

constexpr std::array reads = {Field::Materials};
constexpr std::array<std::string_view, 4> evidenceNames = {"slot", "bytes", "maxBytes", "sha256"};

} // namespace

constinit const Rule materialsSize{
    .id = "materials.size",
    .what = "A material is no larger than the pack allows.",
    .scope = Rule::Scope::EachMaterial,
    .reads = reads,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
