#include "core/rules/fileending.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// Evidence: format, ending. A format that is not allowed is refused as such, whatever the file is called.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (!facts || !profile)
        return Verdict::notApplicable();
    const std::string_view format = imageFormatId(facts->format);
    const auto told = endingAgainstContent(record.text(Field::Portrait), facts->format);
    if (!told || std::ranges::find(profile->formats, format) == profile->formats.end())
        return Verdict::notApplicable();
    if (told->agrees)
        return Verdict::pass();
    return Verdict::needsReview("", {{"format", std::string(format)}, {"ending", told->ending}});
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array<std::string_view, 2> evidenceNames = {"format", "ending"};

} // namespace

constinit const Rule portraitEnding{
    .id = "portrait.ending",
    .what = "The portrait's name ends as its content says, so that others open it, too.",
    .reads = reads,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
};

} // namespace zsb
