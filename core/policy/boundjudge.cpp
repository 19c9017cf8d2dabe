#include "core/policy/boundjudge.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>
#include <utility>

namespace zsb {
namespace {

constexpr std::string_view softwareId = "file.software";

bool sameLetter(char one, char other)
{
    return std::tolower(static_cast<unsigned char>(one)) == std::tolower(static_cast<unsigned char>(other));
}

bool holdsAny(std::string_view text, const std::vector<std::string> &words)
{
    return std::ranges::any_of(
        words, [&](const std::string &word) { return !std::ranges::search(text, word, sameLetter).empty(); });
}

/// Digits behind the point that a unit can tell apart.
int digitsOf(std::string_view unit)
{
    constexpr std::array counted = {"faces", "pictures", "kinds", "corners", "strokes", "seals", "faults",
                                    "bytes", "pixels",   "0-255", "0 or 1",  "1-8",     "1-100"};
    constexpr std::array tenths = {"degrees", "L*", "Lab units", "Lab a", "Lab b", "grey levels"};
    if (std::ranges::find(counted, unit) != counted.end())
        return 0;
    return std::ranges::find(tenths, unit) != tenths.end() ? 1 : 3;
}

double rounded(double value, int digits)
{
    const double parts = std::pow(10, digits);
    return std::round(value * parts) / parts;
}

double *numberOf(std::vector<Evidence> &evidence, std::string_view key)
{
    const auto at = std::ranges::find(evidence, key, &Evidence::key);
    return at == evidence.end() ? nullptr : std::get_if<double>(&at->value);
}

} // namespace

void addBox(const ShareBox &box, std::vector<Evidence> &evidence)
{
    evidence.push_back({"box_left", box.left});
    evidence.push_back({"box_top", box.top});
    evidence.push_back({"box_width", box.width});
    evidence.push_back({"box_height", box.height});
}

std::vector<Evidence> readable(std::vector<Evidence> evidence, const UnitOf &unitOf)
{
    constexpr int mostDigits = 4; // figures have no more
    for (Evidence &one : evidence) {
        double *number = std::get_if<double>(&one.value);
        if (const std::string_view unit = unitOf(one.key); number && !unit.empty())
            *number = rounded(*number, digitsOf(unit));
    }
    const auto measure = std::ranges::find(evidence, "measure", &Evidence::key);
    double *value = numberOf(evidence, "value");
    double *limit = numberOf(evidence, "limit");
    if (measure == evidence.end() || !value || !limit)
        return evidence;
    int digits = digitsOf(unitOf(std::get<std::string>(measure->value)));
    while (digits < mostDigits && *value != *limit && rounded(*value, digits) == *limit)
        ++digits;
    *value = rounded(*value, digits); // the limit is the pack's own number
    return evidence;
}

std::vector<Evidence> evidenceOf(std::span<const MeasureBound> bounds, const Measured &measured)
{
    std::vector<Evidence> evidence;
    bool isFirst = true;
    for (const MeasureBound &bound : bounds) {
        if (bound.measure == softwareId) {
            if (!holdsAny(measured.software, bound.words))
                return {};
            evidence.push_back({"software", measured.software});
            continue;
        }
        const auto value = measured.value(bound.measure);
        const auto edge = value ? bound.crossedBy(*value) : std::nullopt;
        if (!edge)
            return {};
        if (!isFirst) {
            evidence.push_back({bound.measure, *value});
            continue;
        }
        isFirst = false;
        evidence.push_back({"measure", bound.measure});
        evidence.push_back({"value", *value});
        evidence.push_back({"limit", *edge});
    }
    return evidence;
}

std::vector<std::string_view> namesOf(std::span<const MeasureBound> bounds)
{
    std::vector<std::string_view> names;
    bool isFirst = true;
    for (const MeasureBound &bound : bounds) {
        if (bound.measure == softwareId)
            names.emplace_back("software");
        else if (std::exchange(isFirst, false))
            names.insert(names.end(), {"measure", "value", "limit"});
        else
            names.emplace_back(bound.measure);
    }
    return names;
}

static Finding findingOf(const PictureLimit &limit, std::vector<Evidence> evidence, const MeasuredPicture &picture,
                         const Pack &pack)
{
    Finding finding;
    finding.rule = limit.id;
    finding.clause = limit.clause;
    finding.severity = limit.severity;
    finding.outcome = limit.outcome;
    finding.fields = {picture.field};
    const std::vector<Evidence> read = readable(evidence, picture.unitOf);
    finding.messageZh = worded(*limit.message, read, pack, Language::Chinese);
    finding.messageEn = worded(*limit.message, read, pack, Language::English);
    finding.evidence = std::move(evidence);
    return finding;
}

std::vector<Finding> judgeLimits(std::span<const PictureLimit> limits, const MeasuredPicture &picture, const Pack &pack)
{
    std::vector<Finding> findings;
    std::set<std::string_view> spoken;
    for (const PictureLimit &limit : limits) {
        if (spoken.contains(limit.id))
            continue;
        std::vector<Evidence> evidence = evidenceOf(limit.when, picture.measured);
        if (evidence.empty())
            continue;
        spoken.insert(limit.id);
        picture.addMore(evidence);
        findings.push_back(findingOf(limit, std::move(evidence), picture, pack));
    }
    return findings;
}

bool hides(const PictureLimit &first, const PictureLimit &second)
{
    const auto isCovered = [&](const MeasureBound &bound) {
        return std::ranges::any_of(second.when, [&](const MeasureBound &other) { return bound.covers(other); });
    };
    const auto isThere = [&](const std::string &subject) {
        return std::ranges::find(first.narrowedTo, subject) != first.narrowedTo.end();
    };
    const bool isEverywhere =
        first.narrowedTo.empty() || (!second.narrowedTo.empty() && std::ranges::all_of(second.narrowedTo, isThere));
    return first.id == second.id && isEverywhere && !first.when.empty() && std::ranges::all_of(first.when, isCovered);
}

std::vector<PackProblem> unknownMeasures(std::span<const MeasureBound> bounds, const std::string &file,
                                         const std::string &limit,
                                         const std::function<bool(std::string_view measure)> &isTaken)
{
    std::vector<PackProblem> problems;
    for (const MeasureBound &bound : bounds) {
        const bool isKnown =
            bound.measure == softwareId ? !bound.words.empty() : isTaken(bound.measure) && bound.words.empty();
        if (!isKnown)
            problems.push_back({.file = file,
                                .key = limit,
                                .message = {"没有这个量：" + bound.measure, "there is no measure " + bound.measure}});
    }
    return problems;
}

} // namespace zsb
