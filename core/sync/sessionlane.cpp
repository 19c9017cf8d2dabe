#include "core/sync/sessionlane.h"

#include "core/protocol/wire.h"
#include "core/storage/database.h"

namespace zsb {
namespace {

/// So long before its end a token is renewed.
constexpr std::chrono::seconds margin{60};

} // namespace

void SessionLane::signIn(SignIn who)
{
    m_wanted = std::move(who);
}

void SessionLane::resume(Session session)
{
    context().session = std::move(session);
    context().mustSignIn = false;
}

void SessionLane::signOut()
{
    context().session.reset();
    m_wanted.reset();
}

bool SessionLane::needsRefresh(Instant now)
{
    const auto &session = context().session;
    return session && !context().mustSignIn && !session->refresh.empty() && session->accessUntil <= now + margin;
}

Result<std::optional<HttpRequest>> SessionLane::next(Instant now)
{
    if (context().wantsPing || !context().line.isDue(now) || !context().alarm.empty())
        return std::optional<HttpRequest>();
    m_sent = now;
    if (m_wanted) {
        HttpRequest request = context().request("POST", "/v1/session");
        request.headers.erase("authorization");
        request.body = wireText(*m_wanted);
        m_signingIn = true;
        return std::optional(std::move(request));
    }
    if (!needsRefresh(now))
        return std::optional<HttpRequest>();
    HttpRequest request = context().request("POST", "/v1/session/refresh");
    request.headers.erase("authorization");
    request.body = wireText(RefreshSession{context().session->refresh});
    m_signingIn = false;
    return std::optional(std::move(request));
}

Done SessionLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply);
    if (verdict.isGood()) {
        Result<Session> session = readWire<Session>(std::get<HttpResponse>(reply).body);
        if (session)
            return take(*std::move(session), now);
    }
    context().note(verdict, now);
    if (verdict.trouble != SyncTrouble::Auth && verdict.trouble != SyncTrouble::Key)
        return done(); // tried again: who asks is not to blame
    context().mustSignIn = true;
    m_wanted.reset(); // a wrong password is not sent twice
    return done();
}

Done SessionLane::take(Session session, Instant now)
{
    const auto half = (now - m_sent) / 2;
    SyncPeer peer = context().peer;
    peer.clock = {session.serverTime - (m_sent + half), half, now};
    context().packHash = session.packHash;
    session.accessUntil -= std::chrono::milliseconds(peer.clock.offset); // by our clock, however wrong it is
    session.refreshUntil -= std::chrono::milliseconds(peer.clock.offset);
    context().session = std::move(session);
    context().mustSignIn = false;
    context().note({}, now);
    m_wanted.reset();
    m_renewed = true;
    // last: a code and a refresh token are good once, so that without this session there would be none
    if (Done kept = writePeer(store().database(), peer); !kept)
        return kept;
    context().peer = peer;
    return done();
}

Result<std::optional<Instant>> SessionLane::due(Instant now)
{
    const auto &session = context().session;
    if (context().wantsPing || !context().alarm.empty())
        return std::optional<Instant>();
    if (m_wanted)
        return std::optional(now);
    if (!session || context().mustSignIn || session->refresh.empty())
        return std::optional<Instant>();
    return std::optional<Instant>(session->accessUntil - margin);
}

} // namespace zsb
