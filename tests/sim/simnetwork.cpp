#include "tests/sim/simnetwork.h"

namespace zsb::sim {

void SimNetwork::begin(const SimFaults &faults)
{
    m_faults = faults;
    m_queue.clear();
    m_seen.clear();
    m_order = 0;
}

void SimNetwork::send(int client, Exchange exchange, Instant now)
{
    const Request request{client, exchange.ticket, exchange.request, false};
    put(now + patience, Answer{client, exchange.ticket, exchange.request, TransportFailure{SyncTrouble::Tcp, "late"}});
    if (!m_random.mille(m_faults.lostRequest))
        put(later(now), request);
    if (m_random.mille(m_faults.twice)) {
        Request copy = request;
        copy.isCopy = true;
        put(later(now), std::move(copy));
    }
}

void SimNetwork::deliver(Instant now)
{
    while (!m_queue.empty() && m_queue.begin()->first.first <= now) {
        const Item item = std::move(m_queue.begin()->second);
        const Instant at = m_queue.begin()->first.first;
        m_queue.erase(m_queue.begin());
        if (const auto *request = std::get_if<Request>(&item)) {
            arrive(*request, at);
        } else {
            const auto &answer = std::get<Answer>(item);
            m_clients[std::size_t(answer.client)]->take(answer.ticket, answer.request, answer.reply, at);
        }
    }
}

void SimNetwork::arrive(const Request &item, Instant now)
{
    if (m_random.mille(m_faults.serverCrash)) { // before it read the request
        m_server.crash();
        return;
    }
    m_server.setNow(now);
    HttpResponse response = m_server.serve(item.request);
    if (m_random.mille(m_faults.serverCrash)) { // after the commit, before the answer
        m_server.crash();
        return;
    }
    if (item.isCopy || m_random.mille(m_faults.lostReply))
        return;
    put(later(now), Answer{item.client, item.ticket, item.request, spoiled(item, std::move(response))});
}

Reply SimNetwork::spoiled(const Request &item, HttpResponse response)
{
    if (m_random.mille(m_faults.cut))
        return TransportFailure{SyncTrouble::Tcp, "cut"};
    if (m_random.mille(m_faults.reset))
        return TransportFailure{SyncTrouble::Tcp, "reset"};
    if (m_random.mille(m_faults.page)) {
        HttpResponse page;
        page.headers["content-type"] = "text/html";
        page.body = "<html>sign in to the network</html>";
        return page;
    }
    if (item.request.method != "GET")
        return response;
    std::vector<HttpResponse> &kept = m_seen[std::to_string(item.client) + item.request.path];
    kept.push_back(response);
    if (m_random.mille(m_faults.old))
        return kept[std::size_t(m_random.below(int(kept.size())))];
    return response;
}

std::optional<Instant> SimNetwork::next() const
{
    return m_queue.empty() ? std::optional<Instant>() : m_queue.begin()->first.first;
}

void SimNetwork::forget(int client)
{
    std::erase_if(m_queue, [client](const auto &entry) {
        const auto *answer = std::get_if<Answer>(&entry.second);
        return answer != nullptr && answer->client == client;
    });
}

} // namespace zsb::sim
