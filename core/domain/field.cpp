#include "core/domain/field.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::array<std::string_view, fieldCount> ids = {
    "application_no",
    "candidate_type",
    "exam_region",
    "name",
    "document_type",
    "document_number",
    "phone",
    "sex",
    "ethnicity",
    "political_status",
    "mailing_address",
    "recipient",
    "postal_code",
    "college",
    "college_code",
    "junior_major",
    "junior_major_code",
    "foreign_language",
    "award_pending",
    "bachelor_major",
    "exam_site",
    "graduation_date",
    "student_no",
    "class_name",
    "home_address",
    "settlement_place",
    "enlistment_month",
    "discharge_month",
    "service_record",
    "award_name",
    "award_level",
    "notice_accepted_at",
    "identity_collected_at",
    "confirmed_at",
    "submitted_at",
    "payment_state",
    "paid_amount",
    "portrait",
    "materials",
};

constexpr std::array<Field, fieldCount> makeAllFields()
{
    std::array<Field, fieldCount> fields{};
    for (std::size_t i = 0; i < fieldCount; ++i)
        fields[i] = Field(i);
    return fields;
}

} // namespace

std::string_view fieldId(Field field)
{
    return ids[std::size_t(field)];
}

std::optional<Field> fieldFromId(std::string_view id)
{
    const auto it = std::ranges::find(ids, id);
    if (it == ids.end())
        return std::nullopt;
    return Field(it - ids.begin());
}

const std::array<Field, fieldCount> &allFields()
{
    static constexpr std::array<Field, fieldCount> fields = makeAllFields();
    return fields;
}

} // namespace zsb
