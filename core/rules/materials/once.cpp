#include "core/rules/ruletable.h"
#include "core/rules/shared.h"

namespace zsb {
namespace {

/// Evidence: slot, other, row, others.
Verdict check(const Record &record, const RuleContext &)
{
    if (record.isEmpty(Field::Materials))
        return Verdict::notApplicable();
    return onceOnly(record, SharedKey::Material);
}

constexpr std::array reads = {Field::Materials};

} // namespace

constinit const Rule materialsOnce{
    .id = "materials.once",
    .what = "Nobody else has handed in the same file as a material.",
    .reads = reads,
    .variants = onceVariants,
    .evidence = onceEvidence,
    .check = check,
};

} // namespace zsb
