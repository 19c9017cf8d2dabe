#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/protocol/session.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A member of staff as the service keeps them.
struct StaffMember
{
    ActorId id{};
    std::string login{};       ///< folded: the same however it is typed
    std::string name{};        ///< as others see it
    std::string password{};    ///< line of hashPassword()
    std::string totp{};        ///< secret
    std::int64_t totpStep = 0; ///< last one used
    std::vector<Scope> scopes{};
    std::int64_t rights = 0;
    bool disabled = false;
    int failures = 0; ///< since the last success
    Instant lockedUntil{};
    Instant created{};
    Instant lastLogin{};
};

/// Staff in the database. Names and secrets pass through the codec. Inside the transaction of the caller where it
/// writes.
class Staff
{
public:
    Staff(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    [[nodiscard]] Result<std::optional<StaffMember>> byLogin(std::string_view login) const;
    [[nodiscard]] Result<std::optional<StaffMember>> byId(const ActorId &id) const;
    [[nodiscard]] Result<std::vector<StaffMember>> all() const;
    /// Errors: Conflict (the login is taken).
    [[nodiscard]] Done add(const StaffMember &member) const;
    [[nodiscard]] Done update(const StaffMember &member) const;
    /// Whether a token with that count of rights is still good; whoever is no staff has no count here.
    [[nodiscard]] Result<bool> hasRights(const ActorId &id, std::int64_t rights) const;

    [[nodiscard]] static std::string folded(std::string_view login);

private:
    [[nodiscard]] Result<std::vector<StaffMember>> select(const QString &where,
                                                          const std::vector<SqlValue> &values) const;
    [[nodiscard]] Result<std::optional<StaffMember>> one(const QString &where, const SqlValue &value) const;

    const Database &m_database;
    const FieldCodec &m_codec;
};

} // namespace zsb
