#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace zsb {

/// A reviewer's own marks on a file: tag n, of 1 to 9, is the bit n - 1. No part of an application, never in its
/// events.
using Tags = std::uint16_t;
inline constexpr int tagCount = 9;

[[nodiscard]] constexpr Tags tagBit(int tag)
{
    return Tags(1U << unsigned(tag - 1));
}

/// The names a reviewer gave to the nine tags; an empty one has none. Tag n stands at n - 1.
using TagNames = std::array<std::string, tagCount>;

} // namespace zsb
