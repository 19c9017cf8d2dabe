#include "core/rules/documentnumber.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

/// Evidence: prefix and kind; for `unknown` prefix alone.
Verdict check(const Record &record, const RuleContext &context)
{
    const FoldedCode phone(record.text(Field::Phone));
    if (!areDigits(phone.view()))
        return Verdict::notApplicable();
    const Code *prefix = context.prepared.table->byLongestPrefix(phone.view().substr(0, context.prepared.longestCode));
    if (!prefix) {
        if (!context.parameters.flag("reviewUnknown"))
            return Verdict::pass();
        return Verdict::needsReview("unknown", {{"prefix", std::string(phone.view().substr(0, 3))}});
    }
    const std::string_view kind = prefix->attribute(context.parameters.text("attribute"));
    const std::vector<std::string> &refused = context.parameters.list("kinds");
    if (std::ranges::find(refused, kind) == refused.end())
        return Verdict::pass();
    return Verdict::fail("", {{"prefix", prefix->code}, {"kind", std::string(kind)}});
}

constexpr std::array reads = {Field::Phone};
constexpr std::array<ParameterSpec, 4> parameters = {{{"table", ParameterSpec::Kind::Text},
                                                      {"attribute", ParameterSpec::Kind::Text},
                                                      {"kinds", ParameterSpec::Kind::List},
                                                      {"reviewUnknown", ParameterSpec::Kind::Flag}}};
constexpr std::array<std::string_view, 1> variants = {"unknown"};
constexpr std::array<std::string_view, 2> evidenceNames = {"prefix", "kind"};

} // namespace

constinit const Rule contactPhoneKind{
    .id = "contact.phone-kind",
    .what = "The longest known prefix of the phone is of none of the kinds named.",
    .reads = reads,
    .parameters = parameters,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
