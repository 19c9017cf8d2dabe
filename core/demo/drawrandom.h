#pragma once

#include <cstdint>

namespace zsb {

/// A seeded source of numbers for drawing: the same on every machine, unlike std's distributions (splitmix64).
class DrawRandom
{
public:
    explicit DrawRandom(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }

    /// 0 ≤ value < count
    int below(int count) { return int(next() % std::uint64_t(count)); }
    /// low ≤ value < high
    double between(double low, double high) { return low + (high - low) * double(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return between(0, 1) < probability; }

private:
    std::uint64_t m_state;
};

} // namespace zsb
