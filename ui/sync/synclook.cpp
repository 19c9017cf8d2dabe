#include "ui/sync/synclook.h"

#include "core/domain/event.h"
#include "core/protocol/op.h"
#include "core/protocol/wire.h"
#include "core/storage/eventlog.h"
#include "core/workflow/workflow.h"

#include <algorithm>
#include <limits>
#include <map>

namespace zsb {
namespace {

constexpr int mostOps = 300;
constexpr int mostInbox = 100;
constexpr int mostArrivals = 200;
constexpr std::chrono::hours ever{24 * 365 * 50};

/// Names are looked up once a file, however many ops it has.
class Names
{
public:
    explicit Names(const Store &store) : m_store(store) {}

    LookFile of(const ApplicationId &id)
    {
        const auto known = m_known.find(id);
        if (known != m_known.end())
            return known->second;
        LookFile file{.id = id};
        if (const Result<QueueEntry> entry = m_store.entry(id, QueueOrder::Number)) {
            file.number = entry->applicationNo;
            file.name = entry->name;
        }
        return m_known.emplace(id, file).first->second;
    }

private:
    const Store &m_store;
    std::map<ApplicationId, LookFile> m_known;
};

LookOp lookOf(const QueuedOp &op, Names &names)
{
    LookOp look{names.of(op.command.application), op, {}, {}, {}};
    if (const Result<OpAnswer> answer = readWire<OpAnswer>(op.answer)) {
        look.receipt = answer->receipt;
        look.refusal = answer->refusal;
        look.details = answer->details;
    }
    return look;
}

/// The application as it was before a command of ours: its events up to that one.
std::optional<ApplicationState> stateBefore(const Store &store, const ApplicationId &id, const CommandId &command)
{
    const EventLog log(store.database(), store.codec());
    const Result<std::vector<StoredEvent>> stored = log.ofApplication(id);
    const Result<std::vector<Event>> events = stored ? log.decode(*stored) : Result<std::vector<Event>>(stored.error());
    if (!events)
        return std::nullopt;
    ApplicationState state;
    for (const Event &event : *events) {
        if (event.command == command)
            return state.revision > 0 ? std::optional(state) : std::nullopt;
        state = apply(std::move(state), event);
    }
    return std::nullopt;
}

Done readConflicts(const Store &store, const ActorId &actor, Names &names, SyncLook &look)
{
    const Result<std::vector<InboxEntry>> inbox = OpInbox(store.database()).latest(actor, mostInbox);
    if (!inbox)
        return inbox.error();
    const OpQueue queue(store.database(), store.codec());
    for (const InboxEntry &entry : *inbox) {
        if (entry.seen)
            continue;
        const Result<std::optional<QueuedOp>> op = queue.find(entry.op);
        const Result<ApplicationState> state = store.state(entry.application);
        if (!op)
            return op.error();
        if (!*op || !state)
            continue;
        look.conflicts.push_back({entry, lookOf(**op, names), stateBefore(store, entry.application, entry.op), *state});
    }
    return done();
}

Done readDisputes(const Store &store, Names &names, SyncLook &look)
{
    const QueueQuery query{.phases = {std::string(idOf(Phase::Disputed))}};
    const Result<QueuePage> page = store.queue(query, {}, mostArrivals);
    if (!page)
        return page.error();
    for (const QueueEntry &entry : page->entries) {
        if (const Result<ApplicationState> state = store.state(entry.id))
            look.disputes.push_back({names.of(entry.id), *state});
    }
    return done();
}

Done readArrivals(const Store &store, SyncLook &look)
{
    const Result<QueueChanges> head = store.changes(std::numeric_limits<std::int64_t>::max(), 0);
    if (!head)
        return head.error();
    const Result<QueueChanges> recent =
        store.changes(std::max<std::int64_t>(0, head->upTo - mostArrivals), mostArrivals);
    if (!recent)
        return recent.error();
    const Result<std::vector<QueueEntry>> entries = store.entries(recent->rows, QueueOrder::Number);
    if (!entries)
        return entries.error();
    for (const QueueEntry &entry : *entries)
        look.arrivals.push_back({{entry.id, entry.applicationNo, entry.name}, entry.phase, entry.updated});
    std::ranges::sort(look.arrivals, std::greater(), &LookArrival::updated);
    return done();
}

Done readClaims(const Store &store, const ActorId &actor, Instant now, SyncLook &look)
{
    const Result<std::vector<QueueEntry>> mine = claimedFiles(store, actor, now);
    if (!mine)
        return mine.error();
    look.claimed = std::int64_t(mine->size());
    for (const QueueEntry &entry : *mine) {
        const Instant until = entry.claimedUntil.value_or(Instant{});
        if (look.claimedUntil == Instant{} || until < look.claimedUntil)
            look.claimedUntil = until;
        const Result<ApplicationState> state = store.state(entry.id);
        if (!state)
            return state.error();
        for (const std::string &sha256 : picturesOf(*state))
            look.wanted += store.blobs().contains(sha256) ? 0 : 1;
    }
    return done();
}

} // namespace

NoticeLook lookAtNotices(const Store &store, const NoticeReport &report)
{
    NoticeLook look{.problem = report.problem};
    for (const NoticeRow &row : report.notices) {
        NoticeSeen seen{row, {.id = row.application}, {}};
        if (const Result<QueueEntry> entry = store.entry(row.application, QueueOrder::Number)) {
            seen.file.number = entry->applicationNo;
            seen.file.name = entry->name;
            seen.phase = entry->phase;
        }
        look.notices.push_back(std::move(seen));
    }
    std::ranges::reverse(look.notices);
    return look;
}

Result<SyncLook> lookAtSync(const Store &store, const ActorId &actor, Instant now)
{
    SyncLook look;
    Names names(store);
    const Result<std::vector<QueuedOp>> ops = OpQueue(store.database(), store.codec()).latest(mostOps);
    if (!ops)
        return ops.error();
    for (const QueuedOp &op : *ops)
        look.ops.push_back(lookOf(op, names));
    Result<std::vector<QueuedBlob>> uploads = BlobQueue(store.database()).ready(now + ever, mostOps);
    if (!uploads)
        return uploads.error();
    look.uploads = *std::move(uploads);
    for (const Done &read : {readConflicts(store, actor, names, look), readDisputes(store, names, look),
                             readArrivals(store, look), readClaims(store, actor, now, look)}) {
        if (!read)
            return read.error();
    }
    return look;
}

} // namespace zsb
