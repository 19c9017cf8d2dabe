#include "core/storage/opjournal.h"

#include "core/storage/syncpeer.h"

namespace zsb {

Result<OpJournal> OpJournal::open(const Database &database, const FieldCodec &codec)
{
    const Result<bool> kept = hasPeer(database);
    if (!kept)
        return kept.error();
    return OpJournal(*kept, database, codec);
}

Result<bool> OpJournal::comesTooLate(const Command &command) const
{
    const auto *undo = std::get_if<Undo>(&command.body);
    if (!m_kept || undo == nullptr)
        return false;
    const Result<std::optional<QueuedOp>> op = m_ops.find(undo->decision);
    if (!op)
        return op.error();
    if (*op)
        return (*op)->state != OpState::Pending;
    const Result<ReplicaRow> row = m_replica.row(command.application); // from another device, or before the service
    return row ? Result<bool>(row->version > 0) : Result<bool>(row.error());
}

Done OpJournal::note(const Command &command, std::span<const Event> events, const ApplicationState &after) const
{
    if (!m_kept)
        return done();
    Result<ReplicaRow> known = m_replica.row(command.application);
    if (!known)
        return known.error();
    ReplicaRow row = *std::move(known);
    row.touched = true;
    if (const auto *undo = std::get_if<Undo>(&command.body))
        return withdraw(undo->decision, std::move(row));
    QueuedOp op;
    op.command = command;
    op.base = row.version;
    op.after = row.chain;
    op.epoch = row.epoch;
    op.made = op.heldUntil = events.front().at;
    for (const Event &event : events) {
        if (const auto *decided = std::get_if<Decided>(&event.body)) {
            op.heldUntil = decided->heldUntil;
            op.judged = contentHash(after); // a decision changes nothing of it
        }
    }
    if (Done added = m_ops.add(op, blobsOf(command.body)); !added)
        return added;
    row.chain = command.id;
    return m_replica.write(row);
}

Done OpJournal::withdraw(const CommandId &decision, ReplicaRow row) const
{
    const Result<std::optional<QueuedOp>> op = m_ops.find(decision);
    if (!op)
        return op.error();
    if (!*op)
        return m_replica.write(row); // from before there was a service
    if (Done withdrawn = m_ops.withdraw(decision); !withdrawn)
        return withdrawn;
    row.chain = (*op)->after; // nothing has followed a decision that is taken back
    return m_replica.write(row);
}

} // namespace zsb
