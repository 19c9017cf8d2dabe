#include "core/server/signindesk.h"

#include "core/crypto/refreshtoken.h"
#include "core/crypto/totp.h"
#include "core/server/answers.h"
#include "core/server/devices.h"
#include "core/server/readaudit.h"
#include "core/server/server.h"

namespace zsb {
namespace {

HttpResponse wrong()
{
    return problemResponse(ProblemType::InvalidCredentials);
}

HttpResponse locked(Instant until, Instant now)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(until - now).count();
    return retryAfter(problemResponse(ProblemType::LockedOut, {}, {{"seconds", std::to_string(seconds)}}),
                      int(seconds));
}

} // namespace

HttpResponse SignInDesk::signIn(const SignInAttempt &attempt)
{
    const Instant now = m_writing.now();
    Result<std::optional<StaffMember>> found = m_staff.byLogin(attempt.login);
    if (!found)
        return problemResponse(found.error());
    if (!*found)
        return failedAsNobody(attempt);
    StaffMember member = **std::move(found);
    if (member.lockedUntil > now)
        return locked(member.lockedUntil, now);
    // the line may have changed since the reader compared it
    const bool isRight = attempt.isPasswordRight && attempt.passwordLine == member.password && !member.disabled;
    const auto step = acceptedStep(member.totp, attempt.totp, now, member.totpStep);
    if (!isRight || !step)
        return failed(std::move(member), attempt.address);
    if (m_writing.parts().config.requireDevice && !attempt.isDeviceKnown) {
        Done noted = noteSecurity(m_writing, "sign-in-unknown-device", member.id, attempt.address, {});
        return noted ? problemResponse(ProblemType::DeviceUnknown) : problemResponse(noted.error());
    }
    member.totpStep = *step;
    member.failures = 0;
    member.lockedUntil = {};
    member.lastLogin = now;
    m_writing.server().signInFailures().forget(member.login);
    const NewRefreshToken refresh = firstRefreshToken(member.id.value, attempt.device, now, m_writing.parts().random);
    if (Done updated = m_staff.update(member); !updated)
        return problemResponse(updated.error());
    if (Done kept = Devices(m_writing.database()).keep(refresh.record, {}); !kept)
        return problemResponse(kept.error());
    return session(member, attempt.device, refresh.token, refresh.record.familyExpires);
}

/// A name nobody has is answered, and locked, as one that somebody has.
HttpResponse SignInDesk::failedAsNobody(const SignInAttempt &attempt)
{
    const Instant now = m_writing.now();
    SignInFailures &failures = m_writing.server().signInFailures();
    if (const Instant until = failures.of(attempt.login).lockedUntil; until > now)
        return locked(until, now);
    if (Done noted = noteSecurity(m_writing, "sign-in-unknown", {}, attempt.address, {}); !noted)
        return problemResponse(noted.error());
    const Instant until = failures.add(attempt.login, now).lockedUntil;
    return until > now ? locked(until, now) : wrong();
}

HttpResponse SignInDesk::failed(StaffMember member, const std::string &address)
{
    const Instant now = m_writing.now();
    ++member.failures;
    m_writing.server().signInFailures().add(member.login, now);
    const Instant until = lockAfter(member.failures, now);
    member.lockedUntil = until > now ? until : Instant{};
    if (Done updated = m_staff.update(member); !updated)
        return problemResponse(updated.error());
    const std::string_view kind = until > now ? "sign-in-locked" : "sign-in-failed";
    if (Done noted = noteSecurity(m_writing, kind, member.id, address, std::to_string(member.failures)); !noted)
        return problemResponse(noted.error());
    return until > now ? locked(until, now) : wrong();
}

HttpResponse SignInDesk::session(const StaffMember &member, const std::string &device, std::string refresh,
                                 Instant refreshUntil) const
{
    const ServerParts &parts = m_writing.parts();
    const Instant now = m_writing.now();
    Session session;
    session.actor = member.id.value;
    session.name = member.name;
    session.accessUntil = std::chrono::floor<std::chrono::seconds>(now + parts.config.access);
    const Result<std::string> access = m_writing.server().tokens().issue(
        {member.id, member.name, member.scopes, device, member.rights}, now, session.accessUntil);
    if (!access)
        return problemResponse(access.error());
    session.access = *access;
    session.refresh = std::move(refresh);
    session.refreshUntil = refreshUntil;
    session.scopes = member.scopes;
    session.epoch = m_writing.server().epoch();
    session.packHash = m_writing.pack().hash;
    session.serverTime = now;
    return answerWith(session);
}

/// A copy of a token ends the whole family: the thief's session as well as its owner's, who signs in again.
HttpResponse SignInDesk::refresh(const std::string &token, const std::string &device, const std::string &address)
{
    const Devices devices(m_writing.database());
    const Result<std::optional<RefreshRecord>> record = devices.refresh(refreshHash(token));
    if (!record)
        return problemResponse(record.error());
    const RefreshRuling ruling = judgeRefresh(*record ? &**record : nullptr, device, m_writing.now());
    if (ruling == RefreshRuling::RevokeFamily) {
        if (Done revoked = devices.revokeFamily((*record)->family); !revoked)
            return problemResponse(revoked.error());
        Done noted = noteSecurity(m_writing, "refresh-token-copied", {(*record)->subject}, address, {});
        return noted ? problemResponse(ProblemType::InvalidToken) : problemResponse(noted.error());
    }
    if (ruling == RefreshRuling::Reject)
        return problemResponse(ProblemType::InvalidToken);
    const Result<std::optional<StaffMember>> member = m_staff.byId({(*record)->subject});
    if (!member)
        return problemResponse(member.error());
    if (!*member || (*member)->disabled)
        return problemResponse(ProblemType::InvalidToken);
    if (ruling == RefreshRuling::AcceptAgain) {
        if (Done revoked = devices.revokeSuccessors((*record)->hash); !revoked)
            return problemResponse(revoked.error());
    }
    const NewRefreshToken next = nextRefreshToken(**record, m_writing.parts().random);
    if (Done used = devices.use(**record, m_writing.now()); !used)
        return problemResponse(used.error());
    if (Done kept = devices.keep(next.record, (*record)->hash); !kept)
        return problemResponse(kept.error());
    return session(**member, device, next.token, next.record.familyExpires);
}

HttpResponse SignInDesk::signOut(const Caller &caller)
{
    if (Done revoked = Devices(m_writing.database()).revokeAllOf(caller.actor); !revoked)
        return problemResponse(revoked.error());
    HttpResponse response;
    response.status = 204;
    return response;
}

} // namespace zsb
