#pragma once

#include <opencv2/core.hpp>

#include <QImage>

// Inside core/image only. OpenCV stays out of every header outside.
namespace zsb {

/// 8-bit BGR, transparency over white.
[[nodiscard]] cv::Mat toBgr(QImage image);

} // namespace zsb
