#pragma once

#include "core/base/result.h"
#include "core/image/facefinder.h"

#include <opencv2/core.hpp>

#include <optional>
#include <string_view>
#include <vector>

// Inside core/image only: what the measuring files share. OpenCV stays out of every other header.
namespace zsb {

/// A portrait in the forms the measures look at. `small` is at most 160 px high: regions need no more.
struct PortraitPixels
{
    cv::Mat colour; ///< 8-bit BGR, as stored; transparency over white
    cv::Mat grey;
    cv::Mat small;
    cv::Mat smallLab;
    double scale = 1; ///< small / colour
};

/// Errors: Invalid (the bytes give no picture), Refused (too large to be judged here).
[[nodiscard]] Result<PortraitPixels> portraitPixels(std::string_view bytes);

/// A face with its points in pixels of the picture as stored.
struct MarkedFace
{
    FoundFace box;                 ///< of the largest face
    std::vector<FoundFace> others; ///< further ones, the largest first
    bool hasMarks = false;
    std::array<cv::Point2d, 68> points; ///< iBUG order: 0–16 jaw, 17–26 brows, 27–35 nose, 36–47 eyes, 48–67 mouth
    cv::Point2d leftEye;                ///< of the viewer
    cv::Point2d rightEye;

    [[nodiscard]] double eyeDistance() const;
    [[nodiscard]] cv::Point2d betweenEyes() const { return (leftEye + rightEye) * 0.5; }
};

/// The face turned upright with 60 px between the eyes, and which of it is skin.
struct FaceCrop
{
    static constexpr int width = 192;
    static constexpr int height = 208;
    static constexpr int eyeRow = 82;
    static constexpr int eyeDistance = 60;

    cv::Mat colour;
    cv::Mat grey;
    cv::Mat lab;
    cv::Mat skin; ///< 255 where there is
    std::array<cv::Point2d, 68> points;
    // Median of both cheeks, OpenCV's 8-bit Lab.
    double skinLevel = 0;
    double skinA = 0;
    double skinB = 0;
    std::vector<double> leftCheek;
    std::vector<double> rightCheek;
};
[[nodiscard]] FaceCrop faceCrop(const PortraitPixels &pixels, const MarkedFace &face);

/// The value below which a share of the values lies; 0 of nothing.
[[nodiscard]] double quantile(std::vector<double> values, double share);
[[nodiscard]] inline double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

/// A rectangle cut to the picture.
[[nodiscard]] cv::Rect inside(const cv::Rect &rect, const cv::Mat &picture);

void measurePicture(const PortraitPixels &pixels, PortraitReading &reading);
/// Wall, person and head; `face` may be null or without points.
void measureBackground(const PortraitPixels &pixels, const MarkedFace *face, PortraitReading &reading);
/// Where the person is in `pixels.small`: 255; empty when nothing stands out from the wall.
[[nodiscard]] cv::Mat personMask(const PortraitPixels &pixels, const MarkedFace *face);
void measureWall(const PortraitPixels &pixels, const cv::Mat &person, const MarkedFace &face, PortraitReading &reading);
void measureHead(const PortraitPixels &pixels, const cv::Mat &person, const MarkedFace &face, PortraitReading &reading);
void measurePose(const FaceCrop &crop, PortraitReading &reading);
void measureEyes(const FaceCrop &crop, PortraitReading &reading);
void measureLight(const FaceCrop &crop, PortraitReading &reading);
void measureGlasses(const FaceCrop &crop, PortraitReading &reading);
void measureForehead(const FaceCrop &crop, PortraitReading &reading);
void measureSharpness(const PortraitPixels &pixels, const MarkedFace &face, PortraitReading &reading);

/// Where things lie, behind the measures: the head's box needs its crown.
void setRegions(const PortraitPixels &pixels, const MarkedFace *face, PortraitReading &reading);
/// The same for a face and for its mirror image but for the sign of the turn.
[[nodiscard]] FaceFrame frameOf(const MarkedFace &face, const cv::Mat &picture);

} // namespace zsb
