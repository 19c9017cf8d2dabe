#include "core/rules/ruletable.h"
#include "core/rules/shared.h"

namespace zsb {
namespace {

/// Evidence: other, row, distance.
Verdict check(const Record &record, const RuleContext &context)
{
    if (record.isEmpty(Field::Portrait))
        return Verdict::notApplicable();
    return looksLike(record, SharedKey::PortraitLook, context.parameters);
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array<ParameterSpec, 1> parameters = {{{"most", ParameterSpec::Kind::Integer}}};

} // namespace

constinit const Rule portraitSimilar{
    .id = "portrait.similar",
    .what = "Nobody else has handed in a picture that looks like this portrait cut, compressed or mirrored.",
    .reads = reads,
    .parameters = parameters,
    .variants = onceVariants,
    .evidence = Placeholders(lookEvidence).first(3),
    .check = check,
};

} // namespace zsb
