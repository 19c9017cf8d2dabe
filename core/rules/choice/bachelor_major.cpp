#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: given.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view given = record.text(Field::BachelorMajor);
    if (given.empty())
        return Verdict::notApplicable();
    if (context.pack.catalogue.bachelorMajor(given))
        return Verdict::pass();
    return Verdict::fail("", {{"given", shown(given)}});
}

constexpr std::array reads = {Field::BachelorMajor};
constexpr std::array<std::string_view, 1> evidenceNames = {"given"};

} // namespace

constinit const Rule choiceBachelorMajor{
    .id = "choice.bachelor-major",
    .what = "The intended bachelor's major is in the catalogue.",
    .reads = reads,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
