#pragma once

#include <span>
#include <string_view>

namespace zsb {

/// Syllables made-up people and places are put together from. Common words of the language; nobody is meant.
struct DemoWords
{
    std::span<const std::string_view> familyNames;
    std::span<const std::string_view> maleSyllables;
    std::span<const std::string_view> femaleSyllables;
    std::span<const std::string_view> mongolMale;
    std::span<const std::string_view> mongolFemale;
    std::span<const std::string_view> mongolScript; ///< given names in traditional Mongolian letters
    std::span<const std::string_view> clans;        ///< before the dot of a two-part name
    std::span<const std::string_view> streets;
    std::span<const std::string_view> outsideColleges;
    std::span<const std::string_view> deeds; ///< service records
};

[[nodiscard]] const DemoWords &demoWords();

} // namespace zsb
