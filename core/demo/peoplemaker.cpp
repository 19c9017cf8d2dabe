#include "core/demo/demoperson.h"
#include "core/demo/demowords.h"
#include "core/rules/documentnumber.h"

#include <algorithm>
#include <cstdio>

namespace zsb {
namespace {

constexpr std::string_view hanEthnicity = "汉族";
constexpr std::size_t phoneDigits = 11;
constexpr std::string_view mongolEthnicity = "蒙古族";

int yearOf(Day day)
{
    return int(std::chrono::year_month_day{day}.year());
}

std::string monthOf(Day day)
{
    return formatDay(day).substr(0, 7);
}

/// A year of a table cell; `fallback` when the cell is empty.
int yearIn(const Code &code, std::string_view attribute, int fallback)
{
    const std::string text(code.attribute(attribute));
    return text.size() == 4 ? std::atoi(text.c_str()) : fallback;
}

template<typename List>
const auto &oneOf(DrawRandom &random, const List &list)
{
    return list[std::size_t(random.below(int(std::size(list))))];
}

} // namespace

PeopleMaker::PeopleMaker(const Pack &pack, std::uint64_t seed) : m_pack(pack), m_random(seed)
{
    if (const CodeTable *prefixes = pack.table("phone_prefix")) {
        for (const Code &code : prefixes->codes()) {
            if (code.attribute("kind") == "carrier")
                m_carriers.push_back(&code);
        }
    }
    if (const CodeTable *regions = pack.table("region")) {
        for (const Code &code : regions->codes()) {
            if (code.code.size() == 6 && !code.code.ends_with("00"))
                m_counties.push_back(&code);
        }
    }
    if (const CodeTable *postals = pack.table("postal")) {
        for (const Code &code : postals->codes()) {
            if (code.code.size() == 6 && code.attribute("region").size() == 6)
                m_postals.push_back(&code);
        }
    }
}

DemoPerson PeopleMaker::make(const CandidateType &type, int index)
{
    DemoPerson person;
    person.type = &type;
    person.faceSeed = m_random.next();
    person.female = m_random.chance(0.5);
    char number[16];
    std::snprintf(number, sizeof number, "D%06d", index);
    person[Field::ApplicationNo] = number;
    person[Field::CandidateType] = type.name.zh;
    fillSchooling(person);
    fillIdentity(person);
    fillService(person);
    fillProcess(person);
    keepOnlyFieldsOfType(person);
    chooseSlots(person);
    return person;
}

const Code &PeopleMaker::pick(std::string_view tableId)
{
    return oneOf(m_random, m_pack.table(tableId)->codes());
}

const Code &PeopleMaker::regionOfBirth(int year)
{
    // Whatever was a county in that year, gone since or not: an ID number keeps its code.
    while (true) {
        const Code &county = *oneOf(m_random, m_counties);
        if (yearIn(county, "start_year", 0) <= year && year < yearIn(county, "end_year", 9999))
            return county;
    }
}

std::string PeopleMaker::documentNumber(std::string_view regionCode, Day birth, bool female)
{
    std::string date = formatDay(birth);
    std::erase(date, '-');
    while (true) {
        char order[16];
        std::snprintf(order, sizeof order, "%03d", m_random.below(499) * 2 + (female ? 2 : 1));
        std::string number = std::string(regionCode) + date + order;
        number += residentCheckDigit(number).value_or('0');
        // A right number that ends in 000 is remarked on as one a spreadsheet may have rounded: nobody here has one.
        if (!number.ends_with("000") && m_numbers.insert(number).second)
            return number;
    }
}

std::string PeopleMaker::phone()
{
    while (true) {
        std::string number = oneOf(m_random, m_carriers)->code;
        while (number.size() < phoneDigits)
            number += char('0' + m_random.below(10));
        const Code *exact = m_pack.table("phone_prefix")->byLongestPrefix(number);
        if (exact->attribute("kind") == "carrier" && m_phones.insert(number).second)
            return number;
    }
}

std::string PeopleMaker::name(std::string_view ethnicity, bool female)
{
    const DemoWords &words = demoWords();
    if (ethnicity == mongolEthnicity) {
        const std::string given(oneOf(m_random, female ? words.mongolFemale : words.mongolMale));
        const int kind = m_random.below(10);
        if (kind == 0)
            return std::string(oneOf(m_random, words.mongolScript));
        return kind < 4 ? std::string(oneOf(m_random, words.clans)) + "·" + given : given;
    }
    const auto &syllables = female ? words.femaleSyllables : words.maleSyllables;
    std::string full(oneOf(m_random, words.familyNames));
    full += oneOf(m_random, syllables);
    if (m_random.chance(0.7))
        full += oneOf(m_random, syllables);
    return full;
}

void PeopleMaker::fillIdentity(DemoPerson &person)
{
    const int graduated = yearOf(*parseDay(person[Field::GraduationDate]));
    const int age = 20 + m_random.below(4);
    person.birthYear = graduated - age;
    const Day birth = *parseDay(std::to_string(person.birthYear) + "-01-01") + std::chrono::days{m_random.below(365)};
    const Code &region = regionOfBirth(person.birthYear);
    person[Field::DocumentType] = m_pack.documentType(m_pack.defaultDocumentType)->name.zh;
    person[Field::DocumentNumber] = documentNumber(region.code, birth, person.female);
    person[Field::Sex] = sexName(m_pack, person.female);

    std::string_view ethnicity = hanEthnicity;
    const int draw = m_random.below(100);
    if (draw >= 70)
        ethnicity = draw < 92 ? mongolEthnicity : std::string_view(pick("ethnicity").name.zh);
    const Code *known = m_pack.table("ethnicity")->find(ethnicity);
    person[Field::Ethnicity] = known ? known->name.zh : pick("ethnicity").name.zh;
    person[Field::Name] = name(person[Field::Ethnicity], person.female);
    person[Field::PoliticalStatus] = pick("political_status").name.zh;
    const Code &postal = *oneOf(m_random, m_postals);
    fillContact(person, postal.name.zh, postal.code);
}

void PeopleMaker::fillContact(DemoPerson &person, std::string_view place, std::string_view postalCode)
{
    const auto address = [&] {
        // One after the other: a compiler may ask the operands of one expression in any order.
        std::string text = m_pack.province.zh + std::string(place);
        text += oneOf(m_random, demoWords().streets);
        text += std::to_string(1 + m_random.below(200)) + "号";
        text += std::to_string(1 + m_random.below(30)) + "栋";
        return text;
    };
    person[Field::Phone] = phone();
    person[Field::MailingAddress] = address();
    person[Field::HomeAddress] = address();
    person[Field::Recipient] = person[Field::Name];
    person[Field::PostalCode] = postalCode;
}

Day PeopleMaker::graduationDay(const CandidateType &type)
{
    // Without a window, some year before registration; with half of one, the year beside its known end.
    const Window *registration = m_pack.window("registration");
    const Day today = registration ? dayAt(registration->from, m_pack.timeOffset) : *parseDay("2001-01-01");
    const Day last = type.graduationTo.value_or(today);
    const Day first = type.graduationFrom.value_or(last - std::chrono::days{360});
    const int span = int((last - first).count());
    return first + std::chrono::days{span > 0 ? m_random.below(span + 1) : 0};
}

void PeopleMaker::fillSchooling(DemoPerson &person)
{
    const CandidateType &type = *person.type;
    person[Field::GraduationDate] = formatDay(graduationDay(type));
    person[Field::StudentNo] = std::to_string(2'000'000'000LL + m_random.below(900'000'000));
    person[Field::ClassName] = std::to_string(1 + m_random.below(6)) + "班";
    if (type.collegeScope == CandidateType::CollegeScope::Outside) {
        person[Field::College] = oneOf(m_random, demoWords().outsideColleges);
    } else {
        const Code &college = pick("college");
        person[Field::College] = college.name.zh;
        person[Field::CollegeCode] = college.code;
    }
    person[Field::ExamRegion] = examRegionName(m_pack, type.collegeScope == CandidateType::CollegeScope::Outside);
    const JuniorMajor &junior = oneOf(m_random, m_pack.catalogue.juniorMajors());
    person[Field::JuniorMajor] = junior.name;
    person[Field::JuniorMajorCode] = junior.code;
    person[Field::BachelorMajor] = m_pack.catalogue.bachelorMajors()[oneOf(m_random, junior.bachelorMajors)].name;
    person[Field::ForeignLanguage] = pick("foreign_language").name.zh;
    person[Field::ExamSite] = pick("exam_site").name.zh;
    person[Field::AwardPending] = "0";
}

void PeopleMaker::fillService(DemoPerson &person)
{
    const Window *registration = m_pack.window("registration");
    const Day today = registration ? dayAt(registration->from, m_pack.timeOffset) : *parseDay("2001-01-01");
    if (person.type->servedInArmy) {
        const Day discharged = today - std::chrono::days{120 + m_random.below(200)};
        person[Field::DischargeMonth] = monthOf(discharged);
        person[Field::EnlistmentMonth] = monthOf(discharged - std::chrono::days{731});
        person[Field::SettlementPlace] = m_pack.province.zh + pick("exam_site").name.zh;
        person[Field::ServiceRecord] = oneOf(m_random, demoWords().deeds);
    }
    if (person.type->wonAward) {
        const Code &award = pick("award");
        person[Field::AwardName] = award.name.zh;
        const std::string_view levels = award.attribute("levels");
        const Code *level = m_pack.table("award_level")->byCode(levels.substr(0, levels.find('|')));
        person[Field::AwardLevel] = level ? level->name.zh : pick("award_level").name.zh;
    }
}

Instant PeopleMaker::instantIn(const Window *window, Instant notBefore)
{
    if (!window)
        return notBefore + std::chrono::minutes{1 + m_random.below(30)};
    // Within the daily hours of some day of the window, after what came before, with room for what follows.
    const auto offset = m_pack.timeOffset;
    const Day firstDay = dayAt(std::max(window->from, notBefore), offset);
    const Instant midnight = Instant{firstDay} - offset;
    const Instant opens = std::max({window->from, midnight + std::chrono::minutes{window->dailyFrom}, notBefore});
    return opens + std::chrono::seconds{30 + m_random.below(25 * 60)};
}

void PeopleMaker::fillProcess(DemoPerson &person)
{
    const Window *registration = m_pack.window("registration");
    Instant now = registration ? registration->from : *parseInstant("2001-01-01T01:00:00Z");
    now += std::chrono::days{m_random.below(3)};
    const auto step = [&](Field field, const Window *window) {
        now = instantIn(window, now);
        now = std::chrono::floor<std::chrono::seconds>(now);
        person[field] = formatInstant(now, m_pack.timeOffset);
    };
    step(Field::NoticeAcceptedAt, registration);
    step(Field::IdentityCollectedAt, registration);
    const auto &steps = person.type->steps;
    const auto at = [&steps](Step wanted) { return std::ranges::find(steps, wanted); };
    const bool paysFirst = at(Step::Payment) < at(Step::Review);
    const CodeTable &states = *m_pack.table("payment_state");
    person[Field::PaymentState] = states.byCode(paysFirst ? "paid" : "unpaid")->name.zh;
    if (paysFirst)
        person[Field::PaidAmount] = std::to_string(m_pack.feeFen);
    step(Field::ConfirmedAt, registration);
    step(Field::SubmittedAt, registration);
}

void PeopleMaker::keepOnlyFieldsOfType(DemoPerson &person) const
{
    // What every file says of itself, whatever its type fills in.
    static constexpr std::array always = {Field::ApplicationNo, Field::CandidateType,    Field::DocumentType,
                                          Field::ExamRegion,    Field::NoticeAcceptedAt, Field::IdentityCollectedAt,
                                          Field::ConfirmedAt,   Field::SubmittedAt,      Field::PaymentState,
                                          Field::PaidAmount,    Field::GraduationDate,   Field::Portrait,
                                          Field::Materials,     Field::JuniorMajorCode,  Field::CollegeCode};
    for (const Field field : allFields()) {
        if (!person.type->use(field) && std::ranges::find(always, field) == always.end())
            person[field].clear();
    }
    if (person.type->majorChoice == CandidateType::MajorChoice::Later)
        person[Field::BachelorMajor].clear();
    if (person.type->majorEntry == CandidateType::MajorEntry::Manual)
        person[Field::JuniorMajorCode].clear();
}

void PeopleMaker::chooseSlots(DemoPerson &person)
{
    for (const MaterialUse &use : person.type->materials) {
        if (use.oneOf.empty() || (!use.required && m_random.chance(0.4)))
            continue;
        const bool usual = m_random.chance(0.8);
        const std::string &slot = usual ? use.oneOf.front() : oneOf(m_random, use.oneOf);
        if (std::ranges::find(person.papers, slot) == person.papers.end())
            person.papers.push_back(slot);
    }
}

std::string examRegionName(const Pack &pack, bool outside)
{
    // The rule that compares region and type knows the codes; without it any two will do.
    const CodeTable *regions = pack.table(pack.field(Field::ExamRegion).table);
    if (!regions || regions->codes().empty())
        return {};
    const auto binding = std::ranges::find(pack.rules, "type.exam-region", &RuleBinding::rule);
    if (binding == pack.rules.end())
        return (outside ? regions->codes().back() : regions->codes().front()).name.zh;
    const Code *code = regions->byCode(binding->parameters.text(outside ? "outside" : "inside"));
    return code ? code->name.zh : std::string();
}

std::string sexName(const Pack &pack, bool female)
{
    // The rule that compares number and sex knows the codes; without it any two will do.
    const CodeTable &sexes = *pack.table("sex");
    for (const RuleBinding &binding : pack.rules) {
        if (binding.rule == "identity.sex") {
            const Code *code = sexes.byCode(binding.parameters.text(female ? "female" : "male"));
            return code ? code->name.zh : std::string();
        }
    }
    return (female ? sexes.codes().back() : sexes.codes().front()).name.zh;
}

std::string seasonFile(const DemoPerson &person, std::string_view slot)
{
    const std::string &number = person[Field::ApplicationNo];
    const auto ending = person.endings.find(slot);
    const std::string name =
        slot == "portrait" ? "portraits/" + number : "materials/" + number + '-' + std::string(slot);
    return name + '.' + (ending == person.endings.end() ? "jpg" : ending->second);
}

PaperFacts paperFacts(const DemoPerson &person)
{
    PaperFacts facts;
    facts.seed = person.faceSeed;
    facts.name = person[Field::Name];
    facts.sex = person[Field::Sex];
    facts.ethnicity = person[Field::Ethnicity];
    facts.politicalStatus = person[Field::PoliticalStatus];
    facts.idNumber = person[Field::DocumentNumber];
    if (facts.idNumber.size() == 18)
        facts.birthDate =
            facts.idNumber.substr(6, 4) + '-' + facts.idNumber.substr(10, 2) + '-' + facts.idNumber.substr(12, 2);
    facts.phone = person[Field::Phone];
    facts.homeAddress = person[Field::HomeAddress];
    facts.mailingAddress = person[Field::MailingAddress];
    facts.postalCode = person[Field::PostalCode];
    facts.college = person[Field::College];
    facts.collegeCode = person[Field::CollegeCode];
    facts.major = person[Field::JuniorMajor];
    facts.className = person[Field::ClassName];
    facts.studentNo = person[Field::StudentNo];
    facts.graduationDate = person[Field::GraduationDate];
    facts.enlistedMonth = person[Field::EnlistmentMonth];
    facts.dischargedMonth = person[Field::DischargeMonth];
    facts.settlementPlace = person[Field::SettlementPlace];
    facts.serviceRecord = person[Field::ServiceRecord];
    facts.awardName = person[Field::AwardName];
    facts.awardLevel = person[Field::AwardLevel];
    return facts;
}

} // namespace zsb
