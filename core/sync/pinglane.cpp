#include "core/sync/pinglane.h"

#include "core/protocol/receipt.h"
#include "core/protocol/wirecodec.h"
#include "core/storage/database.h"
#include "core/sync/servertime.h"

namespace zsb {
Result<std::optional<HttpRequest>> PingLane::next(Instant now)
{
    if (!context().wantsPing || !context().line.isDue(now) || !context().alarm.empty())
        return std::optional<HttpRequest>();
    m_nonce = uuid7(now, parts().random);
    m_sent = now;
    HttpRequest request = context().request("GET", "/v1/time");
    request.headers.erase("authorization");
    request.query.emplace_back("nonce", m_nonce);
    return std::optional(std::move(request));
}

Done PingLane::answer(const Reply &reply, Instant now)
{
    ReplyVerdict verdict = judge(reply);
    if (!verdict.isGood()) {
        if (verdict.trouble == SyncTrouble::Policy)
            verdict.trouble = SyncTrouble::Server; // it has no such thing: not our server as it should be
        context().note(verdict, now);
        return done();
    }
    const Result<ServerTime> said = readWire<ServerTime>(std::get<HttpResponse>(reply).body);
    if (!said || !context().isSigned(timeText(said->time, said->epoch, m_nonce), said->signature)) {
        verdict.trouble = said ? SyncTrouble::Key : SyncTrouble::Captive;
        context().note(verdict, now);
        context().line.fail(now, {}, parts().random);
        return done();
    }
    const auto half = (now - m_sent) / 2;
    SyncPeer peer = context().peer;
    peer.clock = {said->time - (m_sent + half), half, now};
    if (Done kept = writePeer(store().database(), peer); !kept)
        return kept;
    context().peer = peer;
    context().packHash = said->packHash;
    context().wantsPing = false;
    context().note({}, now);
    return done();
}

Result<std::optional<Instant>> PingLane::due(Instant)
{
    const bool asks = context().wantsPing && context().alarm.empty();
    return asks ? std::optional(context().line.until()) : std::optional<Instant>();
}

} // namespace zsb
