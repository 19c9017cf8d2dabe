#include "core/image/scanpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr std::size_t mostStrokes = 800; ///< enough for a median; taken evenly
constexpr std::size_t fewestStrokes = 24;

double middle(std::vector<double> values)
{
    const auto at = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

std::vector<InkPiece> findStrokes(const ScanPixels &pixels)
{
    const double unit = pixels.pageShort / ScanPixels::pageSide;
    std::vector<InkPiece> strokes = inkPieces(pixels.ink);
    std::erase_if(strokes, [&](const InkPiece &piece) {
        const auto [shorter, longer] = std::minmax({piece.box.width, piece.box.height});
        return shorter < 3 || longer < 5 || longer > 70 * unit || piece.area < 9;
    });
    return strokes;
}

void measureScanText(const ScanPixels &pixels, const std::vector<InkPiece> &strokes, ScanReading &reading)
{
    reading.set(ScanMeasure::TextStrokes, double(strokes.size()));
    if (strokes.size() < fewestStrokes)
        return;
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(pixels.grey, across, CV_16S, 1, 0, 3);
    cv::Sobel(pixels.grey, down, CV_16S, 0, 1, 3);
    std::vector<double> contrasts;
    std::vector<double> widths;
    const std::size_t step = 1 + strokes.size() / mostStrokes;
    for (std::size_t i = 0; i < strokes.size(); i += step) {
        const cv::Rect box = strokes[i].box;
        int darkest = 255;
        int steepest = 0; // squared
        for (int y = box.y; y < box.y + box.height; ++y) {
            for (int x = box.x; x < box.x + box.width; ++x) {
                const int gx = across.at<short>(y, x);
                const int gy = down.at<short>(y, x);
                darkest = std::min<int>(darkest, pixels.grey.at<std::uint8_t>(y, x));
                steepest = std::max(steepest, gx * gx + gy * gy);
            }
        }
        const double paper =
            std::max<double>(1, pixels.paperGrey.at<std::uint8_t>(box.y + box.height / 2, box.x + box.width / 2));
        contrasts.push_back(std::max(0.0, paper - darkest) / paper);
        widths.push_back(std::max(0.0, paper - darkest) / std::max(1.0, std::sqrt(double(steepest)) / 8));
    }
    reading.set(ScanMeasure::TextContrast, middle(std::move(contrasts)));
    reading.set(ScanMeasure::TextBlur, middle(std::move(widths)) * ScanPixels::pageSide / pixels.pageShort);
}

} // namespace zsb
