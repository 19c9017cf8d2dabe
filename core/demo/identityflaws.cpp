#include "core/demo/flawparts.h"
#include "core/rules/documentnumber.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using Rules = std::string_view;

/// The number with other digits from `at` on, and the check digit that goes with them. None that ends in 000, which a
/// spreadsheet may have rounded: its serial number is the next of the same sex then.
std::string withDigits(const std::string &number, std::size_t at, std::string_view digits)
{
    std::string seventeen = number.substr(0, 17);
    seventeen.replace(at, digits.size(), digits);
    const auto whole = [&seventeen] { return seventeen + residentCheckDigit(seventeen).value_or('0'); };
    if (whole().ends_with("000"))
        seventeen[16] = '2';
    return whole();
}

bool hasResidentNumber(const DemoPerson &person, const Pack &)
{
    return person[Field::DocumentNumber].size() == 18;
}

void wrongCheckDigit(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    char &last = flawed.person[Field::DocumentNumber].back();
    last = last == '3' ? '4' : '3';
}

void impossibleBirthDate(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::string &number = flawed.person[Field::DocumentNumber];
    number = withDigits(number, 10, "0230");
}

void implausibleAge(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::string &number = flawed.person[Field::DocumentNumber];
    number = withDigits(number, 6, "1931");
}

void regionThatNeverWas(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::string &number = flawed.person[Field::DocumentNumber];
    number = withDigits(number, 0, "159987");
}

void otherSex(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::Sex] = sexName(maker.pack(), !flawed.person.female);
}

void fifteenDigits(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::string &number = flawed.person[Field::DocumentNumber];
    number = number.substr(0, 6) + number.substr(8, 9);
}

void registeredTwice(FlawedPerson &flawed, FlawedPerson &partner, PeopleMaker &)
{
    flawed.person[Field::DocumentNumber] = partner.person[Field::DocumentNumber];
    flawed.person.female = partner.person.female;
    flawed.person[Field::Sex] = partner.person[Field::Sex];
}

void phoneTooShort(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::Phone].pop_back();
}

const Code *prefixOfKind(const Pack &pack, std::string_view kind)
{
    const auto codes = pack.table("phone_prefix")->codes();
    const auto it = std::ranges::find_if(
        codes, [kind](const Code &c) { return c.code.size() == 3 && c.attribute("kind") == kind; });
    return it == codes.end() ? nullptr : &*it;
}

bool packKnowsVirtual(const DemoPerson &, const Pack &pack)
{
    return prefixOfKind(pack, "virtual") != nullptr;
}

bool packKnowsData(const DemoPerson &, const Pack &pack)
{
    return prefixOfKind(pack, "data") != nullptr;
}

void virtualPhone(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::Phone].replace(0, 3, prefixOfKind(maker.pack(), "virtual")->code);
}

void dataCard(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::Phone].replace(0, 3, prefixOfKind(maker.pack(), "data")->code);
}

void samePhone(FlawedPerson &flawed, FlawedPerson &partner, PeopleMaker &)
{
    flawed.person[Field::Phone] = partner.person[Field::Phone];
}

void postalTooShort(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::PostalCode].pop_back();
}

/// A postal code of elsewhere, as far as codes go: another beginning, another region.
const Code *postalElsewhere(const DemoPerson &person, const Pack &pack)
{
    constexpr std::size_t postalArea = 2;
    constexpr std::size_t regionArea = 4;
    const CodeTable &table = *pack.table("postal");
    const std::string &own = person[Field::PostalCode];
    const Code *usual = table.byCode(own);
    if (!usual)
        return nullptr;
    const auto it = std::ranges::find_if(table.codes(), [&](const Code &code) {
        return code.code.substr(0, postalArea) != own.substr(0, postalArea) &&
               code.attribute("region").substr(0, regionArea) != usual->attribute("region").substr(0, regionArea);
    });
    return it == table.codes().end() ? nullptr : &*it;
}

bool hasElsewhere(const DemoPerson &person, const Pack &pack)
{
    return postalElsewhere(person, pack) != nullptr;
}

void otherPostalCode(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::PostalCode] = postalElsewhere(flawed.person, maker.pack())->code;
}

/// A document whose numbers say nothing of their holder, and whose form no official source gives.
const DocumentType *plainDocument(const Pack &pack)
{
    const auto it = std::ranges::find_if(
        pack.documentTypes, [](const DocumentType &type) { return type.guess && !type.derivesBirthAndSex; });
    return it == pack.documentTypes.end() ? nullptr : &*it;
}

bool knowsPlainDocument(const DemoPerson &person, const Pack &pack)
{
    return hasResidentNumber(person, pack) && plainDocument(pack) != nullptr;
}

