#pragma once

#include <cstdint>
#include <string>

namespace zsb {

/// What a drawn paper can say of a made-up person. UTF-8; days `YYYY-MM-DD`, months `YYYY-MM`; empty stays blank.
struct PaperFacts
{
    std::uint64_t seed = 0; ///< of handwriting, signatures and where seals land
    std::string name;
    std::string sex;
    std::string ethnicity;
    std::string politicalStatus;
    std::string idNumber;
    std::string birthDate;
    std::string phone;
    std::string homeAddress;
    std::string mailingAddress;
    std::string postalCode;
    std::string college;
    std::string collegeCode;
    std::string major;
    std::string className;
    std::string studentNo;
    std::string graduationDate;
    std::string enlistedMonth;
    std::string dischargedMonth;
    std::string settlementPlace;
    std::string serviceRecord;
    std::string awardName;
    std::string awardLevel;
    std::string paperDate; ///< the day opinions and statements are dated
};

} // namespace zsb
