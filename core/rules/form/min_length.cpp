#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: field_zh, field_en, length, min. The limit itself passes.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view text = trimmed(record.text(context.field));
    if (text.empty())
        return Verdict::notApplicable();
    const std::int64_t min = context.parameters.integer("minLength");
    if (std::int64_t(text.size()) >= 4 * min)
        return Verdict::pass(); // no code point is longer than four bytes
    const auto length = std::int64_t(codePointCount(text));
    if (length >= min)
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"length", length}, {"min", min}};
    addText(evidence, "field_zh", "field_en", context.pack.field(context.field).label);
    return Verdict::needsReview("", std::move(evidence));
}

constexpr std::array<ParameterSpec, 2> parameters = {
    {{"fields", ParameterSpec::Kind::List}, {"minLength", ParameterSpec::Kind::Integer}}};
constexpr std::array<std::string_view, 4> evidenceNames = {"field_zh", "field_en", "length", "min"};

} // namespace

constinit const Rule formMinLength{
    .id = "form.min-length",
    .what = "The fields named are long enough to mean something.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
