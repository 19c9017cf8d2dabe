#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/protocol/account.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The account of one person (A1.1.4) as the service keeps it.
struct Account
{
    ActorId id{};
    std::string document{}; ///< blind index
    std::string phone{};    ///< blind index
    std::string documentType{};
    std::string documentNumber{};
    std::string phoneNumber{};
    std::string password{}; ///< line of hashPassword()
    bool active = true;
    std::int64_t rights = 0; ///< tokens of an older count end
    int failures = 0;        ///< since the last success
    Instant lockedUntil{};
    Instant created{};
    Instant lastLogin{};
};

/// Accounts in the database; numbers pass through the codec. Inside the transaction of the caller where it writes.
class Accounts
{
public:
    Accounts(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    /// Of the active one.
    [[nodiscard]] Result<std::optional<Account>> byDocument(const std::string &document) const;
    [[nodiscard]] Result<std::optional<Account>> byPhone(const std::string &phone) const;
    [[nodiscard]] Result<std::optional<Account>> byId(const ActorId &id) const;
    /// Closed ones too, the active one first.
    [[nodiscard]] Result<std::vector<Account>> everByDocument(const std::string &document) const;
    [[nodiscard]] Result<std::vector<Account>> everByPhone(const std::string &phone) const;

    /// The caller has made sure that neither document nor phone is taken; the database does too.
    [[nodiscard]] Done add(const Account &account) const;
    /// Everything that may change of it.
    [[nodiscard]] Done update(const Account &account) const;
    /// Whether a token with that count of rights is still good.
    [[nodiscard]] Result<bool> hasRights(const ActorId &id, std::int64_t rights) const;

    [[nodiscard]] Done note(const std::string &eventId, const ActorId &account, const AccountEvent &event) const;
    [[nodiscard]] Result<std::vector<AccountEvent>> history(const ActorId &account) const;

private:
    [[nodiscard]] Result<std::vector<Account>> select(const QString &where, const SqlValue &value) const;
    [[nodiscard]] Result<std::optional<Account>> one(const QString &where, const SqlValue &value) const;

    const Database &m_database;
    const FieldCodec &m_codec;
};

} // namespace zsb
