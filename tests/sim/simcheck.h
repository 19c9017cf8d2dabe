#pragma once

#include "tests/sim/simclient.h"
#include "tests/sim/simserver.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb::sim {

/// The invariants of SYNC.md D5 and P.9 when everything is quiet; what does not hold, or nothing.

/// I1, I4, I5, I7 and I8 for one client: every command somebody was told is kept has ended at the server, once; the
/// files are those of the server; the log is whole; whoever has to be told was told.
[[nodiscard]] std::string brokenPromise(SimServer &server, SimClient &client, int &contested);
/// I1, I3 and I5 of the server: nothing happened twice, nothing out of nowhere, no decision over another one's
/// (`bases`: versions were counted in one epoch).
[[nodiscard]] std::string brokenServer(SimServer &server, const std::vector<std::unique_ptr<SimClient>> &clients,
                                       int active, bool bases);

} // namespace zsb::sim
