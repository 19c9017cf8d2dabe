#include "core/server/candidates.h"

#include "core/rules/personkeys.h"
#include "core/server/accounts.h"
#include "core/server/serving.h"
#include "core/storage/sharedlookup.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// What candidates do themselves. Portrait and identity come through the capture page, money through the cashier.
struct IsForCandidates
{
    bool operator()(const CreateDraft &body) const { return body.origin != Origin::Import; }
    bool operator()(const AcceptNotice &) const { return true; }
    bool operator()(const ChooseType &) const { return true; }
    bool operator()(const SetFields &) const { return true; }
    bool operator()(const AttachMaterial &) const { return true; }
    bool operator()(const RemoveMaterial &) const { return true; }
    bool operator()(const ConfirmForm &) const { return true; }
    bool operator()(const Submit &) const { return true; }
    bool operator()(const Withdraw &) const { return true; }
    bool operator()(const Cancel &) const { return true; }
    bool operator()(const RequestConversion &) const { return true; }
    bool operator()(const ChooseMajor &) const { return true; }
    bool operator()(const auto &) const { return false; }
};

Refusal unchangeable(Field field)
{
    return {RefusalCode::FieldUnchangeable, {{"field", std::string(fieldId(field))}}};
}

/// The type may come with the number or have come before it.
Result<std::optional<Refusal>> numberRefusal(Writing &writing, const ActorId &id, const SetFields &body,
                                             const ApplicationState &now)
{
    const FieldCodec &codec = writing.store().codec();
    const Result<std::optional<Account>> account = Accounts(writing.database(), codec).byId(id);
    if (!account)
        return account.error();
    if (!*account)
        return std::optional(Refusal{RefusalCode::RoleMayNot, {}});
    const auto text = [&](Field field) {
        const auto given = body.fields.find(field);
        const auto known = now.fields.find(field);
        return given != body.fields.end() ? given->second : known != now.fields.end() ? known->second : std::string();
    };
    const bool touchesNumber = body.fields.contains(Field::DocumentNumber) || body.fields.contains(Field::DocumentType);
    const std::string number = text(Field::DocumentNumber);
    if (touchesNumber && !number.empty() &&
        documentIndex(text(Field::DocumentType), number, writing.pack(), codec) != (*account)->document)
        return std::optional(unchangeable(Field::DocumentNumber));
    const auto phone = body.fields.find(Field::Phone);
    if (phone != body.fields.end() && !phone->second.empty() &&
        codec.lookupKey("phone", phoneKey(phone->second)) != (*account)->phone)
        return std::optional(unchangeable(Field::Phone));
    return std::optional<Refusal>();
}

} // namespace

Result<bool> isInNumberOf(const Database &database, const ActorId &account, const ApplicationId &id)
{
    const Result<std::int64_t> found =
        database.number(u"SELECT count(*) FROM account a JOIN application p ON p.document = a.document WHERE a.id = ? "
                        "AND a.state = 'active' AND p.id = ?"_s,
                        {sqlText(account.value), sqlText(id.value)});
    return found ? Result<bool>(*found > 0) : found.error();
}

Result<std::vector<ApplicationId>> filesOfAccount(const Database &database, const ActorId &account)
{
    Result<Rows> rows = database.run(
        u"SELECT p.id FROM application p WHERE p.phase <> 'cancelled' AND (p.id IN (SELECT e.application FROM events e "
        "WHERE e.actor = ? AND e.sequence = 1) OR p.document IN (SELECT a.document FROM account a WHERE a.id = ? AND "
        "a.state = 'active')) ORDER BY p.row"_s,
        {sqlText(account.value), sqlText(account.value)});
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> found;
    while (rows->next())
        found.push_back({rows->text(0)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::optional<Refusal>> candidateRefusal(Writing &writing, const ActorId &account, const Command &command,
                                                const ApplicationState &now)
{
    if (!std::visit(IsForCandidates{}, command.body))
        return std::optional(Refusal{RefusalCode::RoleMayNot, {{"role", command.role}}});
    if (std::holds_alternative<CreateDraft>(command.body) && now.revision == 0) {
        const Result<std::vector<ApplicationId>> files = filesOfAccount(writing.database(), account);
        if (!files)
            return files.error();
        return files->empty() ? std::optional<Refusal>() : std::optional(Refusal{RefusalCode::AlreadyExists, {}});
    }
    if (const auto *fields = std::get_if<SetFields>(&command.body))
        return numberRefusal(writing, account, *fields, now);
    return std::optional<Refusal>();
}

} // namespace zsb
