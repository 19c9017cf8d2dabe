#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/application.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace zsb {

/// `POST /v1/payments` (A1.7.1): the order of a file; the one there is while it can still be paid. Also of a refund.
struct AskPayment
{
    ApplicationId application{};
    std::string role{}; ///< as which the asker acts

    bool operator==(const AskPayment &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("application", &AskPayment::application), required("role", &AskPayment::role));
    }
};

struct OrderView
{
    std::string order{};
    ApplicationId application{};
    std::int64_t amountFen = 0;
    PaymentState state = PaymentState::Pending;
    std::string cashier{}; ///< where it is paid: `/pay/…` below the client's own address, or an address elsewhere
    Instant expires{};
    std::optional<Instant> paid{};

    bool operator==(const OrderView &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("order", &OrderView::order), required("application", &OrderView::application),
                          required("amount_fen", &OrderView::amountFen), required("state", &OrderView::state),
                          member("cashier", &OrderView::cashier), required("expires", &OrderView::expires),
                          member("paid", &OrderView::paid));
    }
};

/// What a gateway says of an order, in `POST /v1/payments/callback`. The header `x-zsb-signature` is the HMAC-SHA256
/// of the body in hex. The same `id` again changes nothing and gets the same answer.
struct GatewayWord
{
    std::string id{};
    std::string order{};
    PaymentState state = PaymentState::Paid; ///< paid or refunded
    std::int64_t amountFen = 0;
    std::string trade{}; ///< the gateway's own number

    bool operator==(const GatewayWord &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("id", &GatewayWord::id), required("order", &GatewayWord::order),
                          required("state", &GatewayWord::state), required("amount_fen", &GatewayWord::amountFen),
                          member("trade", &GatewayWord::trade));
    }
};
struct WordAnswer
{
    std::string outcome{}; ///< recorded, known, or why it was kept aside: amount, late, a refusal of the workflow

    bool operator==(const WordAnswer &) const = default;
    static constexpr auto members() { return std::tuple(required("outcome", &WordAnswer::outcome)); }
};

/// `POST /v1/payments/statements`: what a statement says and we do not, or the other way round.
struct Mismatch
{
    int line = 0; ///< of the statement; 0: it is not in there
    std::string order{};
    std::string kind{}; ///< unknown-order, amount, state, late, missing, or a refusal of the workflow

    bool operator==(const Mismatch &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("line", &Mismatch::line), required("order", &Mismatch::order),
                          required("kind", &Mismatch::kind));
    }
};
struct StatementAnswer
{
    int lines = 0;
    int agreed = 0;
    int recorded = 0; ///< paid by the statement, and known to us only now
    std::vector<Mismatch> mismatches{};

    bool operator==(const StatementAnswer &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("lines", &StatementAnswer::lines), required("agreed", &StatementAnswer::agreed),
                          required("recorded", &StatementAnswer::recorded),
                          required("mismatches", &StatementAnswer::mismatches));
    }
};

} // namespace zsb
