#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: field_zh, field_en, given.
Verdict check(const Record &record, const RuleContext &context)
{
    const FieldInfo &info = context.pack.field(context.field);
    const std::string_view text = record.text(context.field);
    const CodeTable *table = context.pack.table(info.table);
    if (text.empty() || !table)
        return Verdict::notApplicable();
    if (table->find(text))
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"given", shown(text)}};
    addText(evidence, "field_zh", "field_en", info.label);
    return Verdict::fail("", std::move(evidence));
}

constexpr std::array<ParameterSpec, 1> parameters = {{{"fields", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 3> evidenceNames = {"field_zh", "field_en", "given"};

} // namespace

constinit const Rule formCode{
    .id = "form.code",
    .what = "A coded field holds a code or a name of its table.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
