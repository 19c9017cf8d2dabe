#pragma once

#include "tests/sim/mutants.h"

namespace zsb::sim {

/// Mistakes of a server.
[[nodiscard]] std::vector<Mutant> serverMutants();

} // namespace zsb::sim
