#pragma once

#include "tests/fuzz/seeds.h"

#include <string_view>

namespace zsb::test {

/// What a bundle of the air-gap holds, read by both ends: by the service, and by a desktop up to its store.
void readParcel(std::string_view input);
[[nodiscard]] Seeds parcelSeeds();

} // namespace zsb::test
