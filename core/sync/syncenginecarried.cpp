#include "core/storage/blobqueue.h"
#include "core/sync/pulllane.h"
#include "core/sync/pushlane.h"
#include "core/sync/syncengine.h"

namespace zsb {

Done SyncEngine::takeCarried(const ParcelBack &back, Instant now)
{
    if (!back.epoch.empty() && back.epoch != m_context.peer.epoch)
        return enterEpoch(m_context, back.epoch, now);
    if (back.answers) {
        if (Done taken = m_push->takeCarried(*back.answers, now); !taken)
            return taken;
    }
    if (back.leases || !back.leaseProblem.empty())
        m_ask->takeCarried({back.leases.value_or(LeaseAnswer{}), back.leaseProblem});
    const BlobQueue queue(m_context.parts.store.database());
    for (const auto &[sha256, problem] : back.refused) {
        if (Done noted = queue.postpone(sha256, 1, now + itemPause(1, m_context.parts.random), problem); !noted)
            return noted;
    }
    for (const ParcelLack &lack : back.lacks)
        m_fetches.arrived.push_back({lack.what, {}, lack.problem});
    return back.page ? m_pull->takeCarried(*back.page, now) : done();
}

bool SyncEngine::takeCarried(const Fetch &what, const std::string &bytes)
{
    std::erase(m_fetches.wanted, what);
    const SyncParts &parts = m_context.parts;
    const bool hasRoom = what.preview || parts.freeBytes() >= parts.config.stopFetching;
    m_fetches.arrived.push_back(hasRoom ? keepFetched(parts, what, bytes)
                                        : Fetched{what, {}, std::string(idOf(SyncTrouble::Storage))});
    return m_fetches.arrived.back().problem.empty();
}

std::vector<std::string> SyncEngine::wanted() const
{
    std::vector<std::string> originals;
    for (const Fetch &what : m_fetches.wanted) {
        if (!what.preview)
            originals.push_back(what.sha256);
    }
    return originals;
}

} // namespace zsb
