#include "core/image/scanpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr int whitestPaper = 234; ///< on lighter paper glare cannot be told from white

/// How often each level is met under a mask, every third pixel.
class Levels
{
public:
    Levels(const cv::Mat &picture, const cv::Mat &mask)
    {
        for (int y = 0; y < picture.rows; y += 3) {
            const auto *row = picture.ptr<std::uint8_t>(y);
            const auto *onPage = mask.ptr<std::uint8_t>(y);
            for (int x = 0; x < picture.cols; x += 3) {
                m_counts[row[x]] += onPage[x] != 0;
                m_all += onPage[x] != 0;
            }
        }
    }

    /// The level below which `share` of them lie.
    [[nodiscard]] double at(double share) const
    {
        if (m_all == 0)
            return 0;
        std::size_t before = std::min(m_all - 1, std::size_t(share * double(m_all)));
        std::size_t level = 0;
        while (before >= m_counts[level])
            before -= m_counts[level++];
        return double(level);
    }

private:
    std::array<std::size_t, 256> m_counts{};
    std::size_t m_all = 0;
};

/// 255 where the picture is so much lighter than the paper that it reflects.
cv::Mat reflecting(const ScanPixels &pixels)
{
    std::array<std::uint8_t, 256> limits; // by the paper's level
    limits.fill(255);
    for (int level = 0; level <= whitestPaper; ++level)
        limits[std::size_t(level)] = std::uint8_t(std::max(244, cvRound(level * 1.08) - 1));
    cv::Mat above(pixels.grey.size(), CV_8U);
    for (int y = 0; y < above.rows; ++y) {
        const auto *grey = pixels.grey.ptr<std::uint8_t>(y);
        const auto *paper = pixels.paperGrey.ptr<std::uint8_t>(y);
        const auto *onPage = pixels.mask.ptr<std::uint8_t>(y);
        auto *to = above.ptr<std::uint8_t>(y);
        const int columns = above.cols;
        for (int x = 0; x < columns; ++x)
            to[x] = grey[x] > limits[paper[x]] ? onPage[x] : std::uint8_t(0);
    }
    return above;
}

void measureGlare(const ScanPixels &pixels, ScanReading &reading)
{
    cv::Mat above = reflecting(pixels);
    const double least = 0.0006 * pixels.maskArea;
    double sum = 0;
    if (cv::countNonZero(above) >= least) { // opening leaves no more
        cv::morphologyEx(above, above, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {9, 9}));
        for (const InkPiece &spot : inkPieces(above)) {
            if (spot.area < least)
                continue;
            sum += spot.area;
            if (reading.glare.size() < 8)
                reading.glare.push_back(shareBoxOf(spot.box, pixels.colour.size()));
        }
    }
    reading.set(ScanMeasure::Glare, sum / pixels.maskArea);
}

} // namespace

void measureScanLight(const ScanPixels &pixels, ScanReading &reading)
{
    const Levels paper(pixels.paperGrey, pixels.mask);
    reading.set(ScanMeasure::PaperLevel, paper.at(0.5));
    const double top = std::max(1.0, paper.at(0.95));
    reading.set(ScanMeasure::PaperSpread, (top - paper.at(0.1)) / top);
    const cv::Mat over = (pixels.grey >= 253) & (pixels.paperGrey < 245) & pixels.mask;
    reading.set(ScanMeasure::OverExposed, cv::countNonZero(over) / pixels.maskArea);
    measureGlare(pixels, reading);
}

} // namespace zsb
