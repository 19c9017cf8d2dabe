#include "core/demo/flawparts.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using Rules = std::string_view;

template<Field field>
bool requires_(const DemoPerson &person, const Pack &)
{
    const FieldUse *use = person.type->use(field);
    return use && use->required && !person[field].empty();
}

template<Field field>
void emptied(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[field].clear();
}

void shortAddress(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::MailingAddress] = "学府街";
}

void endlessAddress(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    std::string &address = flawed.person[Field::MailingAddress];
    for (std::size_t i = 0; i <= maker.pack().field(Field::MailingAddress).maxLength; ++i)
        address += "号";
}

bool hasLimitedAddress(const DemoPerson &, const Pack &pack)
{
    return pack.field(Field::MailingAddress).maxLength > 0;
}

void endlessName(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    std::string name;
    for (std::size_t i = 0; i <= maker.pack().field(Field::Name).maxLength; ++i)
        name += "其";
    flawed.person[Field::Name] = name;
}

bool hasLimitedName(const DemoPerson &, const Pack &pack)
{
    return pack.field(Field::Name).maxLength > 0;
}

void malformedDate(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::string &date = flawed.person[Field::GraduationDate];
    date = date.substr(0, 4) + "." + date.substr(5, 2);
}

bool studiesInside(const DemoPerson &person, const Pack &)
{
    return person.type->collegeScope == CandidateType::CollegeScope::Inside;
}

void collegeElsewhere(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::College] = "远山示例职业学院";
    flawed.person[Field::CollegeCode].clear();
}

bool hasCollegeCode(const DemoPerson &person, const Pack &)
{
    return person[Field::CollegeCode].size() == 5;
}

void otherCollegeCode(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    for (const Code &college : maker.pack().table("college")->codes()) {
        if (college.code != flawed.person[Field::CollegeCode] && college.code.size() == 5) {
            flawed.person[Field::CollegeCode] = college.code;
            return;
        }
    }
}

bool choosesFromCatalogue(const DemoPerson &person, const Pack &)
{
    return person.type->majorEntry == CandidateType::MajorEntry::Catalogue &&
           person.type->majorChoice == CandidateType::MajorChoice::AtRegistration;
}

void unlistedMajor(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::JuniorMajor] = "示例新专业";
    flawed.person[Field::JuniorMajorCode] = "999999";
}

void unreachableMajor(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    const Catalogue &catalogue = maker.pack().catalogue;
    const JuniorMajor *junior =
        catalogue.juniorMajor(flawed.person[Field::JuniorMajorCode], flawed.person[Field::JuniorMajor]);
    for (const BachelorMajor &major : catalogue.bachelorMajors()) {
        if (!catalogue.reaches(*junior, major.name)) {
            flawed.person[Field::BachelorMajor] = major.name;
            return;
        }
    }
}

bool mustGraduateBy(const DemoPerson &person, const Pack &)
{
    return person.type->graduationTo && !person.type->graduationToGuess;
}

void graduatesLate(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    if (const std::optional<Day> last = flawed.person.type->graduationTo)
        flawed.person[Field::GraduationDate] = formatDay(*last + std::chrono::days{1});
}

/// Something the type is thought to ask for, and what the person put there.
std::optional<Field> expectedField(const DemoPerson &person)
{
    const auto it = std::ranges::find_if(person.type->fields, [&](const FieldUse &use) {
        return use.required && use.guess && !person[use.field].empty();
    });
    return it == person.type->fields.end() ? std::nullopt : std::optional(it->field);
}

bool hasExpectedField(const DemoPerson &person, const Pack &)
{
    return expectedField(person).has_value();
}

void expectedEmptied(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    if (const std::optional<Field> field = expectedField(flawed.person))
        flawed.person[*field].clear();
}

bool usuallyGraduates(const DemoPerson &person, const Pack &)
{
    const CandidateType &type = *person.type;
    return (type.graduationFrom && type.graduationFromGuess) || (type.graduationTo && type.graduationToGuess);
}

void graduatesUnusually(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    const CandidateType &type = *flawed.person.type;
    const Day day = type.graduationFrom && type.graduationFromGuess ? *type.graduationFrom - std::chrono::days{1}
                                                                    : *type.graduationTo + std::chrono::days{1};
    flawed.person[Field::GraduationDate] = formatDay(day);
}

void otherRegion(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    const bool inside = flawed.person.type->collegeScope == CandidateType::CollegeScope::Inside;
    flawed.person[Field::ExamRegion] = examRegionName(maker.pack(), inside);
}

bool hasExamRegion(const DemoPerson &person, const Pack &)
{
    return !person[Field::ExamRegion].empty() && person.type->collegeScope != CandidateType::CollegeScope::Any;
}

bool notAskedForAward(const DemoPerson &person, const Pack &)
{
    return !person.type->asksAwardPending;
}

void pendingAward(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::AwardPending] = "1";
}

bool wonAward(const DemoPerson &person, const Pack &)
{
    return person.type->wonAward;
}

void otherAward(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::AwardName] = "校园歌手大赛";
}

bool served(const DemoPerson &person, const Pack &)
{
    return person.type->servedInArmy && !person[Field::EnlistmentMonth].empty();
}

void dischargedFirst(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::swap(flawed.person[Field::EnlistmentMonth], flawed.person[Field::DischargeMonth]);
}

