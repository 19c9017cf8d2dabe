#include "core/rules/documentnumber.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: stated_zh, stated_en, number_zh, number_en.
Verdict check(const Record &record, const RuleContext &context)
{
    if (!context.documentType || !context.documentType->derivesBirthAndSex || record.isEmpty(Field::Sex))
        return Verdict::notApplicable();
    const auto &parsed = context.number.resident;
    const CodeTable &table = *context.prepared.table;
    const Code *stated = table.find(record.text(Field::Sex));
    if (!parsed || !stated)
        return Verdict::notApplicable();
    const std::string &expected = context.parameters.text(parsed->male ? "male" : "female");
    if (stated->code == expected)
        return Verdict::pass();
    const Code *said = table.byCode(expected);
    std::vector<Evidence> evidence;
    addText(evidence, "stated_zh", "stated_en", stated->name);
    addText(evidence, "number_zh", "number_en", said ? said->name : Text{expected, expected});
    return Verdict::fail("", std::move(evidence));
}

constexpr std::array reads = {Field::Sex, Field::DocumentNumber};
constexpr std::array alsoReads = {Field::DocumentType};
constexpr std::array<ParameterSpec, 3> parameters = {{{"table", ParameterSpec::Kind::Text},
                                                      {"male", ParameterSpec::Kind::Text, Field::Sex},
                                                      {"female", ParameterSpec::Kind::Text, Field::Sex}}};
constexpr std::array<std::string_view, 4> evidenceNames = {"stated_zh", "stated_en", "number_zh", "number_en"};

} // namespace

constinit const Rule identitySex{
    .id = "identity.sex",
    .what = "The sex stated is the one the number says (odd 17th digit: male).",
    .reads = reads,
    .alsoReads = alsoReads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
