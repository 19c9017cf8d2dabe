#include "core/base/calendar.h"
#include "core/rules/readmoments.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

std::string formatMonth(Day firstOfMonth)
{
    return formatDay(firstOfMonth).substr(0, 7);
}

/// The day the registration is measured by: of its submission, else of the check.
Day registrationDay(const RuleContext &context)
{
    return dayAt(context.moments.at(Field::SubmittedAt).value_or(context.asOf), context.pack.timeOffset);
}

/// Evidence: enlisted, discharged, or discharged, registered. Discharge in the month of registration passes.
Verdict check(const Record &record, const RuleContext &context)
{
    if (!context.type || !context.type->servedInArmy)
        return Verdict::notApplicable();
    const auto enlisted = parseMonth(record.text(Field::EnlistmentMonth));
    const auto discharged = parseMonth(record.text(Field::DischargeMonth));
    if (!discharged)
        return Verdict::notApplicable();
    if (enlisted && *enlisted >= *discharged) {
        return Verdict::fail("order", {{"enlisted", formatMonth(*enlisted)}, {"discharged", formatMonth(*discharged)}});
    }
    const Day registered = registrationDay(context);
    if (*discharged > registered) {
        return Verdict::fail("future",
                             {{"discharged", formatMonth(*discharged)}, {"registered", formatDay(registered)}})
            .at({Field::DischargeMonth});
    }
    return Verdict::pass();
}

constexpr std::array reads = {Field::EnlistmentMonth, Field::DischargeMonth};
constexpr std::array alsoReads = {Field::SubmittedAt, Field::CandidateType};
constexpr std::array<std::string_view, 2> variants = {"order", "future"};
constexpr std::array<std::string_view, 3> evidenceNames = {"enlisted", "discharged", "registered"};

} // namespace

constinit const Rule typeServiceOrder{
    .id = "type.service-order",
    .what = "Enlistment comes before discharge, and discharge before registration.",
    .reads = reads,
    .alsoReads = alsoReads,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
