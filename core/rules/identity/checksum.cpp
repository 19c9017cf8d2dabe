#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: expected, found.
Verdict check(const Record &, const RuleContext &context)
{
    if (!context.documentType || context.documentType->checksum != "gb11643")
        return Verdict::notApplicable();
    const auto &parsed = context.number.resident;
    if (!parsed)
        return Verdict::notApplicable();
    const char expected = *residentCheckDigit(context.number.folded.view().substr(0, 17));
    if (parsed->check == expected)
        return Verdict::pass();
    return Verdict::fail("", {{"expected", std::string(1, expected)}, {"found", std::string(1, parsed->check)}});
}

constexpr std::array reads = {Field::DocumentNumber};
constexpr std::array alsoReads = {Field::DocumentType};
constexpr std::array<std::string_view, 2> evidenceNames = {"expected", "found"};

} // namespace

constinit const Rule identityChecksum{
    .id = "identity.checksum",
    .what = "The last character of the number is the one GB 11643 computes from the others.",
    .reads = reads,
    .alsoReads = alsoReads,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
