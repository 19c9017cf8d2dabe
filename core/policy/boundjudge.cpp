#include "core/policy/boundjudge.h"

#include <algorithm>
#include <cctype>

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

} // namespace

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
