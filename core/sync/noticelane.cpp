#include "core/sync/noticelane.h"

#include "core/protocol/wire.h"

namespace zsb {

void NoticeLane::ask()
{
    if (!m_found)
        m_found.emplace();
}

void NoticeLane::forget()
{
    m_found.reset();
    m_isAsked = false; // an answer finds nobody, nor whoever signs in next
    m_reports.clear();
}

Result<std::optional<HttpRequest>> NoticeLane::next(Instant now)
{
    if (!m_found)
        return std::optional<HttpRequest>();
    if (std::string why = context().obstacle(now); !why.empty()) {
        end(std::move(why));
        return std::optional<HttpRequest>();
    }
    if (!context().isOpen(now))
        return std::optional<HttpRequest>();
    m_isAsked = true;
    HttpRequest request = context().request("GET", "/v1/notices");
    const std::int64_t since = m_found->notices.empty() ? 0 : m_found->notices.back().seq;
    request.query.emplace_back("since", std::to_string(since));
    return std::optional(std::move(request));
}

Done NoticeLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply);
    context().note(verdict, now);
    if (!std::exchange(m_isAsked, false) || !m_found)
        return done();
    if (!verdict.isGood()) {
        end(verdict.problem.empty() ? std::string(idOf(verdict.trouble)) : verdict.problem);
        return done();
    }
    const Result<NoticePage> page = readWire<NoticePage>(std::get<HttpResponse>(reply).body);
    if (!page) {
        end(std::string(idOf(SyncTrouble::Server)));
        return done();
    }
    m_found->notices.insert(m_found->notices.end(), page->notices.begin(), page->notices.end());
    if (page->notices.size() < std::size_t(noticesAtOnce))
        end({});
    return done();
}

void NoticeLane::end(std::string problem)
{
    m_reports.push_back(*std::exchange(m_found, std::nullopt));
    m_reports.back().problem = std::move(problem);
}

Result<std::optional<Instant>> NoticeLane::due(Instant now)
{
    const bool isReady = m_found && (context().mayAsk(now) || !context().obstacle(now).empty());
    return isReady ? std::optional(now) : std::optional<Instant>();
}

} // namespace zsb
