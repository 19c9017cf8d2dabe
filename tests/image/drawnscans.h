#pragma once

#include "core/demo/drawcards.h"
#include "core/demo/drawcertificates.h"
#include "core/demo/drawencode.h"
#include "core/demo/drawform.h"
#include "core/demo/drawphoto.h"
#include "core/demo/drawportrait.h"
#include "core/image/scanreader.h"

#include <string>

namespace zsb::drawn {

/// A made-up person; every seed writes, signs and seals a little differently.
inline PaperFacts somebody(std::uint64_t seed)
{
    PaperFacts facts;
    facts.seed = seed;
    facts.name = "阿拉坦·试样";
    facts.sex = "男";
    facts.ethnicity = "蒙古族";
    facts.politicalStatus = "共青团员";
    facts.idNumber = "11010519491231002X"; // the specimen of GB 11643
    facts.birthDate = "1999-08-01";
    facts.phone = "13900000000";
    facts.homeAddress = "演示盟演示旗演示镇 1 号";
    facts.mailingAddress = "演示盟演示旗";
    facts.postalCode = "010000";
    facts.college = "演示职业技术学院";
    facts.collegeCode = "99999";
    facts.major = "演示技术";
    facts.className = "演示 2001 班";
    facts.studentNo = "2020000001";
    facts.graduationDate = "2023-07-01";
    facts.enlistedMonth = "2019-09";
    facts.dischargedMonth = "2021-09";
    facts.settlementPlace = "演示盟演示旗";
    facts.serviceRecord = "服役期间表现良好。";
    facts.awardName = "演示技能大赛";
    facts.awardLevel = "一等奖";
    facts.paperDate = "2023-02-16";
    return facts;
}

inline QImage form(DrawDesk &desk, std::uint64_t seed, const FormStyle &style = {})
{
    return drawForm(desk, somebody(seed), drawPortrait(faceOf(seed, FaceSex::Male)), style);
}

inline std::string jpeg(const QImage &image, int quality = 70)
{
    return encodeJpeg(image, 4'000'000, quality).value();
}

} // namespace zsb::drawn
