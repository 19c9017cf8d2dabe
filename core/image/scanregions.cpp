#include "core/image/scanpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

/// Long straight ink across and down: the lines of a printed table.
cv::Mat linesOf(const cv::Mat &ink, double unit)
{
    const int reach = std::max(15, int(std::lround(0.035 * unit)));
    cv::Mat across;
    cv::dilate(ink, across, cv::Mat::ones(3, 1, CV_8U));
    cv::morphologyEx(across, across, cv::MORPH_OPEN, cv::Mat::ones(1, reach, CV_8U));
    cv::Mat down;
    cv::dilate(ink, down, cv::Mat::ones(1, 3, CV_8U));
    cv::morphologyEx(down, down, cv::MORPH_OPEN, cv::Mat::ones(reach, 1, CV_8U));
    cv::Mat lines = across | down;
    cv::dilate(lines, lines, cv::Mat::ones(5, 5, CV_8U));
    return lines;
}

/// The corners of the largest net of lines, around from the upper left as the picture lies; none without one.
std::optional<std::array<cv::Point2d, 4>> netCorners(const cv::Mat &lines)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(lines, labels, stats, centres);
    int largest = 0;
    double most = 0;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (box.x <= 4 && box.y <= 4 && box.br().x >= lines.cols - 4 && box.br().y >= lines.rows - 4)
            continue; // the edge of the sheet or of the picture
        const double area = double(stats.at<int>(i, cv::CC_STAT_WIDTH)) * stats.at<int>(i, cv::CC_STAT_HEIGHT);
        if (area > most) {
            most = area;
            largest = i;
        }
    }
    if (largest == 0 || most < 0.1 * double(lines.total()))
        return std::nullopt;
    std::array<cv::Point2d, 4> corners;
    std::array<double, 4> best = {1e9, -1e9, -1e9, 1e9};
    for (int y = 0; y < labels.rows; ++y) {
        for (int x = 0; x < labels.cols; ++x) {
            if (labels.at<int>(y, x) != largest)
                continue;
            const double sum = x + y;
            const double difference = x - y;
            const std::array<bool, 4> better = {sum<best[0], difference> best[1], sum > best[2], difference < best[3]};
            for (std::size_t i = 0; i < 4; ++i) {
                if (better[i]) {
                    best[i] = i % 2 == 0 ? sum : difference;
                    corners[i] = cv::Point2d(x, y);
                }
            }
        }
    }
    // Lines were made two pixels thicker on every side.
    const cv::Point2d in[] = {{2, 2}, {-2, 2}, {-2, -2}, {2, -2}};
    for (std::size_t i = 0; i < 4; ++i)
        corners[i] += in[i];
    return corners;
}

cv::Matx33d between(const std::array<cv::Point2f, 4> &from, const std::array<cv::Point2f, 4> &to)
{
    return cv::Matx33d(cv::getPerspectiveTransform(from.data(), to.data()));
}

double apart(const cv::Point2d &a, const cv::Point2d &b)
{
    return cv::norm(a - b);
}

/// From mm of the paper to px: by the table's frame when it looks like the one expected, else by the page's corners.
cv::Matx33d millimetres(const ScanPixels &pixels, const ScanPaper &paper, int turn)
{
    const cv::Matx33d page =
        paperTransform(pixels, turn) * cv::Matx33d(1 / paper.widthMm, 0, 0, 0, 1 / paper.heightMm, 0, 0, 0, 1);
    if (!paper.frame)
        return page;
    const auto found = netCorners(linesOf(pixels.ink, pixels.pageShort));
    if (!found)
        return page;
    std::array<cv::Point2f, 4> to;
    for (std::size_t i = 0; i < 4; ++i)
        to[i] = cv::Point2f((*found)[(i + 4 - std::size_t(turn / 90) % 4) % 4]);
    const PaperBox &frame = *paper.frame;
    const double wide = apart(cv::Point2d(to[0]), cv::Point2d(to[1]));
    const double high = apart(cv::Point2d(to[0]), cv::Point2d(to[3]));
    const double shape = (wide / std::max(1.0, high)) / (frame.width / frame.height);
    const double onPage = wide / std::max(1.0, apart(mapped(page, {frame.left, frame.top}),
                                                     mapped(page, {frame.left + frame.width, frame.top})));
    if (shape < 0.9 || shape > 1.1 || (pixels.page.isFound && (onPage < 0.85 || onPage > 1.15)))
        return page;
    const auto point = [](double x, double y) { return cv::Point2f(float(x), float(y)); };
    return between({point(frame.left, frame.top), point(frame.left + frame.width, frame.top),
                    point(frame.left + frame.width, frame.top + frame.height),
                    point(frame.left, frame.top + frame.height)},
                   to);
}

