#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence of no-file: file. A type that names the portrait among its fields and does not require it may leave it out.
Verdict check(const Record &record, const RuleContext &context)
{
    const FieldUse *use = context.type ? context.type->use(Field::Portrait) : nullptr;
    if (trimmed(record.text(Field::Portrait)).empty())
        return use && !use->required ? Verdict::notApplicable() : Verdict::fail("missing", {});
    if (record.portrait && record.portrait->problem == ImageProblem::Missing)
        return Verdict::fail("no-file", {{"file", shownFile(record.text(Field::Portrait))}});
    return Verdict::pass();
}

constexpr std::array reads = {Field::Portrait};
constexpr std::array alsoReads = {Field::CandidateType};
constexpr std::array<std::string_view, 2> variants = {"missing", "no-file"};
constexpr std::array<std::string_view, 1> evidenceNames = {"file"};

} // namespace

constinit const Rule portraitPresent{
    .id = "portrait.present",
    .what = "There is a portrait, and the file that was named exists.",
    .reads = reads,
    .alsoReads = alsoReads,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
