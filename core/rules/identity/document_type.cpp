#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: given.
Verdict check(const Record &record, const RuleContext &context)
{
    if (context.documentType)
        return Verdict::pass();
    if (record.isEmpty(Field::DocumentType))
        return Verdict::fail("missing", {});
    return Verdict::fail("unknown", {{"given", shown(record.text(Field::DocumentType))}});
}

constexpr std::array reads = {Field::DocumentType};
constexpr std::array<std::string_view, 2> variants = {"missing", "unknown"};
constexpr std::array<std::string_view, 1> evidenceNames = {"given"};

} // namespace

constinit const Rule identityDocumentType{
    .id = "identity.document-type",
    .what = "The document type is one the pack knows; an empty one means the pack's default.",
    .reads = reads,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
