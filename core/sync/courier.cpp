#include "core/sync/courier.h"

#include "core/protocol/wire.h"
#include "core/storage/opqueue.h"
#include "core/sync/claimedpictures.h"
#include "core/sync/parcel.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace zsb {
namespace {

constexpr int mostOpsInParcel = 100'000;
constexpr std::size_t mostLeases = 500; ///< the service gives and extends at once

Done writeFiles(const Store &store, const std::vector<Op> &ops, const WriteBytes &to)
{
    std::set<std::string> sent;
    for (const Op &op : ops) {
        for (const auto &[sha256, bytes] : blobsOf(op.command.body)) {
            const Result<std::string> content = store.blobs().read(sha256, BlobStore::Verify::Yes);
            if (!content || !sent.insert(sha256).second)
                continue; // the service may have it, and says so if not
            if (Done written = writeSection(to, SectionKind::File, sha256 + *content); !written)
                return written;
        }
    }
    return done();
}

/// As many of what is held as fit beside what is wanted.
LeaseRequest extended(LeaseRequest request, const std::vector<ApplicationId> &held)
{
    const std::size_t asked = request.release.size() + std::size_t(std::max(request.count, 0));
    const std::size_t room = asked < mostLeases ? mostLeases - asked : 0;
    if (request.count > 0)
        request.files.assign(held.begin(), held.begin() + std::ptrdiff_t(std::min(room, held.size())));
    return request;
}

/// What is held is to be worked on without a network: all its files, those somebody looked at first.
Done addWish(const Store &store, const ParcelWish &wish, Instant now, ParcelThere &there)
{
    const Result<std::vector<QueueEntry>> mine = claimedFiles(store, {there.actor}, now);
    if (!mine)
        return mine.error();
    const std::vector<ApplicationId> released = wish.lease ? wish.lease->release : std::vector<ApplicationId>();
    std::vector<ApplicationState> states;
    for (const QueueEntry &entry : *mine) {
        if (std::ranges::find(released, entry.id) != released.end())
            continue;
        Result<ApplicationState> state = store.state(entry.id);
        if (!state)
            return state.error();
        there.held.push_back(entry.id);
        std::ranges::copy_if(picturesOf(*state), std::back_inserter(there.has),
                             [&store](const std::string &sha256) { return store.blobs().contains(sha256); });
        states.push_back(*std::move(state));
    }
    for (const std::string &sha256 : wish.pictures)
        there.wanted.push_back({sha256, false});
    for (Fetch &what : missingOf(states, store.blobs())) {
        if (!what.preview || wish.previews)
            there.wanted.push_back(std::move(what));
    }
    there.previews = wish.previews;
    if (wish.lease)
        there.lease = extended(*wish.lease, there.held);
    return done();
}

/// The next section as words of the service, as a file, or as the end of the parcel.
Result<bool> takeSection(SyncEngine &engine, const Section &section, Instant now, ParcelNews &news)
{
    if (section.kind == SectionKind::End)
        return false;
    if (const std::optional<SectionFile> file = fileOf(section)) {
        const Fetch what{file->sha256, section.kind == SectionKind::Preview};
        const bool isHere = engine.takeCarried(what, std::string(file->bytes));
        ++(!isHere ? news.lacks : what.preview ? news.previews : news.files);
        return true;
    }
    const Result<ParcelBack> back = section.kind == SectionKind::Json
                                        ? readWire<ParcelBack>(section.bytes)
                                        : Result<ParcelBack>(Error{ErrorCode::Invalid, "no parcel"});
    if (!back)
        return back.error();
    if (Done taken = engine.takeCarried(*back, now); !taken)
        return taken.error();
    news.refused += int(back->refused.size());
    news.lacks += int(back->lacks.size());
    news.left += back->left;
    news.isOtherEpoch = news.isOtherEpoch || !back->epoch.empty();
    return true;
}

} // namespace

Done packParcel(Store &store, const ActorId &actor, const ParcelWish &wish, Instant now, const WriteBytes &to)
{
    const Result<std::optional<SyncPeer>> peer = readPeer(store.database());
    if (!peer || !*peer)
        return peer ? Done(Error{ErrorCode::NotFound, "this store is kept with no service"}) : peer.error();
    const OpQueue queue(store.database(), store.codec());
    const Result<std::vector<QueuedOp>> ready = queue.readyWithFiles(actor, now, mostOpsInParcel);
    if (!ready)
        return ready.error();
    ParcelThere there{.actor = actor.value,
                      .epoch = (*peer)->epoch,
                      .cursor = (*peer)->cursor,
                      .scope = (*peer)->scope,
                      .witness = (*peer)->witnessSize};
    if (Done wished = addWish(store, wish, now, there); !wished)
        return wished;
    std::vector<CommandId> ids;
    for (const QueuedOp &op : *ready) {
        ids.push_back(op.command.id);
        there.ops.push_back({op.command, op.base, op.after, op.epoch, op.judged});
    }
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction)
        return transaction.error();
    if (Done marked = queue.markSending(ids, now); !marked)
        return marked;
    if (Done committed = transaction->commit(); !committed)
        return committed;
    if (Done written = writeSection(to, SectionKind::Json, wireText(there)); !written)
        return written;
    if (Done written = writeFiles(store, there.ops, to); !written)
        return written;
    return writeSection(to, SectionKind::End, {});
}

Result<ParcelNews> takeParcel(SyncEngine &engine, const ReadBytes &from, Instant now)
{
    ParcelNews news;
    for (;;) {
        const Result<Section> section = readSection(from);
        if (!section)
            return section.error();
        const Result<bool> more = takeSection(engine, *section, now, news);
        if (!more)
            return more.error();
        if (!*more)
            return news;
    }
}

} // namespace zsb