bool choosesLater(const DemoPerson &person, const Pack &)
{
    return person.type->majorChoice == CandidateType::MajorChoice::Later;
}

void choosesNow(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::BachelorMajor] = maker.pack().catalogue.bachelorMajors().front().name;
}

constexpr std::array<Rules, 1> required = {"form.required"};
constexpr std::array<Rules, 1> addressLength = {"contact.address-length"};
constexpr std::array<Rules, 1> maxLength = {"form.max-length"};
constexpr std::array<Rules, 1> nameLength = {"person.name-length"};
constexpr std::array<Rules, 1> ethnicity = {"person.ethnicity"};
constexpr std::array<Rules, 1> politics = {"person.political-status"};
constexpr std::array<Rules, 1> language = {"person.foreign-language"};
constexpr std::array<Rules, 1> site = {"choice.exam-site"};
constexpr std::array<Rules, 2> dayLacking = {"form.format", "input.repaired-date"}; // what it is, how it was written
constexpr std::array<Rules, 1> collegeScope = {"schooling.college-scope"};
constexpr std::array<Rules, 1> collegeCode = {"schooling.college-code"};
constexpr std::array<Rules, 1> juniorMajor = {"schooling.junior-major"};
constexpr std::array<Rules, 1> reachable = {"choice.reachable"};
constexpr std::array<Rules, 1> bachelorMajor = {"choice.bachelor-major"};
constexpr std::array<Rules, 1> later = {"choice.later"};
constexpr std::array<Rules, 1> graduation = {"schooling.graduation-date"};
constexpr std::array<Rules, 1> expected = {"form.expected"};
constexpr std::array<Rules, 1> graduationUsual = {"schooling.graduation-date-usual"};
constexpr std::array<Rules, 1> examRegion = {"type.exam-region"};
constexpr std::array<Rules, 1> awardPending = {"type.award-pending"};
constexpr std::array<Rules, 1> award = {"type.award"};
constexpr std::array<Rules, 1> serviceOrder = {"type.service-order"};
constexpr std::array<Rules, 1> typeKnown = {"type.known"};

constexpr std::array flaws = {
    Flaw{.kind = "recipient-missing",
         .expected = required,
         .fits = requires_<Field::Recipient>,
         .spoil = emptied<Field::Recipient>},
    Flaw{.kind = "expected-field-missing", .expected = expected, .fits = hasExpectedField, .spoil = expectedEmptied},
    Flaw{.kind = "address-too-short", .expected = addressLength, .spoil = shortAddress},
    Flaw{.kind = "address-too-long", .expected = maxLength, .fits = hasLimitedAddress, .spoil = endlessAddress},
    Flaw{.kind = "name-too-long", .expected = nameLength, .fits = hasLimitedName, .spoil = endlessName},
    Flaw{.kind = "unknown-ethnicity", .expected = ethnicity, .spoil = unknownCode<Field::Ethnicity>},
    Flaw{.kind = "unknown-political-status", .expected = politics, .spoil = unknownCode<Field::PoliticalStatus>},
    Flaw{.kind = "unknown-language",
         .expected = language,
         .fits = requires_<Field::ForeignLanguage>,
         .spoil = unknownCode<Field::ForeignLanguage>},
    Flaw{.kind = "unknown-exam-site",
         .expected = site,
         .fits = requires_<Field::ExamSite>,
         .spoil = unknownCode<Field::ExamSite>},
    Flaw{.kind = "malformed-date", .expected = dayLacking, .spoil = malformedDate},
    Flaw{.kind = "college-elsewhere", .expected = collegeScope, .fits = studiesInside, .spoil = collegeElsewhere},
    Flaw{.kind = "other-college-code", .expected = collegeCode, .fits = hasCollegeCode, .spoil = otherCollegeCode},
    Flaw{.kind = "unlisted-major", .expected = juniorMajor, .fits = choosesFromCatalogue, .spoil = unlistedMajor},
    Flaw{.kind = "unreachable-major", .expected = reachable, .fits = choosesFromCatalogue, .spoil = unreachableMajor},
    Flaw{.kind = "unknown-bachelor-major",
         .expected = bachelorMajor,
         .fits = choosesFromCatalogue,
         .spoil = unknownCode<Field::BachelorMajor>},
    Flaw{.kind = "chooses-too-early", .expected = later, .fits = choosesLater, .spoil = choosesNow},
    Flaw{.kind = "graduates-late", .expected = graduation, .fits = mustGraduateBy, .spoil = graduatesLate},
    Flaw{.kind = "graduates-unusually",
         .expected = graduationUsual,
         .fits = usuallyGraduates,
         .spoil = graduatesUnusually},
    Flaw{.kind = "other-exam-region", .expected = examRegion, .fits = hasExamRegion, .spoil = otherRegion},
    Flaw{.kind = "award-flag-not-asked", .expected = awardPending, .fits = notAskedForAward, .spoil = pendingAward},
    Flaw{.kind = "other-award", .expected = award, .fits = wonAward, .spoil = otherAward},
    Flaw{.kind = "discharged-before-enlisted", .expected = serviceOrder, .fits = served, .spoil = dischargedFirst},
    Flaw{.kind = "unknown-type", .expected = typeKnown, .spoil = unknownCode<Field::CandidateType>},
};

} // namespace

std::span<const Flaw> formFlaws()
{
    return flaws;
}

} // namespace zsb
