#include "core/server/accounts.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr std::string_view active = "active";
constexpr std::string_view closed = "closed";

FieldPlace place(const ActorId &id, std::string_view column)
{
    return {"account", id.value, column};
}

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

Instant instant(std::int64_t number)
{
    return Instant(std::chrono::milliseconds(number));
}

} // namespace

Result<std::vector<Account>> Accounts::select(const QString &where, const SqlValue &value) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, document, phone, document_type, document_number, phone_number, password, state, rights, failures, "
        "locked_until, created, last_login FROM account WHERE "_s +
            where,
        {value});
    if (!rows)
        return rows.error();
    std::vector<Account> found;
    while (rows->next()) {
        Account &account = found.emplace_back();
        account.id = {rows->text(0)};
        const Result<std::string> number = m_codec.decode(place(account.id, "document_number"), rows->bytes(4));
        const Result<std::string> phone = m_codec.decode(place(account.id, "phone_number"), rows->bytes(5));
        if (!number || !phone)
            return Error{ErrorCode::Unreadable, "account: not written by this service"};
        account.document = rows->text(1);
        account.phone = rows->text(2);
        account.documentType = rows->text(3);
        account.documentNumber = *number;
        account.phoneNumber = *phone;
        account.password = rows->text(6);
        account.active = rows->text(7) == active;
        account.rights = rows->integer(8);
        account.failures = int(rows->integer(9));
        account.lockedUntil = instant(rows->integer(10));
        account.created = instant(rows->integer(11));
        account.lastLogin = instant(rows->integer(12));
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::optional<Account>> Accounts::one(const QString &where, const SqlValue &value) const
{
    Result<std::vector<Account>> found = select(where, value);
    if (!found)
        return found.error();
    return found->empty() ? std::optional<Account>() : std::optional(std::move(found->front()));
}

Result<std::optional<Account>> Accounts::byDocument(const std::string &document) const
{
    return one(u"document = ? AND state = 'active'"_s, sqlText(document));
}

Result<std::optional<Account>> Accounts::byPhone(const std::string &phone) const
{
    return one(u"phone = ? AND state = 'active'"_s, sqlText(phone));
}

Result<std::optional<Account>> Accounts::byId(const ActorId &id) const
{
    return one(u"id = ?"_s, sqlText(id.value));
}

Result<std::vector<Account>> Accounts::everByDocument(const std::string &document) const
{
    return select(u"document = ? ORDER BY state, created DESC"_s, sqlText(document));
}

Result<std::vector<Account>> Accounts::everByPhone(const std::string &phone) const
{
    return select(u"phone = ? ORDER BY state, created DESC"_s, sqlText(phone));
}

Done Accounts::add(const Account &account) const
{
    Done added = m_database.execute(
        u"INSERT INTO account (id, document, phone, document_type, document_number, phone_number, password, state, "
        "rights, failures, locked_until, created, last_login) VALUES (?, ?, ?, ?, ?, ?, '', 'active', 0, 0, 0, ?, 0)"_s,
        {sqlText(account.id.value), sqlText(account.document), sqlText(account.phone), sqlText(account.documentType),
         m_codec.encode(place(account.id, "document_number"), account.documentNumber),
         m_codec.encode(place(account.id, "phone_number"), account.phoneNumber), milliseconds(account.created)});
    return added ? update(account) : added;
}

Done Accounts::update(const Account &account) const
{
    return m_database.execute(
        u"UPDATE account SET phone = ?, phone_number = ?, password = ?, state = ?, rights = ?, failures = ?, "
        "locked_until = ?, last_login = ? WHERE id = ?"_s,
        {sqlText(account.phone), m_codec.encode(place(account.id, "phone_number"), account.phoneNumber),
         sqlText(account.password), sqlText(account.active ? active : closed), sqlInteger(account.rights),
         sqlInteger(account.failures), milliseconds(account.lockedUntil), milliseconds(account.lastLogin),
         sqlText(account.id.value)});
}

Result<bool> Accounts::hasRights(const ActorId &id, std::int64_t rights) const
{
    Result<Rows> rows = m_database.run(u"SELECT rights, state FROM account WHERE id = ?"_s, {sqlText(id.value)});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        Done ended = rows->ended();
        return ended ? Result<bool>(false) : ended.error();
    }
    return rows->integer(0) == rights && rows->text(1) == active;
}

Done Accounts::note(const std::string &eventId, const ActorId &account, const AccountEvent &event) const
{
    return m_database.execute(
        u"INSERT INTO account_history (id, account, at, kind, actor, role, evidence, other, note) VALUES (?, ?, ?, ?, "
        "?, ?, ?, ?, ?)"_s,
        {sqlText(eventId), sqlText(account.value), milliseconds(event.at), sqlText(event.kind), sqlText(event.actor),
         sqlText(event.role), sqlText(event.evidence), sqlText(event.other),
         m_codec.encode({"account_history", eventId, "note"}, event.note)});
}

Result<std::vector<AccountEvent>> Accounts::history(const ActorId &account) const
{
    Result<Rows> rows = m_database.run(u"SELECT id, at, kind, actor, role, evidence, other, note FROM account_history "
                                       "WHERE account = ? ORDER BY id"_s,
                                       {sqlText(account.value)});
    if (!rows)
        return rows.error();
    std::vector<AccountEvent> found;
    while (rows->next()) {
        Result<std::string> note = m_codec.decode({"account_history", rows->text(0), "note"}, rows->bytes(7));
        if (!note)
            return note.error();
        found.push_back({instant(rows->integer(1)), rows->text(2), rows->text(3), rows->text(4), rows->text(5),
                         rows->text(6), *std::move(note)});
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

} // namespace zsb
