#pragma once

#include <opencv2/core.hpp>

#include <vector>

// Inside core/image only.
namespace zsb {

/// A connected piece of what is set in a mask.
struct InkPiece
{
    cv::Rect box;
    int area = 0;
};

/// The pieces of `mask` (8-bit, 0 or 255), also joined over corners, in the order OpenCV numbers them. Found by the
/// runs of each row: without a picture of labels, and in a fraction of the time on pages, which are mostly empty.
[[nodiscard]] std::vector<InkPiece> inkPieces(const cv::Mat &mask);

/// The pieces of `mask` closed along its rows by a line of `reach` px, as cv::morphologyEx() closes.
[[nodiscard]] std::vector<InkPiece> inkPiecesAcross(const cv::Mat &mask, int reach);

} // namespace zsb
