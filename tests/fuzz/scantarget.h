#pragma once

#include "tests/fuzz/seeds.h"

#include <string_view>

namespace zsb::test {

/// Any bytes as a material: tags read, decoded, measured, its regions found, judged. What comes of them is finite and
/// within the picture.
void readScanInput(std::string_view input);

/// Small papers of every format, with private tags and without.
[[nodiscard]] Seeds scanSeeds();

} // namespace zsb::test
