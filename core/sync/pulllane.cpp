#include "core/sync/pulllane.h"

#include "core/crypto/checkpoint.h"
#include "core/protocol/wire.h"
#include "core/storage/batch.h"
#include "core/storage/feedintake.h"
#include "core/storage/opqueue.h"

#include <QByteArray>

#include <algorithm>

namespace zsb {
namespace {

constexpr int settledAtOnce = 500;

std::optional<MerkleHash> hashOf(const std::string &hex)
{
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromStdString(hex));
    MerkleHash hash{};
    if (bytes.size() != qsizetype(hash.size()) || hex.size() != 2 * hash.size())
        return std::nullopt;
    std::ranges::copy(bytes, reinterpret_cast<char *>(hash.data()));
    return hash;
}

/// What is known of the service once a page of our log is taken in.
void advance(SyncPeer &peer, const ChangesPage &page)
{
    peer.epoch = page.epoch;
    peer.cursor = page.next;
    peer.scope = page.scope;
    if (page.checkpoint && page.checkpoint->size > peer.witnessSize) {
        peer.witnessSize = page.checkpoint->size;
        peer.witnessRoot = page.checkpoint->root;
    }
}

} // namespace

Result<std::optional<HttpRequest>> PullLane::next(Instant now)
{
    if (!context().isOpen(now) || !m_pause.isDue(now))
        return std::optional<HttpRequest>();
    if (!m_waiting && !context().wantsPull && !m_more && now < m_looked + parts().config.poll)
        return std::optional<HttpRequest>();
    if (parts().freeBytes() < parts().config.stopPulling) {
        context().last.trouble = SyncTrouble::Storage;
        m_pause.fail(now, {}, parts().random);
        return std::optional<HttpRequest>();
    }
    const Result<int> rows = pageSize();
    if (!rows)
        return rows.error();
    if (m_waiting && !continues(*m_waiting))
        m_waiting.reset(); // of an epoch that is over: nothing follows on it
    context().wantsPull = false;
    m_isUnwanted = false;
    const SyncPeer peer = standing();
    m_witness = peer.witnessSize;
    HttpRequest request = context().request("GET", "/v1/changes");
    request.query = {{"epoch", peer.epoch},
                     {"since", std::to_string(peer.cursor)},
                     {"scope", peer.scope},
                     {"limit", std::to_string(*rows)},
                     {"witness", std::to_string(peer.witnessSize)}};
    return std::optional(std::move(request));
}

/// A page is one transaction, and whoever decides beside it waits for its end.
Result<int> PullLane::pageSize() const
{
    const Result<bool> decides = OpQueue(store().database(), store().codec()).holdsAny();
    if (!decides)
        return decides.error();
    return *decides ? parts().config.rowsBeside : parts().config.rowsPerPage;
}

/// How the client stands once the page that waits is taken in.
SyncPeer PullLane::standing() const
{
    SyncPeer peer = context().peer;
    if (m_waiting)
        advance(peer, *m_waiting);
    return peer;
}

Done PullLane::answer(const Reply &reply, Instant now)
{
    if (std::exchange(m_isUnwanted, false))
        return done();
    if (Done taken = takeWaiting(now); !taken)
        return taken;
    const ReplyVerdict verdict = judge(reply);
    if (!verdict.isGood())
        return refused(verdict, now);
    context().note(verdict, now);
    Result<ChangesPage> page = readWire<ChangesPage>(std::get<HttpResponse>(reply).body);
    const std::int64_t seen = context().peer.witnessSize;
    const bool provesForUs = seen == 0 || seen == m_witness; // another proof is nobody's fault
    if (!page || !continues(*page) || !provesForUs)
        return askAgain(now);
    return receive(*std::move(page), now);
}

Done PullLane::receive(ChangesPage page, Instant now)
{
    if (!isOurLog(page)) {
        context().alarm = "fork";
        context().last.trouble = SyncTrouble::Key;
        return done(); // nothing of the page is taken, and nothing more is asked
    }
    m_waiting = std::move(page);
    return m_waiting->more ? done() : takeWaiting(now);
}

Done PullLane::takeWaiting(Instant now)
{
    if (!m_waiting)
        return done();
    const ChangesPage page = *std::exchange(m_waiting, std::nullopt);
    if (!context().alarm.empty())
        return done();
    if (!continues(page))
        return askAgain(now);
    Done taken = take(page, now);
    if (taken)
        m_pause.succeed();
    else
        static_cast<void>(askAgain(now));
    return taken;
}

