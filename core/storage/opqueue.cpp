#include "core/storage/opqueue.h"

#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

FieldPlace placeIn(const ApplicationId &application, std::string_view column)
{
    return {"sync_op", application.value, column};
}

SqlValue sqlInstant(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

Instant instantAt(const Rows &rows, int column)
{
    return Instant(std::chrono::milliseconds(rows.integer(column)));
}

Result<std::string> decoded(const FieldCodec &codec, const FieldPlace &place, const QByteArray &stored)
{
    return stored.isEmpty() ? Result<std::string>(std::string()) : codec.decode(place, stored);
}

Result<QueuedOp> readOp(const Rows &rows, const FieldCodec &codec)
{
    const ApplicationId application{rows.text(1)};
    const Result<std::string> body = decoded(codec, placeIn(application, "body"), rows.bytes(2));
    if (!body)
        return within("op", body.error());
    Result<Command> command = commandFromJson(QJsonDocument::fromJson(QByteArray::fromStdString(*body)).object());
    if (!command)
        return within("op", command.error());
    Result<std::string> answer = decoded(codec, placeIn(application, "answer"), rows.bytes(14));
    if (!answer)
        return within("op", answer.error());
    return QueuedOp{.n = rows.integer(0),
                    .command = *std::move(command),
                    .base = int(rows.integer(3)),
                    .after = {rows.text(4)},
                    .epoch = rows.text(16),
                    .judged = rows.text(17),
                    .made = instantAt(rows, 5),
                    .heldUntil = instantAt(rows, 6),
                    .state = fromId<OpState>(rows.text(7)).value_or(OpState::Pending),
                    .attempts = int(rows.integer(8)),
                    .nextTry = instantAt(rows, 9),
                    .sent = instantAt(rows, 10),
                    .trouble = rows.text(11),
                    .outcome = rows.text(12),
                    .version = int(rows.integer(13)),
                    .answer = *std::move(answer),
                    .answered = instantAt(rows, 15)};
}

/// Those before which no op of the same application is held back, for the moments twice, the actor, or `more`.
QString waitingFront(const QString &more)
{
    return u"WHERE state IN ('pending', 'sending') AND NOT EXISTS ("
           "SELECT 1 FROM sync_op e WHERE e.state IN ('pending', 'sending') "
           "AND e.application = o.application AND e.n <= o.n "
           "AND (e.held_until > ? OR e.next_try > ? OR e.actor <> ? "_s +
           more + u")) ORDER BY n LIMIT ?"_s;
}

} // namespace

Done OpQueue::add(const QueuedOp &op, const std::map<std::string, std::int64_t> &blobs) const
{
    const Command &command = op.command;
    const std::string body = QJsonDocument(toJson(command)).toJson(QJsonDocument::Compact).toStdString();
    if (Done added = m_database.execute(
            u"INSERT INTO sync_op (n, id, application, actor, kind, base, after_op, epoch, judged, body, made, "
            u"held_until, state) "
            "VALUES ((SELECT coalesce(max(n), 0) + 1 FROM sync_op), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {sqlText(command.id.value), sqlText(command.application.value), sqlText(command.actor.value),
             sqlText(kindOf(command.body)), sqlInteger(op.base), sqlText(op.after.value), sqlText(op.epoch),
             sqlText(op.judged), m_codec.encode(placeIn(command.application, "body"), body), sqlInstant(op.made),
             sqlInstant(op.heldUntil), sqlText(idOf(op.state))});
        !added)
        return added;
    for (const auto &[sha256, bytes] : blobs) {
        if (Done added = m_database.execute(
                u"INSERT INTO sync_blob (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"_s,
                {sqlText(sha256), sqlInteger(bytes)});
            !added)
            return added;
        if (Done added = m_database.execute(u"INSERT INTO sync_op_blob (op, sha256) VALUES (?, ?)"_s,
                                            {sqlText(command.id.value), sqlText(sha256)});
            !added)
            return added;
    }
    return done();
}

Result<std::vector<QueuedOp>> OpQueue::select(const QString &rest, const std::vector<SqlValue> &values) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT n, application, body, base, after_op, made, held_until, state, attempts, next_try, sent, trouble, "
        "outcome, version, answer, answered, epoch, judged FROM sync_op o "_s +
            rest,
        values);
    if (!rows)
        return rows.error();
    std::vector<QueuedOp> ops;
    while (rows->next()) {
        Result<QueuedOp> op = readOp(*rows, m_codec);
        if (!op)
            return op.error();
        ops.push_back(*std::move(op));
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return ops;
}

Result<std::optional<QueuedOp>> OpQueue::find(const CommandId &id) const
{
    Result<std::vector<QueuedOp>> found = select(u"WHERE id = ?"_s, {sqlText(id.value)});
    if (!found)
        return found.error();
    return found->empty() ? std::optional<QueuedOp>() : std::optional<QueuedOp>(std::move(found->front()));
}

Result<std::vector<QueuedOp>> OpQueue::ready(const ActorId &actor, Instant now, int limit) const
{
    return select(waitingFront(u"OR EXISTS (SELECT 1 FROM sync_op_blob w JOIN sync_blob b ON b.sha256 = w.sha256 "
                               "WHERE w.op = e.id AND b.arrived = 0)"_s),
                  {sqlInstant(now), sqlInstant(now), sqlText(actor.value), limit});
}