/// Ink of pens: dark, not red, not the thin grey of a watermark.
cv::Mat penInk(const ScanPixels &pixels)
{
    std::array<cv::Mat, 3> channels;
    cv::split(pixels.flat, channels.data());
    cv::Mat redOver;
    cv::subtract(channels[2], cv::max(channels[0], channels[1]), redOver);
    cv::Mat dark = (channels[2] < 165) & (redOver < 28);
    return dark & pixels.ink;
}

/// Share of a quadrilateral that is set.
double inkIn(const cv::Mat &ink, const std::array<cv::Point2d, 4> &corners)
{
    std::vector<cv::Point> polygon;
    for (const cv::Point2d &corner : corners)
        polygon.emplace_back(int(std::lround(corner.x)), int(std::lround(corner.y)));
    const cv::Rect bounds = cv::boundingRect(polygon) & cv::Rect(0, 0, ink.cols, ink.rows);
    if (bounds.area() == 0)
        return 0;
    cv::Mat inside(bounds.size(), CV_8U, cv::Scalar(0));
    for (cv::Point &point : polygon)
        point -= bounds.tl();
    cv::fillConvexPoly(inside, polygon, 255);
    return cv::countNonZero(inside & ink(bounds)) / double(std::max(1, cv::countNonZero(inside)));
}

} // namespace

void measureRegions(const ScanPixels &pixels, const ScanPaper &paper, ScanReading &reading)
{
    if (paper.widthMm <= 0 || paper.heightMm <= 0)
        return;
    const double shorterMm = std::min(paper.widthMm, paper.heightMm);
    constexpr double em = 10.5 * 25.4 / 72;
    reading.set(ScanMeasure::TextScale, pixels.pageShort * pixels.stored / shorterMm * em);
    const int turn = int(reading.value(ScanMeasure::Turn).value_or(0));
    const cv::Matx33d toPicture = millimetres(pixels, paper, turn);
    const cv::Matx33d toPaper = toPicture.inv();
    for (ScanSeal &seal : reading.seals) {
        const cv::Point2d middle((seal.box.left + seal.box.width / 2) * pixels.colour.cols,
                                 (seal.box.top + seal.box.height / 2) * pixels.colour.rows);
        const cv::Point2d at = mapped(toPaper, middle);
        seal.paper = sharePointOf({at.x / paper.widthMm, at.y / paper.heightMm}, {1, 1});
    }
    const cv::Mat pens = penInk(pixels);
    for (const PaperRegion &region : paper.regions) {
        const PaperBox &box = region.box;
        const std::array<cv::Point2d, 4> corners = {mapped(toPicture, {box.left, box.top}),
                                                    mapped(toPicture, {box.left + box.width, box.top}),
                                                    mapped(toPicture, {box.left + box.width, box.top + box.height}),
                                                    mapped(toPicture, {box.left, box.top + box.height})};
        ScanRegion found{.id = region.id, .corners = {}, .strokes = std::round(inkIn(pens, corners) * 1e4) / 1e4};
        for (std::size_t i = 0; i < 4; ++i)
            found.corners[i] = sharePointOf(corners[i], pixels.colour.size());
        reading.regions.push_back(std::move(found));
    }
}

} // namespace zsb
