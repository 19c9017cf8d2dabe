#include "core/base/calendar.h"
#include "core/base/text.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// No evidence: what was not confirmed before it was submitted.
Verdict check(const Record &record, const RuleContext &)
{
    const auto submitted = parseInstant(trimmed(record.text(Field::SubmittedAt)));
    if (!submitted)
        return Verdict::notApplicable();
    const std::string_view text = trimmed(record.text(Field::ConfirmedAt));
    if (text.empty())
        return Verdict::fail("missing", {});
    const auto confirmed = parseInstant(text);
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
