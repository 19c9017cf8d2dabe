#include "core/rules/ruletable.h"
#include "core/rules/shared.h"

namespace zsb {
namespace {

/// Evidence: other, row, others.
Verdict check(const Record &record, const RuleContext &)
{
    if (record.isEmpty(Field::DocumentNumber))
        return Verdict::notApplicable();
    return onceOnly(record, SharedKey::Document);
}

constexpr std::array reads = {Field::DocumentNumber};

} // namespace

constinit const Rule identityPersonOnce{
    .id = "identity.person-once",
    .what = "Nobody else is registered with this document.",
    .reads = reads,
    .variants = onceVariants,
    .evidence = Placeholders(onceEvidence).first(3),
    .check = check,
};

} // namespace zsb
