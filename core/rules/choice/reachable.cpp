#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: junior, bachelor. Silent while either major is unknown: other rules say so.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view wanted = record.text(Field::BachelorMajor);
    if (!context.type || context.type->majorEntry == CandidateType::MajorEntry::Manual || wanted.empty())
        return Verdict::notApplicable();
    const Catalogue &catalogue = context.pack.catalogue;
    const JuniorMajor *junior =
        catalogue.juniorMajor(record.text(Field::JuniorMajorCode), record.text(Field::JuniorMajor));
    if (!junior)
        return Verdict::notApplicable();
    if (catalogue.reaches(*junior, wanted))
        return Verdict::pass();
    const BachelorMajor *bachelor = catalogue.bachelorMajor(wanted);
    if (!bachelor)
        return Verdict::notApplicable();
    return Verdict::fail("", {{"junior", junior->name}, {"bachelor", bachelor->name}});
}

constexpr std::array reads = {Field::BachelorMajor, Field::JuniorMajor};
constexpr std::array alsoReads = {Field::JuniorMajorCode, Field::CandidateType};
constexpr std::array<std::string_view, 2> evidenceNames = {"junior", "bachelor"};

} // namespace

constinit const Rule choiceReachable{
    .id = "choice.reachable",
    .what = "The intended bachelor's major is among those the junior major may intend.",
    .reads = reads,
    .alsoReads = alsoReads,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
