#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <chrono>
#include <optional>

namespace zsb {

/// How long to leave the line alone after it failed: 5 s, doubled each time, give or take half of it, at most 15
/// minutes; it never gives up (SYNC.md P.3). A value; time is passed in.
class Backoff
{
public:
    static constexpr std::chrono::milliseconds first{5'000};
    static constexpr std::chrono::milliseconds longest{15 * 60'000};

    /// Waits at least as long as the server asked for. What was under way together fails together: that counts once.
    void fail(Instant now, std::optional<std::chrono::milliseconds> asked, const RandomSource &random);
    /// The server is well and asked us to go slower: a second unless it said how long, and no failure.
    void pace(Instant now, std::optional<std::chrono::milliseconds> asked, const RandomSource &random);
    void succeed() { *this = {}; }
    /// The network has changed, the computer woke up, or somebody asked: at once, but as patient as before if it fails.
    void hurry() { m_until = {}; }

    [[nodiscard]] bool isDue(Instant now) const { return now >= m_until; }
    [[nodiscard]] Instant until() const { return m_until; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    int m_failures = 0;
    Instant m_until{};
};

/// How long one thing that the server does not take is left alone, after so many attempts: 25 s five times, then 2 and
/// 10 minutes, 1, 5 and 24 hours, with a little jitter (SYNC.md D2.8).
[[nodiscard]] std::chrono::milliseconds itemPause(int attempts, const RandomSource &random);

/// From 0 to below `bound`.
[[nodiscard]] std::int64_t randomBelow(std::int64_t bound, const RandomSource &random);

} // namespace zsb
