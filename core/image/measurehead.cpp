#include "core/image/portraitpixels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zsb {
namespace {

// Where dlib's points lie against the eyes' pupils and the edge of the chin, in eye distances: the same on both halves
// of the people of docs/portrait-measures.md.
constexpr double belowPupils = 0.038;
constexpr double belowChin = 0.031;

double degrees(double rise, double run)
{
    return std::atan2(rise, run) * 180.0 / std::numbers::pi;
}

/// The first row in which the person is wide enough to be a head.
int crownRow(const cv::Mat &person, double centre, double half)
{
    const int from = std::max(0, int(centre - half));
    const int to = std::min(person.cols, int(centre + half));
    for (int y = 0; y < person.rows && from < to; ++y) {
        int count = 0;
        for (int x = from; x < to; ++x)
            count += person.at<std::uint8_t>(y, x) != 0;
        if (count > 0.25 * (to - from)) // single hairs stand higher
            return y;
    }
    return -1;
}

/// The upper edge of a shoulder in a column; none where the neck or the picture's end is.
std::optional<int> shoulderRow(const cv::Mat &person, double column, double chin, double distance)
{
    const int x = int(column);
    if (x < 1 || x >= person.cols - 1)
        return std::nullopt;
    int y = std::max(0, int(chin - 0.3 * distance));
    while (y < person.rows && person.at<std::uint8_t>(y, x) == 0)
        ++y;
    if (y >= person.rows - 2 || y <= chin - 0.25 * distance)
        return std::nullopt;
    return y;
}

void measureShoulders(const cv::Mat &person, const cv::Point2d &middle, double chin, double distance,
                      PortraitReading &reading)
{
    std::vector<double> slopes;
    for (double out = 1.0; out < 2.3; out += 0.06) {
        const auto left = shoulderRow(person, middle.x - out * distance, chin, distance);
        const auto right = shoulderRow(person, middle.x + out * distance, chin, distance);
        if (left && right)
            slopes.push_back(degrees(*right - *left, 2 * out * distance));
    }
    if (slopes.size() >= 4)
        reading.set(PortraitMeasure::ShoulderSlope, median(slopes));
}

} // namespace

void measureHead(const PortraitPixels &pixels, const cv::Mat &person, const MarkedFace &face, PortraitReading &reading)
{
    const double width = pixels.colour.cols;
    const double height = pixels.colour.rows;
    const double distance = face.eyeDistance();
    const cv::Point2d rise(0, belowPupils * distance);
    const cv::Point2d middle = face.betweenEyes() - rise;
    const double chin = (face.points[8].y - belowChin * distance) / height;
    using enum PortraitMeasure;
    reading.set(HeadCentre, middle.x / width - 0.5);
    reading.set(HeadRoll, degrees(face.rightEye.y - face.leftEye.y, face.rightEye.x - face.leftEye.x));
    reading.set(EyeLine, middle.y / height);
    reading.set(EyeDistance, distance);
    reading.set(FaceWidth,
                std::hypot(face.points[16].x - face.points[0].x, face.points[16].y - face.points[0].y) / width);
    if (person.empty())
        return;
    const double scale = pixels.scale;
    reading.set(SubjectArea, double(cv::countNonZero(person)) / double(person.rows * person.cols));
    const int crown = crownRow(person, middle.x * scale, 0.75 * distance * scale);
    measureShoulders(person, middle * scale, face.points[8].y * scale, distance * scale, reading);
    if (crown < 0)
        return;
    const double top = double(crown) / person.rows;
    reading.set(HeadTop, top);
    reading.set(HeadRatio, chin - top);
    reading.guides = PortraitGuides{.crown = top,
                                    .chin = chin,
                                    .leftEye = {face.leftEye.x / width, (face.leftEye - rise).y / height},
                                    .rightEye = {face.rightEye.x / width, (face.rightEye - rise).y / height}};
}

void measurePose(const FaceCrop &crop, PortraitReading &reading)
{
    const auto &p = crop.points;
    const auto balance = [](double one, double other) { return std::log(std::max(1.0, one) / std::max(1.0, other)); };
    using enum PortraitMeasure;
    reading.set(HeadYaw, balance(p[30].x - p[36].x, p[45].x - p[30].x));
    reading.set(JawYaw, balance(p[30].x - p[2].x, p[14].x - p[30].x));
    reading.set(HeadPitch, (p[33].y - FaceCrop::eyeRow) / std::max(1.0, p[8].y - FaceCrop::eyeRow));
}

} // namespace zsb
