#pragma once

#include "core/rules/rule.h"

#include <array>

namespace zsb {

// Every rule by name; each lives in a file of its own below this folder.
extern const Rule choiceBachelorMajor;
extern const Rule choiceLater;
extern const Rule choiceReachable;
extern const Rule contactPhoneForm;
extern const Rule contactPhoneKind;
extern const Rule contactPhoneOnce;
extern const Rule contactPostalForm;
extern const Rule contactPostalRegion;
extern const Rule formCode;
extern const Rule formFilled;
extern const Rule formFormat;
extern const Rule formMaxLength;
extern const Rule formMinLength;
extern const Rule formRequired;
extern const Rule identityAge;
extern const Rule identityApplicationOnce;
extern const Rule identityBirthDate;
extern const Rule identityChecksum;
extern const Rule identityDocumentType;
extern const Rule identityFormat;
extern const Rule identityPersonOnce;
extern const Rule identityRegion;
extern const Rule identitySex;
extern const Rule materialsEnding;
extern const Rule materialsFormat;
extern const Rule materialsOnce;
extern const Rule materialsReadable;
extern const Rule materialsRequired;
extern const Rule materialsSameFile;
extern const Rule materialsSimilar;
extern const Rule materialsSize;
extern const Rule materialsSlot;
extern const Rule personNameCharacters;
extern const Rule personNameMenksoft;
extern const Rule portraitEnding;
extern const Rule portraitFileSize;
extern const Rule portraitFormat;
extern const Rule portraitHeight;
extern const Rule portraitOnce;
extern const Rule portraitPresent;
extern const Rule portraitReadable;
extern const Rule portraitSimilar;
extern const Rule portraitStrictSize;
extern const Rule portraitWidth;
extern const Rule processConfirmed;
extern const Rule processFee;
extern const Rule processOrder;
extern const Rule processPayment;
extern const Rule processWindow;
extern const Rule schoolingCollegeCode;
extern const Rule schoolingCollegeScope;
extern const Rule schoolingGraduationDate;
extern const Rule schoolingJuniorMajor;
extern const Rule typeAward;
extern const Rule typeAwardPending;
extern const Rule typeExamRegion;
extern const Rule typeKnown;
extern const Rule typeServiceOrder;

} // namespace zsb
