#include "core/base/calendar.h"
#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/readmoments.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

bool isWellFormed(const RuleContext &context, FieldInfo::Kind kind, std::string_view text)
{
    switch (kind) {
    case FieldInfo::Kind::Date:
        return parseDay(text).has_value();
    case FieldInfo::Kind::Month:
        return parseMonth(text).has_value();
    case FieldInfo::Kind::Moment:
        return context.moments.at(context.field).has_value();
    case FieldInfo::Kind::YesNo:
        return text == "0" || text == "1";
    case FieldInfo::Kind::Text:
    case FieldInfo::Kind::Code:
    case FieldInfo::Kind::Number:
    case FieldInfo::Kind::File:
        return isValidUtf8(text);
    }
    return false;
}

std::string_view variantOf(FieldInfo::Kind kind)
{
    switch (kind) {
    case FieldInfo::Kind::Date:
        return "day";
    case FieldInfo::Kind::Month:
        return "month";
    case FieldInfo::Kind::Moment:
        return "instant";
    case FieldInfo::Kind::YesNo:
        return "yes-no";
    case FieldInfo::Kind::Text:
    case FieldInfo::Kind::Code:
    case FieldInfo::Kind::Number:
    case FieldInfo::Kind::File:
        return "text";
    }
    return "text";
}

/// Evidence: field_zh, field_en, given.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view text = trimmed(record.text(context.field));
    const FieldInfo &info = context.pack.field(context.field);
    if (text.empty())
        return Verdict::notApplicable();
    if (isWellFormed(context, info.kind, text))
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"given", shown(text)}};
    addText(evidence, "field_zh", "field_en", info.label);
    return Verdict::fail(variantOf(info.kind), std::move(evidence));
}

constexpr std::array<ParameterSpec, 1> parameters = {{{"fields", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 5> variants = {"day", "month", "instant", "yes-no", "text"};

} // namespace

constinit const Rule formFormat{
    .id = "form.format",
    .what = "What is written has the form of its field: a day that exists, a month, a moment, yes or no, whole text.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .variants = variants,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