Result<std::vector<QueuedOp>> OpQueue::readyWithFiles(const ActorId &actor, Instant now, int limit) const
{
    return select(waitingFront({}), {sqlInstant(now), sqlInstant(now), sqlText(actor.value), limit});
}

Result<std::optional<Instant>> OpQueue::nextDue(const ActorId &actor, Instant now) const
{
    Result<Rows> rows =
        m_database.run(u"SELECT due FROM (SELECT CASE WHEN held_until > next_try THEN held_until ELSE next_try END "
                       "AS due FROM sync_op WHERE state IN ('pending', 'sending') AND actor = ?) AS waiting "
                       "WHERE due > ? ORDER BY due LIMIT 1"_s,
                       {sqlText(actor.value), sqlInstant(now)});
    if (!rows)
        return rows.error();
    if (rows->next())
        return std::optional<Instant>(instantAt(*rows, 0));
    return rows->ended() ? Result<std::optional<Instant>>(std::optional<Instant>()) : rows->ended().error();
}

Result<std::vector<QueuedOp>> OpQueue::latest(int limit) const
{
    return select(u"ORDER BY n DESC LIMIT ?"_s, {limit});
}

Result<bool> OpQueue::holdsAny() const
{
    const Result<std::int64_t> any = m_database.number(u"SELECT EXISTS (SELECT 1 FROM sync_op)"_s);
    return any ? Result<bool>(*any > 0) : Result<bool>(any.error());
}

Result<OpCounts> OpQueue::counts() const
{
    Result<Rows> rows = m_database.run(u"SELECT state, outcome, count(*) FROM sync_op GROUP BY state, outcome"_s);
    if (!rows)
        return rows.error();
    OpCounts counts;
    while (rows->next()) {
        const std::int64_t count = rows->integer(2);
        switch (fromId<OpState>(rows->text(0)).value_or(OpState::Pending)) {
        case OpState::Pending:
            counts.pending += count;
            break;
        case OpState::Sending:
            counts.sending += count;
            break;
        case OpState::Answered:
            counts.answered[rows->text(1)] += count;
            break;
        case OpState::Withdrawn:
            counts.withdrawn += count;
            break;
        }
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return counts;
}

Result<std::int64_t> OpQueue::unanswered(const ApplicationId &application) const
{
    return m_database.number(
        u"SELECT count(*) FROM sync_op WHERE state IN ('pending', 'sending') AND application = ?"_s,
        {sqlText(application.value)});
}

Result<std::int64_t> OpQueue::blocked(const ActorId &actor) const
{
    return m_database.number(u"SELECT count(*) FROM sync_op o WHERE state IN ('pending', 'sending') AND actor = ? AND "
                             "EXISTS (SELECT 1 FROM sync_op_blob w JOIN sync_blob b ON b.sha256 = w.sha256 "
                             "WHERE w.op = o.id AND b.arrived = 0)"_s,
                             {sqlText(actor.value)});
}

Done OpQueue::markSending(std::span<const CommandId> ids, Instant now) const
{
    for (const CommandId &id : ids) {
        if (Done marked = m_database.execute(
                u"UPDATE sync_op SET state = 'sending', attempts = attempts + 1, sent = ? WHERE id = ?"_s,
                {sqlInstant(now), sqlText(id.value)});
            !marked)
            return marked;
    }
    return done();
}

Done OpQueue::postpone(const CommandId &id, Instant nextTry, std::string_view trouble) const
{
    return m_database.execute(u"UPDATE sync_op SET next_try = ?, trouble = ? WHERE id = ?"_s,
                              {sqlInstant(nextTry), sqlText(trouble), sqlText(id.value)});
}

Done OpQueue::hurry() const
{
    if (Done hurried = m_database.execute(
            u"UPDATE sync_op SET next_try = 0 WHERE state IN ('pending', 'sending') AND next_try > 0"_s);
        !hurried)
        return hurried;
    return m_database.execute(u"UPDATE sync_blob SET next_try = 0 WHERE arrived = 0 AND next_try > 0"_s);
}

Done OpQueue::answer(const QueuedOp &op, std::string_view outcome, int version, std::string_view answer,
                     Instant now) const
{
    return m_database.execute(
        u"UPDATE sync_op SET state = 'answered', outcome = ?, version = ?, answer = ?, answered = ?, next_try = 0, "
        "trouble = '' WHERE id = ?"_s,
        {sqlText(outcome), sqlInteger(version), m_codec.encode(placeIn(op.command.application, "answer"), answer),
         sqlInstant(now), sqlText(op.command.id.value)});
}

Done OpQueue::withdraw(const CommandId &id) const
{
    return m_database.execute(u"UPDATE sync_op SET state = 'withdrawn' WHERE id = ?"_s, {sqlText(id.value)});
}

Result<std::int64_t> OpQueue::resendSince(Instant since) const
{
    const std::vector<SqlValue> values = {sqlInstant(since)};
    const Result<std::int64_t> count =
        m_database.number(u"SELECT count(*) FROM sync_op WHERE state = 'answered' AND sent >= ?"_s, values);
    if (!count)
        return count.error();
    if (Done again = m_database.execute(
            u"UPDATE sync_op SET state = 'sending', attempts = 0, next_try = 0 WHERE state = 'answered' AND sent >= ?"_s,
            values);
        !again)
        return again.error();
    return *count;
}

} // namespace zsb
