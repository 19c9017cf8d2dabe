#pragma once

#include "core/sync/syncengine.h"
#include "tests/sim/simclient.h"
#include "tests/sim/simserver.h"

#include <map>
#include <set>
#include <vector>

namespace zsb::sim {

/// How often what goes wrong, of a thousand.
struct SimFaults
{
    int lostRequest = 0;
    int lostReply = 0;
    int twice = 0;
    int cut = 0;   ///< the reply breaks off
    int page = 0;  ///< 200 with a page of somebody else
    int reset = 0; ///< the line is reset right after the server committed
    int old = 0;   ///< a proxy answers a question with what it was answered once
    int serverCrash = 0;
    std::chrono::milliseconds longestDelay{1'000};
};

/// Carries requests and replies, late, twice, cut, or not at all. Gives up a request after half a minute, as the driver
/// of the product does.
class SimNetwork
{
public:
    static constexpr std::chrono::seconds patience{30};

    SimNetwork(SimServer &server, std::vector<std::unique_ptr<SimClient>> &clients, SimRandom &random)
        : m_server(server), m_clients(clients), m_random(random)
    {
    }

    void begin(const SimFaults &faults);
    void setFaults(const SimFaults &faults) { m_faults = faults; }
    void send(int client, Exchange exchange, Instant now);
    /// Does everything that is due.
    void deliver(Instant now);
    [[nodiscard]] std::optional<Instant> next() const;
    /// Nobody waits for anything of this client's any more.
    void forget(int client);

private:
    struct Request
    {
        int client = 0;
        std::uint64_t ticket = 0;
        HttpRequest request{};
        bool isCopy = false; ///< whose reply nobody waits for
    };
    struct Answer
    {
        int client = 0;
        std::uint64_t ticket = 0;
        HttpRequest request{};
        Reply reply{};
    };
    using Item = std::variant<Request, Answer>;

    [[nodiscard]] Instant later(Instant now)
    {
        return now + m_random.span(std::chrono::milliseconds(1), m_faults.longestDelay);
    }
    void put(Instant at, Item item) { m_queue.emplace(std::pair(at, ++m_order), std::move(item)); }
    void arrive(const Request &item, Instant now);
    [[nodiscard]] Reply spoiled(const Request &item, HttpResponse response);

    SimServer &m_server;
    std::vector<std::unique_ptr<SimClient>> &m_clients;
    SimRandom &m_random;
    SimFaults m_faults;
    std::map<std::pair<Instant, std::uint64_t>, Item> m_queue;
    std::map<std::string, std::vector<HttpResponse>> m_seen; ///< what a proxy has kept
    std::uint64_t m_order = 0;
};

} // namespace zsb::sim
