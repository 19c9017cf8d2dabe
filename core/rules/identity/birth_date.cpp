#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: digits, or date and today.
Verdict check(const Record &, const RuleContext &context)
{
    if (!context.documentType || !context.documentType->derivesBirthAndSex)
        return Verdict::notApplicable();
    const auto &parsed = context.number.resident;
    if (!parsed)
        return Verdict::notApplicable();
    if (!parsed->birth)
        return Verdict::fail("unreal", {{"digits", std::string(context.number.folded.view().substr(6, 8))}});
    const Day today = dayAt(context.asOf, context.pack.timeOffset);
    if (*parsed->birth > today)
        return Verdict::fail("future", {{"date", formatDay(*parsed->birth)}, {"today", formatDay(today)}});
    return Verdict::pass();
}

constexpr std::array reads = {Field::DocumentNumber};
constexpr std::array alsoReads = {Field::DocumentType};
constexpr std::array<std::string_view, 2> variants = {"unreal", "future"};
constexpr std::array<std::string_view, 3> evidenceNames = {"digits", "date", "today"};

} // namespace

constinit const Rule identityBirthDate{
    .id = "identity.birth-date",
    .what = "The birth date in the number is a day that exists and is not in the future.",
    .reads = reads,
    .alsoReads = alsoReads,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
