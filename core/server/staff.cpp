#include "core/server/staff.h"

#include "core/base/text.h"
#include "core/domain/json.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

FieldPlace place(const ActorId &id, std::string_view column)
{
    return {"staff", id.value, column};
}

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

Instant instant(std::int64_t number)
{
    return Instant(std::chrono::milliseconds(number));
}

std::string scopesText(const std::vector<Scope> &scopes)
{
    return QJsonDocument(toJsonValue(scopes).toArray()).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::string Staff::folded(std::string_view login)
{
    return codeKey(login);
}

Result<std::vector<StaffMember>> Staff::select(const QString &where, const std::vector<SqlValue> &values) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, login, name, password, totp, totp_step, scopes, rights, disabled, failures, locked_until, "
        "created, last_login FROM staff "_s +
            where,
        values);
    if (!rows)
        return rows.error();
    std::vector<StaffMember> found;
    while (rows->next()) {
        StaffMember &member = found.emplace_back();
        member.id = {rows->text(0)};
        member.login = rows->text(1);
        const Result<std::string> name = m_codec.decode(place(member.id, "name"), rows->bytes(2));
        const Result<std::string> totp = m_codec.decode(place(member.id, "totp"), rows->bytes(4));
        Result<std::vector<Scope>> scopes =
            fromJsonValue<std::vector<Scope>>(QJsonDocument::fromJson(rows->bytes(6)).array());
        if (!name || !totp || !scopes)
            return Error{ErrorCode::Unreadable, "staff: not written by this service"};
        member.name = *name;
        member.password = rows->text(3);
        member.totp = *totp;
        member.totpStep = rows->integer(5);
        member.scopes = *std::move(scopes);
        member.rights = rows->integer(7);
        member.disabled = rows->integer(8) != 0;
        member.failures = int(rows->integer(9));
        member.lockedUntil = instant(rows->integer(10));
        member.created = instant(rows->integer(11));
        member.lastLogin = instant(rows->integer(12));
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::optional<StaffMember>> Staff::one(const QString &where, const SqlValue &value) const
{
    Result<std::vector<StaffMember>> found = select(where, {value});
    if (!found)
        return found.error();
    return found->empty() ? std::optional<StaffMember>() : std::optional(std::move(found->front()));
}

Result<std::optional<StaffMember>> Staff::byLogin(std::string_view login) const
{
    return one(u"WHERE login = ?"_s, sqlText(folded(login)));
}

Result<std::optional<StaffMember>> Staff::byId(const ActorId &id) const
{
    return one(u"WHERE id = ?"_s, sqlText(id.value));
}

Result<std::vector<StaffMember>> Staff::all() const
{
    return select(u"ORDER BY login"_s, {});
}

Done Staff::add(const StaffMember &member) const
{
    const Result<std::optional<StaffMember>> taken = byLogin(member.login);
    if (!taken)
        return taken.error();
    if (*taken)
        return Error{ErrorCode::Conflict, "the login is taken"};
    Done added = m_database.execute(
        u"INSERT INTO staff (id, login, name, password, totp, totp_step, scopes, rights, disabled, failures, "
        "locked_until, created, last_login) VALUES (?, ?, ?, '', ?, 0, '[]', 0, 0, 0, 0, ?, 0)"_s,
        {sqlText(member.id.value), sqlText(folded(member.login)), m_codec.encode(place(member.id, "name"), member.name),
         m_codec.encode(place(member.id, "totp"), member.totp), milliseconds(member.created)});
    return added ? update(member) : added;
}

Done Staff::update(const StaffMember &member) const
{
    return m_database.execute(
        u"UPDATE staff SET name = ?, password = ?, totp = ?, totp_step = ?, scopes = ?, rights = ?, disabled = ?, "
        "failures = ?, locked_until = ?, last_login = ? WHERE id = ?"_s,
        {m_codec.encode(place(member.id, "name"), member.name), sqlText(member.password),
         m_codec.encode(place(member.id, "totp"), member.totp), sqlInteger(member.totpStep),
         sqlText(scopesText(member.scopes)), sqlInteger(member.rights), sqlInteger(member.disabled ? 1 : 0),
         sqlInteger(member.failures), milliseconds(member.lockedUntil), milliseconds(member.lastLogin),
         sqlText(member.id.value)});
}

Result<bool> Staff::hasRights(const ActorId &id, std::int64_t rights) const
{
    Result<Rows> rows = m_database.run(u"SELECT rights, disabled FROM staff WHERE id = ?"_s, {sqlText(id.value)});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        Done ended = rows->ended();
        return ended ? Result<bool>(true) : ended.error();
    }
    return rows->integer(0) == rights && rows->integer(1) == 0;
}

} // namespace zsb
