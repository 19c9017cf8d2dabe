#pragma once

#include "tests/sim/simnetwork.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb::sim {

/// What a schedule came to; `broken` names the invariant of SYNC.md D5 that does not hold, empty: all do.
struct SimResult
{
    std::uint64_t seed = 0;
    std::string broken{};
    std::string where{};
    int ops = 0;
    int requests = 0;
    int crashes = 0;
    int restores = 0;
    int contested = 0;

    [[nodiscard]] bool isGood() const { return broken.empty(); }
};

/// Runs schedules, one a seed: clients, a server and a network that misbehaves for a while, then a quiet time, and then
/// every promise is looked at. Everything is made once and set back between schedules. One thread.
class Simulation
{
public:
    explicit Simulation(const SimWorld &world);

    [[nodiscard]] SimResult run(std::uint64_t seed, SimSeams *seams = nullptr);

private:
    [[nodiscard]] bool begin(std::uint64_t seed, SimSeams *seams);
    void storm();
    void step();
    void pump();
    void crashSomebody();
    [[nodiscard]] bool settleDown();
    [[nodiscard]] bool isQuiet();
    [[nodiscard]] std::int64_t serverHead();
    void fail(std::string broken, std::string where = {});

    SimServer m_server;
    std::vector<std::unique_ptr<SimClient>> m_clients;
    int m_active = 0; ///< of m_clients, in this schedule
    SimRandom m_random{0};
    SimNetwork m_network;
    Instant m_now = simStart;
    bool m_restores = false;
    SimResult m_result;
};

} // namespace zsb::sim
