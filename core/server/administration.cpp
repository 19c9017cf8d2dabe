#include "core/server/administration.h"

#include "core/crypto/totp.h"
#include "core/server/staffrules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr std::chrono::hours codeLife{24};

/// 16 signs of 32: 80 bits, in groups people can type.
std::string newPassword(const RandomSource &random)
{
    static constexpr std::string_view signs = "23456789abcdefghjkmnpqrstuvwxyzA";
    static_assert(signs.size() == 32);
    std::array<std::uint8_t, 16> bytes{};
    random(bytes);
    std::string password;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            password += '-';
        password += signs[bytes[i] % signs.size()];
    }
    return password;
}

bool isAdministrator(const StaffMember &member)
{
    return std::ranges::find(member.scopes, "admin", &Scope::role) != member.scopes.end();
}

} // namespace

Result<std::unique_ptr<Administration>> Administration::open(ServerParts parts)
{
    Result<std::unique_ptr<Store>> store = Store::open(parts.store);
    if (!store)
        return store.error();
    return std::unique_ptr<Administration>(new Administration(std::move(parts), *std::move(store)));
}

Result<bool> Administration::hasAdministrator() const
{
    const Result<std::vector<StaffMember>> everybody = staff().all();
    if (!everybody)
        return everybody.error();
    return std::ranges::any_of(*everybody, isAdministrator);
}

Result<std::optional<NewSecrets>> Administration::addFirstAdministrator()
{
    const std::optional<NewSecrets> nobody;
    if (const Result<bool> isThere = hasAdministrator(); !isThere || *isThere)
        return isThere ? Result(nobody) : isThere.error();
    StaffMember member = newMember("admin", "admin", {{.role = "admin"}});
    Result<NewSecrets> secrets = give(member);
    if (!secrets)
        return secrets.error();
    Result<Transaction> transaction = Transaction::begin(m_store->database());
    if (!transaction)
        return transaction.error();
    if (const Result<bool> isThere = hasAdministrator(); !isThere || *isThere) // another service was faster
        return isThere ? Result(nobody) : isThere.error();
    if (Done inserted = insert(member); !inserted)
        return inserted.error();
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    return std::optional(*std::move(secrets));
}

/// What they sign in with from now on. Takes its time over the password, so never inside a transaction.
Result<NewSecrets> Administration::give(StaffMember &member) const
{
    NewSecrets secrets;
    secrets.id = member.id;
    secrets.login = member.login;
    secrets.password = newPassword(m_parts.random);
    const Result<std::string> line = hashPassword(secrets.password, serviceCost, m_parts.random);
    if (!line)
        return line.error();
    member.password = *line;
    member.totp = newTotpSecret(m_parts.random);
    member.totpStep = 0;
    secrets.totpSecret = base32(member.totp);
    secrets.totpUri = totpUri(member.totp, m_parts.config.name, member.login);
    return secrets;
}

Result<NewSecrets> Administration::addUser(std::string_view login, std::string_view name, std::vector<Scope> scopes)
{
    if (Done good = checkLogin(login); !good)
        return good.error();
    if (Done known = checkScopes(m_parts.book->pack(), scopes); !known)
        return known.error();
    StaffMember member = newMember(login, name, std::move(scopes));
    Result<NewSecrets> secrets = give(member);
    if (!secrets)
        return secrets;
    Result<Transaction> transaction = Transaction::begin(m_store->database());
    if (!transaction)
        return transaction.error();
    if (Done inserted = insert(member); !inserted)
        return inserted.error();
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    return secrets;
}

StaffMember Administration::newMember(std::string_view login, std::string_view name, std::vector<Scope> scopes) const
{
    StaffMember member;
    member.id = {uuid7(m_parts.clock(), m_parts.random)};
    member.login = Staff::folded(login);
    member.name = name;
    member.scopes = std::move(scopes);
    member.created = m_parts.clock();
    return member;
}

/// A part of the caller's transaction.
Done Administration::insert(const StaffMember &member) const
{
    if (Done added = staff().add(member); !added)
        return added;
    return note("user-added", member.id.value);
}

Result<StaffMember> Administration::found(std::string_view login) const
{
    Result<std::optional<StaffMember>> member = staff().byLogin(login);
    if (!member)
        return member.error();
    return *member ? Result<StaffMember>(**std::move(member)) : Error{ErrorCode::NotFound, "no such user"};
}

