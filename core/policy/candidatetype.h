#pragma once

#include "core/base/calendar.h"
#include "core/domain/field.h"
#include "core/policy/text.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zsb {

/// The steps of a registration (A1.4.0). Their order is the type's, in the pack.
enum class Step : std::uint8_t
{
    Notice,      ///< 考生须知
    Type,        ///< 选择考生类型
    Information, ///< 信息填报
    Materials,   ///< 材料上传
    Identity,    ///< 身份采集
    Payment,     ///< 考试缴费
    Review,      ///< 资格审批
    Complete,    ///< 填报完成
};
[[nodiscard]] std::string_view
stepId(Step step); ///< notice, type, information, materials, identity, payment, review, complete
[[nodiscard]] std::optional<Step> stepFromId(std::string_view id);

/// How a type uses a field (A1.4.3.1).
struct FieldUse
{
    Field field = Field::Name;
    bool required = true;
    bool guess = false; ///< required as far as is known: may only warn
};

/// One thing a type uploads; any one of the slots will do (A1.4.1.4, A1.5.1).
struct MaterialUse
{
    std::vector<std::string> oneOf; ///< slot ids, the usual one first
    bool required = true;
    bool guess = false; ///< not found in a source: may only warn
    std::string clause;
};

/// Who decides a file, in this order.
struct ReviewStage
{
    std::string id;   ///< `first`, `second`
    Text name;        ///< 初审
    std::string role; ///< `school`, `province`, …: a role of the pack's review policy
    bool guess = false;
};

/// A way from one type to another (A1.4.1.6, A1.4.1.7, A1.4.3.4).
struct Conversion
{
    std::string id;
    std::string to; ///< type id
    std::string
        trigger; ///< `request` (the candidate asks), `refusal` (offered when refused), `certificate` (award flag)
    std::string window;                 ///< calendar window in which it may be asked for; empty: while under way
    std::vector<MaterialUse> materials; ///< proofs the request itself needs
    Text name;
    std::string clause;
};

/// One type of candidate 考生类型 (A1.4.2.1): everything that differs between types is here, nothing in code.
struct CandidateType
{
    enum class MajorEntry
    {
        Catalogue, ///< chosen by code from the catalogue
        Manual,    ///< typed by hand (A1.4.3.2)
    };
    enum class MajorChoice
    {
        AtRegistration, ///< 拟报本科专业 is part of the form
        Later,          ///< told later, chosen online then (A1.4.3.3)
    };
    enum class CollegeScope
    {
        Any,
        Inside, ///< 区内
        Outside,
    };

    std::string id; ///< forever: N1, X3
    Text name;
    std::vector<std::string> aliases;
    std::vector<Text> group; ///< path in the type tree, e.g. 统一参加考试 / 普通考生
    std::string clause;
    Text advice; ///< who should choose it

    bool sitsExam = true; ///< exempt types see no exam subject (A1.4.4.3)
    MajorEntry majorEntry = MajorEntry::Catalogue;
    MajorChoice majorChoice = MajorChoice::AtRegistration;
    CollegeScope collegeScope = CollegeScope::Any;
    std::optional<Day> graduationFrom; ///< both days included
    std::optional<Day> graduationTo;
    bool graduationFromGuess = false; ///< that bound is not sourced: may only warn
    bool graduationToGuess = false;
    bool servedInArmy = false; ///< enlistment and discharge months are asked
    bool wonAward = false;     ///< award name and level are asked
    bool asksAwardPending = false;

    std::vector<Step> steps;
    std::vector<FieldUse> fields;
    std::vector<MaterialUse> materials;
    std::vector<ReviewStage> review;
    std::vector<Conversion> conversions;
    std::string archiveRoute;              ///< id of the pack's archive routes (A1.7.4)
    std::vector<std::string> usualReasons; ///< reason codes under keys 1–9, most used first

    [[nodiscard]] const FieldUse *use(Field field) const;
    [[nodiscard]] const Conversion *conversion(std::string_view conversionId) const;
};

/// Whether every type requires the field, by a source or, each of them, by a guess.
[[nodiscard]] bool isRequiredByAll(std::span<const CandidateType> types, Field field, bool guess);

} // namespace zsb
