#include "tests/sim/simulation.h"

#include "tests/sim/simcheck.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb::sim {
namespace {

constexpr int mostClients = 3;
constexpr std::chrono::minutes mostQuiet{90}; ///< more than the hour a server waits for what a restore has lost
constexpr int mostQuietRounds = 10'000;

const std::array<SimPerson, 4> &people()
{
    static const std::array<SimPerson, 4> all = {SimPerson{"rev-a", "school"}, SimPerson{"rev-b", "school"},
                                                 SimPerson{"sup", "supervisor"}, SimPerson{"reg", "registrar"}};
    return all;
}

SimFaults faultsOf(SimRandom &random)
{
    SimFaults faults;
    const int much = random.below(4); // some schedules are calm, some are wild
    faults.lostRequest = 40 * much;
    faults.lostReply = 60 * much;
    faults.twice = 60 * much;
    faults.cut = 20 * much;
    faults.page = 15 * much;
    faults.reset = 25 * much;
    faults.old = 60 * much;
    faults.serverCrash = random.mille(400) ? 25 : 0;
    faults.longestDelay = std::chrono::milliseconds(200 + random.below(40) * 1'000);
    return faults;
}

/// From a day behind to eleven ahead (SYNC.md D5).
std::chrono::milliseconds skewOf(SimRandom &random)
{
    if (random.mille(500))
        return {};
    return std::chrono::minutes(random.below(12 * 24 * 60) - 24 * 60);
}

} // namespace

Simulation::Simulation(const SimWorld &world) : m_server(world), m_network(m_server, m_clients, m_random)
{
    for (int i = 0; i < mostClients; ++i)
        m_clients.push_back(std::make_unique<SimClient>(world, i));
}

void Simulation::fail(std::string broken, std::string where)
{
    if (!m_result.isGood())
        return;
    m_result.broken = std::move(broken);
    m_result.where = std::move(where);
}

bool Simulation::begin(std::uint64_t seed, SimSeams *seams)
{
    m_random = SimRandom(seed);
    m_now = simStart;
    m_result = {.seed = seed};
    m_restores = m_random.mille(250);
    if (!m_server.begin(m_now, m_random.next(), seams))
        return false;
    m_active = 2 + m_random.below(mostClients - 1);
    const int first = m_random.below(int(people().size()));
    for (int i = 0; i < m_active; ++i) {
        const SimPerson &person =
            i < 2 && m_random.mille(600) ? people()[std::size_t(i)] : people()[std::size_t((first + i) % 4)];
        SimPerson own = person;
        own.actor += '-' + std::to_string(i);
        if (!m_clients[std::size_t(i)]->begin(m_server, own, skewOf(m_random), m_random.next(), seams))
            return false;
    }
    m_network.begin({});
    return true;
}

SimResult Simulation::run(std::uint64_t seed, SimSeams *seams)
{
    if (!begin(seed, seams)) {
        fail("begin");
        return m_result;
    }
    storm();
    const bool isSettled = settleDown();
    fail(brokenServer(m_server, m_clients, m_active, m_result.restores == 0), "server");
    for (int i = 0; i < m_active && m_result.isGood(); ++i)
        fail(brokenPromise(m_server, *m_clients[std::size_t(i)], m_result.contested),
             m_clients[std::size_t(i)]->person().actor);
    if (!isSettled) // last: a promise that is broken says more
        fail("no starvation", "not quiet in the end");
    for (int i = 0; i < m_active; ++i)
        m_result.ops += int(m_clients[std::size_t(i)]->given().size());
    return m_result;
}

/// Everybody has the season before it begins, so that there is something to work on.
void Simulation::storm()
{
    for (int i = 0; i < 12; ++i) {
        pump();
        m_now += std::chrono::milliseconds(400);
        m_network.deliver(m_now);
    }
    m_network.setFaults(faultsOf(m_random));
    const int steps = 20 + m_random.below(30);
    for (int i = 0; i < steps; ++i)
        step();
}

void Simulation::step()
{
    SimClient &client = *m_clients[std::size_t(m_random.below(m_active))];
    const int roll = m_random.below(100);
    if (roll < 55)
        client.act(m_now);
    else if (roll < 60)
        crashSomebody();
    else if (roll < 63)
        client.setDisk(m_random.mille(500));
    else if (roll < 66)
        client.hurry();
    else if (roll < 70 && m_restores && m_random.mille(500))
        m_server.backUp();
    else if (roll < 72 && m_restores && m_server.hasBackup()) {
        ++m_result.restores;
        m_server.setNow(m_now);
        if (!m_server.restore())
            fail("restore");
    }
    const bool isLong = m_random.mille(150);
    m_now += m_random.span(std::chrono::milliseconds(100), std::chrono::seconds(isLong ? 120 : 12));
    m_network.deliver(m_now);
    pump();
}

void Simulation::crashSomebody()
{
    ++m_result.crashes;
    if (m_random.mille(300)) {
        m_server.crash();
        return;
    }
    const int victim = m_random.below(m_active);
    SimClient &client = *m_clients[std::size_t(victim)];
    if (m_random.mille(500))
        static_cast<void>(client.ask(m_now)); // dies before what it wanted to send has left
    client.crash();
    m_network.forget(victim);
}

void Simulation::pump()
{
    for (int i = 0; i < m_active; ++i) {
        while (std::optional<Exchange> exchange = m_clients[std::size_t(i)]->ask(m_now)) {
            ++m_result.requests;
            m_network.send(i, *std::move(exchange), m_now);
        }
        if (m_clients[std::size_t(i)]->wakeAt(m_now) <= m_now)
            fail("no spinning", "due, and asks for nothing: " + m_clients[std::size_t(i)]->person().actor);
    }
}

std::int64_t Simulation::serverHead()
{
    const auto head = m_server.store().database().number(u"SELECT events FROM chain WHERE id = 1"_s);
    return head ? *head : -1;
}

bool Simulation::isQuiet()
{
    const std::int64_t head = serverHead();
    for (int i = 0; i < m_active; ++i) {
        SimClient &client = *m_clients[std::size_t(i)];
        const SyncStatus status = client.status(m_now);
        if (status.mood == SyncMood::Alarm || status.ops.waiting() > 0 || status.cursor != head || status.isPulling)
            return false;
        const auto unsettled = client.store().database().number(
            u"SELECT count(*) FROM sync_row WHERE (touched = 1 AND version > 0) OR shadow IS NOT NULL"_s);
        const auto peer = readPeer(client.store().database());
        if (!unsettled || *unsettled > 0 || !peer || !*peer || (*peer)->epoch != m_server.epoch())
            return false;
    }
    return true;
}

/// Nothing goes wrong any more: everything has to come to its end.
bool Simulation::settleDown()
{
    SimFaults calm;
    calm.longestDelay = std::chrono::milliseconds(50);
    m_network.setFaults(calm);
    for (int i = 0; i < m_active; ++i)
        m_clients[std::size_t(i)]->setDisk(false);
    const Instant end = m_now + mostQuiet;
    for (int round = 0; round < mostQuietRounds && m_now < end; ++round) {
        pump();
        if (isQuiet())
            return true;
        Instant wake = m_now + std::chrono::hours(24);
        for (int i = 0; i < m_active; ++i)
            wake = std::min(wake, m_clients[std::size_t(i)]->wakeAt(m_now));
        if (const auto due = m_network.next())
            wake = std::min(wake, *due);
        m_now = std::max(wake, m_now + std::chrono::milliseconds(1));
        m_network.deliver(m_now);
    }
    return false;
}

} // namespace zsb::sim
