#include "core/image/portraitpixels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zsb {
namespace {

ShareBox shareBox(double left, double top, double right, double bottom, const cv::Mat &picture)
{
    const auto clipped = [](double value, int size) {
        return std::round(std::clamp(value / size, 0.0, 1.0) * 1e4) / 1e4;
    };
    ShareBox box{.left = clipped(left, picture.cols), .top = clipped(top, picture.rows)};
    box.width = clipped(right, picture.cols) - box.left;
    box.height = clipped(bottom, picture.rows) - box.top;
    return box;
}

ShareBox shareBox(const FoundFace &face, const cv::Mat &picture)
{
    return shareBox(face.left, face.top, face.left + face.width, face.top + face.height, picture);
}

/// Around the points from first to last, with a margin in eye distances.
ShareBox around(const MarkedFace &face, std::size_t first, std::size_t last, double margin, const cv::Mat &picture)
{
    cv::Point2d least = face.points[first];
    cv::Point2d most = least;
    for (std::size_t i = first; i <= last; ++i) {
        least = {std::min(least.x, face.points[i].x), std::min(least.y, face.points[i].y)};
        most = {std::max(most.x, face.points[i].x), std::max(most.y, face.points[i].y)};
    }
    const double out = margin * face.eyeDistance();
    return shareBox(least.x - out, least.y - out, most.x + out, most.y + out, picture);
}

} // namespace

void setRegions(const PortraitPixels &pixels, const MarkedFace *face, PortraitReading &reading)
{
    const auto set = [&](PortraitRegion where, const ShareBox &box) { reading.regions[std::size_t(where)] = box; };
    set(PortraitRegion::Whole, {0, 0, 1, 1});
    set(PortraitRegion::Background, {0, 0, 1, 0.33});
    if (!face)
        return;
    const cv::Mat &picture = pixels.colour;
    set(PortraitRegion::Face, shareBox(face->box, picture));
    for (const FoundFace &other : face->others)
        reading.otherFaces.push_back(shareBox(other, picture));
    if (!face->hasMarks)
        return;
    const double distance = face->eyeDistance();
    const cv::Point2d middle = face->betweenEyes();
    set(PortraitRegion::Face, around(*face, 0, 26, 0.1, picture));
    set(PortraitRegion::Eyes, around(*face, 36, 47, 0.2, picture));
    set(PortraitRegion::Mouth, around(*face, 48, 67, 0.1, picture));
    set(PortraitRegion::Forehead, shareBox(middle.x - 0.8 * distance, middle.y - 1.2 * distance,
                                           middle.x + 0.8 * distance, middle.y - 0.3 * distance, picture));
    set(PortraitRegion::Shoulders, shareBox(0, face->points[8].y, picture.cols, picture.rows, picture));
    set(PortraitRegion::Background, shareBox(0, 0, picture.cols, middle.y, picture));
    const double crown = reading.guides ? reading.guides->crown * picture.rows : middle.y - 1.5 * distance;
    set(PortraitRegion::Head, shareBox(face->points[0].x, crown, face->points[16].x, face->points[8].y, picture));
}

FaceFrame frameOf(const MarkedFace &face, const cv::Mat &picture)
{
    cv::Point2d middle;
    for (const cv::Point2d &point : face.points)
        middle += point * (1.0 / double(face.points.size()));
    double square = 0;
    for (const cv::Point2d &point : face.points)
        square += (point - middle).dot(point - middle) / double(face.points.size());
    cv::Point2d across; // of points that mirror each other: jaw, brows, outer and inner corners of the eyes, mouth
    for (const auto &[left, right] : {std::pair<std::size_t, std::size_t>{0, 16},
                                      {1, 15},
                                      {2, 14},
                                      {3, 13},
                                      {4, 12},
                                      {5, 11},
                                      {17, 26},
                                      {18, 25},
                                      {19, 24},
                                      {20, 23},
                                      {21, 22},
                                      {36, 45},
                                      {39, 42},
                                      {31, 35},
                                      {48, 54}})
        across += face.points[right] - face.points[left];
    return {.middle = {middle.x / picture.cols, middle.y / picture.rows},
            .spread = std::sqrt(square) / picture.cols,
            .radians = std::atan2(across.y, across.x)};
}

} // namespace zsb
