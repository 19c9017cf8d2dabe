#include "core/base/redact.h"
#include "core/rules/personkeys.h"
#include "core/server/accountforms.h"
#include "core/server/answers.h"
#include "core/server/readaudit.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/storage/sharedlookup.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr long long mostBytes = 16 << 10;
constexpr std::size_t mostNote = 2'000;

bool actsAs(const Call &call, Reader &reader, std::string_view role)
{
    return mayRole(reader.pack(), role, Verb::Assist) &&
           std::ranges::find(call.caller.scopes, role, &Scope::role) != call.caller.scopes.end();
}

Result<AccountView> viewOf(const Accounts &accounts, const Account &account)
{
    Result<std::vector<AccountEvent>> history = accounts.history(account.id);
    if (!history)
        return history.error();
    return AccountView{account.id.value,
                       account.active ? "active" : "closed",
                       account.documentType,
                       maskedNumber(account.documentNumber),
                       maskedPhone(account.phoneNumber),
                       account.created,
                       account.lastLogin,
                       *std::move(history)};
}

/// Every account a number or phone ever had; who looked is written down.
Answer find(const Call &call, Reader &reader)
{
    const Result<FindAccount> asked = readWire<FindAccount>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    const FieldCodec &codec = reader.store().codec();
    const Accounts accounts(reader.database(), codec);
    const std::string document = documentIndex(asked->documentType, asked->documentNumber, reader.pack(), codec);
    const bool byDocument = !asked->documentNumber.empty();
    if (!byDocument && asked->phone.empty())
        return problemResponse(ProblemType::BadRequest, "document_number, phone");
    const Result<std::vector<Account>> found =
        byDocument ? accounts.everByDocument(document)
                   : accounts.everByPhone(codec.lookupKey("phone", phoneKey(asked->phone)));
    if (!found)
        return problemResponse(found.error());
    AccountList list;
    for (const Account &account : *found) {
        Result<AccountView> view = viewOf(accounts, account);
        if (!view)
            return problemResponse(view.error());
        list.accounts.push_back(*std::move(view));
    }
    return afterNoting(call, "account", {found->empty() ? std::string() : found->front().id.value}, answerWith(list));
}

struct Asked
{
    CheckedForm checked{};
    InPerson by{};
};

/// What somebody at a desk asks for somebody else, looked at.
std::variant<Asked, HttpResponse> askedInPerson(const Call &call, Reader &reader, bool needsEvidence)
{
    Result<AssistAccount> asked = readWire<AssistAccount>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    if (!actsAs(call, reader, asked->role))
        return problemResponse(ProblemType::ForbiddenScope);
    if (asked->note.size() > mostNote || (needsEvidence && asked->note.empty()))
        return problemResponse(ProblemType::Unprocessable, "note",
                               {{"note", asked->note.empty() ? "missing" : "too-long"}});
    if (needsEvidence && asked->evidence.empty())
        return problemResponse(ProblemType::Unprocessable, "evidence", {{"evidence", "missing"}});
    if (!asked->evidence.empty() && !reader.store().blobs().contains(asked->evidence))
        return problemResponse(ProblemType::MissingBlobs, "evidence", {{"evidence", asked->evidence}});
    auto checked = checkedForm(std::move(asked->form), call, reader, true);
    if (auto *problem = std::get_if<HttpResponse>(&checked))
        return std::move(*problem);
    return Asked{std::get<CheckedForm>(std::move(checked)),
                 {call.caller.actor, asked->role, asked->evidence, asked->note}};
}

Answer assist(const Call &call, Reader &reader)
{
    auto asked = askedInPerson(call, reader, false);
    if (auto *problem = std::get_if<HttpResponse>(&asked))
        return std::move(*problem);
    return WriteJob([asked = std::get<Asked>(std::move(asked))](Writing &writing) {
        return AccountDesk(writing).assist(asked.checked, asked.by);
    });
}

Answer reclaim(const Call &call, Reader &reader)
{
    auto asked = askedInPerson(call, reader, true);
    if (auto *problem = std::get_if<HttpResponse>(&asked))
        return std::move(*problem);
    return WriteJob([asked = std::get<Asked>(std::move(asked)), id = ActorId{call.path.at("id")}](Writing &writing) {
        return AccountDesk(writing).reclaim(id, asked.checked, asked.by);
    });
}

Answer resetInPerson(const Call &call, Reader &reader)
{
    auto asked = askedInPerson(call, reader, false);
    if (auto *problem = std::get_if<HttpResponse>(&asked))
        return std::move(*problem);
    return WriteJob([asked = std::get<Asked>(std::move(asked)), id = ActorId{call.path.at("id")}](Writing &writing) {
        return AccountDesk(writing).resetInPerson(id, asked.checked, asked.by);
    });
}

constexpr std::array routes = {
    Route{.method = "POST",
          .pattern = "/v1/accounts:find",
          .needs = Verb::Assist,
          .writes = true,
          .maxBody = mostBytes,
          .handler = find},
    Route{.method = "POST",
          .pattern = "/v1/accounts:assist",
          .needs = Verb::Assist,
          .writes = true,
          .maxBody = mostBytes,
          .handler = assist},
    Route{.method = "POST",
          .pattern = "/v1/accounts/{id}/reclaim",
          .needs = Verb::Assist,
          .writes = true,
          .maxBody = mostBytes,
          .handler = reclaim},
    Route{.method = "POST",
          .pattern = "/v1/accounts/{id}/reset",
          .needs = Verb::Assist,
          .writes = true,
          .maxBody = mostBytes,
          .handler = resetInPerson},
};

} // namespace

std::span<const Route> accountStaffRoutes()
{
    return routes;
}

} // namespace zsb
