#pragma once

#include "tests/fuzz/seeds.h"

#include <string_view>

namespace zsb::test {

/// A token as it comes from a client, a note as it comes from a service; and both again with good signatures over what
/// came, so that the parsers behind the signatures are reached.
void readToken(std::string_view input);
[[nodiscard]] Seeds tokenSeeds();

/// A bundle; the header of one; and the content of one whose header is good.
void readBundleInput(std::string_view input);
[[nodiscard]] Seeds bundleSeeds();

} // namespace zsb::test
