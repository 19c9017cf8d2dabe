#pragma once

#include "tests/sim/simseams.h"

#include <memory>
#include <string_view>
#include <vector>

namespace zsb::sim {

/// A mistake that was made elsewhere, planted between the parts of the product (SYNC.md D5).
struct Mutant
{
    std::string_view name;
    std::unique_ptr<SimSeams> (*make)();
};

/// The twelve of SYNC.md D5, and one of its P.9: files.
[[nodiscard]] const std::vector<Mutant> &mutants();

} // namespace zsb::sim
