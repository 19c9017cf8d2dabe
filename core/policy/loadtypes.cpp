#include "core/policy/packparts.h"

#include <algorithm>

namespace zsb {
namespace {

void readSteps(ObjectReader &reader, CandidateType &type)
{
    for (const std::string &word : reader.list("steps")) {
        const auto step = stepFromId(word);
        if (!step)
            reader.problem("steps", {"没有步骤“" + word + "”", "there is no step \"" + word + "\""});
        else if (std::ranges::find(type.steps, *step) != type.steps.end())
            reader.problem("steps", {"步骤“" + word + "”重复", "the step \"" + word + "\" occurs twice"});
        else
            type.steps.push_back(*step);
    }
    const bool isWhole =
        type.steps.size() > 1 && type.steps.front() == Step::Notice && type.steps.back() == Step::Complete;
    if (!isWhole)
        reader.problem("steps", {"须以 notice 开始、以 complete 结束", "must begin with notice and end with complete"});
    for (const Step needed : {Step::Information, Step::Review}) { // without them there is nothing to decide, or nobody
        const std::string word(stepId(needed));
        if (std::ranges::find(type.steps, needed) == type.steps.end())
            reader.problem("steps", {"缺少步骤“" + word + "”", "lacks the step \"" + word + "\""});
    }
}

/// `"fields": {"name": "required", "student_no": "optional", "home_address": "guess"}`
void readFields(ObjectReader &reader, CandidateType &type)
{
    reader.object("fields", [&](ObjectReader &uses) {
        for (const JsonNode &member : uses.node().items) {
            const auto field = fieldFromId(member.key);
            if (!field) {
                (void)uses.take(member.key);
                uses.problem(member.key, {"没有此字段", "there is no such field"});
                continue;
            }
            enum class Use
            {
                Optional,
                Required,
                Guess,
            };
            const Use use = uses.choice<Use>(
                member.key, {{"optional", Use::Optional}, {"required", Use::Required}, {"guess", Use::Guess}});
            type.fields.push_back({*field, use != Use::Optional, use == Use::Guess});
        }
    });
}

void readGraduation(ObjectReader &reader, CandidateType &type)
{
    reader.object(
        "graduation",
        [&](ObjectReader &window) {
            type.graduationFrom = window.optionalDay("from");
            type.graduationTo = window.optionalDay("to");
            type.graduationFromGuess = window.optionalFlag("from_guess", false);
            type.graduationToGuess = window.optionalFlag("to_guess", false);
            if (type.graduationFrom && type.graduationTo && *type.graduationFrom > *type.graduationTo)
                window.problem("to", {"不能早于 from", "must not be before `from`"});
        },
        false);
}

Conversion readConversion(ObjectReader &reader)
{
    Conversion conversion;
    conversion.id = reader.text("id");
    conversion.to = reader.reference("to", PackTarget::Type);
    conversion.trigger = reader.choice<std::string>(
        "trigger", {{"request", "request"}, {"refusal", "refusal"}, {"certificate", "certificate"}});
    conversion.window = reader.optionalReference("window", PackTarget::Window);
    conversion.materials = readMaterials(reader, "materials");
    conversion.name = reader.bilingual("name");
    conversion.clause = reader.reference("clause", PackTarget::Clause);
    return conversion;
}

void readFlow(ObjectReader &reader, CandidateType &type)
{
    readSteps(reader, type);
    readFields(reader, type);
    type.materials = readMaterials(reader, "materials");
    if (!type.materials.empty() && std::ranges::find(type.steps, Step::Materials) == type.steps.end())
        reader.problem("steps",
                       {"没有步骤“materials”，材料无处上传", "lacks the step \"materials\" to upload them in"});
    reader.each("review", [&](ObjectReader &stage) {
        type.review.push_back({stage.text("id"), stage.bilingual("name"), stage.reference("role", PackTarget::Role),
                               stage.optionalFlag("guess", false)});
    });
    if (type.review.empty())
        reader.problem("review", {"至少要有一级审核", "needs at least one stage"});
    reader.each(
        "conversions", [&](ObjectReader &each) { type.conversions.push_back(readConversion(each)); }, false);
    type.archiveRoute = reader.reference("archive_route", PackTarget::ArchiveRoute);
    type.usualReasons = reader.references("usual_reasons", PackTarget::Reason);
    if (type.usualReasons.size() > 9)
        reader.problem("usual_reasons", {"最多 9 个", "at most 9"});
}

CandidateType readType(ObjectReader &reader)
{
    CandidateType type;
    type.id = reader.text("id");
    reader.reading().claim("type", type.id, reader.place("id"));
    type.name = reader.bilingual("name");
    type.aliases = reader.optionalList("aliases");
    reader.each("group", [&](ObjectReader &level) { type.group.push_back({level.words("zh"), level.words("en")}); });
    type.clause = reader.reference("clause", PackTarget::Clause);
    type.advice = reader.bilingual("advice");
    type.sitsExam = reader.flag("sits_exam");
    type.majorEntry =
        reader.choice<CandidateType::MajorEntry>("major_entry", {{"catalogue", CandidateType::MajorEntry::Catalogue},
                                                                 {"manual", CandidateType::MajorEntry::Manual}});
    type.majorChoice = reader.choice<CandidateType::MajorChoice>(
        "major_choice", {{"at-registration", CandidateType::MajorChoice::AtRegistration},
                         {"later", CandidateType::MajorChoice::Later}});
    type.collegeScope = reader.choice<CandidateType::CollegeScope>("college_scope",
                                                                   {{"any", CandidateType::CollegeScope::Any},
                                                                    {"inside", CandidateType::CollegeScope::Inside},
                                                                    {"outside", CandidateType::CollegeScope::Outside}});
    readGraduation(reader, type);
    type.servedInArmy = reader.optionalFlag("served_in_army", false);
    type.wonAward = reader.optionalFlag("won_award", false);
    type.asksAwardPending = reader.optionalFlag("asks_award_pending", false);
    readFlow(reader, type);
    return type;
}

} // namespace

std::vector<MaterialUse> readMaterials(ObjectReader &reader, std::string_view key)
{
    std::vector<MaterialUse> materials;
    reader.each(
        key,
        [&](ObjectReader &each) {
            MaterialUse use;
            use.oneOf = each.references("one_of", PackTarget::Slot);
            if (use.oneOf.empty())
                each.problem("one_of", {"至少要有一项", "needs at least one slot"});
            use.required = each.flag("required");
            use.guess = each.optionalFlag("guess", false);
            use.clause = each.reference("clause", PackTarget::Clause);
            materials.push_back(std::move(use));
        },
        false);
    return materials;
}

void loadTypes(PackReading &reading)
{
    eachObject(reading, "types.json", [&](ObjectReader &reader) { reading.pack.types.push_back(readType(reader)); });
}

} // namespace zsb
