#pragma once

#include "tests/fuzz/seeds.h"

#include <string_view>

namespace zsb::test {

/// Any bytes as a portrait: decoded, measured, judged and fitted. What comes of them is finite, within the picture and,
/// when a copy is made, within the profile.
void readPortrait(std::string_view input);

/// Pictures of every format and kind of header, small.
[[nodiscard]] Seeds portraitSeeds();

} // namespace zsb::test
