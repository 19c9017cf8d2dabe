#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: given, type_zh, type_en.
Verdict check(const Record &record, const RuleContext &context)
{
    if (!context.type || context.type->majorChoice == CandidateType::MajorChoice::AtRegistration)
        return Verdict::notApplicable();
    const std::string_view given = record.text(Field::BachelorMajor);
    if (given.empty())
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"given", shown(given)}};
    addText(evidence, "type_zh", "type_en", context.type->name);
    return Verdict::fail("", std::move(evidence));
}

constexpr std::array reads = {Field::BachelorMajor, Field::CandidateType};
constexpr std::array<std::string_view, 3> evidenceNames = {"given", "type_zh", "type_en"};

} // namespace

constinit const Rule choiceLater{
    .id = "choice.later",
    .what = "Types that choose the bachelor's major after registration have not chosen one yet.",
    .reads = reads,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
