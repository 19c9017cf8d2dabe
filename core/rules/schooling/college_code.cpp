#include "core/rules/college.h"
#include "core/rules/documentnumber.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: college, expected, given. Silent about colleges without a code in the table.
Verdict check(const Record &record, const RuleContext &context)
{
    const FoldedCode code(record.text(Field::CollegeCode));
    if (code.isEmpty() || record.isEmpty(Field::College))
        return Verdict::notApplicable();
    const Code *college =
        findCollege(*context.prepared.table, record.text(Field::College), context.parameters.list("suffixes"));
    if (!college || !areDigits(college->code))
        return Verdict::notApplicable();
    if (code.view() == college->code)
        return Verdict::pass();
    return Verdict::fail("",
                         {{"college", college->name.zh}, {"expected", college->code}, {"given", shown(code.view())}});
}

constexpr std::array reads = {Field::CollegeCode, Field::College};
constexpr std::array<ParameterSpec, 2> parameters = {
    {{"table", ParameterSpec::Kind::Text}, {"suffixes", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 3> evidenceNames = {"college", "expected", "given"};

} // namespace

constinit const Rule schoolingCollegeCode{
    .id = "schooling.college-code",
    .what = "The college's code is the code of the college named.",
    .reads = reads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
