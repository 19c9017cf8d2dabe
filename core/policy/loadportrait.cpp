#include "core/policy/packparts.h"

namespace zsb {
namespace {

std::optional<double> numberOf(ObjectReader &reader, std::string_view key)
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

PortraitBound readBound(ObjectReader &reader)
{
    PortraitBound bound;
    bound.measure = reader.text("measure");
    bound.below = numberOf(reader, "below");
    bound.above = numberOf(reader, "above");
    bound.words = reader.optionalList("words");
    if (!bound.below && !bound.above && bound.words.empty())
        reader.problem("measure", {"缺少 below、above 或 words", "needs below, above or words"});
    return bound;
}

PortraitLimit readLimit(ObjectReader &reader)
{
    PortraitLimit limit;
    limit.id = reader.text("id");
    limit.clause = reader.reference("clause", PackTarget::Clause);
    limit.quote = reader.reference("quote", PackTarget::Quote);
    limit.severity = reader.choice<Severity>(
        "severity", {{"error", Severity::Error}, {"warning", Severity::Warning}, {"info", Severity::Info}});
    limit.outcome =
        reader.choice<Outcome>("outcome", {{"needs-review", Outcome::NeedsReview}, {"fail", Outcome::Fail}});
    limit.profiles = reader.references("profiles", PackTarget::PortraitProfile);
    reader.each("when", [&](ObjectReader &each) { limit.when.push_back(readBound(each)); });
    if (limit.when.empty())
        reader.problem("when", {"不能为空", "must not be empty"});
    limit.title = reader.bilingual("title");
    limit.message = reader.bilingual("message");
    return limit;
}

} // namespace

void loadPortrait(PackReading &reading)
{
    if (!reading.files.contains("portrait.json"))
        return;
    eachObject(reading, "portrait.json",
               [&](ObjectReader &reader) { reading.pack.portraitLimits.push_back(readLimit(reader)); });
}

} // namespace zsb
