#include "core/demo/flawparts.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace zsb {
namespace {

using Rules = std::string_view;

/// A slot the person fills and that nothing else can stand in for.
const std::string *requiredSlot(const DemoPerson &person)
{
    for (const MaterialUse &use : person.type->materials) {
        if (!use.required || use.guess || use.oneOf.size() != 1)
            continue;
        const auto it = std::ranges::find(person.papers, use.oneOf.front());
        if (it != person.papers.end())
            return &*it;
    }
    return nullptr;
}

bool hasRequiredSlot(const DemoPerson &person, const Pack &)
{
    return requiredSlot(person) != nullptr;
}

bool hasSlot(const DemoPerson &person, const Pack &)
{
    return !person.papers.empty();
}

bool hasTwoSlots(const DemoPerson &person, const Pack &)
{
    return person.papers.size() >= 2;
}

/// Two beside the card, which comes first and is no page.
bool hasTwoPages(const DemoPerson &person, const Pack &)
{
    return person.papers.size() >= 3;
}

/// A use that the type is thought to ask for, with papers beside it that stay.
const MaterialUse *expectedUse(const DemoPerson &person)
{
    const auto isOf = [](const MaterialUse &use, const std::string &paper) {
        return std::ranges::find(use.oneOf, paper) != use.oneOf.end();
    };
    const auto it = std::ranges::find_if(person.type->materials, [&](const MaterialUse &use) {
        const auto filled =
            std::ranges::count_if(person.papers, [&](const std::string &paper) { return isOf(use, paper); });
        return use.required && use.guess && filled > 0 && std::size_t(filled) < person.papers.size();
    });
    return it == person.type->materials.end() ? nullptr : &*it;
}

bool hasExpectedUse(const DemoPerson &person, const Pack &)
{
    return expectedUse(person) != nullptr;
}

void expectedMissing(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    const std::vector<std::string> uses = expectedUse(flawed.person)->oneOf;
    std::erase_if(flawed.person.papers,
                  [&](const std::string &paper) { return std::ranges::find(uses, paper) != uses.end(); });
}

void materialMissing(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    std::erase(flawed.person.papers, std::string(*requiredSlot(flawed.person)));
}

void unknownSlot(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person.papers.emplace_back("no_such_slot");
    flawed.sameFileAs["no_such_slot"] = {};
}

template<PictureFlaw flaw>
void spoiltMaterial(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.pictures[flawed.person.papers.front()] = flaw;
}

template<PictureFlaw flaw>
void spoiltPortrait(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.pictures["portrait"] = flaw;
}

/// A kind of paper that both have: a picture of another kind is judged by what it is taken for, too. Not the first:
/// cards all look alike.
const std::string *sharedPaper(const DemoPerson &mine, const DemoPerson &theirs)
{
    const auto it = std::ranges::find_if(mine.papers | std::views::drop(1), [&](const std::string &paper) {
        return std::ranges::find(theirs.papers, paper) != theirs.papers.end();
    });
    return it == mine.papers.end() ? nullptr : &*it;
}

bool sharePaper(const DemoPerson &mine, const DemoPerson &theirs)
{
    return sharedPaper(mine, theirs) != nullptr;
}

void sameMaterial(FlawedPerson &flawed, FlawedPerson &partner, PeopleMaker &)
{
    const std::string &paper = *sharedPaper(flawed.person, partner.person);
    flawed.sameFileAs[paper] = seasonFile(partner.person, paper);
}

void copiedMaterial(FlawedPerson &flawed, FlawedPerson &partner, PeopleMaker &)
{
    const std::string &paper = *sharedPaper(flawed.person, partner.person);
    flawed.copyOf[paper] = seasonFile(partner.person, paper);
}

void copiedPortrait(FlawedPerson &flawed, FlawedPerson &partner, PeopleMaker &)
{
    flawed.copyOf["portrait"] = seasonFile(partner.person, "portrait");
}

void otherMaterialEnding(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person.endings[flawed.person.papers.front()] = "png";
}

void otherPortraitEnding(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person.endings["portrait"] = "png";
}

void samePictureTwice(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    const DemoPerson &person = flawed.person;
    flawed.sameFileAs[person.papers[1]] = seasonFile(person, person.papers[2]);
}

void samePortrait(FlawedPerson &flawed, FlawedPerson &partner, PeopleMaker &)
{
    flawed.sameFileAs["portrait"] = seasonFile(partner.person, "portrait");
}

constexpr std::array<Rules, 1> required = {"materials.required"};
constexpr std::array<Rules, 2> slot = {"materials.slot", "materials.readable"}; // and nobody drew for it
constexpr std::array<Rules, 1> readable = {"materials.readable"};
constexpr std::array<Rules, 1> format = {"materials.format"};
constexpr std::array<Rules, 1> size = {"materials.size"};
constexpr std::array<Rules, 1> once = {"materials.once"};
constexpr std::array<Rules, 1> sameFile = {"materials.same-file"};
constexpr std::array<Rules, 1> expected = {"materials.expected"};
constexpr std::array<Rules, 1> similar = {"materials.similar"};
constexpr std::array<Rules, 1> ending = {"materials.ending"};
constexpr std::array<Rules, 1> sharp = {"scan.sharp"};
constexpr std::array<Rules, 1> dark = {"scan.dark"};
constexpr std::array<Rules, 1> portraitSimilar = {"portrait.similar"};
constexpr std::array<Rules, 1> portraitEnding = {"portrait.ending"};
constexpr std::array<Rules, 1> portraitWhite = {"portrait.background-white"};
constexpr std::array<Rules, 1> portraitColour = {"portrait.colour"};
constexpr std::array<Rules, 1> portraitPresent = {"portrait.present"};
constexpr std::array<Rules, 1> portraitReadable = {"portrait.readable"};
constexpr std::array<Rules, 1> portraitFormat = {"portrait.format"};
constexpr std::array<Rules, 1> portraitSize = {"portrait.file-size"};
constexpr std::array<Rules, 1> portraitStrict = {"portrait.strict-size"};
constexpr std::array<Rules, 1> portraitWidth = {"portrait.width"};
constexpr std::array<Rules, 1> portraitHeight = {"portrait.height"};
constexpr std::array<Rules, 1> portraitOnce = {"portrait.once"};

constexpr std::array flaws = {
    Flaw{.kind = "material-missing", .expected = required, .fits = hasRequiredSlot, .spoil = materialMissing},
    Flaw{.kind = "expected-material-missing", .expected = expected, .fits = hasExpectedUse, .spoil = expectedMissing},
    Flaw{.kind = "unknown-slot", .expected = slot, .needsPictures = true, .fits = hasSlot, .spoil = unknownSlot},
    Flaw{.kind = "material-file-missing",
         .expected = readable,
         .needsPictures = true,
         .fits = hasSlot,
         .spoil = spoiltMaterial<PictureFlaw::NotThere>},
    Flaw{.kind = "material-truncated",
         .expected = readable,
         .needsPictures = true,
         .fits = hasSlot,
         .spoil = spoiltMaterial<PictureFlaw::Truncated>},
    Flaw{.kind = "material-png",
         .expected = format,
         .needsPictures = true,
         .fits = hasSlot,
         .spoil = spoiltMaterial<PictureFlaw::OtherFormat>},
    Flaw{.kind = "material-too-large",
         .expected = size,
         .needsPictures = true,
         .fits = hasSlot,
         .spoil = spoiltMaterial<PictureFlaw::TooLarge>},
    Flaw{.kind = "same-material",
         .expected = once,
         .forPartner = once,
         .needsPictures = true,
         .fits = hasTwoSlots,
         .suits = sharePaper,
         .spoil = sameMaterial},
    Flaw{.kind = "copied-material",
         .expected = similar,
         .forPartner = similar,
         .needsPictures = true,
         .fits = hasTwoSlots,
         .suits = sharePaper,
         .spoil = copiedMaterial},
    Flaw{.kind = "material-named-otherwise",
         .expected = ending,
         .needsPictures = true,
         .fits = hasSlot,
         .spoil = otherMaterialEnding},
    Flaw{.kind = "material-blurred",
         .expected = sharp,
         .needsPictures = true,
         .fits = hasSlot,
         .spoil = spoiltMaterial<PictureFlaw::Blurred>},
    Flaw{.kind = "material-dark",
         .expected = dark,
         .needsPictures = true,
         .fits = hasSlot,
         .spoil = spoiltMaterial<PictureFlaw::Dark>},
    Flaw{.kind = "same-picture-twice",
         .expected = sameFile,
         .needsPictures = true,
         .fits = hasTwoPages,
         .spoil = samePictureTwice},
    Flaw{.kind = "portrait-file-missing",
         .expected = portraitPresent,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::NotThere>},
    Flaw{.kind = "portrait-truncated",
         .expected = portraitReadable,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::Truncated>},
    Flaw{.kind = "portrait-bmp",
         .expected = portraitFormat,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::OtherFormat>},
    Flaw{.kind = "portrait-too-large",
         .expected = portraitSize,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::TooLarge>},
    Flaw{.kind = "portrait-between-two-limits",
         .expected = portraitStrict,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::Strict>},
    Flaw{.kind = "portrait-too-wide",
         .expected = portraitWidth,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::TooWide>},
    Flaw{.kind = "portrait-too-high",
         .expected = portraitHeight,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::TooHigh>},
    Flaw{.kind = "portrait-before-blue",
         .expected = portraitWhite,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::Blue>},
    Flaw{.kind = "portrait-grey",
         .expected = portraitColour,
         .needsPictures = true,
         .spoil = spoiltPortrait<PictureFlaw::Grey>},
    Flaw{.kind = "portrait-named-otherwise",
         .expected = portraitEnding,
         .needsPictures = true,
         .spoil = otherPortraitEnding},
    Flaw{.kind = "copied-portrait",
         .expected = portraitSimilar,
         .forPartner = portraitSimilar,
         .needsPictures = true,
         .spoil = copiedPortrait},
    Flaw{.kind = "same-portrait",
         .expected = portraitOnce,
         .forPartner = portraitOnce,
         .needsPictures = true,
         .spoil = samePortrait},
};

} // namespace

std::span<const Flaw> fileFlaws()
{
    return flaws;
}

} // namespace zsb
