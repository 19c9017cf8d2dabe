#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Completed years; somebody born on 29 February grows older on 1 March.
std::int64_t ageOn(Day today, Day birth)
{
    const std::chrono::year_month_day now{today};
    const std::chrono::year_month_day then{birth};
    const int years = int(now.year()) - int(then.year());
    const bool hadBirthday = std::pair(now.month(), now.day()) >= std::pair(then.month(), then.day());
    return hadBirthday ? years : years - 1;
}

/// Evidence: age, minAge, maxAge. Both ends pass.
Verdict check(const Record &, const RuleContext &context)
{
    if (!context.documentType || !context.documentType->derivesBirthAndSex)
        return Verdict::notApplicable();
    const auto &parsed = context.number.resident;
    const Day today = dayAt(context.asOf, context.pack.timeOffset);
    if (!parsed || !parsed->birth || *parsed->birth > today)
        return Verdict::notApplicable();
    const std::int64_t age = ageOn(today, *parsed->birth);
    const std::int64_t minAge = context.parameters.integer("minAge");
    const std::int64_t maxAge = context.parameters.integer("maxAge");
    if (age >= minAge && age <= maxAge)
        return Verdict::pass();
    return Verdict::needsReview(age < minAge ? "young" : "old", {{"age", age}, {"minAge", minAge}, {"maxAge", maxAge}});
}

constexpr std::array reads = {Field::DocumentNumber};
constexpr std::array alsoReads = {Field::DocumentType};
constexpr std::array<ParameterSpec, 2> parameters = {
    {{"minAge", ParameterSpec::Kind::Integer}, {"maxAge", ParameterSpec::Kind::Integer}}};
constexpr std::array<std::string_view, 2> variants = {"young", "old"};
constexpr std::array<std::string_view, 3> evidenceNames = {"age", "minAge", "maxAge"};

} // namespace

constinit const Rule identityAge{
    .id = "identity.age",
    .what = "The age on the day of the check is plausible for a candidate.",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
