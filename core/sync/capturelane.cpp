#include "core/sync/capturelane.h"

#include "core/protocol/wire.h"

#include <algorithm>

namespace zsb {

CaptureReport CaptureLane::reportOf(const Question &question)
{
    if (const auto *link = std::get_if<NewCapture>(&question))
        return {.file = link->application, .isLink = true};
    return {.file = std::get<ApplicationId>(question)};
}

void CaptureLane::watch(ApplicationId file)
{
    if (std::ranges::find(m_wanted, Question(file)) == m_wanted.end())
        m_wanted.emplace_back(std::move(file));
}

void CaptureLane::forget()
{
    m_wanted.clear();
    m_asked.reset(); // its answer finds nobody
    m_reports.clear();
}

Result<std::optional<HttpRequest>> CaptureLane::next(Instant now)
{
    if (m_wanted.empty())
        return std::optional<HttpRequest>();
    if (const std::string why = context().obstacle(now); !why.empty()) {
        for (const Question &question : std::exchange(m_wanted, {})) {
            m_reports.push_back(reportOf(question));
            m_reports.back().problem = why;
        }
        return std::optional<HttpRequest>();
    }
    if (!context().isOpen(now))
        return std::optional<HttpRequest>();
    m_asked = std::move(m_wanted.front());
    m_wanted.pop_front();
    if (const auto *file = std::get_if<ApplicationId>(&*m_asked))
        return std::optional(context().request("GET", "/v1/captures/" + file->value));
    HttpRequest request = context().request("POST", "/v1/captures");
    request.headers["content-type"] = "application/json";
    request.body = wireText(std::get<NewCapture>(*m_asked));
    return std::optional(std::move(request));
}

Done CaptureLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply);
    context().note(verdict, now);
    const std::optional<Question> asked = std::exchange(m_asked, std::nullopt);
    if (!asked)
        return done();
    CaptureReport report = reportOf(*asked);
    if (!verdict.isGood()) {
        report.problem = verdict.problem.empty() ? std::string(idOf(verdict.trouble)) : verdict.problem;
    } else if (Result<CaptureState> state = readWire<CaptureState>(std::get<HttpResponse>(reply).body)) {
        report.state = *std::move(state);
        if (report.state.collected)
            context().wantsPull = true; // the portrait is in the file at the service
    } else {
        report.problem = idOf(SyncTrouble::Server);
    }
    m_reports.push_back(std::move(report));
    return done();
}

Result<std::optional<Instant>> CaptureLane::due(Instant now)
{
    const bool isReady = !m_wanted.empty() && (context().mayAsk(now) || !context().obstacle(now).empty());
    return isReady ? std::optional(now) : std::optional<Instant>();
}

} // namespace zsb
