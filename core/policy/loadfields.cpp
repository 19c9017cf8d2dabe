#include "core/policy/packparts.h"

#include <algorithm>

#include <array>

namespace zsb {
namespace {

/// Coded fields whose values stand in another part of the pack than a table.
constexpr std::array valuesElsewhere = {Field::CandidateType, Field::DocumentType, Field::BachelorMajor};

FieldInfo readField(ObjectReader &reader, Field field)
{
    using Kind = FieldInfo::Kind;
    FieldInfo info;
    info.field = field;
    info.label = reader.bilingual("label");
    info.synonyms = reader.optionalList("synonyms");
    info.kind = reader.choice<Kind>("kind", {{"text", Kind::Text},
                                             {"code", Kind::Code},
                                             {"number", Kind::Number},
                                             {"date", Kind::Date},
                                             {"month", Kind::Month},
                                             {"moment", Kind::Moment},
                                             {"yes-no", Kind::YesNo},
                                             {"file", Kind::File}});
    info.table = reader.optionalReference("table", PackTarget::Table);
    const bool hasOwnValues = std::ranges::find(valuesElsewhere, field) != valuesElsewhere.end();
    if (info.kind == Kind::Code && info.table.empty() && !hasOwnValues)
        reader.problem("kind", {"代码类字段须指明码表", "a coded field needs its table"});
    const std::int64_t maxLength = reader.optionalInteger("max_length", 0);
    if (maxLength < 0)
        reader.problem("max_length", {"不能为负数", "must not be negative"});
    info.maxLength = std::size_t(std::max<std::int64_t>(maxLength, 0));
    info.personal = reader.optionalFlag("personal", true);
    info.unchangeable = reader.optionalFlag("unchangeable", false);
    info.clause = reader.optionalReference("clause", PackTarget::Clause);
    return info;
}

/// Labels and synonyms are header words: one word must not mean two fields.
void claimWords(PackReading &reading, const FieldInfo &info, const PackPlace &place)
{
    reading.claim("header word", info.label.zh, place);
    for (const std::string &word : info.synonyms)
        reading.claim("header word", word, place);
}

} // namespace

void loadFields(PackReading &reading)
{
    std::array<bool, fieldCount> isDescribed{};
    reading.pack.fields.resize(fieldCount);
    for (const Field field : allFields())
        reading.pack.fields[std::size_t(field)].field = field;
    eachObject(reading, "fields.json", [&](ObjectReader &reader) {
        const auto field = fieldFromId(reader.text("field"));
        if (!field)
            reader.problem("field", {"没有此字段", "there is no such field"});
        FieldInfo info = readField(reader, field.value_or(Field::Name));
        if (!field)
            return;
        if (isDescribed[std::size_t(*field)])
            reader.problem("field", {"字段重复", "the field is described twice"});
        isDescribed[std::size_t(*field)] = true;
        claimWords(reading, info, reader.place("synonyms"));
        reading.pack.fields[std::size_t(*field)] = std::move(info);
    });
    for (const Field field : allFields()) {
        if (!isDescribed[std::size_t(field)])
            reading.problem({"fields.json", 0, std::string(fieldId(field))},
                            {"缺少此字段的说明", "this field is not described"});
    }
}

} // namespace zsb
