#include "core/server/ledger.h"

#include "core/protocol/wire.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

FieldPlace bodyPlace(const CommandId &op)
{
    return {"contested", op.value, "body"};
}

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

} // namespace

Result<std::optional<LedgerRow>> Ledger::find(const CommandId &op) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT actor, fingerprint, application, base, after_op, events, at, answer FROM ledger WHERE op = ?"_s,
        {sqlText(op.value)});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        Done ended = rows->ended();
        return ended ? Result<std::optional<LedgerRow>>(std::nullopt) : ended.error();
    }
    Result<OpAnswer> answer = readWire<OpAnswer>(rows->text(7));
    if (!answer)
        return Error{ErrorCode::Unreadable, "ledger: " + answer.error().detail};
    return std::optional(LedgerRow{.actor = {rows->text(0)},
                                   .fingerprint = rows->text(1),
                                   .application = {rows->text(2)},
                                   .base = int(rows->integer(3)),
                                   .after = {rows->text(4)},
                                   .events = int(rows->integer(5)),
                                   .at = Instant(std::chrono::milliseconds(rows->integer(6))),
                                   .answer = *std::move(answer)});
}

Done Ledger::keep(const LedgerRow &row) const
{
    return m_database.execute(u"INSERT INTO ledger (op, actor, fingerprint, application, base, after_op, outcome, "
                              "events, at, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                              {sqlText(row.answer.id.value), sqlText(row.actor.value), sqlText(row.fingerprint),
                               sqlText(row.application.value), sqlInteger(row.base), sqlText(row.after.value),
                               sqlText(idOf(row.answer.outcome)), sqlInteger(row.events), milliseconds(row.at),
                               sqlText(wireText(row.answer))});
}

Done Ledger::keepWhole(const Op &op, OpOutcome outcome, Instant at) const
{
    return m_database.execute(
        u"INSERT INTO contested (op, application, actor, outcome, at, body) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {sqlText(op.command.id.value), sqlText(op.command.application.value), sqlText(op.command.actor.value),
         sqlText(idOf(outcome)), milliseconds(at), m_codec.encode(bodyPlace(op.command.id), wireText(op))});
}

Result<Op> Ledger::whole(const CommandId &op) const
{
    Result<Rows> rows = m_database.run(u"SELECT body FROM contested WHERE op = ?"_s, {sqlText(op.value)});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{ErrorCode::NotFound, "no such op is kept"};
    const Result<std::string> text = m_codec.decode(bodyPlace(op), rows->bytes(0));
    return text ? readWire<Op>(*text) : Result<Op>(text.error());
}

Result<std::map<std::string, std::int64_t>> Ledger::outcomes() const
{
    Result<Rows> rows = m_database.run(u"SELECT outcome, count(*) FROM ledger GROUP BY outcome"_s);
    if (!rows)
        return rows.error();
    std::map<std::string, std::int64_t> counts;
    while (rows->next())
        counts[rows->text(0)] = rows->integer(1);
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return counts;
}

} // namespace zsb
