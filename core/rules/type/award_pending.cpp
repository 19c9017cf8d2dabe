#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: type_zh, type_en. Only `1` says anything; what is neither 1 nor 0 is a matter of form.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view given = trimmed(record.text(Field::AwardPending));
    if (!context.type || given.empty())
        return Verdict::notApplicable();
    if (given != "1" || context.type->asksAwardPending)
        return Verdict::pass();
    std::vector<Evidence> evidence;
    addText(evidence, "type_zh", "type_en", context.type->name);
    return Verdict::fail("", std::move(evidence));
}

constexpr std::array reads = {Field::AwardPending, Field::CandidateType};
constexpr std::array<std::string_view, 2> evidenceNames = {"type_zh", "type_en"};

} // namespace

constinit const Rule typeAwardPending{
    .id = "type.award-pending",
    .what = "A pending award is declared only where the candidate's type asks for it.",
    .reads = reads,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
