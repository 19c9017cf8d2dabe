#pragma once

#include "core/demo/demoperson.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// How the picture in one slot (or the portrait) is spoilt.
enum class PictureFlaw : std::uint8_t
{
    None,
    NotThere,    ///< named, but no such file
    Truncated,   ///< the end of the file is cut off
    OtherFormat, ///< a PNG where JPEG is asked, a BMP where either is
    TooLarge,    ///< one byte over the limit
    Strict,      ///< between the two readings of an ambiguous limit
    TooWide,     ///< one pixel
    TooHigh,
    Blue,    ///< a portrait before a blue wall
    Grey,    ///< a portrait without colours
    Blurred, ///< a page out of focus
    Dark,    ///< a page photographed with too little light
};

/// A registration with what is wrong with it, and what a check should therefore say.
struct FlawedPerson
{
    DemoPerson person;
    std::string kind;                              ///< of flaw; empty: nothing is wrong
    std::vector<std::string> expected;             ///< ids of bindings that should find something
    std::map<std::string, PictureFlaw> pictures;   ///< by slot; `portrait` is the portrait
    std::map<std::string, std::string> sameFileAs; ///< slot → file of somebody else whose bytes it has
    std::map<std::string, std::string> copyOf;     ///< slot → file of somebody else that it is, saved anew
};

/// One kind of flaw. With `forPartner`, `spoil` may use `partner`, another person of the season without flaws of its
/// own, who then gets those labels.
struct Flaw
{
    std::string_view kind = {};
    std::span<const std::string_view> expected = {};
    std::span<const std::string_view> forPartner = {};
    bool needsPictures = false;
    bool (*fits)(const DemoPerson &, const Pack &) = nullptr;               ///< null: everybody
    bool (*suits)(const DemoPerson &, const DemoPerson &partner) = nullptr; ///< null: any two that fit
    void (*spoil)(FlawedPerson &, FlawedPerson &partner, PeopleMaker &) = nullptr;
};

/// Every kind of flaw, grouped by what they spoil.
[[nodiscard]] std::vector<Flaw> allFlaws();

} // namespace zsb
