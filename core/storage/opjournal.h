#pragma once

#include "core/base/clock.h"
#include "core/domain/command.h"
#include "core/domain/event.h"
#include "core/storage/opqueue.h"
#include "core/storage/replica.h"

#include <span>

namespace zsb {

/// Keeps every command that was carried out for sending, in the transaction of its events; does nothing in a database
/// that has no service. Refers to both.
class OpJournal
{
public:
    /// Looks once whether there is a service.
    [[nodiscard]] static Result<OpJournal> open(const Database &database, const FieldCodec &codec);

    /// Whether it takes back a decision that was sent: others may have seen it.
    [[nodiscard]] Result<bool> comesTooLate(const Command &command) const;
    /// `events` is what came of the command, `after` the application with them. What is taken back is never sent, nor
    /// is the taking back.
    [[nodiscard]] Done note(const Command &command, std::span<const Event> events, const ApplicationState &after) const;

private:
    OpJournal(bool kept, const Database &database, const FieldCodec &codec)
        : m_kept(kept), m_ops(database, codec), m_replica(database, codec)
    {
    }
    [[nodiscard]] Done withdraw(const CommandId &decision, ReplicaRow row) const;

    bool m_kept;
    OpQueue m_ops;
    Replica m_replica;
};

} // namespace zsb
