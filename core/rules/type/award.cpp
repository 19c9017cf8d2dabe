#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// Whether `level` is one of the codes between the bars of `levels`.
bool isListed(std::string_view levels, std::string_view level)
{
    while (!levels.empty()) {
        const std::size_t bar = std::min(levels.find('|'), levels.size());
        if (levels.substr(0, bar) == level)
            return true;
        levels.remove_prefix(std::min(bar + 1, levels.size()));
    }
    return false;
}

/// Evidence: given; for `level` also award_zh, award_en.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view name = record.text(Field::AwardName);
    if (!context.type || !context.type->wonAward || name.empty())
        return Verdict::notApplicable();
    const Code *award = context.prepared.table->find(name);
    if (!award)
        return Verdict::fail("award", {{"given", shown(name)}}).at({Field::AwardName});
    const std::string_view level = record.text(Field::AwardLevel);
    const std::string_view levels = award->attribute(context.parameters.text("attribute"));
    if (level.empty() || isListed(levels, codeOf(context.pack, Field::AwardLevel, level)))
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"given", shown(level)}};
    addText(evidence, "award_zh", "award_en", award->name);
    return Verdict::fail("level", std::move(evidence)).at({Field::AwardLevel});
}

constexpr std::array reads = {Field::AwardName};
constexpr std::array alsoReads = {Field::AwardLevel, Field::CandidateType};
constexpr std::array<ParameterSpec, 2> parameters = {
    {{"table", ParameterSpec::Kind::Text}, {"attribute", ParameterSpec::Kind::Text}}};
constexpr std::array<std::string_view, 2> variants = {"award", "level"};
constexpr std::array<std::string_view, 3> evidenceNames = {"given", "award_zh", "award_en"};

} // namespace

constinit const Rule typeAward{
    .id = "type.award",
    .what = "The competition is one that counts, and so is the level reached in it.",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
