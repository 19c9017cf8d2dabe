#include "core/server/messages.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int pumpLock = 0x7a7362; ///< any number, as long as it is always the same

FieldPlace place(const std::string &id, std::string_view column)
{
    return {"message", id, column};
}

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

} // namespace

std::string maskedPhone(std::string_view phone)
{
    constexpr std::size_t shown = 7;
    if (phone.size() <= shown)
        return std::string(phone.size(), '*');
    return std::string(phone.substr(0, 3)) + std::string(phone.size() - shown, '*') +
           std::string(phone.substr(phone.size() - 4));
}

Done Messages::add(const Message &message, Instant now) const
{
    return m_database.execute(
        u"INSERT INTO message (id, at, kind, phone, body, expires, attempts, sent) VALUES (?, ?, ?, ?, ?, ?, 0, 0)"_s,
        {sqlText(message.id), milliseconds(now), sqlText(message.kind),
         m_codec.encode(place(message.id, "phone"), message.phone),
         m_codec.encode(place(message.id, "body"), message.body), milliseconds(message.expires)});
}

Result<std::vector<Message>> Messages::waiting(Instant now, int limit) const
{
    Result<Rows> rows = m_database.run(u"SELECT id, kind, phone, body, expires, attempts FROM message WHERE sent = 0 "
                                       "AND expires > ? AND at + 1000 * attempts * attempts <= ? ORDER BY id LIMIT ?"_s,
                                       {milliseconds(now), milliseconds(now), sqlInteger(limit)});
    if (!rows)
        return rows.error();
    std::vector<Message> found;
    while (rows->next()) {
        const std::string id = rows->text(0);
        Result<std::string> phone = m_codec.decode(place(id, "phone"), rows->bytes(2));
        Result<std::string> body = m_codec.decode(place(id, "body"), rows->bytes(3));
        if (!phone || !body)
            return Error{ErrorCode::Unreadable, "message: not written by this service"};
        found.push_back({id, rows->text(1), *std::move(phone), *std::move(body),
                         Instant(std::chrono::milliseconds(rows->integer(4))), int(rows->integer(5))});
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

/// A code is no longer needed once it is on its way.
Done Messages::sent(const Message &message, Instant now) const
{
    return m_database.execute(u"UPDATE message SET sent = ?, attempts = attempts + 1, body = ? WHERE id = ?"_s,
                              {milliseconds(now), m_codec.encode(place(message.id, "body"), ""), sqlText(message.id)});
}

Done Messages::failed(const Message &message) const
{
    return m_database.execute(u"UPDATE message SET attempts = attempts + 1 WHERE id = ?"_s, {sqlText(message.id)});
}

Result<std::unique_ptr<MessagePump>> MessagePump::open(const StoreOptions &options)
{
    Result<std::unique_ptr<Store>> store = Store::open(options);
    if (!store)
        return store.error();
    return std::unique_ptr<MessagePump>(new MessagePump(*std::move(store)));
}

/// Services on one PostgreSQL database take turns: whoever has the lock keeps it as long as it is connected.
Result<bool> MessagePump::hasTurn()
{
    if (m_hasTurn || m_store->database().sql() == Sql::Sqlite)
        return true;
    const Result<std::int64_t> taken =
        m_store->database().number(u"SELECT CASE WHEN pg_try_advisory_lock(%1, CAST(oid AS INTEGER)) THEN 1 ELSE 0 END "
                                   "FROM pg_namespace WHERE nspname = current_schema()"_s.arg(pumpLock));
    if (!taken)
        return taken.error();
    m_hasTurn = *taken == 1;
    return m_hasTurn;
}

/// On another connection when its own was lost.
Result<std::vector<Message>> MessagePump::waitingNow(Instant now, int most)
{
    Result<std::vector<Message>> waiting = waitingHere(now, most);
    if (waiting || waiting.error().code != ErrorCode::Unreadable)
        return waiting;
    Result<std::unique_ptr<Store>> again = Store::open(m_store->options());
    if (!again)
        return again.error();
    m_store = *std::move(again);
    m_hasTurn = false;
    return waitingHere(now, most);
}

Result<std::vector<Message>> MessagePump::waitingHere(Instant now, int most)
{
    const Result<bool> turn = hasTurn();
    if (!turn)
        return turn.error();
    if (!*turn)
        return std::vector<Message>();
    return Messages(m_store->database(), m_store->codec()).waiting(now, most);
}

Result<int> MessagePump::run(CodeGateway &gateway, Instant now, int most)
{
    Result<std::vector<Message>> waiting = waitingNow(now, most);
    if (!waiting)
        return waiting.error();
    const Messages messages(m_store->database(), m_store->codec());
    int sent = 0;
    for (const Message &message : *waiting) {
        const bool isSent = gateway.send(message).has_value();
        Result<Transaction> transaction = Transaction::begin(m_store->database());
        if (!transaction)
            return transaction.error();
        if (Done noted = isSent ? messages.sent(message, now) : messages.failed(message); !noted)
            return noted.error();
        if (Done committed = transaction->commit(); !committed)
            return committed.error();
        sent += isSent ? 1 : 0;
    }
    return sent;
}

} // namespace zsb
