#include "core/rules/documentmatcher.h"
#include "core/rules/documentnumber.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

Verdict retired(const DocumentType &type, const FoldedCode &number)
{
    std::vector<Evidence> evidence = {{"suggested", widenResidentNumber(number.view())}};
    addText(evidence, "reason_zh", "reason_en", type.retired);
    return Verdict::fail("retired", std::move(evidence));
}

/// Evidence: length, type_zh, type_en; for `other-type` also other_zh, other_en; for `retired` suggested, reason_zh,
/// reason_en.
Verdict check(const Record &, const RuleContext &context)
{
    const FoldedCode &number = context.number.folded;
    if (!context.documentType || number.isEmpty())
        return Verdict::notApplicable();
    const DocumentType &type = *context.documentType;
    if (type.guess != context.parameters.flag("guess"))
        return Verdict::notApplicable();
    if (!type.retired.isEmpty())
        return retired(type, number);
    if (context.documents.matches(type, number.view()))
        return Verdict::pass();
    if (const DocumentType *old = context.documents.firstMatch(number.view(), true))
        return retired(*old, number);
    std::vector<Evidence> evidence = {{"length", std::int64_t(number.view().size())}};
    addText(evidence, "type_zh", "type_en", type.name);
    const DocumentType *other = context.documents.firstMatch(number.view(), false);
    if (!other)
        return Verdict::fail("", std::move(evidence));
    addText(evidence, "other_zh", "other_en", other->name);
    return Verdict::fail("other-type", std::move(evidence));
}

constexpr std::array reads = {Field::DocumentNumber};
constexpr std::array alsoReads = {Field::DocumentType};
constexpr std::array<ParameterSpec, 1> parameters = {{{"guess", ParameterSpec::Kind::Flag}}};
constexpr std::array<std::string_view, 2> variants = {"other-type", "retired"};
constexpr std::array<std::string_view, 8> evidenceNames = {"length",   "type_zh",   "type_en",   "other_zh",
                                                           "other_en", "suggested", "reason_zh", "reason_en"};

} // namespace

constinit const Rule identityFormat{
    .id = "identity.format",
    .what = "The number has the form of its document type, and that type is still accepted.",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
