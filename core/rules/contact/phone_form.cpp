#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: length, digits.
Verdict check(const Record &record, const RuleContext &context)
{
    const FoldedCode phone(record.text(Field::Phone));
    if (phone.isEmpty())
        return Verdict::notApplicable();
    const std::int64_t digits = context.parameters.integer("digits");
    if (phone.isDigits(std::size_t(digits)) && phone.view().starts_with(context.parameters.text("lead")))
        return Verdict::pass();
    return Verdict::fail("", {{"length", std::int64_t(phone.view().size())}, {"digits", digits}});
}

constexpr std::array reads = {Field::Phone};
constexpr std::array<ParameterSpec, 2> parameters = {
    {{"digits", ParameterSpec::Kind::Integer}, {"lead", ParameterSpec::Kind::Text}}};
constexpr std::array<std::string_view, 2> evidenceNames = {"length", "digits"};

} // namespace

constinit const Rule contactPhoneForm{
    .id = "contact.phone-form",
    .what = "The phone is a mobile number: so many digits, beginning so.",
    .reads = reads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
