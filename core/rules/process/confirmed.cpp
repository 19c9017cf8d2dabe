#include "core/rules/evidence.h"
#include "core/rules/readmoments.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// No evidence: what was not confirmed before it was submitted.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::optional<Instant> &submitted = context.moments.at(Field::SubmittedAt);
    if (!submitted)
        return Verdict::notApplicable();
    if (isBlank(record.text(Field::ConfirmedAt)))
        return Verdict::fail("missing", {});
    const std::optional<Instant> &confirmed = context.moments.at(Field::ConfirmedAt);
    if (!confirmed)
        return Verdict::notApplicable();
    return *confirmed <= *submitted ? Verdict::pass() : Verdict::fail("late", {});
}

constexpr std::array reads = {Field::ConfirmedAt, Field::SubmittedAt};
constexpr std::array<std::string_view, 2> variants = {"missing", "late"};

} // namespace

constinit const Rule processConfirmed{
    .id = "process.confirmed",
    .what = "What was submitted had been confirmed by the candidate before.",
    .reads = reads,
    .variants = variants,
    .check = check,
};

} // namespace zsb
