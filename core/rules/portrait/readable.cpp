#include "core/rules/pictureformat.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: problem, sha256.
Verdict check(const Record &record, const RuleContext &context)
{
    const ImageFacts *facts = record.portrait;
    if (!facts || facts->problem == ImageProblem::Missing)
        return Verdict::notApplicable();
    if (facts->isReadable())
        return Verdict::pass();
    const PortraitProfile *profile = context.pack.profile(context.pack.portraitProfile);
    if (profile && facts->problem == ImageProblem::NotAnImage && isOtherFormat(*facts, profile->formats))
        return Verdict::notApplicable(); // a HEIC photo, a PDF: its format is told, and what to do
    return Verdict::fail("", {{"problem", std::string(imageProblemId(facts->problem))}, {"sha256", facts->sha256}});
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array<std::string_view, 2> evidenceNames = {"problem", "sha256"};

} // namespace

constinit const Rule portraitReadable{
    .id = "portrait.readable",
    .what = "The portrait can be read to its end.",
    .reads = reads,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
};

} // namespace zsb
