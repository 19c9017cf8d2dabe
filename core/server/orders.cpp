#include "core/server/orders.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

Instant instant(std::int64_t number)
{
    return Instant(std::chrono::milliseconds(number));
}

std::optional<PaymentState> stateOf(std::string_view text)
{
    for (const auto &[state, id] : enumIds(PaymentState{})) {
        if (id == text)
            return state;
    }
    return std::nullopt;
}

std::optional<Order> firstOf(std::vector<Order> found)
{
    return found.empty() ? std::optional<Order>() : std::optional(std::move(found.front()));
}

} // namespace

Result<std::vector<Order>> Orders::select(const QString &where, const std::vector<SqlValue> &values) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, application, account, amount_fen, state, created, expires, paid, trade FROM payment_order WHERE "_s +
            where,
        values);
    if (!rows)
        return rows.error();
    std::vector<Order> found;
    while (rows->next()) {
        const std::optional<PaymentState> state = stateOf(rows->text(4));
        if (!state)
            return Error{ErrorCode::Unreadable, "payment_order: not written by this service"};
        Order &order = found.emplace_back();
        order.id = rows->text(0);
        order.application = {rows->text(1)};
        order.askedBy = {rows->text(2)};
        order.amountFen = rows->integer(3);
        order.state = *state;
        order.created = instant(rows->integer(5));
        order.expires = instant(rows->integer(6));
        order.paid = rows->integer(7) == 0 ? std::nullopt : std::optional(instant(rows->integer(7)));
        order.trade = rows->text(8);
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::optional<Order>> Orders::byId(const std::string &id) const
{
    Result<std::vector<Order>> found = select(u"id = ?"_s, {sqlText(id)});
    return found ? Result<std::optional<Order>>(firstOf(*std::move(found))) : found.error();
}

Result<std::optional<Order>> Orders::ofApplication(const ApplicationId &id) const
{
    Result<std::vector<Order>> found = select(u"application = ? ORDER BY created DESC LIMIT 1"_s, {sqlText(id.value)});
    return found ? Result<std::optional<Order>>(firstOf(*std::move(found))) : found.error();
}

Result<std::vector<Order>> Orders::paidBetween(Instant from, Instant to) const
{
    return select(u"state IN ('paid', 'refunding') AND paid >= ? AND paid < ? ORDER BY paid, id"_s,
                  {milliseconds(from), milliseconds(to)});
}

Done Orders::add(const Order &order) const
{
    return m_database.execute(u"INSERT INTO payment_order (id, application, account, amount_fen, state, created, "
                              "expires, paid, trade) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '')"_s,
                              {sqlText(order.id), sqlText(order.application.value), sqlText(order.askedBy.value),
                               sqlInteger(order.amountFen), sqlText(idOf(order.state)), milliseconds(order.created),
                               milliseconds(order.expires)});
}

Done Orders::update(const Order &order) const
{
    return m_database.execute(u"UPDATE payment_order SET state = ?, paid = ?, trade = ? WHERE id = ?"_s,
                              {sqlText(idOf(order.state)), milliseconds(order.paid.value_or(Instant{})),
                               sqlText(order.trade), sqlText(order.id)});
}

Result<std::optional<std::string>> Orders::outcomeOf(const std::string &wordId) const
{
    Result<Rows> rows = m_database.run(u"SELECT outcome FROM payment_word WHERE id = ?"_s, {sqlText(wordId)});
    if (!rows)
        return rows.error();
    if (rows->next())
        return std::optional(rows->text(0));
    Done ended = rows->ended();
    return ended ? Result<std::optional<std::string>>(std::optional<std::string>()) : ended.error();
}

Done Orders::keepWord(const std::string &wordId, const std::string &order, PaymentState state,
                      const std::string &outcome, Instant now) const
{
    return m_database.execute(
        u"INSERT INTO payment_word (id, payment_order, at, state, outcome) VALUES (?, ?, ?, ?, "
        "?)"_s,
        {sqlText(wordId), sqlText(order), milliseconds(now), sqlText(idOf(state)), sqlText(outcome)});
}

} // namespace zsb
