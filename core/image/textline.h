#pragma once

#include <opencv2/core.hpp>

// Inside core/image only.
namespace zsb {

/// A piece of paper with one line of writing (8-bit, dark on light), as an engine reads it best: the writing alone,
/// 40 px high, on white with a margin. `isNumber`: characters stand apart in boxes, and are set side by side, 48 px
/// high; what is paler than half of the ink (watermarks, what lines left) is gone. Empty when there is no writing.
[[nodiscard]] cv::Mat textLine(const cv::Mat &piece, bool isNumber);

} // namespace zsb
