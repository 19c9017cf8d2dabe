#include "core/rules/college.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: given; for `inside` also college.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view given = record.text(Field::College);
    if (!context.type || context.type->collegeScope == CandidateType::CollegeScope::Any || given.empty())
        return Verdict::notApplicable();
    const Code *college = findCollege(*context.prepared.table, given, context.parameters.list("suffixes"));
    const bool isInside =
        college && college->attribute(context.parameters.text("attribute")) == context.parameters.text("inside");
    const bool wantsInside = context.type->collegeScope == CandidateType::CollegeScope::Inside;
    if (isInside == wantsInside)
        return Verdict::pass();
    if (wantsInside)
        return Verdict::fail("outside", {{"given", shown(given)}});
    return Verdict::fail("inside", {{"given", shown(given)}, {"college", college->name.zh}});
}

constexpr std::array reads = {Field::College};
constexpr std::array alsoReads = {Field::CandidateType};
constexpr std::array<ParameterSpec, 4> parameters = {{{"table", ParameterSpec::Kind::Text},
                                                      {"attribute", ParameterSpec::Kind::Text},
                                                      {"inside", ParameterSpec::Kind::Text},
                                                      {"suffixes", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 2> variants = {"outside", "inside"};
constexpr std::array<std::string_view, 2> evidenceNames = {"given", "college"};

} // namespace

constinit const Rule schoolingCollegeScope{
    .id = "schooling.college-scope",
    .what = "The college is one of the region's, or is not, as the candidate's type demands.",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
