#pragma once

#include <string>
#include <utility>
#include <vector>

namespace zsb::test {

using Seeds = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] Seeds csvSeeds();
[[nodiscard]] Seeds xlsxSeeds();
[[nodiscard]] Seeds xlsSeeds();
[[nodiscard]] Seeds packSeeds();
[[nodiscard]] Seeds labelSeeds();

} // namespace zsb::test
