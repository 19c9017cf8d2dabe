#include "core/sync/capturelane.h"

#include "core/protocol/wire.h"

#include <algorithm>

namespace zsb {

void CaptureLane::forget()
{
    m_wanted.clear();
    m_reports.clear();
}

Result<std::optional<HttpRequest>> CaptureLane::next(Instant now)
{
    if (m_wanted.empty() || !context().isOpen(now))
        return std::optional<HttpRequest>();
    const Question question = std::move(m_wanted.front());
    m_wanted.pop_front();
    if (const auto *file = std::get_if<ApplicationId>(&question))
        return std::optional(context().request("GET", "/v1/captures/" + file->value));
    HttpRequest request = context().request("POST", "/v1/captures");
    request.headers["content-type"] = "application/json";
    request.body = wireText(std::get<NewCapture>(question));
    return std::optional(std::move(request));
}

Done CaptureLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply);
    context().note(verdict, now);
    CaptureReport report;
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
    const bool asks = !m_wanted.empty() && context().mayAsk(now);
    return asks ? std::optional(std::max(now, context().line.until())) : std::optional<Instant>();
}

} // namespace zsb
