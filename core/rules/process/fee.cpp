#include "core/rules/documentnumber.h"
#include "core/rules/evidence.h"
#include "core/rules/processsteps.h"
#include "core/rules/ruletable.h"

#include <charconv>

namespace zsb {
namespace {

/// Evidence: paidFen, feeFen; for `unreadable` given, as it was written, and feeFen. Only of what is paid.
Verdict check(const Record &record, const RuleContext &context)
{
    if (!isPaid(record, context.pack, context.parameters.list("paidStates")))
        return Verdict::notApplicable();
    const FoldedCode text(record.text(Field::PaidAmount));
    std::int64_t paidFen = 0;
    const char *end = text.view().data() + text.view().size();
    const auto read = std::from_chars(text.view().data(), end, paidFen);
    if (read.ec != std::errc{} || read.ptr != end)
        return Verdict::fail("unreadable",
                             {{"given", shown(record.text(Field::PaidAmount))}, {"feeFen", context.pack.feeFen}});
    if (paidFen == context.pack.feeFen)
        return Verdict::pass();
    return Verdict::fail("", {{"paidFen", paidFen}, {"feeFen", context.pack.feeFen}});
}

std::vector<Evidence> limits(const Pack &pack)
{
    return {{"feeFen", pack.feeFen}};
}

constexpr std::array reads = {Field::PaidAmount, Field::PaymentState};
constexpr std::array<ParameterSpec, 1> parameters = {{{"paidStates", ParameterSpec::Kind::List, Field::PaymentState}}};
constexpr std::array<std::string_view, 1> variants = {"unreadable"};
constexpr std::array<std::string_view, 3> evidenceNames = {"paidFen", "feeFen", "given"};

} // namespace

constinit const Rule processFee{
    .id = "process.fee",
    .what = "The amount paid, in fen, is the fee.",
    .reads = reads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
    .limits = limits,
};

} // namespace zsb
