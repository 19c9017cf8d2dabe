#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace zsb {

/// A quick 64-bit hash for tables in memory: eight bytes at a time, well mixed, the same on every run. Equal hashes do
/// not prove equal texts; never stored, never sent.
[[nodiscard]] inline std::uint64_t textHash(std::string_view text, std::uint64_t seed = 0)
{
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = seed ^ (text.size() * factor);
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * factor;
        hash ^= hash >> 32;
    };
    const auto load = [](const char *at, auto word) {
        std::memcpy(&word, at, sizeof word);
        return std::uint64_t(word);
    };
    const char *at = text.data();
    const std::size_t size = text.size();
    std::size_t done = 0;
    for (; size - done > 8; done += 8)
        mix(load(at + done, std::uint64_t()));
    // The last one to eight bytes; what overlaps with bytes before does no harm.
    if (size >= 8)
        mix(load(at + size - 8, std::uint64_t()));
    else if (size >= 4)
        mix(load(at, std::uint32_t()) << 32 | load(at + size - 4, std::uint32_t()));
    else if (size > 0)
        mix(load(at, std::uint8_t()) << 16 | load(at + size / 2, std::uint8_t()) << 8 |
            load(at + size - 1, std::uint8_t()));
    hash *= factor;
    return hash ^ hash >> 29;
}

/// For the unordered containers, so that they can be asked with views.
struct TextHash
{
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view text) const { return std::size_t(textHash(text)); }
};

} // namespace zsb
