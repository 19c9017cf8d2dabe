#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>

// Inside core/image only.
namespace zsb {

/// A linear judge of a small grey picture by its oriented gradients; learned, see tests/bench/image/learnpatches.py.
struct PatchJudge
{
    int width = 0; ///< of the patch, whole cells
    int height = 0;
    int cell = 0;
    float ground = 0; ///< energy that noise has: below it a gradient counts less
    float step = 0;   ///< of the weights
    float offset = 0;
    std::span<const std::int8_t> weights; ///< 9 a cell, row by row
};

/// About -1 for what it learned as absent and 1 as present (Dalal and Triggs 2005: 9 unsigned directions in each cell,
/// against the energy of the four blocks of 2 x 2 cells it is part of). `patch` is 8-bit grey of the judge's size.
[[nodiscard]] double patchScore(const cv::Mat &patch, const PatchJudge &judge);

[[nodiscard]] const PatchJudge &closedEyeJudge();
[[nodiscard]] const PatchJudge &glassesJudge();

} // namespace zsb
