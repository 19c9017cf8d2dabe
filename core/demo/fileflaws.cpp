#include "core/demo/flawparts.h"

#include <algorithm>
#include <array>

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

/// Of one kind when both have one: a picture of another kind is judged by what it is taken for, too.
void sameMaterial(FlawedPerson &flawed, FlawedPerson &partner, PeopleMaker &)
{
    const std::vector<std::string> &mine = flawed.person.papers;
    const std::vector<std::string> &theirs = partner.person.papers;
    const auto shared = std::ranges::find_first_of(mine, theirs);
    if (shared != mine.end())
        flawed.sameFileAs[*shared] = seasonFile(partner.person, *shared);
    else
        flawed.sameFileAs[mine.front()] = seasonFile(partner.person, theirs.front());
}

void samePictureTwice(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    const DemoPerson &person = flawed.person;
    flawed.sameFileAs[person.papers[0]] = seasonFile(person, person.papers[1]);
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
         .fits = hasSlot,
         .spoil = sameMaterial},
    Flaw{.kind = "same-picture-twice",
         .expected = sameFile,
         .needsPictures = true,
         .fits = hasTwoSlots,
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
