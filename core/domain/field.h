#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace zsb {

/// Everything a registration says about a person, in canonical order (附件1 §4, 附件3). The pack gives labels,
/// says which type of candidate fills which, and lists the header words under which imports may call them.
enum class Field : std::uint8_t
{
    ApplicationNo,
    CandidateType,
    ExamRegion,
    Name,
    DocumentType,
    DocumentNumber,
    Phone,
    Sex,
    Ethnicity,
    PoliticalStatus,
    MailingAddress,
    Recipient,
    PostalCode,
    College,
    CollegeCode,
    JuniorMajor,
    JuniorMajorCode,
    ForeignLanguage,
    AwardPending,
    BachelorMajor,
    ExamSite,
    GraduationDate,
    StudentNo,
    ClassName,
    HomeAddress,
    SettlementPlace,
    EnlistmentMonth,
    DischargeMonth,
    ServiceRecord,
    AwardName,
    AwardLevel,
    NoticeAcceptedAt,
    IdentityCollectedAt,
    ConfirmedAt,
    SubmittedAt,
    PaymentState,
    PaidAmount,
    Portrait,
    Materials,
};

inline constexpr std::size_t fieldCount = std::size_t(Field::Materials) + 1;

/// `document_number` and so on: CSV header, JSON key and column id. Ids are forever.
[[nodiscard]] std::string_view fieldId(Field field);
[[nodiscard]] std::optional<Field> fieldFromId(std::string_view id);
/// Every field in canonical order.
[[nodiscard]] const std::array<Field, fieldCount> &allFields();

} // namespace zsb
