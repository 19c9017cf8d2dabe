#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: given, type_zh, type_en.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view given = record.text(Field::ExamRegion);
    if (!context.type || context.type->collegeScope == CandidateType::CollegeScope::Any || given.empty())
        return Verdict::notApplicable();
    const bool wantsInside = context.type->collegeScope == CandidateType::CollegeScope::Inside;
    const std::string &expected = context.parameters.text(wantsInside ? "inside" : "outside");
    const std::string &opposite = context.parameters.text(wantsInside ? "outside" : "inside");
    const std::string_view code = codeOf(context.pack, Field::ExamRegion, given);
    if (code == expected)
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"given", shown(given)}};
    addText(evidence, "type_zh", "type_en", context.type->name);
    return Verdict::fail(code == opposite ? "" : "unknown", std::move(evidence));
}

constexpr std::array reads = {Field::ExamRegion, Field::CandidateType};
constexpr std::array<ParameterSpec, 2> parameters = {{{"inside", ParameterSpec::Kind::Text, Field::ExamRegion},
                                                      {"outside", ParameterSpec::Kind::Text, Field::ExamRegion}}};
constexpr std::array<std::string_view, 1> variants = {"unknown"};
constexpr std::array<std::string_view, 3> evidenceNames = {"given", "type_zh", "type_en"};

} // namespace

constinit const Rule typeExamRegion{
    .id = "type.exam-region",
    .what = "Inside or outside the region, as stated, agrees with the candidate's type.",
    .reads = reads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
