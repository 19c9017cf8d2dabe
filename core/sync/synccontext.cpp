#include "core/sync/synccontext.h"

#include "core/protocol/problem.h"
#include "core/storage/blobqueue.h"
#include "core/storage/database.h"
#include "core/storage/opqueue.h"
#include "core/storage/replica.h"
#include "core/sync/servertime.h"

namespace zsb {

bool SyncContext::mayAsk(Instant now) const
{
    return session && !mustSignIn && alarm.empty() && !wantsPing && session->accessUntil > now;
}

std::string SyncContext::obstacle(Instant now) const
{
    if (!session || mustSignIn)
        return std::string(idOf(ProblemType::InvalidToken));
    if (!alarm.empty())
        return std::string(idOf(SyncTrouble::Key));
    if (line.isDue(now) || last.isGood()) // asked more slowly it still answers
        return {};
    return last.problem.empty() ? std::string(idOf(last.trouble)) : last.problem;
}

HttpRequest SyncContext::request(std::string method, std::string path) const
{
    HttpRequest request;
    request.method = std::move(method);
    request.path = std::move(path);
    request.headers["accept"] = "application/json";
    if (session)
        request.headers["authorization"] = "Bearer " + session->access;
    return request;
}

bool SyncContext::isSigned(const std::string &text, const std::string &base64) const
{
    return isSignedBy(*parts.suite, parts.serverKey, text, base64);
}

void SyncContext::note(const ReplyVerdict &verdict, Instant now)
{
    if (verdict.isGood()) {
        line.succeed();
        last = {};
        lastContact = now;
        return;
    }
    if (verdict.isPacing()) {
        line.pace(now, verdict.retryAfter, parts.random);
        lastContact = now;
        return;
    }
    last = verdict;
    if (verdict.problem.empty() && verdict.isGeneral())
        wantsPing = true; // whoever that was, it was not our server
    if (verdict.status == 401 && session)
        session->accessUntil = {};
    else if (verdict.isGeneral())
        line.fail(now, verdict.retryAfter, parts.random);
}

Done enterEpoch(SyncContext &context, const std::string &epoch, Instant now)
{
    const Store &store = context.parts.store;
    SyncPeer peer = context.peer;
    const bool isFirst = peer.epoch.empty();
    peer.epoch = epoch;
    peer.cursor = 0;
    peer.witnessSize = 0;
    peer.witnessRoot.clear();
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction)
        return transaction.error();
    if (Done kept = writePeer(store.database(), peer); !kept)
        return kept;
    if (!isFirst) {
        const auto sent = OpQueue(store.database(), store.codec()).resendSince(now - context.parts.config.resend);
        if (!sent)
            return sent.error();
        if (Done forgotten = Replica(store.database(), store.codec()).forgetVersions(); !forgotten)
            return forgotten;
        if (Done forgotten = BlobQueue(store.database()).forgetArrivals(); !forgotten)
            return forgotten;
    }
    if (Done committed = transaction->commit(); !committed)
        return committed;
    context.peer = peer;
    context.epochInDoubt = false;
    context.wantsPull = true;
    return done();
}

Done enterScope(SyncContext &context, const std::string &scope)
{
    const Store &store = context.parts.store;
    SyncPeer peer = context.peer;
    peer.cursor = 0;
    peer.scope = scope;
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction)
        return transaction.error();
    if (Done kept = writePeer(store.database(), peer); !kept)
        return kept;
    if (Done doubted = Replica(store.database(), store.codec()).doubtScope(); !doubted)
        return doubted;
    if (Done committed = transaction->commit(); !committed)
        return committed;
    context.peer = peer;
    context.wantsPull = true;
    return done();
}

} // namespace zsb
