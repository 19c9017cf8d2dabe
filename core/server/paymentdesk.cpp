#include "core/server/paymentdesk.h"

#include "core/crypto/base64url.h"
#include "core/server/answers.h"
#include "core/server/files.h"
#include "core/server/server.h"

namespace zsb {
namespace {

/// Who records money: nobody at a desk.
const ActorId cashierActor{"cashier-of-the-service"};
constexpr std::string_view cashierRole = "cashier";
constexpr std::string_view embeddedCashier = "/pay/";

std::string newOrderId(const RandomSource &random)
{
    std::string bytes(18, '\0');
    random({reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size()});
    return base64Url(bytes);
}

} // namespace

OrderView viewOf(const Order &order, const std::string &cashier, Instant now)
{
    const bool isOpen = order.state == PaymentState::Pending && !order.isOver(now);
    return {order.id,
            order.application,
            order.amountFen,
            order.isOver(now) ? PaymentState::Expired : order.state,
            isOpen ? (cashier.empty() ? std::string(embeddedCashier) : cashier) + order.id : std::string(),
            order.expires,
            order.paid};
}

Result<std::optional<std::string>> PaymentDesk::record(const Order &order, PaymentState state, std::string_view source)
{
    const Result<ApplicationState> file = m_writing.batch().state(order.application);
    if (!file)
        return file.error();
    Command command;
    command.id.value = uuid7(m_writing.now(), m_writing.parts().random);
    command.application = order.application;
    command.actor = cashierActor;
    command.role = cashierRole;
    command.at = m_writing.now();
    command.revision = file->revision;
    command.packHash = m_writing.pack().hash;
    command.body = RecordPayment{state, order.id, order.amountFen, std::string(source)};
    const Result<Execution> execution = m_writing.batch().execute(command);
    if (!execution)
        return execution.error();
    const auto *refusal = std::get_if<Refusal>(&*execution);
    return refusal ? std::optional(std::string(idOf(refusal->code))) : std::optional<std::string>();
}

/// What the file refuses to hear is over all the same: it has moved on by itself.
Done PaymentDesk::expire(Order order)
{
    const Result<std::optional<std::string>> refusal = record(order, PaymentState::Expired, "order");
    if (!refusal)
        return refusal.error();
    order.state = PaymentState::Expired;
    return m_orders.update(order);
}

HttpResponse PaymentDesk::open(const Caller &caller, const AskPayment &asked)
{
    const Instant now = m_writing.now();
    const Result<ApplicationState> file = m_writing.batch().state(asked.application);
    if (!file)
        return problemResponse(file.error());
    const Result<bool> allowed = file->revision == 0 ? Result<bool>(false)
                                                     : mayTouch(m_writing.database(), m_writing.pack(), caller,
                                                                asked.role, Verb::Register, *file);
    if (!allowed)
        return problemResponse(allowed.error());
    if (!*allowed)
        return problemResponse(ProblemType::NotFound);
    const std::string &cashier = m_writing.parts().config.candidates.cashier;
    Result<std::optional<Order>> last = m_orders.ofApplication(asked.application);
    if (!last)
        return problemResponse(last.error());
    if (*last && (*last)->state == PaymentState::Pending && !(*last)->isOver(now))
        return answerWith(viewOf(**last, cashier, now));
    if (*last && (*last)->isOver(now)) {
        if (Done expired = expire(**last); !expired)
            return problemResponse(expired.error());
    }
    Order order;
    order.id = newOrderId(m_writing.parts().random);
    order.application = asked.application;
    order.askedBy = caller.actor;
    order.amountFen = m_writing.pack().feeFen;
    order.created = now;
    order.expires = now + m_writing.parts().config.candidates.orderLife;
    const Result<std::optional<std::string>> refusal = record(order, PaymentState::Pending, "order");
    if (!refusal)
        return problemResponse(refusal.error());
    if (*refusal) // an order that ran out stays expired
        return problemResponse(ProblemType::Unprocessable, **refusal, {{"refusal", **refusal}});
    if (Done added = m_orders.add(order); !added)
        return problemResponse(added.error());
    return answerWith(viewOf(order, cashier, now), 201);
}

/// Money of a file that came to nothing goes back; the gateway tells when it has.
HttpResponse PaymentDesk::refund(const Caller &caller, const AskPayment &asked)
{
    const Result<ApplicationState> file = m_writing.batch().state(asked.application);
    const Result<std::optional<Order>> last = m_orders.ofApplication(asked.application);
    if (!file || !last)
        return problemResponse(file ? last.error() : file.error());
    const Result<bool> allowed = mayTouch(m_writing.database(), m_writing.pack(), caller, asked.role, Verb::Pay, *file);
    if (!allowed)
        return problemResponse(allowed.error());
    if (!*allowed || !*last)
        return problemResponse(ProblemType::NotFound);
    Order order = **last;
    const Result<std::optional<std::string>> refusal = record(order, PaymentState::Refunding, "desk");
    if (!refusal)
        return problemResponse(refusal.error());
    if (*refusal)
        return problemResponse(ProblemType::Unprocessable, **refusal, {{"refusal", **refusal}});
    order.state = PaymentState::Refunding;
    if (Done updated = m_orders.update(order); !updated)
        return problemResponse(updated.error());
    return answerWith(viewOf(order, m_writing.parts().config.candidates.cashier, m_writing.now()));
}

Result<std::string> PaymentDesk::hear(const GatewayWord &word)
{
    const Result<std::optional<std::string>> before = m_orders.outcomeOf(word.id);
    if (!before)
        return before.error();
    if (*before)
        return **before;
    const Result<std::string> outcome = rule(word);
    if (!outcome)
        return outcome.error();
    Done kept = m_orders.keepWord(word.id, word.order, word.state, *outcome, m_writing.now());
    return kept ? outcome : Result<std::string>(kept.error());
}

Result<std::string> PaymentDesk::rule(const GatewayWord &word)
{
    Result<std::optional<Order>> found = m_orders.byId(word.order);
    if (!found)
        return found.error();
    if (!*found)
        return std::string(wordUnknownOrder);
    Order order = **std::move(found);
    if (order.amountFen != word.amountFen)
        return std::string(wordAmount);
    if (order.state == word.state)
        return std::string(wordKnown);
    if (word.state == PaymentState::Paid)
        return pay(std::move(order), word);
    const Result<std::optional<std::string>> refusal = record(order, word.state, "gateway");
    if (!refusal)
        return refusal.error();
    if (*refusal)
        return **refusal;
    order.state = word.state;
    Done updated = m_orders.update(order);
    return updated ? Result<std::string>(std::string(wordRecorded)) : updated.error();
}

/// The gateway took the money before or after the order ran out; only what came in time counts.
Result<std::string> PaymentDesk::pay(Order order, const GatewayWord &word)
{
    if (order.isOver(m_writing.now())) {
        if (Done expired = expire(order); !expired)
            return expired.error();
        return std::string(wordLate);
    }
    if (order.state != PaymentState::Pending)
        return std::string(order.state == PaymentState::Expired ? wordLate : wordKnown);
    const Result<std::optional<std::string>> refusal = record(order, PaymentState::Paid, "gateway");
    if (!refusal)
        return refusal.error();
    if (*refusal)
        return **refusal;
    order.state = PaymentState::Paid;
    order.paid = m_writing.now();
    order.trade = word.trade;
    Done updated = m_orders.update(order);
    return updated ? Result<std::string>(std::string(wordRecorded)) : updated.error();
}

} // namespace zsb
