#pragma once

#include <cstdint>
#include <string_view>

namespace zsb {

/// How many bytes stand behind the end of a JPEG that no camera is known to put there: junk, or a second file. What its
/// own segments announce (a film, depth; behind a list of pictures whole ones), what phones and editors sign, and one
/// byte over and over are not counted. 0 for what is no whole JPEG. Any bytes are safe.
[[nodiscard]] std::int64_t unknownTrailer(std::string_view jpeg);

} // namespace zsb