/// A resident number under the name of another document: no such document has as many digits.
void otherDocument(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::DocumentType] = plainDocument(maker.pack())->name.zh;
}

bool hasDot(const DemoPerson &person, const Pack &)
{
    return person[Field::Name].find("·") != std::string::npos;
}

void otherDot(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::string &name = flawed.person[Field::Name];
    name.replace(name.find("·"), std::string_view("·").size(), "•");
    flawed.person[Field::Recipient] = name;
}

void digitInName(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::Name] += "1";
}

void menksoftName(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::Name] = "\xEE\x89\xA4\xEE\x8A\x81\xEE\x8B\x8A"; // U+E264 U+E281 U+E2CA
}

constexpr std::array<Rules, 1> checksum = {"identity.checksum"};
constexpr std::array<Rules, 1> birthDate = {"identity.birth-date"};
constexpr std::array<Rules, 1> age = {"identity.age"};
constexpr std::array<Rules, 1> region = {"identity.region"};
constexpr std::array<Rules, 1> sex = {"identity.sex"};
constexpr std::array<Rules, 1> format = {"identity.format"};
constexpr std::array<Rules, 1> once = {"identity.person-once"};
constexpr std::array<Rules, 1> phoneForm = {"contact.phone-form"};
constexpr std::array<Rules, 1> phoneVirtual = {"contact.phone-virtual"};
constexpr std::array<Rules, 1> phoneCarrier = {"contact.phone-carrier"};
constexpr std::array<Rules, 1> phoneOnce = {"contact.phone-once"};
constexpr std::array<Rules, 1> postalForm = {"contact.postal-form"};
constexpr std::array<Rules, 1> postalRegion = {"contact.postal-region"};
constexpr std::array<Rules, 1> documentType = {"identity.document-type"};
constexpr std::array<Rules, 1> formatOther = {"identity.format-other"};
constexpr std::array<Rules, 1> sexKnown = {"person.sex"};
constexpr std::array<Rules, 1> nameCharacters = {"person.name-characters"};
constexpr std::array<Rules, 1> nameMenksoft = {"person.name-menksoft"};

constexpr std::array flaws = {
    Flaw{.kind = "wrong-check-digit", .expected = checksum, .fits = hasResidentNumber, .spoil = wrongCheckDigit},
    Flaw{.kind = "impossible-birth-date",
         .expected = birthDate,
         .fits = hasResidentNumber,
         .spoil = impossibleBirthDate},
    Flaw{.kind = "implausible-age", .expected = age, .fits = hasResidentNumber, .spoil = implausibleAge},
    Flaw{.kind = "region-that-never-was", .expected = region, .fits = hasResidentNumber, .spoil = regionThatNeverWas},
    Flaw{.kind = "other-sex", .expected = sex, .fits = hasResidentNumber, .spoil = otherSex},
    Flaw{.kind = "fifteen-digits", .expected = format, .fits = hasResidentNumber, .spoil = fifteenDigits},
    Flaw{.kind = "registered-twice",
         .expected = once,
         .forPartner = once,
         .fits = hasResidentNumber,
         .spoil = registeredTwice},
    Flaw{.kind = "phone-too-short", .expected = phoneForm, .spoil = phoneTooShort},
    Flaw{.kind = "virtual-phone", .expected = phoneVirtual, .fits = packKnowsVirtual, .spoil = virtualPhone},
    Flaw{.kind = "data-card-phone", .expected = phoneCarrier, .fits = packKnowsData, .spoil = dataCard},
    Flaw{.kind = "same-phone", .expected = phoneOnce, .forPartner = phoneOnce, .spoil = samePhone},
    Flaw{.kind = "postal-code-too-short", .expected = postalForm, .spoil = postalTooShort},
    Flaw{.kind = "postal-code-of-elsewhere", .expected = postalRegion, .fits = hasElsewhere, .spoil = otherPostalCode},
    Flaw{.kind = "unknown-document", .expected = documentType, .spoil = unknownCode<Field::DocumentType>},
    Flaw{.kind = "other-document", .expected = formatOther, .fits = knowsPlainDocument, .spoil = otherDocument},
    Flaw{.kind = "unknown-sex", .expected = sexKnown, .spoil = unknownCode<Field::Sex>},
    Flaw{.kind = "other-dot-in-name", .expected = nameCharacters, .fits = hasDot, .spoil = otherDot},
    Flaw{.kind = "digit-in-name", .expected = nameCharacters, .spoil = digitInName},
    Flaw{.kind = "menksoft-name", .expected = nameMenksoft, .spoil = menksoftName},
};

} // namespace

std::span<const Flaw> identityFlaws()
{
    return flaws;
}

} // namespace zsb
