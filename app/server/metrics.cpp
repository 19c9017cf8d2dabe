#include "app/server/metrics.h"

#include "core/base/jsontext.h"

namespace zsb {
namespace {

/// As short as it reads back, which is what Prometheus reads too.
std::string number(double value)
{
    std::string text;
    appendJsonNumber(text, value);
    return text;
}

std::string comments(std::string_view name, std::string_view type, std::string_view help)
{
    std::string text = "# HELP ";
    text.append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" ").append(type);
    return text.append("\n");
}

double secondsOf(std::chrono::nanoseconds took)
{
    return std::chrono::duration<double>(took).count();
}

} // namespace

template<std::size_t N>
std::string Histogram<N>::text(std::string_view name, const std::string &labels) const
{
    std::string text;
    std::uint64_t count = 0;
    const std::string more = labels.empty() ? labels : labels + ',';
    for (std::size_t i = 0; i <= N; ++i) {
        count += m_counts[i];
        text.append(name).append("_bucket{").append(more).append("le=\"");
        text.append(i < N ? number(m_bounds[i]) : "+Inf").append("\"} ").append(std::to_string(count)).append("\n");
    }
    const std::string braces = labels.empty() ? labels : '{' + labels + '}';
    text.append(name).append("_sum").append(braces).append(" ").append(number(m_sum)).append("\n");
    text.append(name).append("_count").append(braces).append(" ").append(std::to_string(count)).append("\n");
    return text;
}

void Metrics::countRequest(std::string_view method, std::string_view route, int status, std::chrono::microseconds took)
{
    const std::lock_guard lock(m_mutex);
    Route &counted = m_routes[{std::string(method), std::string(route)}];
    ++counted.byStatus[status];
    counted.took.add(secondsOf(took));
}

void Metrics::countCommit(std::size_t jobs, std::chrono::nanoseconds took)
{
    m_batches.add(double(jobs));
    m_commits.add(secondsOf(took));
}

std::string Metrics::text() const
{
    std::string text = comments("zsb_http_requests_total", "counter", "Requests answered.");
    const std::lock_guard lock(m_mutex);
    const auto labelsOf = [](const auto &key) { return "method=\"" + key.first + "\",route=\"" + key.second + '"'; };
    for (const auto &[key, route] : m_routes) {
        for (const auto &[status, count] : route.byStatus)
            text.append("zsb_http_requests_total{")
                .append(labelsOf(key))
                .append(",status=\"")
                .append(std::to_string(status))
                .append("\"} ")
                .append(std::to_string(count))
                .append("\n");
    }
    text += comments("zsb_http_request_seconds", "histogram", "From the last byte asked to the last one answered.");
    for (const auto &[key, route] : m_routes)
        text += route.took.text("zsb_http_request_seconds", labelsOf(key));
    text += comments("zsb_commit_jobs", "histogram", "Writes that shared one transaction.");
    text += m_batches.text("zsb_commit_jobs", {});
    text += comments("zsb_commit_seconds", "histogram", "One transaction, until it was on the disk.");
    text += m_commits.text("zsb_commit_seconds", {});
    text += metricText("zsb_queue_readers", "gauge", "Requests waiting for a reader.", double(m_asking));
    text += metricText("zsb_queue_writer", "gauge", "Writes waiting for the writer.", double(m_jobs));
    text += metricText("zsb_queue_refused_total", "counter", "Requests told to come again.", double(m_turnedAway));
    return text;
}

std::string metricText(std::string_view name, std::string_view type, std::string_view help, double value)
{
    return comments(name, type, help).append(name).append(" ").append(number(value)).append("\n");
}

} // namespace zsb