Done PullLane::askAgain(Instant now)
{
    context().wantsPull = true;
    m_pause.fail(now, {}, parts().random);
    return done();
}

void PullLane::forget()
{
    m_waiting.reset();
    m_isUnwanted = true;
    context().wantsPull = true;
}

Done PullLane::refused(const ReplyVerdict &verdict, Instant now)
{
    context().wantsPull = true;
    const auto said = [&](const char *name) {
        const auto found = verdict.details.find(name);
        return found == verdict.details.end() ? std::string() : found->second;
    };
    if (!verdict.isPacing()) // the line waits
        m_pause.fail(now, verdict.retryAfter, parts().random);
    if (verdict.problem == "epoch-changed" && !said("epoch").empty() && said("epoch") != context().peer.epoch) {
        context().note({}, now);
        m_pause.hurry();
        return enterEpoch(context(), said("epoch"), now);
    }
    if (verdict.problem == "scope-changed" && !said("scope").empty() && said("scope") != context().peer.scope) {
        context().note({}, now);
        m_pause.hurry();
        return enterScope(context(), said("scope"));
    }
    context().note(verdict, now);
    return done();
}

/// The page right after what is known, of the server as it is known.
bool PullLane::continues(const ChangesPage &page) const
{
    const SyncPeer &peer = context().peer;
    const bool leadsOn = page.more ? page.next > page.since : page.next >= page.since;
    return page.since == peer.cursor && leadsOn && (peer.epoch.empty() || page.epoch == peer.epoch);
}

Done PullLane::take(const ChangesPage &page, Instant now)
{
    Result<std::unique_ptr<Batch>> batch = store().begin(parts().book, now);
    if (!batch)
        return batch.error();
    FeedIntake intake(**batch, store().codec(), parts().book.pack().hash, page.epoch, now);
    for (const ChangeRow &row : page.rows) {
        if (Done taken = intake.take({row.id, row.version, std::string(idOf(row.tombstone)), row.state}); !taken)
            return taken;
    }
    if (!page.more) {
        if (Done dropped = intake.dropDoubted(); !dropped)
            return dropped;
        if (const Result<int> settled = intake.settle(settledAtOnce); !settled)
            return settled.error();
    }
    SyncPeer peer = context().peer;
    advance(peer, page);
    if (Done kept = writePeer(store().database(), peer); !kept)
        return kept;
    if (Done committed = (*batch)->commit(); !committed)
        return committed;
    context().peer = peer;
    context().epochInDoubt = false;
    context().people.insert(page.people.begin(), page.people.end());
    m_more = page.more;
    m_rows += int(page.rows.size());
    m_looked = now;
    return done();
}

Done PullLane::takeCarried(const ChangesPage &page, Instant now)
{
    if (Done taken = takeWaiting(now); !taken)
        return taken;
    if (!continues(page) || !context().alarm.empty())
        return done();
    if (Done received = receive(page, now); !received)
        return received;
    return takeWaiting(now);
}

/// Every client is a witness: what was once shown stays in every later log of the same epoch (SYNC.md D4).
bool PullLane::isOurLog(const ChangesPage &page) const
{
    const SyncPeer &peer = context().peer;
    if (!page.checkpoint)
        return peer.witnessSize == 0; // a server that gave checkpoints once gives them always
    const CheckpointNote &said = *page.checkpoint;
    const std::string origin = said.note.substr(0, said.note.find('\n'));
    const Result<Checkpoint> shown = readCheckpoint(said.note, origin, parts().serverKey);
    if (!shown || std::int64_t(shown->size) != said.size || shown->root != hashOf(said.root))
        return false;
    std::vector<MerkleHash> proof;
    for (const std::string &hex : said.consistency) {
        const std::optional<MerkleHash> hash = hashOf(hex);
        if (!hash)
            return false;
        proof.push_back(*hash);
    }
    if (const std::optional<MerkleHash> root = hashOf(peer.witnessRoot); root && peer.witnessSize > 0) {
        const Checkpoint seen{shown->origin, std::uint64_t(peer.witnessSize), *root};
        if (continuityOf(seen, *shown, proof) == LogContinuity::Fork)
            return false;
    }
    return true;
}

Result<std::optional<Instant>> PullLane::due(Instant now)
{
    if (!context().mayAsk(now))
        return std::optional<Instant>();
    if (context().wantsPull || m_more)
        return std::optional(std::max(now, m_pause.until()));
    return std::optional<Instant>(std::max(m_looked + parts().config.poll, m_pause.until()));
}

} // namespace zsb
