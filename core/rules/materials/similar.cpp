#include "core/rules/ruletable.h"
#include "core/rules/shared.h"

namespace zsb {
namespace {

/// Evidence: slot, other, row, distance.
Verdict check(const Record &record, const RuleContext &context)
{
    if (record.isEmpty(Field::Materials))
        return Verdict::notApplicable();
    return looksLike(record, SharedKey::MaterialLook, context.parameters);
}

constexpr std::array reads = {Field::Materials};
constexpr std::array<ParameterSpec, 1> parameters = {{{"most", ParameterSpec::Kind::Integer}}};

} // namespace

constinit const Rule materialsSimilar{
    .id = "materials.similar",
    .what = "Nobody else has handed in a material that looks like one of these.",
    .reads = reads,
    .parameters = parameters,
    .variants = onceVariants,
    .evidence = lookEvidence,
    .check = check,
};

} // namespace zsb
