#pragma once

#include <opencv2/core.hpp>

#include <vector>

// Inside core/image only.
namespace zsb {

/// A ring with a band of characters inside, in px of the ink picture.
struct FoundSeal
{
    cv::RotatedRect ring;
    double coverage = 0; ///< share of the ring on the page that is inked
    double whole = 1;    ///< share of the ring that lies on the page
    double ink = 0;      ///< median strength of what is inked on the ring
};

/// Looks for round seals. `ink`: 8-bit strength of one colour of ink, 0 on paper; `floor`: what is ink at all; `page`:
/// 255 on the page; `unit`: px of the page's shorter side. The strongest first.
[[nodiscard]] std::vector<FoundSeal> findRoundSeals(const cv::Mat &ink, int floor, const cv::Mat &page, double unit);

/// Square frames with characters inside, as private seals are.
[[nodiscard]] std::vector<cv::Rect> findSquareSeals(const cv::Mat &ink, int floor, double unit);

} // namespace zsb
