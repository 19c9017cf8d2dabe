#pragma once

#include "core/base/id.h"

#include <chrono>
#include <cstdint>
#include <span>

namespace zsb::sim {

/// A source that gives the same for the same seed everywhere (splitmix64).
class SimRandom
{
public:
    explicit SimRandom(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15ULL + 0x1234567ULL) {}

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int bound) { return bound <= 0 ? 0 : int(next() % std::uint64_t(bound)); }
    /// In so many of a thousand.
    bool mille(int share) { return below(1000) < share; }
    std::chrono::milliseconds span(std::chrono::milliseconds from, std::chrono::milliseconds to)
    {
        return from + std::chrono::milliseconds(below(int((to - from).count()) + 1));
    }
    [[nodiscard]] RandomSource source()
    {
        return [this](std::span<std::uint8_t> bytes) {
            for (std::uint8_t &byte : bytes)
                byte = std::uint8_t(next());
        };
    }

private:
    std::uint64_t m_state;
};

} // namespace zsb::sim
