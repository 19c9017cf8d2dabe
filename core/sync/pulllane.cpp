#include "core/sync/pulllane.h"

#include "core/crypto/checkpoint.h"
#include "core/protocol/wire.h"
#include "core/storage/batch.h"
#include "core/storage/feedintake.h"

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

} // namespace

Result<std::optional<HttpRequest>> PullLane::next(Instant now)
{
    if (!context().isOpen(now) || !m_pause.isDue(now))
        return std::optional<HttpRequest>();
    if (!context().wantsPull && !m_more && now < m_looked + parts().config.poll)
        return std::optional<HttpRequest>();
    if (parts().freeBytes() < parts().config.stopPulling) {
        context().last.trouble = SyncTrouble::Storage;
        m_pause.fail(now, {}, parts().random);
        return std::optional<HttpRequest>();
    }
    context().wantsPull = false;
    const SyncPeer &peer = context().peer;
    HttpRequest request = context().request("GET", "/v1/changes");
    request.query = {{"epoch", peer.epoch},
                     {"since", std::to_string(peer.cursor)},
                     {"scope", peer.scope},
                     {"limit", std::to_string(parts().config.rowsPerPage)},
                     {"witness", std::to_string(peer.witnessSize)}};
    return std::optional(std::move(request));
}

Done PullLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply);
    if (!verdict.isGood())
        return refused(verdict, now);
    context().note(verdict, now);
    const Result<ChangesPage> page = readWire<ChangesPage>(std::get<HttpResponse>(reply).body);
    if (!page || !continues(*page)) {
        context().wantsPull = true;
        m_pause.fail(now, {}, parts().random);
        return done();
    }
    if (Done taken = take(*page, now); !taken) {
        context().wantsPull = true;
        m_pause.fail(now, {}, parts().random);
        return taken;
    }
    m_pause.succeed();
    return done();
}

Done PullLane::refused(const ReplyVerdict &verdict, Instant now)
{
    context().wantsPull = true;
    const auto said = [&](const char *name) {
        const auto found = verdict.details.find(name);
        return found == verdict.details.end() ? std::string() : found->second;
    };
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
    return page.since == peer.cursor && page.next >= page.since && (peer.epoch.empty() || page.epoch == peer.epoch);
}

Done PullLane::take(const ChangesPage &page, Instant now)
{
    SyncPeer peer = context().peer;
    if (!isOurLog(page, peer)) {
        context().alarm = "fork";
        context().last.trouble = SyncTrouble::Key;
        return done(); // nothing of the page is taken, and nothing more is asked
    }
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
    peer.epoch = page.epoch;
    peer.cursor = page.next;
    peer.scope = page.scope;
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
    return continues(page) && context().alarm.empty() ? take(page, now) : done();
}

/// Every client is a witness: what was once shown stays in every later log of the same epoch (SYNC.md D4).
bool PullLane::isOurLog(const ChangesPage &page, SyncPeer &peer) const
{
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
    if (said.size > peer.witnessSize) {
        peer.witnessSize = said.size;
        peer.witnessRoot = said.root;
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
