#include "core/rules/ruletable.h"
#include "core/rules/shared.h"

namespace zsb {
namespace {

/// Evidence: other, row, others.
Verdict check(const Record &record, const RuleContext &)
{
    if (record.isEmpty(Field::Phone))
        return Verdict::notApplicable();
    return onceOnly(record, SharedKey::Phone);
}

constexpr std::array reads = {Field::Phone};

} // namespace

constinit const Rule contactPhoneOnce{
    .id = "contact.phone-once",
    .what = "Nobody else is registered with this phone.",
    .reads = reads,
    .variants = onceVariants,
    .evidence = Placeholders(onceEvidence).first(3),
    .check = check,
};

} // namespace zsb
