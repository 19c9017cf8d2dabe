#include "core/policy/picturelimits.h"

#include "core/policy/portraitmeasure.h"
#include "core/policy/scanmeasure.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace zsb {
namespace {

std::string shortest(double value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

template<typename Limit>
PictureLimit viewOf(const Limit &limit)
{
    PictureLimit view;
    view.id = limit.id;
    view.clause = limit.clause;
    view.quote = limit.quote;
    view.severity = limit.severity;
    view.outcome = limit.outcome;
    view.when = limit.when;
    view.title = &limit.title;
    view.message = &limit.message;
    return view;
}

PictureLimit limitView(const PortraitLimit &limit)
{
    PictureLimit view = viewOf(limit);
    view.narrowedTo = limit.profiles;
    return view;
}

PictureLimit limitView(const ScanLimit &limit)
{
    PictureLimit view = viewOf(limit);
    view.guess = limit.guess;
    view.narrowedTo = limit.forSlots;
    return view;
}

template<typename Limit>
std::vector<PictureLimit> concerning(const std::vector<Limit> &limits, std::string_view subject)
{
    std::vector<PictureLimit> views;
    for (const Limit &limit : limits) {
        const PictureLimit view = limitView(limit);
        if (view.narrowedTo.empty() || std::ranges::find(view.narrowedTo, subject) != view.narrowedTo.end())
            views.push_back(view);
    }
    return views;
}

/// Makes the range in which a value lies no wider than one more bound leaves it.
void narrow(MeasureStanding &standing, const MeasureBound &bound)
{
    if (bound.below)
        standing.least = std::max(*bound.below, standing.least.value_or(*bound.below));
    if (bound.above)
        standing.most = std::min(*bound.above, standing.most.value_or(*bound.above));
}

} // namespace

const MeasureBound *PictureLimit::on(std::string_view measure) const
{
    const auto bound = std::ranges::find(when, measure, &MeasureBound::measure);
    return bound == when.end() ? nullptr : &*bound;
}

std::vector<PictureLimit> portraitLimitsOf(const Pack &pack, std::string_view profile)
{
    return concerning(pack.portraitLimits, profile);
}

std::vector<PictureLimit> scanLimitsOf(const Pack &pack, std::string_view slot)
{
    return concerning(pack.scan.limits, slot);
}

std::vector<PictureLimit> pictureLimitsOf(const Pack &pack)
{
    std::vector<PictureLimit> views;
    for (const PortraitLimit &limit : pack.portraitLimits)
        views.push_back(limitView(limit));
    for (const ScanLimit &limit : pack.scan.limits)
        views.push_back(limitView(limit));
    return views;
}

std::string measureName(const Pack &pack, std::string_view measure, Language language)
{
    const auto text = pack.texts.find("measure." + std::string(measure));
    return text == pack.texts.end() ? std::string(measure) : text->second.in(language);
}

bool isFlag(std::string_view measure)
{
    constexpr std::string_view flags = "0 or 1";
    const MeasureInfo *portrait = findPortraitMeasure(measure);
    const ScanMeasureInfo *scan = findScanMeasure(measure);
    return portrait ? portrait->unit == flags : scan && scan->unit == flags;
}

std::string_view flagText(bool isSet, Language language)
{
    const bool isChinese = language == Language::Chinese;
    return isSet ? isChinese ? "是" : "yes" : isChinese ? "否" : "no";
}

std::string boundText(const MeasureBound &bound, Language language)
{
    if (isFlag(bound.measure))
        return std::string(flagText(bound.above.has_value(), language));
    std::string text;
    const auto add = [&](std::string_view part) {
        text += text.empty() ? "" : language == Language::Chinese ? " 或 " : " or ";
        text += part;
    };
    if (bound.below)
        add("< " + shortest(*bound.below));
    if (bound.above)
        add("> " + shortest(*bound.above));
    for (const std::string &word : bound.words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

MeasureStanding standingOf(std::string_view measure, std::span<const PictureLimit> limits,
                           const std::function<std::optional<double>(std::string_view)> &valueOf, const Pack &pack,
                           Language language)
{
    using enum MeasureStanding::Kind;
    MeasureStanding standing;
    const auto crosses = [&](const MeasureBound &bound) {
        const auto value = valueOf(bound.measure);
        return value && bound.crossedBy(*value);
    };
    for (const PictureLimit &limit : limits) {
        const MeasureBound *own = limit.on(measure);
        if (!own || own->isCondition)
            continue;
        standing.limits += standing.limits.empty() ? "" : "; ";
        standing.limits += (limit.refuses() ? "✖ " : "▲ ") + boundText(*own, language);
        for (const MeasureBound &bound : limit.when) {
            if (&bound != own)
                standing.limits += (language == Language::Chinese ? " 且 " : " and ") +
                                   measureName(pack, bound.measure, language) + ' ' + boundText(bound, language);
        }
        const auto kind = !std::ranges::all_of(limit.when, crosses) ? Within : limit.refuses() ? Refused : Look;
        if (kind > std::max(standing.kind, Within)) { // graver than what spoke before
            standing.least = own->below;
            standing.most = own->above;
        } else if (standing.kind <= Within && limit.when.size() == 1) {
            narrow(standing, *own);
        }
        standing.kind = std::max(standing.kind, kind);
    }
    return standing;
}

} // namespace zsb
