#include "core/sync/fetchlane.h"

#include "core/base/hash.h"

#include <algorithm>

namespace zsb {

Fetched keepFetched(const SyncParts &parts, const Fetch &what, const std::string &bytes)
{
    if (what.preview)
        return {what, bytes, {}};
    if (sha256Hex(bytes) != what.sha256)
        return {what, {}, std::string(idOf(SyncTrouble::Key))};
    const Result<std::string> put = parts.store.blobs().put(bytes);
    return {what, {}, put ? std::string() : std::string(idOf(SyncTrouble::Storage))};
}

Result<std::optional<HttpRequest>> FetchLane::next(Instant now)
{
    if (m_queue.wanted.empty() || !context().isOpen(now) || !context().incoming.isOpen(now))
        return std::optional<HttpRequest>();
    m_sent = m_queue.wanted.front();
    m_queue.wanted.pop_front();
    if (!m_sent.preview && parts().freeBytes() < parts().config.stopFetching) {
        m_queue.arrived.push_back({m_sent, {}, std::string(idOf(SyncTrouble::Storage))});
        return std::optional<HttpRequest>();
    }
    HttpRequest request = context().request("GET", "/v1/blobs/" + m_sent.sha256 + (m_sent.preview ? "/preview" : ""));
    request.headers["accept"] = "*/*";
    m_asked = now;
    context().incoming.begin();
    return std::optional(std::move(request));
}

Done FetchLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply, false);
    context().note(verdict, now);
    const auto *response = std::get_if<HttpResponse>(&reply);
    context().incoming.end(response ? std::int64_t(response->body.size()) : 0, m_asked);
    if (!verdict.isGood()) {
        if (verdict.isGeneral())
            m_queue.wanted.push_back(m_sent); // when the line is back
        else
            m_queue.arrived.push_back(
                {m_sent, {}, verdict.problem.empty() ? std::string(idOf(verdict.trouble)) : verdict.problem});
        return done();
    }
    m_queue.arrived.push_back(keepFetched(parts(), m_sent, response->body));
    return done();
}

Result<std::optional<Instant>> FetchLane::due(Instant now)
{
    const std::optional<Instant> paid = context().incoming.opensAt();
    const bool asks = !m_queue.wanted.empty() && context().mayAsk(now) && paid;
    return asks ? std::optional(std::max({now, context().line.until(), *paid})) : std::optional<Instant>();
}

} // namespace zsb
