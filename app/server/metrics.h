#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace zsb {

/// How many of something fell under each bound. Any thread.
template<std::size_t N>
class Histogram
{
public:
    explicit Histogram(const std::array<double, N> &bounds) : m_bounds(bounds) {}

    void add(double value)
    {
        std::size_t place = 0;
        while (place < N && value > m_bounds[place])
            ++place;
        ++m_counts[place];
        m_sum.fetch_add(value);
    }
    /// Prometheus text: cumulative buckets, sum, count. `labels` as `a="b"`, or empty.
    [[nodiscard]] std::string text(std::string_view name, const std::string &labels) const;

private:
    std::array<double, N> m_bounds;
    std::array<std::atomic<std::uint64_t>, N + 1> m_counts{};
    std::atomic<double> m_sum{0};
};

/// Figures of a running service, for /metrics. Nothing personal is in any of them. Any thread.
class Metrics
{
public:
    /// `route` is the pattern, never the path that was asked for.
    void countRequest(std::string_view method, std::string_view route, int status, std::chrono::microseconds took);
    void countCommit(std::size_t jobs, std::chrono::nanoseconds took);
    void countTurnedAway() { ++m_turnedAway; }
    void setWaiting(std::size_t asking, std::size_t jobs)
    {
        m_asking = asking;
        m_jobs = jobs;
    }

    /// Prometheus text format 0.0.4.
    [[nodiscard]] std::string text() const;

private:
    static constexpr std::array<double, 12> seconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                       0.1,   0.25,   0.5,   1.0,  2.5,   10.0};
    static constexpr std::array<double, 9> sizes = {1, 2, 4, 8, 16, 32, 64, 128, 256};

    struct Route
    {
        std::map<int, std::uint64_t> byStatus{};
        Histogram<12> took{seconds};
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, Route> m_routes; ///< by method and route
    Histogram<9> m_batches{sizes};
    Histogram<12> m_commits{seconds};
    std::atomic<std::uint64_t> m_turnedAway{0};
    std::atomic<std::uint64_t> m_asking{0};
    std::atomic<std::uint64_t> m_jobs{0};
};

/// One figure with its two comment lines.
[[nodiscard]] std::string metricText(std::string_view name, std::string_view type, std::string_view help, double value);

} // namespace zsb
