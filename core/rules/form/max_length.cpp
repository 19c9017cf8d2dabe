#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: field_zh, field_en, length, max. The limit itself passes; lengths are counted in code points.
Verdict check(const Record &record, const RuleContext &context)
{
    const FieldInfo &info = context.pack.field(context.field);
    const std::string_view text = record.text(context.field);
    if (text.empty() || info.maxLength == 0)
        return Verdict::notApplicable();
    if (text.size() <= info.maxLength)
        return Verdict::pass();
    const std::size_t length = codePointCount(text);
    if (length <= info.maxLength)
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"length", std::int64_t(length)}, {"max", std::int64_t(info.maxLength)}};
    addText(evidence, "field_zh", "field_en", info.label);
    return Verdict::fail("", std::move(evidence));
}

constexpr std::array<ParameterSpec, 1> parameters = {{{"fields", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 4> evidenceNames = {"field_zh", "field_en", "length", "max"};

} // namespace

constinit const Rule formMaxLength{
    .id = "form.max-length",
    .what = "The fields named are no longer than the pack allows.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
