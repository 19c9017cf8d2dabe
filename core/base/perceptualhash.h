#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// What a picture looks like in 256 bits: pictures that look alike differ in few of them.
struct PerceptualHash
{
    static constexpr int bits = 256;

    std::array<std::uint64_t, 4> words{};

    void set(int bit) { words[std::size_t(bit) / 64] |= std::uint64_t(1) << (bit % 64); }
    bool operator==(const PerceptualHash &) const = default;
};

/// How many bits differ: 0–256.
[[nodiscard]] inline int distance(const PerceptualHash &one, const PerceptualHash &other)
{
    int bits = 0;
    for (std::size_t i = 0; i < one.words.size(); ++i)
        bits += std::popcount(one.words[i] ^ other.words[i]);
    return bits;
}

/// 64 hex digits, the first word first.
[[nodiscard]] std::string hexOf(const PerceptualHash &hash);
[[nodiscard]] std::optional<PerceptualHash> perceptualHashFromHex(std::string_view hex);

} // namespace zsb
