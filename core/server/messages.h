#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/storage/store.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

inline constexpr std::string_view messageRegisterCode = "register-code";
inline constexpr std::string_view messageResetCode = "reset-code";
inline constexpr std::string_view messagePhoneTaken = "phone-taken";   ///< somebody asked to register with it again
inline constexpr std::string_view messageAccountLost = "account-lost"; ///< the number was reclaimed in person

/// What a phone is to be told. Words are the gateway's.
struct Message
{
    std::string id{};
    std::string kind{};
    std::string phone{};
    std::string body{}; ///< the code, where there is one
    Instant expires{};
    int attempts = 0;
};

/// Messages that wait to be sent, in the transaction of what they tell; afterwards the list of what was sent.
class Messages
{
public:
    Messages(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    /// Inside the transaction of the caller.
    [[nodiscard]] Done add(const Message &message, Instant now) const;
    /// Oldest first. One that failed waits as many seconds as the square of its attempts, counted from when it was
    /// written.
    [[nodiscard]] Result<std::vector<Message>> waiting(Instant now, int limit) const;
    [[nodiscard]] Done sent(const Message &message, Instant now) const;
    [[nodiscard]] Done failed(const Message &message) const;

private:
    const Database &m_database;
    const FieldCodec &m_codec;
};

/// What carries messages to phones: a provider of short messages, or the operator's console. To be used by one thread.
class CodeGateway
{
public:
    CodeGateway() = default;
    CodeGateway(const CodeGateway &) = delete;
    CodeGateway &operator=(const CodeGateway &) = delete;
    virtual ~CodeGateway() = default;

    /// May take long. Errors: whatever keeps it from being sent; it is tried again until it is over.
    [[nodiscard]] virtual Done send(const Message &message) = 0;
};

/// Takes what was committed to the gateway. A message is sent at least once: a failure between sending and noting sends
/// it again. Of several services on one PostgreSQL database one sends at a time. To be used in the thread that opened
/// it.
class MessagePump
{
public:
    [[nodiscard]] static Result<std::unique_ptr<MessagePump>> open(const StoreOptions &options);

    /// Tries what waits, at most so many; how many were sent.
    [[nodiscard]] Result<int> run(CodeGateway &gateway, Instant now, int most = 50);

private:
    explicit MessagePump(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
    [[nodiscard]] Result<bool> hasTurn();
    [[nodiscard]] Result<std::vector<Message>> waitingNow(Instant now, int most);
    [[nodiscard]] Result<std::vector<Message>> waitingHere(Instant now, int most);

    std::unique_ptr<Store> m_store;
    bool m_hasTurn = false;
};

/// `138****5678`.
[[nodiscard]] std::string maskedPhone(std::string_view phone);

} // namespace zsb
