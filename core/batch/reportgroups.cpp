#include "core/batch/reportgroups.h"

#include "core/base/text.h"
#include "core/policy/pack.h"
#include "core/rules/college.h"

#include <algorithm>
#include <tuple>

namespace zsb {
namespace {

using Kind = RowGroup::Kind;

/// Adds the counts to the group of this kind and name.
void addTo(std::vector<RowGroup> &groups, Kind kind, std::string_view name, const RowCounts &counts)
{
    const auto known =
        std::ranges::find_if(groups, [&](const RowGroup &group) { return group.kind == kind && group.name == name; });
    if (known != groups.end())
        known->counts += counts;
    else
        groups.push_back({kind, std::string(name), counts});
}

/// The name endings of junior branches, as a rule of the pack has them.
std::vector<std::string> collegeSuffixes(const Pack &pack)
{
    for (const RuleBinding &binding : pack.rules)
        if (const auto *value = binding.parameters.find("suffixes"))
            if (const auto *suffixes = std::get_if<std::vector<std::string>>(value))
                return *suffixes;
    return {};
}

/// Past the first ones, what the pack does not list is counted together.
void foldUnlisted(std::vector<RowGroup> &groups, std::size_t most)
{
    RowCounts folded;
    std::size_t unlisted = 0;
    std::erase_if(groups, [&](const RowGroup &group) {
        if (group.kind != Kind::Unlisted || ++unlisted <= most)
            return false;
        folded += group.counts;
        return true;
    });
    if (folded.checked > 0)
        addTo(groups, Kind::Further, {}, folded);
}

} // namespace

std::vector<RowGroup> groupsByType(const Pack &pack, const RowTally &tally, Language language)
{
    std::vector<RowGroup> groups;
    for (const CandidateType &type : pack.types)
        groups.push_back({Kind::Listed, type.name.in(language), {}});
    for (const auto &[text, counts] : tally.values()) {
        const CandidateType *type = pack.type(text);
        if (type)
            addTo(groups, Kind::Listed, type->name.in(language), counts);
        else
            addTo(groups, text.empty() ? Kind::Empty : Kind::Unlisted, text.empty() ? std::string() : text, counts);
    }
    if (tally.further().checked > 0)
        addTo(groups, Kind::Further, {}, tally.further());
    std::erase_if(groups, [](const RowGroup &group) { return group.counts.checked == 0; });
    constexpr std::size_t mostUnlisted = 10;
    foldUnlisted(groups, mostUnlisted);
    return groups;
}

std::vector<RowGroup> groupsByCollege(const Pack &pack, const RowTally &tally, Language language,
                                      std::size_t mostUnlisted)
{
    const CodeTable *colleges = pack.table(pack.field(Field::College).table);
    const std::vector<std::string> suffixes = collegeSuffixes(pack);
    std::map<std::pair<Kind, std::string>, RowCounts> counted;
    for (const auto &[text, counts] : tally.values()) {
        const Code *college = colleges ? findCollege(*colleges, text, suffixes) : nullptr;
        if (college)
            counted[{Kind::Listed, college->name.in(language)}] += counts;
        else
            counted[{text.empty() ? Kind::Empty : Kind::Unlisted, text}] += counts;
    }
    if (tally.further().checked > 0)
        counted[{Kind::Further, {}}] += tally.further();
    std::vector<RowGroup> groups;
    for (const auto &[group, counts] : counted)
        groups.push_back({group.first, group.second, counts});
    const auto order = [](const RowGroup &group) {
        const bool last = group.kind == Kind::Empty || group.kind == Kind::Further;
        return std::tuple(last, -group.counts.withErrors, -group.counts.withWarnings, -group.counts.checked);
    };
    std::ranges::stable_sort(groups, {}, order);
    foldUnlisted(groups, mostUnlisted);
    return groups;
}

} // namespace zsb
