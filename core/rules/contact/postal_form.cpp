#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: length, digits.
Verdict check(const Record &record, const RuleContext &context)
{
    const FoldedCode postal(record.text(Field::PostalCode));
    if (postal.isEmpty())
        return Verdict::notApplicable();
    const std::int64_t digits = context.parameters.integer("digits");
    if (postal.isDigits(std::size_t(digits)))
        return Verdict::pass();
    return Verdict::fail("", {{"length", std::int64_t(postal.view().size())}, {"digits", digits}});
}

constexpr std::array reads = {Field::PostalCode};
constexpr std::array<ParameterSpec, 1> parameters = {{{"digits", ParameterSpec::Kind::Integer}}};
constexpr std::array<std::string_view, 2> evidenceNames = {"length", "digits"};

} // namespace

constinit const Rule contactPostalForm{
    .id = "contact.postal-form",
    .what = "The postal code has so many digits and nothing else.",
    .reads = reads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
