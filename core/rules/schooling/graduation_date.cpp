#include "core/base/calendar.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: date and limit. Both ends pass.
Verdict check(const Record &record, const RuleContext &context)
{
    const auto date = parseDay(record.text(Field::GraduationDate));
    if (!context.type || !date)
        return Verdict::notApplicable();
    const CandidateType &type = *context.type;
    const bool guess = context.parameters.flag("guess");
    const auto from = type.graduationFromGuess == guess ? type.graduationFrom : std::nullopt;
    const auto to = type.graduationToGuess == guess ? type.graduationTo : std::nullopt;
    if (from && *date < *from)
        return Verdict::fail("early", {{"date", formatDay(*date)}, {"limit", formatDay(*from)}});
    if (to && *date > *to)
        return Verdict::fail("late", {{"date", formatDay(*date)}, {"limit", formatDay(*to)}});
    return from || to ? Verdict::pass() : Verdict::notApplicable();
}

constexpr std::array reads = {Field::GraduationDate};
constexpr std::array alsoReads = {Field::CandidateType};
constexpr std::array<ParameterSpec, 1> parameters = {{{"guess", ParameterSpec::Kind::Flag}}};
constexpr std::array<std::string_view, 2> variants = {"early", "late"};
constexpr std::array<std::string_view, 2> evidenceNames = {"date", "limit"};

} // namespace

constinit const Rule schoolingGraduationDate{
    .id = "schooling.graduation-date",
    .what = "The graduation date lies in the span the candidate's type is for.",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
