#include "core/storage/feedintake.h"

#include "core/storage/batch.h"
#include "core/storage/opqueue.h"

#include <string_view>

namespace zsb {

ApplicationState remainsOf(const ApplicationId &id, const std::string &tombstone, const std::string &applicationNo)
{
    ApplicationState state;
    state.id = id;
    state.applicationNo = tombstone == "erased" ? std::string() : applicationNo;
    state.review.phase = Phase::Cancelled;
    state.cancelReason = tombstone;
    return state;
}

namespace {

/// Who an Adopted event is by.
constexpr std::string_view serviceActor = "service";
constexpr std::string_view serviceRole = "service";

} // namespace

FeedIntake::FeedIntake(Batch &batch, const FieldCodec &codec, std::string packHash, std::string epoch, Instant now)
    : m_batch(batch),
      m_database(batch.database()),
      m_codec(codec),
      m_replica(m_database, codec),
      m_packHash(std::move(packHash)),
      m_epoch(std::move(epoch)),
      m_now(now)
{
}

Done FeedIntake::take(const FeedRow &incoming)
{
    Result<ReplicaRow> known = m_replica.row(incoming.id);
    if (!known)
        return known.error();
    ReplicaRow row = *std::move(known);
    const bool comesOrGoes = row.tombstone != incoming.tombstone;
    // beside what is kept aside the adopted version says nothing: it may be that of another epoch
    const bool isOld = incoming.version <= (row.shadow ? row.shadowVersion : row.version);
    if (isOld && !comesOrGoes && row.doubt == RowDoubt::Scope) {
        row.doubt = RowDoubt::None; // still one of ours, and nothing new
        return m_replica.write(row);
    }
    if (isOld && !comesOrGoes && row.doubt == RowDoubt::None)
        return done();
    if (incoming.state) {
        row.shadow = incoming.state;
    } else {
        const Result<ApplicationState> local = m_batch.state(incoming.id);
        if (!local)
            return local.error();
        if (local->revision == 0)
            return done(); // it was never here
        row.shadow = remainsOf(incoming.id, incoming.tombstone, local->applicationNo);
        row.expects = 0; // nothing more will be told of it
    }
    row.shadowVersion = incoming.version;
    row.tombstone = incoming.tombstone;
    row.doubt = RowDoubt::None;
    if (!row.touched) {
        const ApplicationState state = *std::move(row.shadow);
        return adopt(std::move(row), incoming.version, state);
    }
    if (Done kept = m_replica.write(row); !kept)
        return kept;
    return settleOne(incoming.id);
}

Done FeedIntake::dropDoubted()
{
    const Result<std::vector<ApplicationId>> gone = m_replica.doubtedByScope();
    if (!gone)
        return gone.error();
    for (const ApplicationId &id : *gone) {
        if (Done dropped = take({.id = id, .tombstone = "left-scope"}); !dropped)
            return dropped;
    }
    return done();
}

Result<int> FeedIntake::settle(int limit)
{
    const Result<std::vector<ApplicationId>> all = m_replica.unsettled(limit);
    if (!all)
        return all.error();
    for (const ApplicationId &id : *all) {
        if (Done settled = settleOne(id); !settled)
            return settled.error();
    }
    return int(all->size());
}

Done FeedIntake::settleOne(const ApplicationId &id)
{
    const Result<std::int64_t> waiting = OpQueue(m_database, m_codec).unanswered(id);
    if (!waiting)
        return waiting.error();
    Result<ReplicaRow> row = m_replica.row(id);
    if (!row)
        return row.error();
    if (*waiting > 0)
        return done();
    if (row->shadow && row->shadowVersion >= row->expects) {
        const ApplicationState state = *std::move(row->shadow);
        const int version = row->shadowVersion;
        return adopt(*std::move(row), version, state);
    }
    const bool meansNothing = row->shadow || row->doubt == RowDoubt::Epoch; // the version was counted by another epoch
    if (!row->touched || row->adopted == 0 || meansNothing || row->version < row->expects)
        return done(); // the service's answer to the last op has not come with the feed yet
    const Result<ApplicationState> before = lastAdopted(*row);
    if (!before)
        return before.error();
    const int version = row->version;
    return adopt(*std::move(row), version, *before);
}

Done FeedIntake::adopt(ReplicaRow row, int version, const ApplicationState &state)
{
    const Result<ApplicationState> local = m_batch.state(row.application);
    if (!local)
        return local.error();
    const Event event{.application = row.application,
                      .sequence = local->revision + 1,
                      .command = {"adopted-" + std::to_string(version)},
                      .actor = {std::string(serviceActor)},
                      .role = std::string(serviceRole),
                      .at = m_now,
                      .packHash = m_packHash,
                      .body = Adopted{version, state}};
    if (Done appended = m_batch.append({&event, 1}, {}); !appended)
        return appended;
    row.version = version;
    row.epoch = m_epoch;
    row.adopted = event.sequence;
    row.chain = {};
    row.touched = false;
    row.expects = 0;
    row.doubt = RowDoubt::None;
    row.shadowVersion = 0;
    row.shadow.reset();
    return m_replica.write(row);
}

/// Nothing of what was done here came to pass, and the service has nothing newer: as it was before.
Result<ApplicationState> FeedIntake::lastAdopted(const ReplicaRow &row) const
{
    const EventLog log(m_database, m_codec);
    const Result<std::vector<StoredEvent>> stored = log.ofApplication(row.application);
    if (!stored)
        return stored.error();
    if (row.adopted > int(stored->size()))
        return Error{ErrorCode::Unreadable, "the log has lost an adopted state"};
    Result<Event> event = log.decode(stored->at(std::size_t(row.adopted - 1)));
    if (!event)
        return event.error();
    auto *adopted = std::get_if<Adopted>(&event->body);
    if (adopted == nullptr)
        return Error{ErrorCode::Unreadable, "the log has lost an adopted state"};
    return std::move(adopted->state);
}

} // namespace zsb
