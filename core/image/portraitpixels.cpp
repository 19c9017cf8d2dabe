#include "core/image/portraitpixels.h"

#include "core/image/bgrpicture.h"
#include "core/image/decode.h"
#include "core/image/heldpicture.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr std::int64_t mostPixels = 24'000'000;
constexpr int regionHeight = 160;

} // namespace

Result<PortraitPixels> portraitPixels(std::string_view bytes)
{
    // Larger pictures are far over every limit; they are read smaller.
    auto image = decodeForScreen(
        bytes, {.maxSize = portraitRoom.most, .maxPixels = mostPixels, .maxMemory = portraitRoom.memory});
    if (!image)
        return image.error();
    PortraitPixels pixels;
    pixels.colour = toBgr(std::move(*image));
    cv::cvtColor(pixels.colour, pixels.grey, cv::COLOR_BGR2GRAY);
    pixels.scale = std::min(1.0, double(regionHeight) / pixels.colour.rows);
    const cv::Size small(std::max(1, int(std::lround(pixels.colour.cols * pixels.scale))),
                         std::max(1, int(std::lround(pixels.colour.rows * pixels.scale))));
    cv::resize(pixels.colour, pixels.small, small, 0, 0, cv::INTER_AREA);
    cv::cvtColor(pixels.small, pixels.smallLab, cv::COLOR_BGR2Lab);
    return pixels;
}

double MarkedFace::eyeDistance() const
{
    return std::hypot(rightEye.x - leftEye.x, rightEye.y - leftEye.y);
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const std::size_t at = std::min(values.size() - 1, std::size_t(share * double(values.size())));
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(at), values.end());
    return values[at];
}

cv::Rect inside(const cv::Rect &rect, const cv::Mat &picture)
{
    return rect & cv::Rect(0, 0, picture.cols, picture.rows);
}

} // namespace zsb
