#include "core/policy/windowside.h"
#include "core/rules/evidence.h"
#include "core/rules/readmoments.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

std::string minuteText(int minutes)
{
    std::string text = "00:00";
    text[0] = char('0' + minutes / 600);
    text[1] = char('0' + minutes / 60 % 10);
    text[3] = char('0' + minutes % 60 / 10);
    text[4] = char('0' + minutes % 10);
    return text;
}

/// The variant of the message; empty inside.
std::string_view variantOf(WindowSide side)
{
    switch (side) {
    case WindowSide::Inside:
        return {};
    case WindowSide::Before:
        return "before";
    case WindowSide::After:
        return "after";
    case WindowSide::Hours:
        return "hours";
    }
    return {};
}

/// Evidence: field_zh, field_en, at, from, to; for `hours` dailyFrom, dailyTo.
Verdict check(const Record &, const RuleContext &context)
{
    const std::optional<Instant> &instant = context.moments.at(context.field);
    const Window &window = *context.prepared.window;
    const std::chrono::minutes offset = context.pack.timeOffset;
    if (!instant)
        return Verdict::notApplicable();
    const std::string_view side = variantOf(sideOf(window, *instant, offset));
    if (side.empty())
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"at", formatInstant(*instant, offset)},
                                      {"from", formatInstant(window.from, offset)},
                                      {"to", formatInstant(window.to, offset)}};
    addText(evidence, "field_zh", "field_en", context.pack.field(context.field).label);
    if (side == "hours") {
        evidence.push_back({"dailyFrom", minuteText(window.dailyFrom)});
        evidence.push_back({"dailyTo", minuteText(window.dailyTo)});
    }
    return Verdict::fail(side, std::move(evidence));
}

constexpr std::array<ParameterSpec, 2> parameters = {
    {{"fields", ParameterSpec::Kind::List}, {"window", ParameterSpec::Kind::Text}}};
constexpr std::array<std::string_view, 3> variants = {"before", "after", "hours"};
constexpr std::array<std::string_view, 7> evidenceNames = {"field_zh", "field_en",  "at",     "from",
                                                           "to",       "dailyFrom", "dailyTo"};

} // namespace

constinit const Rule processWindow{
    .id = "process.window",
    .what = "What was done was done in its window of the calendar, at its hours.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
