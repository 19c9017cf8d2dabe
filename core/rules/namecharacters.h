#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zsb {

/// The first thing about a name's characters that is not as it should be.
enum class NameFlaw : std::uint8_t
{
    None,
    DotLookAlike, ///< another dot than U+00B7
    FullWidth,    ///< a full-width letter
    Blank,        ///< a blank inside a name in Han characters
    DotPlace,     ///< a dot at an end, or two together
    Letter,       ///< a letter of another script: may be right
    Forbidden,    ///< digits, punctuation, control characters, broken bytes
};

struct NameCheck
{
    NameFlaw flaw = NameFlaw::None; ///< the worst one
    char32_t character = 0;         ///< which shows it
};

/// Han of every extension, U+00B7, Latin with blanks, hyphens and apostrophes, Mongolian script with its selectors and
/// U+202F, and Menksoft's private code points belong into names. Blanks at both ends are not looked at.
[[nodiscard]] NameCheck checkNameCharacters(std::string_view name);

/// The name with look-alike dots and full-width letters put right and blanks between Han characters dropped. An offer
/// for a person to accept, never applied by itself.
[[nodiscard]] std::string repairedName(std::string_view name);

} // namespace zsb
