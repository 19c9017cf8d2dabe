#include "core/sync/backoff.h"

#include <algorithm>
#include <array>

namespace zsb {

std::int64_t randomBelow(std::int64_t bound, const RandomSource &random)
{
    std::array<std::uint8_t, 8> bytes{};
    random(bytes);
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes)
        number = number << 8 | byte;
    return bound <= 0 ? 0 : std::int64_t(number % std::uint64_t(bound));
}

void Backoff::fail(Instant now, std::optional<std::chrono::milliseconds> asked, const RandomSource &random)
{
    constexpr int mostDoublings = 8; // 5 s << 8 is more than the longest
    if (!isDue(now)) {
        m_until = std::max(m_until, now + asked.value_or(std::chrono::milliseconds(0)));
        return;
    }
    const auto pause = std::min(first * (1 << std::min(m_failures, mostDoublings)), longest);
    ++m_failures;
    const std::chrono::milliseconds jittered =
        pause / 2 + std::chrono::milliseconds(randomBelow(pause.count(), random));
    m_until = now + std::max(std::min(jittered, longest), asked.value_or(std::chrono::milliseconds(0)));
}

void Backoff::pace(Instant now, std::optional<std::chrono::milliseconds> asked, const RandomSource &random)
{
    const std::chrono::milliseconds pause = asked.value_or(std::chrono::seconds(1));
    m_until = std::max(m_until, now + pause + std::chrono::milliseconds(randomBelow(pause.count() / 2, random)));
}

std::chrono::milliseconds itemPause(int attempts, const RandomSource &random)
{
    using namespace std::chrono_literals;
    static constexpr std::array<std::chrono::milliseconds, 10> pauses = {25s,  25s,   25s, 25s, 25s,
                                                                         2min, 10min, 1h,  5h,  24h};
    const auto pause = pauses.at(std::size_t(std::clamp(attempts - 1, 0, int(pauses.size()) - 1)));
    return pause + std::chrono::milliseconds(randomBelow(pause.count() / 10, random));
}

} // namespace zsb
