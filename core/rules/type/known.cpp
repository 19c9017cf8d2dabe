#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: given.
Verdict check(const Record &record, const RuleContext &context)
{
    if (context.type)
        return Verdict::pass();
    const std::string_view given = trimmed(record.text(Field::CandidateType));
    if (given.empty())
        return Verdict::fail("missing", {});
    return Verdict::fail("unknown", {{"given", shown(given)}});
}

constexpr std::array reads = {Field::CandidateType};
constexpr std::array<std::string_view, 2> variants = {"missing", "unknown"};
constexpr std::array<std::string_view, 1> evidenceNames = {"given"};

} // namespace

constinit const Rule typeKnown{
    .id = "type.known",
    .what = "Exactly one type of candidate is chosen, and the pack knows it.",
    .reads = reads,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
