#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: field_zh, field_en.
Verdict check(const Record &record, const RuleContext &context)
{
    if (!isBlank(record.text(context.field)))
        return Verdict::pass();
    std::vector<Evidence> evidence;
    addText(evidence, "field_zh", "field_en", context.pack.field(context.field).label);
    return Verdict::fail("", std::move(evidence));
}

constexpr std::array<ParameterSpec, 1> parameters = {{{"fields", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 2> evidenceNames = {"field_zh", "field_en"};

} // namespace

constinit const Rule formFilled{
    .id = "form.filled",
    .what = "The fields named are filled, whatever the candidate's type.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
