#include "core/policy/boundjudge.h"
#include "core/policy/packparts.h"

#include <algorithm>

namespace zsb {

std::optional<double> readNumber(ObjectReader &reader, std::string_view key)
{
    const JsonNode *node = reader.take(key);
    if (!node)
        return std::nullopt;
    if (node->kind != JsonNode::Kind::Integer && node->kind != JsonNode::Kind::Number) {
        reader.problem(key, {"应为数", "must be a number"});
        return std::nullopt;
    }
    return node->number;
}

std::vector<MeasureBound> readBounds(ObjectReader &reader)
{
    std::vector<MeasureBound> bounds;
    reader.each("when", [&](ObjectReader &each) {
        MeasureBound &bound = bounds.emplace_back();
        bound.measure = each.text("measure");
        bound.below = readNumber(each, "below");
        bound.above = readNumber(each, "above");
        bound.words = each.optionalList("words");
        bound.isCondition = each.optionalFlag("condition", false);
        if (bound.below && bound.above && *bound.below > *bound.above)
            each.problem("below", {"大于 above，任何值都会超出", "lies above `above`: every value would be outside"});
        if (!bound.below && !bound.above && bound.words.empty())
            each.problem("measure", {"缺少 below、above 或 words", "needs below, above or words"});
    });
    if (bounds.empty())
        reader.problem("when", {"不能为空", "must not be empty"});
    else if (bounds.front().isCondition) // findings name the first
        reader.problem("when", {"第一个量不能是条件", "the first measure cannot be a condition"});
    return bounds;
}

void checkIsReached(ObjectReader &reader)
{
    const std::vector<PictureLimit> limits = pictureLimitsOf(reader.reading().pack);
    const auto isHidden = [&](const PictureLimit &before) { return hides(before, limits.back()); };
    if (std::any_of(limits.begin(), limits.end() - 1, isHidden))
        reader.problem("when", {"轮不到它：前面同一编号的界限已包含它的全部情形",
                                "never speaks: a limit of the same id before it covers all of it"});
}

Severity readSeverity(ObjectReader &reader)
{
    return reader.choice<Severity>(
        "severity", {{"error", Severity::Error}, {"warning", Severity::Warning}, {"info", Severity::Info}});
}

Outcome readOutcome(ObjectReader &reader)
{
    return reader.choice<Outcome>("outcome", {{"needs-review", Outcome::NeedsReview}, {"fail", Outcome::Fail}});
}

} // namespace zsb
