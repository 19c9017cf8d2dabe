#include "core/sync/noticelane.h"

#include "core/protocol/wire.h"

#include <algorithm>
#include <iterator>

namespace zsb {

void NoticeLane::ask()
{
    if (!m_found)
        m_found.emplace();
}

void NoticeLane::forget()
{
    m_found.reset();
    m_read.clear();
    m_telling.clear();
    m_told.clear();
    m_asked = Asked::Nothing; // an answer finds nobody, nor whoever signs in next
    m_reports.clear();
}

Result<std::optional<HttpRequest>> NoticeLane::next(Instant now)
{
    if (!m_found && m_read.empty())
        return std::optional<HttpRequest>();
    if (std::string why = context().obstacle(now); !why.empty()) {
        m_read.clear();
        if (m_found)
            end(std::move(why));
        return std::optional<HttpRequest>();
    }
    if (!context().isOpen(now))
        return std::optional<HttpRequest>();
    m_asked = m_read.empty() ? Asked::Page : Asked::Read;
    if (m_asked == Asked::Read)
        return std::optional(readRequest());
    HttpRequest request = context().request("GET", "/v1/notices");
    const std::int64_t since = m_found->notices.empty() ? 0 : m_found->notices.back().seq;
    request.query.emplace_back("since", std::to_string(since));
    return std::optional(std::move(request));
}

HttpRequest NoticeLane::readRequest()
{
    const auto last = std::next(m_read.begin(), std::min(std::ptrdiff_t(m_read.size()), std::ptrdiff_t(noticesAtOnce)));
    m_telling = {m_read.begin(), last};
    m_read.erase(m_read.begin(), last);
    const NoticesRead read{{m_telling.begin(), m_telling.end()}};
    HttpRequest request = context().request("POST", "/v1/notices:read");
    request.headers["content-type"] = "application/json";
    request.body = wireText(read);
    return request;
}

Done NoticeLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply, m_asked == Asked::Page);
    context().note(verdict, now);
    switch (std::exchange(m_asked, Asked::Nothing)) {
    case Asked::Nothing:
        break;
    case Asked::Page:
        if (!verdict.isPacing()) // else asked again in a moment
            takePage(reply, verdict);
        break;
    case Asked::Read:
        if (verdict.isGood())
            noteRead();
        else if (verdict.isPacing())
            m_read.merge(m_telling);
        m_telling.clear();
        break;
    }
    return done();
}

void NoticeLane::noteRead()
{
    m_told.insert(m_told.end(), m_telling.begin(), m_telling.end());
    if (!m_found)
        return;
    for (NoticeRow &row : m_found->notices) // of pages that came before
        row.read = row.read || m_telling.contains(row.seq);
}

void NoticeLane::takePage(const Reply &reply, const ReplyVerdict &verdict)
{
    if (!m_found)
        return;
    if (!verdict.isGood()) {
        end(verdict.problem.empty() ? std::string(idOf(verdict.trouble)) : verdict.problem);
        return;
    }
    const Result<NoticePage> page = readWire<NoticePage>(std::get<HttpResponse>(reply).body);
    if (!page) {
        end(std::string(idOf(SyncTrouble::Server)));
        return;
    }
    m_found->notices.insert(m_found->notices.end(), page->notices.begin(), page->notices.end());
    if (page->notices.size() < std::size_t(noticesAtOnce))
        end({});
}

void NoticeLane::end(std::string problem)
{
    m_reports.push_back(*std::exchange(m_found, std::nullopt));
    m_reports.back().problem = std::move(problem);
}

Result<std::optional<Instant>> NoticeLane::due(Instant now)
{
    const bool isReady = (m_found || !m_read.empty()) && (context().mayAsk(now) || !context().obstacle(now).empty());
    return isReady ? std::optional(now) : std::optional<Instant>();
}

} // namespace zsb
