#include "core/sync/accountlane.h"

#include "core/base/hash.h"
#include "core/protocol/wire.h"

namespace zsb {
namespace {

std::string pathOf(const AccountAsk &ask)
{
    switch (ask.wish) {
    case AccountWish::Find:
        return "/v1/accounts:find";
    case AccountWish::Assist:
        return "/v1/accounts:assist";
    case AccountWish::Reset:
        return "/v1/accounts/" + ask.account + "/reset";
    case AccountWish::Reclaim:
        return "/v1/accounts/" + ask.account + "/reclaim";
    }
    return {};
}

} // namespace

void AccountLane::forget()
{
    m_wanted.clear();
    m_reports.clear();
    m_isAsked = false; // its answer finds nobody
}

Result<std::optional<HttpRequest>> AccountLane::next(Instant now)
{
    if (m_wanted.empty())
        return std::optional<HttpRequest>();
    if (std::string why = context().obstacle(now); !why.empty()) {
        while (!m_wanted.empty())
            end({.wish = m_wanted.front().wish, .problem = why});
        return std::optional<HttpRequest>();
    }
    if (!context().isOpen(now))
        return std::optional<HttpRequest>();
    m_isAsked = true;
    AccountAsk &ask = m_wanted.front();
    m_isEvidence = !ask.evidence.empty();
    if (m_isEvidence)
        return std::optional(evidenceRequest());
    HttpRequest request = context().request("POST", pathOf(ask));
    request.headers["content-type"] = "application/json";
    request.body = ask.wish == AccountWish::Find ? wireText(ask.find) : wireText(ask.person);
    return std::optional(std::move(request));
}

HttpRequest AccountLane::evidenceRequest()
{
    AccountAsk &ask = m_wanted.front();
    ask.person.evidence = sha256Hex(ask.evidence);
    HttpRequest request = context().request("PUT", "/v1/blobs/" + ask.person.evidence);
    request.query.emplace_back("purpose", "material");
    request.headers["content-type"] = "application/octet-stream";
    request.body = std::exchange(ask.evidence, {});
    return request;
}

Done AccountLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply, !m_isEvidence);
    if (!verdict.isPacing()) // a phone that gets its next code later is nothing the line waits for
        context().note(verdict, now);
    if (std::exchange(m_isAsked, false) && !(m_isEvidence && verdict.isGood()))
        take(reply, verdict);
    return done();
}

void AccountLane::take(const Reply &reply, const ReplyVerdict &verdict)
{
    AccountReport report{.wish = m_wanted.front().wish};
    const bool changes = report.wish != AccountWish::Find && !m_isEvidence;
    if (!verdict.isGood()) {
        report.problem = verdict.problem.empty() ? std::string(idOf(verdict.trouble)) : verdict.problem;
        report.details = verdict.details;
        report.inDoubt = changes && (verdict.status == 0 || verdict.status >= 500);
        end(std::move(report));
        return;
    }
    const std::string &body = std::get<HttpResponse>(reply).body;
    bool isRead = false;
    if (report.wish == AccountWish::Find) {
        if (Result<AccountList> list = readWire<AccountList>(body)) {
            report.found = *std::move(list);
            isRead = true;
        }
    } else if (Result<AccountMade> made = readWire<AccountMade>(body)) {
        report.account = made->account;
        isRead = true;
    }
    if (!isRead) {
        report.problem = idOf(SyncTrouble::Server);
        report.inDoubt = changes;
    }
    end(std::move(report));
}

void AccountLane::end(AccountReport report)
{
    m_wanted.pop_front();
    m_reports.push_back(std::move(report));
}

Result<std::optional<Instant>> AccountLane::due(Instant now)
{
    const bool isReady = !m_wanted.empty() && (context().mayAsk(now) || !context().obstacle(now).empty());
    return isReady ? std::optional(now) : std::optional<Instant>();
}

} // namespace zsb
