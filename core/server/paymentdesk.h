#pragma once

#include "core/protocol/http.h"
#include "core/protocol/payment.h"
#include "core/server/orders.h"
#include "core/server/serving.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

inline constexpr std::string_view wordRecorded = "recorded";
inline constexpr std::string_view wordKnown = "known"; ///< the order stood there already
inline constexpr std::string_view wordUnknownOrder = "unknown-order";
inline constexpr std::string_view wordAmount = "amount";
inline constexpr std::string_view wordLate = "late"; ///< money for an order that is over: to be given back

/// Money, in the writer's transaction (A1.7.1). The service takes none: it keeps orders and records what cashiers say.
class PaymentDesk
{
public:
    explicit PaymentDesk(Writing &writing) : m_writing(writing), m_orders(writing.database()) {}

    [[nodiscard]] HttpResponse open(const Caller &caller, const AskPayment &asked);
    [[nodiscard]] HttpResponse refund(const Caller &caller, const AskPayment &asked);
    /// What came of it. Errors: those of Store.
    [[nodiscard]] Result<std::string> hear(const GatewayWord &word);

private:
    [[nodiscard]] Result<std::string> rule(const GatewayWord &word);
    [[nodiscard]] Result<std::string> pay(Order order, const GatewayWord &word);
    [[nodiscard]] Done expire(Order order);
    /// The reason why not; nothing when it was recorded.
    [[nodiscard]] Result<std::optional<std::string>> record(const Order &order, PaymentState state,
                                                            std::string_view source);

    Writing &m_writing;
    Orders m_orders;
};

[[nodiscard]] OrderView viewOf(const Order &order, const std::string &cashier, Instant now);

} // namespace zsb
