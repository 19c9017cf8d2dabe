#include "core/image/scanpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zsb {
namespace {

constexpr double searchSide = 400;

ScanPage wholePicture(const cv::Mat &colour)
{
    const double right = colour.cols;
    const double bottom = colour.rows;
    return {.corners = {cv::Point2d(0, 0), {right, 0}, {right, bottom}, {0, bottom}}};
}

/// The least channel: high on white paper, low on wood, cloth and shadow.
cv::Mat leastChannel(const cv::Mat &colour)
{
    std::array<cv::Mat, 3> channels;
    cv::split(colour, channels.data());
    cv::Mat least;
    cv::min(channels[0], channels[1], least);
    cv::min(least, channels[2], least);
    return least;
}

/// The hull of the largest light piece, whatever is printed on it.
std::vector<cv::Point> lightestPiece(const cv::Mat &least)
{
    cv::Mat light;
    cv::threshold(least, light, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    constexpr int around = 9; // what lies outside counts as dark, or closing would join a narrow margin to the sheet
    cv::copyMakeBorder(light, light, around, around, around, around, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::morphologyEx(light, light, cv::MORPH_CLOSE, cv::Mat::ones(9, 9, CV_8U));
    cv::morphologyEx(light, light, cv::MORPH_OPEN, cv::Mat::ones(5, 5, CV_8U));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(light, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE, {-around, -around});
    const auto largest = std::ranges::max_element(outlines, {}, [](const auto &o) { return cv::contourArea(o); });
    std::vector<cv::Point> hull;
    if (largest != outlines.end() && cv::contourArea(*largest) > 0) {
        cv::convexHull(*largest, hull);
        if (cv::contourArea(*largest) < 0.85 * cv::contourArea(hull))
            hull.clear(); // no sheet is that ragged
    }
    return hull;
}

/// Four corners of the hull, if four describe it.
std::vector<cv::Point> quadOf(const std::vector<cv::Point> &hull)
{
    const double around = cv::arcLength(hull, true);
    for (double off = 0.01; off < 0.1; off += 0.01) {
        std::vector<cv::Point> corners;
        cv::approxPolyDP(hull, corners, off * around, true);
        const double share = cv::contourArea(corners) / cv::contourArea(hull);
        if (corners.size() == 4)
            return share > 0.92 && share < 1.08 ? corners : std::vector<cv::Point>();
        if (corners.size() < 4)
            break;
    }
    return {};
}

/// Around from the upper left, as the picture lies.
std::array<cv::Point2d, 4> inOrder(const std::vector<cv::Point> &corners)
{
    const auto by = [&](auto key, bool most) {
        const auto found =
            most ? std::ranges::max_element(corners, {}, key) : std::ranges::min_element(corners, {}, key);
        return cv::Point2d(*found);
    };
    const auto sum = [](const cv::Point &p) { return p.x + p.y; };
    const auto difference = [](const cv::Point &p) { return p.x - p.y; };
    return {by(sum, false), by(difference, true), by(sum, true), by(difference, false)};
}

/// Whether what lies outside is darker than the sheet: else it is a box printed on a page that fills the picture.
bool isOnSomethingDarker(const cv::Mat &least, const std::vector<cv::Point> &quad)
{
    cv::Mat inside(least.size(), CV_8U, cv::Scalar(0));
    cv::fillConvexPoly(inside, quad, 255);
    cv::Mat outside;
    cv::dilate(inside, outside, cv::Mat::ones(3, 3, CV_8U));
    cv::bitwise_not(outside, outside);
    if (cv::countNonZero(outside) < 0.008 * double(least.total()))
        return false;
    cv::erode(inside, inside, cv::Mat::ones(7, 7, CV_8U));
    cv::Scalar out;
    cv::Scalar spread;
    cv::meanStdDev(least, out, spread, outside);
    return out[0] + 18 < cv::mean(least, inside)[0];
}

} // namespace

ScanPage findPage(const cv::Mat &colour)
{
    ScanPage page = wholePicture(colour);
    const double scale = std::min(1.0, searchSide / std::max(colour.cols, colour.rows));
    const cv::Size size(int(std::lround(colour.cols * scale)), int(std::lround(colour.rows * scale)));
    if (size.width < 40 || size.height < 40)
        return page;
    cv::Mat small;
    cv::resize(colour, small, size, 0, 0, cv::INTER_AREA);
    cv::Mat least = leastChannel(small);
    cv::GaussianBlur(least, least, {5, 5}, 0);
    const std::vector<cv::Point> hull = lightestPiece(least);
    if (hull.size() < 4 || cv::contourArea(hull) < 0.12 * size.area())
        return page;
    const std::vector<cv::Point> quad = quadOf(hull);
    if (quad.empty() || !isOnSomethingDarker(least, quad))
        return page;
    page.isFound = true;
    page.corners = inOrder(quad);
    constexpr double edge = 2.4; // px of the search: how far off a corner may be that lies on the picture's edge
    page.cornersInside = 0;
    for (cv::Point2d &corner : page.corners) {
        page.cornersInside +=
            corner.x > edge && corner.y > edge && corner.x < size.width - 1 - edge && corner.y < size.height - 1 - edge;
        corner = {corner.x * colour.cols / size.width, corner.y * colour.rows / size.height};
    }
    return page;
}

namespace {

/// Degrees by which the sheet's edges lean, near 0.
double skewOf(const std::array<cv::Point2d, 4> &c)
{
    const cv::Point2d across = (c[1] - c[0]) + (c[2] - c[3]);
    const cv::Point2d down = (c[3] - c[0]) + (c[2] - c[1]);
    const double one = std::atan2(across.y, across.x);
    const double other = std::atan2(-down.x, down.y);
    return (one + other) / 2 * 180 / std::numbers::pi;
}

double distortionOf(const std::array<cv::Point2d, 4> &c)
{
    const auto apart = [](const cv::Point2d &a, const cv::Point2d &b) { return std::max(1.0, cv::norm(a - b)); };
    const auto ratio = [](double a, double b) { return std::max(a, b) / std::min(a, b) - 1; };
    return std::max(ratio(apart(c[0], c[1]), apart(c[3], c[2])), ratio(apart(c[0], c[3]), apart(c[1], c[2])));
}

/// Ink along the picture's own border, where a page that fills it may have been cut.
double inkAtEdge(const ScanPixels &pixels)
{
    const int band = std::max(2, int(std::lround(0.01 * pixels.pageShort)));
    const cv::Mat &ink = pixels.ink;
    if (ink.cols <= 4 * band || ink.rows <= 4 * band)
        return 0;
    const auto used = [](const cv::Mat &strip, int dimension) {
        cv::Mat line;
        cv::reduce(strip, line, dimension, cv::REDUCE_MAX, CV_8U);
        return cv::countNonZero(line);
    };
    const int along = used(ink.rowRange(0, band), 0) + used(ink.rowRange(ink.rows - band, ink.rows), 0) +
                      used(ink.colRange(0, band), 1) + used(ink.colRange(ink.cols - band, ink.cols), 1);
    return double(along) / (2 * (ink.cols + ink.rows));
}

} // namespace

void measurePage(const ScanPixels &pixels, ScanReading &reading)
{
    const ScanPage &page = pixels.page;
    reading.set(ScanMeasure::PageFound, page.isFound ? 1 : 0);
    if (page.cornersInside < 4 || !page.isFound)
        reading.set(ScanMeasure::InkAtEdge, inkAtEdge(pixels));
    if (!page.isFound)
        return;
    std::vector<cv::Point2f> corners;
    ShareQuad quad;
    for (std::size_t i = 0; i < 4; ++i) {
        corners.emplace_back(page.corners[i]);
        quad[i] = sharePointOf(page.corners[i], pixels.colour.size());
    }
    reading.page = quad;
    reading.set(ScanMeasure::PageCorners, page.cornersInside);
    reading.set(ScanMeasure::PageShare, std::abs(cv::contourArea(corners)) / double(pixels.colour.total()));
    reading.set(ScanMeasure::PageSkew, skewOf(page.corners));
    reading.set(ScanMeasure::PageDistortion, distortionOf(page.corners));
}

} // namespace zsb
