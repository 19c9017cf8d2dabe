#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::array table = {
    &choiceBachelorMajor,
    &choiceLater,
    &choiceReachable,
    &contactPhoneForm,
    &contactPhoneKind,
    &contactPhoneOnce,
    &contactPostalForm,
    &contactPostalRegion,
    &formCode,
    &formFilled,
    &formFormat,
    &formMaxLength,
    &formMinLength,
    &formRequired,
    &identityAge,
    &identityApplicationOnce,
    &identityBirthDate,
    &identityChecksum,
    &identityDocumentType,
    &identityFormat,
    &identityPersonOnce,
    &identityRegion,
    &identitySex,
    &materialsEnding,
    &materialsFormat,
    &materialsOnce,
    &materialsReadable,
    &materialsRequired,
    &materialsSameFile,
    &materialsSimilar,
    &materialsSize,
    &materialsSlot,
    &personNameCharacters,
    &personNameMenksoft,
    &portraitEnding,
    &portraitFileSize,
    &portraitFormat,
    &portraitHeight,
    &portraitOnce,
    &portraitPresent,
    &portraitReadable,
    &portraitSimilar,
    &portraitStrictSize,
    &portraitWidth,
    &processConfirmed,
    &processFee,
    &processOrder,
    &processPayment,
    &processWindow,
    &schoolingCollegeCode,
    &schoolingCollegeScope,
    &schoolingGraduationDate,
    &schoolingJuniorMajor,
    &typeAward,
    &typeAwardPending,
    &typeExamRegion,
    &typeKnown,
    &typeServiceOrder,
};

} // namespace

std::span<const Rule *const> allRules()
{
    return table;
}

const Rule *findRule(std::string_view id)
{
    const auto at = std::ranges::lower_bound(table, id, {}, &Rule::id);
    return at != table.end() && (*at)->id == id ? *at : nullptr;
}

} // namespace zsb
