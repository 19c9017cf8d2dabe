#pragma once

#include "tests/fuzz/seeds.h"

#include <string_view>

namespace zsb::test {

/// Any bytes as requests on a connection: read at once and in pieces they are the same requests, none is larger than
/// its limits, and what stands in them could be sent on.
void readRequests(std::string_view input);

/// Requests of every framing, well and badly formed.
[[nodiscard]] Seeds httpSeeds();

} // namespace zsb::test
