#pragma once

#include "core/crypto/password.h"
#include "core/protocol/session.h"
#include "core/server/devices.h"
#include "core/server/serverparts.h"
#include "core/server/staff.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What a person is told once and nobody keeps.
struct NewSecrets
{
    ActorId id{};
    std::string login{};
    std::string password{};
    std::string totpSecret{}; ///< base 32
    std::string totpUri{};    ///< for an authenticator
    bool disabled = false;    ///< and they let nobody in before the account is enabled
};

/// Who works on the machine of the service, in events: no login belongs to them.
inline const ActorId onMachine{"administrator-on-the-machine"};

/// What an administrator does on the machine of the service itself: people, devices, codes. Works beside a running
/// server; every call is one transaction and in the list of security events. To be used in the thread that opened it.
class Administration
{
public:
    /// Makes or migrates the database. Errors: those of Store.
    [[nodiscard]] static Result<std::unique_ptr<Administration>> open(ServerParts parts);

    [[nodiscard]] Result<bool> hasAdministrator() const;
    /// Nothing when there is an administrator already, as when two services begin on one database at once. Locks
    /// nothing then.
    [[nodiscard]] Result<std::optional<NewSecrets>> addFirstAdministrator();
    /// Errors: Conflict (the login is taken), Invalid (checkLogin(), checkScopes()).
    [[nodiscard]] Result<NewSecrets> addUser(std::string_view login, std::string_view name, std::vector<Scope> scopes);
    /// Ends every session at once. Errors: NotFound, Refused (nobody could administer any more).
    [[nodiscard]] Done disableUser(std::string_view login);
    /// They come in again with what they had. Errors: NotFound.
    [[nodiscard]] Done enableUser(std::string_view login);
    /// Another password and secret; unlocks, and does not enable. Errors: NotFound.
    [[nodiscard]] Result<NewSecrets> resetUser(std::string_view login);
    /// Tokens of before end at once. Errors: NotFound, Invalid (checkScopes()), Refused (nobody could administer any
    /// more).
    [[nodiscard]] Done setScopes(std::string_view login, std::vector<Scope> scopes);
    [[nodiscard]] Result<std::vector<StaffMember>> users() const;

    /// For one device, within a day.
    [[nodiscard]] Result<std::string> newEnrolCode();
    [[nodiscard]] Result<std::vector<EnrolledDevice>> devices() const;
    [[nodiscard]] Result<std::vector<DeviceUse>> deviceUses() const;
    /// `thumbprint`: SHA-256 of its certificate in hex, colons or not. Errors: NotFound.
    [[nodiscard]] Done revokeDevice(std::string_view thumbprint);

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] const Pack &pack() const { return m_parts.book->pack(); }

private:
    Administration(ServerParts parts, std::unique_ptr<Store> store)
        : m_parts(std::move(parts)), m_store(std::move(store))
    {
    }
    [[nodiscard]] StaffMember newMember(std::string_view login, std::string_view name, std::vector<Scope> scopes) const;
    [[nodiscard]] Done insert(const StaffMember &member) const;
    [[nodiscard]] Result<NewSecrets> give(StaffMember &member) const;
    [[nodiscard]] Result<StaffMember> found(std::string_view login) const;
    [[nodiscard]] Done changeUser(std::string_view login, const std::function<void(StaffMember &)> &change,
                                  std::string_view noted);
    [[nodiscard]] Done needAdministrator() const;
    [[nodiscard]] Done note(std::string_view what, std::string_view about) const;
    [[nodiscard]] Staff staff() const { return {m_store->database(), m_store->codec()}; }

    ServerParts m_parts;
    std::unique_ptr<Store> m_store;
};

} // namespace zsb
