#pragma once

#include <array>
#include <cstdint>

// Inside core/image only.
namespace zsb {

/// How the numbers of a face become bits: 32 sums of its low frequencies, chosen to differ much between people and
/// little between copies of one picture, each against 8 levels that part people evenly.
struct FaceLikeness
{
    static constexpr std::size_t frequencies = 89;
    static constexpr std::size_t sums = 32;
    static constexpr std::size_t levelsOfSum = 8;

    std::array<std::array<std::int8_t, frequencies>, sums> weights;
    std::array<std::array<std::int32_t, levelsOfSum>, sums> levels; ///< ascending
};

extern const FaceLikeness faceLikeness;

} // namespace zsb
