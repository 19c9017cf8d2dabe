#include "core/rules/ruletable.h"
#include "core/rules/shared.h"

namespace zsb {
namespace {

/// Evidence: other, row, others.
Verdict check(const Record &record, const RuleContext &)
{
    if (record.isEmpty(Field::Portrait))
        return Verdict::notApplicable();
    return onceOnly(record, SharedKey::Portrait);
}

constexpr std::array reads = {Field::Portrait};

} // namespace

constinit const Rule portraitOnce{
    .id = "portrait.once",
    .what = "Nobody else has handed in the same portrait file.",
    .reads = reads,
    .variants = onceVariants,
    .evidence = Placeholders(onceEvidence).first(3),
    .check = check,
};

} // namespace zsb