Result<NewSecrets> Administration::resetUser(std::string_view login)
{
    Result<StaffMember> given = found(login);
    if (!given)
        return given.error();
    Result<NewSecrets> secrets = give(*given);
    if (!secrets)
        return secrets;
    Result<Transaction> transaction = Transaction::begin(m_store->database());
    if (!transaction)
        return transaction.error();
    Result<StaffMember> member = found(login); // as they are by now
    if (!member)
        return member.error();
    member->password = given->password;
    member->totp = given->totp;
    member->totpStep = given->totpStep;
    secrets->disabled = member->disabled;
    member->failures = 0;
    member->lockedUntil = {};
    ++member->rights;
    if (Done updated = staff().update(*member); !updated)
        return updated.error();
    if (Done revoked = Devices(m_store->database()).revokeAllOf(member->id); !revoked)
        return revoked.error();
    if (Done noted = note("user-reset", member->id.value); !noted)
        return noted.error();
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    return secrets;
}

/// In one transaction, with an event of that name; tokens of before end.
Done Administration::changeUser(std::string_view login, const std::function<void(StaffMember &)> &change,
                                std::string_view noted)
{
    Result<Transaction> transaction = Transaction::begin(m_store->database());
    if (!transaction)
        return transaction.error();
    Result<StaffMember> member = found(login);
    if (!member)
        return member.error();
    const bool wasAdministrator = isAdministrator(*member) && !member->disabled;
    change(*member);
    ++member->rights;
    if (Done updated = staff().update(*member); !updated)
        return updated;
    if (Done somebody = wasAdministrator ? needAdministrator() : done(); !somebody)
        return somebody;
    if (Done revoked = member->disabled ? Devices(m_store->database()).revokeAllOf(member->id) : done(); !revoked)
        return revoked;
    if (Done written = note(noted, member->id.value); !written)
        return written;
    return transaction->commit();
}

/// Who has locked everybody out could be let in by nobody.
Done Administration::needAdministrator() const
{
    const Result<std::vector<StaffMember>> everybody = staff().all();
    if (!everybody)
        return everybody.error();
    const bool isThere = std::ranges::any_of(
        *everybody, [](const StaffMember &member) { return !member.disabled && isAdministrator(member); });
    return isThere ? done() : Done(Error{ErrorCode::Refused, "the last administrator stays one"});
}

Done Administration::disableUser(std::string_view login)
{
    return changeUser(
        login, [](StaffMember &member) { member.disabled = true; }, "user-disabled");
}

Done Administration::enableUser(std::string_view login)
{
    return changeUser(
        login, [](StaffMember &member) { member.disabled = false; }, "user-enabled");
}

Done Administration::setScopes(std::string_view login, std::vector<Scope> scopes)
{
    if (Done known = checkScopes(m_parts.book->pack(), scopes); !known)
        return known;
    return changeUser(
        login, [&scopes](StaffMember &member) { member.scopes = std::move(scopes); }, "scopes-changed");
}

Result<std::vector<StaffMember>> Administration::users() const
{
    return staff().all();
}

Result<std::string> Administration::newEnrolCode()
{
    Result<Transaction> transaction = Transaction::begin(m_store->database());
    if (!transaction)
        return transaction.error();
    const Devices devices(m_store->database());
    Result<std::string> code = devices.newCode(onMachine, m_parts.clock() + codeLife, m_parts.random);
    if (!code)
        return code;
    if (Done noted = note("enrol-code-issued", {}); !noted)
        return noted.error();
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    return code;
}

Result<std::vector<EnrolledDevice>> Administration::devices() const
{
    return Devices(m_store->database()).all();
}

Result<std::vector<DeviceUse>> Administration::deviceUses() const
{
    return Devices(m_store->database()).uses();
}

Done Administration::revokeDevice(std::string_view thumbprint)
{
    QString hex = QString::fromUtf8(thumbprint.data(), qsizetype(thumbprint.size())).toLower();
    hex.remove(u':');
    Result<Transaction> transaction = Transaction::begin(m_store->database());
    if (!transaction)
        return transaction.error();
    if (Done revoked = Devices(m_store->database()).revoke(hex.toStdString()); !revoked)
        return revoked;
    if (Done noted = note("device-revoked", hex.toStdString()); !noted)
        return noted;
    return transaction->commit();
}

Done Administration::note(std::string_view what, std::string_view about) const
{
    const Instant now = m_parts.clock();
    return m_store->database().execute(
        u"INSERT INTO security_event (id, at, kind, actor, address, detail) VALUES (?, ?, ?, ?, '', ?)"_s,
        {sqlText(uuid7(now, m_parts.random)), sqlInteger(now.time_since_epoch().count()), sqlText(what),
         sqlText(onMachine.value), sqlText(about)});
}

} // namespace zsb
