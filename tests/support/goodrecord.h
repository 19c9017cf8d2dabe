#pragma once

#include "core/rules/documentnumber.h"
#include "tests/support/rulecase.h"

#include "core/policy/pack.h"

#include <algorithm>

namespace zsb::test {

/// A made-up number of a resident: region, birth date as YYYYMMDD, three digits, and the check character they ask for.
inline std::string madeUpNumber(const std::string &region, const std::string &birth, const std::string &order)
{
    std::string number = region + birth + order;
    number += residentCheckDigit(number).value_or('?');
    return number;
}

inline std::string madeUpHash(int order)
{
    std::string hash(64, 'a');
    hash.back() = char('0' + order % 10);
    return hash;
}

inline ImageFacts goodPicture(int order)
{
    return {.format = ImageFormat::Jpeg,
            .problem = ImageProblem::None,
            .bytes = 30'000,
            .widthPx = 358,
            .heightPx = 441,
            .sha256 = madeUpHash(order)};
}

/// Fills in everything a type of the pack nm-2023 asks for, in order, so that no rule has anything to say.
inline void fillGoodRecord(OwnedRecord &owned, const Pack &pack, const CandidateType &type)
{
    const bool isInside = type.collegeScope != CandidateType::CollegeScope::Outside;
    const bool choosesNow = type.majorChoice == CandidateType::MajorChoice::AtRegistration;
    owned.set(Field::ApplicationNo, "2023150000001");
    owned.set(Field::CandidateType, type.name.zh);
    owned.set(Field::ExamRegion, isInside ? "区内" : "区外");
    owned.set(Field::Name, "阿·测试");
    owned.set(Field::DocumentType, "居民身份证");
    owned.set(Field::DocumentNumber, madeUpNumber("150102", "20010315", "001"));
    owned.set(Field::Phone, "13800138000");
    owned.set(Field::Sex, "男");
    owned.set(Field::Ethnicity, "蒙古族");
    owned.set(Field::PoliticalStatus, "03");
    owned.set(Field::MailingAddress, "内蒙古自治区呼和浩特市新城区测试路1号");
    owned.set(Field::Recipient, "阿·测试");
    owned.set(Field::PostalCode, "010010");
    owned.set(Field::College, isInside ? "河套学院（专科）" : "某省测试职业技术学院");
    owned.set(Field::CollegeCode, isInside ? "11631" : "");
    const JuniorMajor &junior = pack.catalogue.juniorMajors().front();
    owned.set(Field::JuniorMajor, junior.name);
    owned.set(Field::JuniorMajorCode, junior.code);
    owned.set(Field::ForeignLanguage, "英语");
    owned.set(Field::AwardPending, type.asksAwardPending ? "0" : "");
    owned.set(Field::BachelorMajor,
              choosesNow ? pack.catalogue.bachelorMajors()[junior.bachelorMajors.front()].name : "");
    owned.set(Field::ExamSite, "呼和浩特市");
    const Day last = type.graduationTo.value_or(Day{std::chrono::days{19'539}});
    owned.set(Field::GraduationDate, formatDay(last));
    owned.set(Field::StudentNo, "20200001");
    owned.set(Field::ClassName, "测试一班");
    owned.set(Field::HomeAddress, "内蒙古自治区呼和浩特市新城区测试路1号");
    owned.set(Field::SettlementPlace, "呼和浩特市新城区");
    owned.set(Field::EnlistmentMonth, type.servedInArmy ? "2019-09" : "");
    owned.set(Field::DischargeMonth, type.servedInArmy ? "2021-09" : "");
    owned.set(Field::ServiceRecord, "");
    owned.set(Field::AwardName, type.wonAward ? "全国职业院校技能大赛" : "");
    owned.set(Field::AwardLevel, type.wonAward ? "一等奖" : "");
    const bool paysFirst = std::ranges::find(type.steps, Step::Payment) < std::ranges::find(type.steps, Step::Review);
    owned.set(Field::NoticeAcceptedAt, "2023-02-15T09:00:00+08:00");
    owned.set(Field::IdentityCollectedAt, "2023-02-15T10:00:00+08:00");
    owned.set(Field::ConfirmedAt, "2023-02-15T10:30:00+08:00");
    owned.set(Field::SubmittedAt, "2023-02-15T10:31:00+08:00");
    owned.set(Field::PaymentState, paysFirst ? "paid" : "unpaid");
    owned.set(Field::PaidAmount, paysFirst ? std::to_string(pack.feeFen) : "");
    owned.set(Field::Portrait, "a.jpg");
    owned.setPortrait(goodPicture(0));
    owned.set(Field::Materials, "-");
    int order = 1;
    for (const MaterialUse &use : type.materials)
        owned.addMaterial(use.oneOf.front(), goodPicture(order++));
}

} // namespace zsb::test
