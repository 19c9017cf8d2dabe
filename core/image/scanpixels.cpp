#include "core/image/scanpixels.h"

#include "core/image/bgrpicture.h"
#include "core/image/decode.h"
#include "core/image/heldpicture.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr std::int64_t mostPixels = 100'000'000;

double length(const cv::Point2d &from, const cv::Point2d &to)
{
    return std::hypot(to.x - from.x, to.y - from.y);
}

/// The page's sides: mean of the horizontal ones and of the vertical ones.
cv::Point2d sidesOf(const ScanPage &page)
{
    const auto &c = page.corners;
    return {(length(c[0], c[1]) + length(c[3], c[2])) / 2, (length(c[0], c[3]) + length(c[1], c[2])) / 2};
}

/// What is darker than its surroundings: printed, written, stamped.
cv::Mat inkOf(const cv::Mat &flat, const cv::Mat &mask)
{
    cv::Mat grey;
    cv::cvtColor(flat, grey, cv::COLOR_BGR2GRAY);
    cv::Mat ink;
    cv::adaptiveThreshold(grey, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 41, 18);
    cv::bitwise_and(ink, mask, ink);
    return ink;
}

cv::Mat maskOf(const ScanPage &page, const cv::Size &size, double unit)
{
    if (!page.isFound)
        return {size, CV_8U, cv::Scalar(255)};
    cv::Mat mask(size, CV_8U, cv::Scalar(0));
    std::vector<cv::Point> polygon;
    for (const cv::Point2d &corner : page.corners)
        polygon.emplace_back(int(std::lround(corner.x)), int(std::lround(corner.y)));
    cv::fillConvexPoly(mask, polygon, 255);
    const int in = std::max(1, int(std::lround(unit / 100)));
    // Beyond the picture's edge the sheet goes on.
    cv::erode(mask, mask, cv::Mat::ones(2 * in + 1, 2 * in + 1, CV_8U), {-1, -1}, 1, cv::BORDER_REPLICATE);
    return mask;
}

} // namespace

Result<ScanPixels> scanPixels(std::string_view bytes, const ImageFacts &facts, double side)
{
    auto image =
        decodeForScreen(bytes, {.maxSize = scanRoom.most, .maxPixels = mostPixels, .maxMemory = scanRoom.memory});
    if (!image)
        return image.error();
    ScanPixels pixels;
    cv::Mat whole = toBgr(std::move(*image));
    ScanPage page = findPage(whole);
    const cv::Point2d sides = sidesOf(page);
    const double scale = std::min(1.0, side / std::max(1.0, std::min(sides.x, sides.y)));
    const cv::Size size(std::max(1, int(std::lround(whole.cols * scale))),
                        std::max(1, int(std::lround(whole.rows * scale))));
    cv::resize(whole, pixels.colour, size, 0, 0, cv::INTER_AREA);
    for (cv::Point2d &corner : page.corners)
        corner = {corner.x * size.width / whole.cols, corner.y * size.height / whole.rows};
    const cv::Point2d scaled = sidesOf(page);
    pixels.page = page;
    pixels.pageShort = std::max(1.0, std::min(scaled.x, scaled.y));
    pixels.pageLong = std::max(1.0, std::max(scaled.x, scaled.y));
    pixels.stored = double(std::max(1, facts.widthPx)) / size.width;
    cv::cvtColor(pixels.colour, pixels.grey, cv::COLOR_BGR2GRAY);
    pixels.mask = maskOf(page, size, pixels.pageShort);
    pixels.maskArea = std::max(1, cv::countNonZero(pixels.mask));
    flatten(pixels);
    pixels.ink = inkOf(pixels.flat, pixels.mask);
    return pixels;
}

cv::Matx33d paperTransform(const ScanPixels &pixels, int turn)
{
    // Corner i of the upright paper lies at corner i - turn / 90 of the picture as stored.
    std::array<cv::Point2f, 4> from = {cv::Point2f(0, 0), {1, 0}, {1, 1}, {0, 1}};
    std::array<cv::Point2f, 4> to;
    for (std::size_t i = 0; i < 4; ++i)
        to[i] = cv::Point2f(pixels.page.corners[(i + 4 - std::size_t(turn / 90) % 4) % 4]);
    return cv::Matx33d(cv::getPerspectiveTransform(from.data(), to.data()));
}

cv::Point2d mapped(const cv::Matx33d &transform, const cv::Point2d &point)
{
    const cv::Vec3d to = transform * cv::Vec3d(point.x, point.y, 1);
    const double depth = std::abs(to[2]) < 1e-9 ? 1e-9 : to[2];
    return {to[0] / depth, to[1] / depth};
}

namespace {

double shareOf(double value, int size)
{
    return std::round(std::clamp(value / std::max(1, size), 0.0, 1.0) * 1e4) / 1e4;
}

} // namespace

SharePoint sharePointOf(const cv::Point2d &point, const cv::Size &size)
{
    return {shareOf(point.x, size.width), shareOf(point.y, size.height)};
}

ShareBox shareBoxOf(const cv::Rect2d &box, const cv::Size &size)
{
    ShareBox share{.left = shareOf(box.x, size.width), .top = shareOf(box.y, size.height)};
    share.width = shareOf(box.x + box.width, size.width) - share.left;
    share.height = shareOf(box.y + box.height, size.height) - share.top;
    return share;
}

} // namespace zsb
