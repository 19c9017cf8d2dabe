#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/application.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// One order of a file (A1.7.1) as the service keeps it.
struct Order
{
    std::string id{}; ///< nobody guesses it: whoever has it may pay
    ApplicationId application{};
    ActorId askedBy{};
    std::int64_t amountFen = 0;
    PaymentState state = PaymentState::Pending;
    Instant created{};
    Instant expires{};
    std::optional<Instant> paid{};
    std::string trade{};

    /// By the time of the service (server time alone counts).
    [[nodiscard]] bool isOver(Instant now) const { return state == PaymentState::Pending && expires <= now; }
};

/// Orders and what gateways said of them. Inside the transaction of the caller where it writes.
class Orders
{
public:
    explicit Orders(const Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<Order>> byId(const std::string &id) const;
    /// The newest of a file.
    [[nodiscard]] Result<std::optional<Order>> ofApplication(const ApplicationId &id) const;
    /// Paid from then on and before then.
    [[nodiscard]] Result<std::vector<Order>> paidBetween(Instant from, Instant to) const;
    [[nodiscard]] Done add(const Order &order) const;
    [[nodiscard]] Done update(const Order &order) const;

    /// What came of a word that was heard before; nothing when it is new.
    [[nodiscard]] Result<std::optional<std::string>> outcomeOf(const std::string &wordId) const;
    [[nodiscard]] Done keepWord(const std::string &wordId, const std::string &order, PaymentState state,
                                const std::string &outcome, Instant now) const;

private:
    [[nodiscard]] Result<std::vector<Order>> select(const QString &where, const std::vector<SqlValue> &values) const;

    const Database &m_database;
};

} // namespace zsb
