#include "core/base/calendar.h"
#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Seconds since midnight where the exam is held.
int secondOfDay(Instant instant, std::chrono::minutes offset)
{
    const Instant local = instant + offset;
    return int(std::chrono::floor<std::chrono::seconds>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

std::string minuteText(int minutes)
{
    std::string text = "00:00";
    text[0] = char('0' + minutes / 600);
    text[1] = char('0' + minutes / 60 % 10);
    text[3] = char('0' + minutes % 60 / 10);
    text[4] = char('0' + minutes % 10);
    return text;
}

/// Which way a moment lies outside; empty when it lies inside. Both ends belong to the window, to the whole second.
std::string_view sideOf(Instant instant, const Window &window, std::chrono::minutes offset)
{
    const Instant second = std::chrono::floor<std::chrono::seconds>(instant);
    if (second < window.from)
        return "before";
    if (second > window.to)
        return "after";
    const int ofDay = secondOfDay(second, offset);
    return ofDay < window.dailyFrom * 60 || ofDay > window.dailyTo * 60 ? "hours" : std::string_view{};
}

/// Evidence: field_zh, field_en, at, from, to; for `hours` dailyFrom, dailyTo.
Verdict check(const Record &record, const RuleContext &context)
{
    const auto instant = parseInstant(trimmed(record.text(context.field)));
    const Window &window = *context.prepared.window;
    const std::chrono::minutes offset = context.pack.timeOffset;
    if (!instant)
        return Verdict::notApplicable();
    const std::string_view side = sideOf(*instant, window, offset);
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

} // namespace

constinit const Rule processWindow{
    .id = "process.window",
    .what = "What was done was done in its window of the calendar, at its hours.",
    .scope = Rule::Scope::EachField,
    .parameters = parameters,
    .variants = variants,
    .check = check,
};

} // namespace zsb
