#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/processsteps.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: state. Types that are reviewed first may not have paid before they were submitted.
Verdict check(const Record &record, const RuleContext &context)
{
    if (!context.type)
        return Verdict::notApplicable();
    const bool paid = isPaid(record, context.pack, context.parameters.list("paidStates"));
    const bool submitted = !record.knows(Field::SubmittedAt) || !trimmed(record.text(Field::SubmittedAt)).empty();
    if (comesBefore(*context.type, Step::Payment, Step::Review)) {
        if (paid || !submitted)
            return Verdict::pass();
        return Verdict::fail("unpaid", {{"state", shown(record.text(Field::PaymentState))}});
    }
    if (!comesBefore(*context.type, Step::Review, Step::Payment))
        return Verdict::notApplicable();
    if (!paid || submitted)
        return Verdict::pass();
    return Verdict::fail("early", {{"state", shown(record.text(Field::PaymentState))}});
}

constexpr std::array reads = {Field::PaymentState};
constexpr std::array alsoReads = {Field::SubmittedAt, Field::CandidateType};
constexpr std::array<ParameterSpec, 1> parameters = {{{"paidStates", ParameterSpec::Kind::List, Field::PaymentState}}};
constexpr std::array<std::string_view, 2> variants = {"unpaid", "early"};
constexpr std::array<std::string_view, 1> evidenceNames = {"state"};

} // namespace

constinit const Rule processPayment{
    .id = "process.payment",
    .what = "The fee is paid before review where the type's order asks for it, and not before where it does not.",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
