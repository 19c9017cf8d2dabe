#include "core/rules/evidence.h"
#include "core/rules/pictureformat.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: slot, file, problem, sha256.
Verdict check(const Record &, const RuleContext &context)
{
    const ImageFacts *facts = context.material->facts;
    if (!facts)
        return Verdict::notApplicable();
    if (facts->isReadable())
        return Verdict::pass();
    if (facts->problem == ImageProblem::NotAnImage && isOtherFormat(*facts, context.pack.materialLimits.formats))
        return Verdict::notApplicable(); // a HEIC photo, a PDF: its format is told, and what to do
    return Verdict::fail(facts->problem == ImageProblem::Missing ? "missing" : "",
                         {{"slot", std::string(context.material->slot)},
                          {"file", shownFile(context.material->fileName)},
                          {"problem", std::string(imageProblemId(facts->problem))},
                          {"sha256", facts->sha256}});
}

constexpr std::array reads = {Field::Materials};
constexpr std::array<std::string_view, 1> variants = {"missing"};
constexpr std::array<std::string_view, 4> evidenceNames = {"slot", "file", "problem", "sha256"};

} // namespace

constinit const Rule materialsReadable{
    .id = "materials.readable",
    .what = "A file that was named is there and can be read to its end.",
    .scope = Rule::Scope::EachMaterial,
    .reads = reads,
    .variants = variants,
    .evidence = evidenceNames,
    .filesOnly = true,
    .check = check,
};

} // namespace zsb
