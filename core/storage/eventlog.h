#pragma once

#include "core/domain/event.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"
#include "core/storage/storedevent.h"

#include <span>
#include <vector>

namespace zsb {

/// Appends to the chained log and reads it. Refers to both; one thread, inside the transaction of the caller.
class EventLog
{
public:
    EventLog(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    /// Adds events to the end of the chain and to the outbox.
    [[nodiscard]] Done append(std::span<const Event> events, const std::string &commandHash) const;

    [[nodiscard]] Result<std::vector<StoredEvent>> ofApplication(const ApplicationId &id) const;
    [[nodiscard]] Result<std::vector<StoredEvent>> ofCommand(const CommandId &id) const;
    [[nodiscard]] Result<std::vector<StoredEvent>> decisionsOf(const ActorId &actor, int limit) const;
    [[nodiscard]] Result<std::vector<StoredEvent>> waiting(Instant now, int limit) const;
    /// Errors: Invalid (not an event this program knows, or not of this codec).
    [[nodiscard]] Result<Event> decode(const StoredEvent &stored) const;
    [[nodiscard]] Result<std::vector<Event>> decode(std::span<const StoredEvent> stored) const;
    /// A command's hash as it is kept: a plain one of what a number stands in could be guessed back, so that a codec
    /// that conceals keys it.
    [[nodiscard]] std::string keptHash(const std::string &commandHash) const;
    /// The body in clear.
    [[nodiscard]] Result<std::string> bodyOf(const StoredEvent &stored) const;

private:
    [[nodiscard]] Result<std::vector<StoredEvent>> select(const QString &where,
                                                          const std::vector<SqlValue> &values) const;
    [[nodiscard]] Done insert(const StoredEvent &event) const;

    const Database &m_database;
    const FieldCodec &m_codec;
};

} // namespace zsb
