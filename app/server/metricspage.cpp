#include "app/server/metricspage.h"

#include "core/server/answers.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

bool isThisComputer(const std::string &address)
{
    return address == "::1" || address.starts_with("127.");
}

} // namespace

bool isMetricsRequest(const HttpRequest &request)
{
    return request.path == "/metrics";
}

HttpResponse metricsPage(const HttpRequest &request, const Metrics &metrics, const Reader &reader)
{
    if (!isThisComputer(request.peerAddress))
        return problemResponse(ProblemType::NotFound);
    if (request.method != "GET" && request.method != "HEAD")
        return problemResponse(ProblemType::MethodNotAllowed);
    HttpResponse response;
    response.headers["content-type"] = "text/plain; version=0.0.4; charset=utf-8";
    response.body = metrics.text();
    const Result<std::int64_t> events = reader.database().number(u"SELECT events FROM chain WHERE id = 1"_s);
    if (events)
        response.body += metricText("zsb_feed_position", "gauge", "Events in the log.", double(*events));
    return response;
}

} // namespace zsb
