#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// Takes the next code point off a UTF-8 text. Broken bytes come out one at a time as U+FFFD, so a loop always ends.
[[nodiscard]] char32_t takeCodePoint(std::string_view &rest);
[[nodiscard]] bool isValidUtf8(std::string_view text);
[[nodiscard]] std::size_t codePointCount(std::string_view text);
void appendUtf8(std::string &text, char32_t codePoint);

/// Without leading and trailing blanks, tabs, line ends, U+3000, zero-width characters and byte-order marks.
/// Never touches what is inside, and never U+202F, which Mongolian words end with.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The front of a text, at most so many bytes and never half a character.
[[nodiscard]] std::string_view upToBytes(std::string_view text, std::size_t bytes);

/// Han, every extension of it included.
[[nodiscard]] bool isHan(char32_t c);
/// Traditional Mongolian script with its selectors, the vowel separator and U+202F.
[[nodiscard]] bool isMongolian(char32_t c);
/// The private code points of the Menksoft encoding (U+E234–U+E71D): shown with a badge, never converted silently.
[[nodiscard]] bool isMenksoft(char32_t c);

/// U+00B7, the dot 民委发〔2016〕33号 asks for in names.
inline constexpr char32_t nameDot = 0x00B7;
/// The look-alikes people type instead of U+00B7: • ⋅ ‧ ・ ･ ． ● and the rest.
[[nodiscard]] bool isNameDotLookAlike(char32_t c);

/// Full-width ASCII (U+FF01–U+FF5E) to ASCII; anything else as it is.
[[nodiscard]] char32_t foldWidth(char32_t c);
/// Full-width to ASCII, and letters to upper case: for ID numbers, phones, codes. For comparison and repair offers
/// only.
[[nodiscard]] std::string foldCode(std::string_view text);
/// For finding numbers and codes however they were typed: foldCode() without blanks and hyphens inside.
[[nodiscard]] std::string codeKey(std::string_view text);
/// For comparing and finding names: dots dropped, full-width folded, Mongolian selectors and U+202F dropped,
/// Latin letters lower-cased, blanks dropped. Never shown, never stored as the name.
[[nodiscard]] std::string nameKey(std::string_view name);
/// For comparing titles of majors and colleges: full-width brackets and blanks folded away.
[[nodiscard]] std::string titleKey(std::string_view title);

} // namespace zsb
