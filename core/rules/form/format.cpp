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

/// The month of a day that lacks: 2023-06 of a table is written 2023.6 or 二〇二三年六月. 2023.1 may be two months.
std::optional<Day> monthWithoutDay(std::string_view text)
{
    constexpr std::size_t dot = 4;
    if (text.size() != dot + 2 || text[dot] != '.')
        return parseMonth(text);
    return parseMonth(std::string(text.substr(0, dot)) + "-0" + text.back());
}

std::string lastDayOf(Day month)
{
    const std::chrono::year_month_day first{month};
    return formatDay(first.year() / first.month() / std::chrono::last);
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

/// Evidence: field_zh, field_en, given; example where only the day lacks.
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
    if (const auto month = info.kind == FieldInfo::Kind::Date ? monthWithoutDay(text) : std::nullopt) {
        evidence.push_back({"example", lastDayOf(*month)});
        return Verdict::fail("no-day", std::move(evidence));
    }
    return Verdict::fail(variantOf(info.kind), std::move(evidence));
}

constexpr std::array<ParameterSpec, 1> parameters = {{{"fields", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 6> variants = {"day", "no-day", "month", "instant", "yes-no", "text"};
constexpr std::array<std::string_view, 4> evidenceNames = {"field_zh", "field_en", "given", "example"};

} // namespace

constinit const Rule formFormat{
    .id = "form.format",
    .what = "What is written has the form of its field: a day that exists, a month, a moment, yes or no, whole text.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
