#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// Old numbers also carry suffixes (市辖区, 郊区 …) that no list of counties has, under a prefecture that some list
/// has.
bool isOldSuffix(const CodeTable &table, std::string_view region, const std::vector<std::string> &suffixes)
{
    if (std::ranges::find(suffixes, region.substr(4)) == suffixes.end())
        return false;
    const std::array<char, 6> prefecture = {region[0], region[1], region[2], region[3], '0', '0'};
    return table.byCode({prefecture.data(), prefecture.size()}) != nullptr;
}

/// Evidence: code. Any year's code will do: a number keeps the code of the year it was issued in.
Verdict check(const Record &, const RuleContext &context)
{
    if (!context.documentType || !context.documentType->checksRegion)
        return Verdict::notApplicable();
    const auto &parsed = context.number.resident;
    if (!parsed)
        return Verdict::notApplicable();
    const CodeTable &table = *context.prepared.table;
    if (table.byCode(parsed->region) || isOldSuffix(table, parsed->region, context.parameters.list("oldSuffixes")))
        return Verdict::pass();
    return Verdict::needsReview("", {{"code", std::string(parsed->region)}});
}

constexpr std::array reads = {Field::DocumentNumber};
constexpr std::array alsoReads = {Field::DocumentType};
constexpr std::array<ParameterSpec, 2> parameters = {
    {{"table", ParameterSpec::Kind::Text}, {"oldSuffixes", ParameterSpec::Kind::List}}};
constexpr std::array<std::string_view, 1> evidenceNames = {"code"};

} // namespace

constinit const Rule identityRegion{
    .id = "identity.region",
    .what = "The first six digits were a region's code in some year.",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
