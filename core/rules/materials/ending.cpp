#include "core/rules/fileending.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// Evidence: slot, format, ending. A format that is not allowed is refused as such, whatever the file is called.
Verdict check(const Record &, const RuleContext &context)
{
    const ImageFacts *facts = context.material->facts;
    if (!facts)
        return Verdict::notApplicable();
    const std::string_view format = imageFormatId(facts->format);
    const std::vector<std::string> &allowed = context.pack.materialLimits.formats;
    const auto told = endingAgainstContent(context.material->fileName, facts->format);
    if (!told || std::ranges::find(allowed, format) == allowed.end())
        return Verdict::notApplicable();
    if (told->agrees)
        return Verdict::pass();
    return Verdict::needsReview(
        "", {{"slot", std::string(context.material->slot)}, {"format", std::string(format)}, {"ending", told->ending}});
}

constexpr std::array reads = {Field::Materials};
constexpr std::array<std::string_view, 3> evidenceNames = {"slot", "format", "ending"};

} // namespace

constinit const Rule materialsEnding{
    .id = "materials.ending",
    .what = "A material's name ends as its content says, so that others open it, too.",
    .scope = Rule::Scope::EachMaterial,
    .reads = reads,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
};

} // namespace zsb
