#include "core/storage/eventlog.h"

#include "core/domain/json.h"
#include "core/storage/chain.h"
#include "core/storage/eventcolumns.h"

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// One event, so that its body cannot pass for that of another of the same application.
std::string bodyRow(const ApplicationId &application, std::int64_t sequence)
{
    return application.value + '/' + std::to_string(sequence);
}

std::string bodyText(const EventBody &body)
{
    return QJsonDocument(toJsonValue(body).toObject()).toJson(QJsonDocument::Compact).toStdString();
}

Instant heldUntil(const Event &event)
{
    const auto *decided = std::get_if<Decided>(&event.body);
    return decided != nullptr ? decided->heldUntil : event.at;
}

std::int64_t milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

} // namespace

Done EventLog::append(std::span<const Event> events, const std::string &commandHash) const
{
    Result<Rows> chain = m_database.run(u"SELECT events, head FROM chain WHERE id = 1"_s);
    if (!chain)
        return chain.error();
    if (!chain->next())
        return Error{ErrorCode::Unreadable, "the event log has lost its head"};
    std::int64_t count = chain->integer(0);
    std::string head = chain->text(1);
    for (const Event &event : events) {
        StoredEvent stored{.seq = ++count,
                           .application = event.application,
                           .sequence = event.sequence,
                           .command = event.command,
                           .commandHash = keptHash(commandHash),
                           .kind = std::string(kindOf(event.body)),
                           .at = event.at,
                           .actor = event.actor,
                           .role = event.role,
                           .packHash = event.packHash,
                           .body = m_codec.encode({"events", bodyRow(event.application, event.sequence), "body"},
                                                  bodyText(event.body)),
                           .previousHash = head,
                           .hash = {}};
        stored.hash = head = chainHash(stored);
        if (Done inserted = insert(stored); !inserted)
            return inserted;
        if (Done queued = m_database.execute(u"INSERT INTO outbox (seq, held_until) VALUES (?, ?)"_s,
                                             {sqlInteger(count), sqlInteger(milliseconds(heldUntil(event)))});
            !queued)
            return queued;
    }
    return m_database.execute(u"UPDATE chain SET events = ?, head = ? WHERE id = 1"_s,
                              {sqlInteger(count), sqlText(head)});
}

std::string EventLog::keptHash(const std::string &commandHash) const
{
    return m_codec.conceals() ? m_codec.lookupKey("command", commandHash) : commandHash;
}

Done EventLog::insert(const StoredEvent &event) const
{
    return m_database.execute(
        u"INSERT INTO events (seq, application, sequence, command_id, command_hash, kind, at, actor, role, pack_hash, "
        "body, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {sqlInteger(event.seq), sqlText(event.application.value), sqlInteger(event.sequence),
         sqlText(event.command.value), sqlText(event.commandHash), sqlText(event.kind),
         sqlInteger(milliseconds(event.at)), sqlText(event.actor.value), sqlText(event.role), sqlText(event.packHash),
         event.body, sqlText(event.previousHash), sqlText(event.hash)});
}

Result<std::vector<StoredEvent>> EventLog::ofApplication(const ApplicationId &id) const
{
    return select(u"application = ? ORDER BY sequence"_s, {sqlText(id.value)});
}

Result<std::vector<StoredEvent>> EventLog::ofCommand(const CommandId &id) const
{
    return select(u"command_id = ? ORDER BY seq"_s, {sqlText(id.value)});
}

Result<std::vector<StoredEvent>> EventLog::decisionsOf(const ActorId &actor, int limit) const
{
    return select(u"actor = ? AND kind IN (?, ?) ORDER BY seq DESC LIMIT ?"_s,
                  {sqlText(actor.value), sqlText(Decided::kind), sqlText(DecisionUndone::kind), limit});
}

Result<std::vector<StoredEvent>> EventLog::waiting(Instant now, int limit) const
{
    return select(u"seq IN (SELECT seq FROM outbox WHERE sent = 0 AND held_until <= ?) ORDER BY seq LIMIT ?"_s,
                  {sqlInteger(milliseconds(now)), limit});
}

Result<std::vector<StoredEvent>> EventLog::select(const QString &where, const std::vector<SqlValue> &values) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT "_s + eventColumnsAsStored(m_database.sql()) + u" FROM events WHERE "_s + where, values);
    if (!rows)
        return rows.error();
    std::vector<StoredEvent> events;
    while (rows->next())
        events.push_back(readEvent(*rows));
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return events;
}

Result<std::string> EventLog::bodyOf(const StoredEvent &stored) const
{
    return m_codec.decode({"events", bodyRow(stored.application, stored.sequence), "body"}, stored.body);
}

Result<Event> EventLog::decode(const StoredEvent &stored) const
{
    const Result<std::string> text = bodyOf(stored);
    if (!text)
        return within("event " + std::to_string(stored.seq), text.error());
    Result<EventBody> body =
        fromJsonValue<EventBody>(QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object());
    if (!body)
        return within("event " + std::to_string(stored.seq), body.error());
    return Event{.application = stored.application,
                 .sequence = int(stored.sequence),
                 .command = stored.command,
                 .actor = stored.actor,
                 .role = stored.role,
                 .at = stored.at,
                 .packHash = stored.packHash,
                 .body = *std::move(body)};
}

Result<std::vector<Event>> EventLog::decode(std::span<const StoredEvent> stored) const
{
    std::vector<Event> events;
    events.reserve(stored.size());
    for (const StoredEvent &one : stored) {
        Result<Event> event = decode(one);
        if (!event)
            return event.error();
        events.push_back(*std::move(event));
    }
    return events;
}

} // namespace zsb
