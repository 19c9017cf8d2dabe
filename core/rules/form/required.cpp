#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// By the first byte: visible ASCII and the usual Han are none of what blanks begin with.
bool beginsVisibly(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    return (first > ' ' && first < 0x7F) || (first >= 0xE4 && first <= 0xE9);
}

bool isMissing(const Record &record, const Pack &pack, Field field)
{
    if (const std::string_view text = record.text(field); !text.empty() && beginsVisibly(text))
        return false;
    return record.knows(field) && isBlank(record.text(field)) && pack.field(field).kind != FieldInfo::Kind::File;
}

/// The empty fields of those the candidate's type must fill; while nobody knows which that is, of those every type
/// must.
std::vector<Field> missingFields(const Record &record, const RuleContext &context)
{
    const std::vector<CandidateType> &types = context.pack.types;
    const CandidateType &type = context.type ? *context.type : types.front();
    const bool guess = context.parameters.flag("guess");
    std::vector<Field> missing;
    for (const FieldUse &use : type.fields) {
        if (use.field == Field::CandidateType)
            continue; // type.known tells
        const bool isAsked = use.required && use.guess == guess && isMissing(record, context.pack, use.field);
        if (isAsked && (context.type || isRequiredByAll(types, use.field, guess)))
            missing.push_back(use.field);
    }
    return missing;
}

/// Evidence: count, missing_zh, missing_en. Points at the fields that are empty. Files have rules of their own.
Verdict check(const Record &record, const RuleContext &context)
{
    const bool mayTellType = record.knows(Field::CandidateType) && !context.pack.types.empty();
    if (!context.type && !mayTellType)
        return Verdict::notApplicable();
    std::vector<Field> missing = missingFields(record, context);
    if (missing.empty())
        return Verdict::pass();
    std::vector<Text> labels;
    labels.reserve(missing.size());
    for (const Field field : missing)
        labels.push_back(context.pack.field(field).label);
    std::vector<Evidence> evidence = {{"count", std::int64_t(missing.size())}};
    addText(evidence, "missing_zh", "missing_en", joined(labels));
    return Verdict::fail("", std::move(evidence)).at(std::move(missing));
}

constexpr std::array alsoReads = {Field::CandidateType};
constexpr std::array<ParameterSpec, 1> parameters = {{{"guess", ParameterSpec::Kind::Flag}}};
constexpr std::array<std::string_view, 3> evidenceNames = {"count", "missing_zh", "missing_en"};

} // namespace

constinit const Rule formRequired{
    .id = "form.required",
    .what = "Every field the candidate's type must fill is filled; without a type, those that every type must.",
    .alsoReads = alsoReads,
    .parameters = parameters,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
