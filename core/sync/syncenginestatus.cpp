#include "core/protocol/captcha.h"
#include "core/storage/blobqueue.h"
#include "core/storage/opinbox.h"
#include "core/storage/opqueue.h"
#include "core/sync/pulllane.h"
#include "core/sync/pushlane.h"
#include "core/sync/ruleslane.h"
#include "core/sync/syncengine.h"

namespace zsb {

Result<SyncStatus> SyncEngine::status(Instant now) const
{
    const Store &store = m_context.parts.store;
    const OpQueue queue(store.database(), store.codec());
    SyncStatus status;
    const Result<OpCounts> counts = queue.counts();
    const Result<std::int64_t> blocked = queue.blocked(m_context.actor());
    const Result<BlobsLeft> left = BlobQueue(store.database()).left();
    const Result<std::int64_t> inbox = OpInbox(store.database()).unseen(m_context.actor());
    if (!counts || !blocked || !left || !inbox)
        return Error{ErrorCode::Conflict, "the database does not answer"};
    status.trouble = m_context.last.trouble;
    status.problem = m_context.last.problem;
    status.captcha = captchaIn(m_context.last.details);
    status.ops = *counts;
    status.blocked = *blocked;
    status.blobs = *left;
    status.inbox = *inbox;
    status.lastContact = m_context.lastContact;
    status.nextTry = m_context.line.isDue(now) ? Instant{} : m_context.line.until();
    status.isPulling = m_pull->isCatchingUp();
    status.clock = m_context.peer.clock;
    status.cursor = m_context.peer.cursor;
    status.rules = m_rules->state();
    status.mood = moodOf(status);
    return status;
}

SyncMood SyncEngine::moodOf(const SyncStatus &status) const
{
    if (!m_context.alarm.empty() || status.trouble == SyncTrouble::Key)
        return SyncMood::Alarm;
    if (!m_context.session || m_context.mustSignIn)
        return SyncMood::SignedOut;
    if (status.trouble != SyncTrouble::None && status.trouble != SyncTrouble::Policy)
        return SyncMood::Offline;
    if (status.inbox > 0)
        return SyncMood::Attention;
    if (m_push->isSending() || status.isPulling)
        return SyncMood::Sending;
    return status.ops.waiting() > 0 ? SyncMood::Waiting : SyncMood::UpToDate;
}

} // namespace zsb
