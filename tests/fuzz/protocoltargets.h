#pragma once

#include "tests/fuzz/seeds.h"

#include <string_view>

namespace zsb::test {

/// Any bytes as every value that a client or a service reads from the other: what could be read is written and read as
/// the same. Commands that could be read are given to a file, as the service would.
void readOps(std::string_view input);
[[nodiscard]] Seeds opsSeeds();

/// A size in the first line, then the text of a Range field: what is answered lies within the file.
void readRange(std::string_view input);
[[nodiscard]] Seeds rangeSeeds();

} // namespace zsb::test
