#include "core/rules/ruletable.h"
#include "core/rules/shared.h"

namespace zsb {
namespace {

/// Evidence: other, row, others.
Verdict check(const Record &record, const RuleContext &)
{
    if (record.isEmpty(Field::ApplicationNo))
        return Verdict::notApplicable();
    return onceOnly(record, SharedKey::ApplicationNo);
}

constexpr std::array reads = {Field::ApplicationNo};

} // namespace

constinit const Rule identityApplicationOnce{
    .id = "identity.application-once",
    .what = "Nobody else has this application number.",
    .reads = reads,
    .variants = onceVariants,
    .evidence = Placeholders(onceEvidence).first(3),
    .check = check,
};

} // namespace zsb
