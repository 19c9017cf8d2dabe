#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

cv::Matx23d uprightTransform(const MarkedFace &face)
{
    const auto middleOf = [&](std::size_t a, std::size_t b) { return (face.points[a] + face.points[b]) * 0.5; };
    const cv::Point2d left = middleOf(36, 39);
    const cv::Point2d right = middleOf(42, 45);
    const double angle = std::atan2(right.y - left.y, right.x - left.x);
    const double scale = FaceCrop::eyeDistance / std::max(1.0, std::hypot(right.x - left.x, right.y - left.y));
    const cv::Point2d middle = (left + right) * 0.5;
    const double c = scale * std::cos(angle);
    const double s = scale * std::sin(angle);
    return {c,  s, FaceCrop::width / 2.0 - (c * middle.x + s * middle.y),
            -s, c, FaceCrop::eyeRow - (-s * middle.x + c * middle.y)};
}

cv::Point rounded(const cv::Point2d &point)
{
    return {int(std::lround(point.x)), int(std::lround(point.y))};
}

/// Eyes, brows, nostrils and mouth with a margin.
cv::Mat featureMask(const FaceCrop &crop)
{
    cv::Mat mask = cv::Mat::zeros(crop.grey.size(), CV_8U);
    struct Part
    {
        std::size_t first;
        std::size_t last;
        int margin;
    };
    for (const Part &part :
         {Part{36, 41, 9}, Part{42, 47, 9}, Part{17, 21, 10}, Part{22, 26, 10}, Part{48, 59, 8}, Part{31, 35, 9}}) {
        std::vector<cv::Point> points;
        for (std::size_t i = part.first; i <= part.last; ++i)
            points.push_back(rounded(crop.points[i]));
        std::vector<cv::Point> hull;
        cv::convexHull(points, hull);
        cv::fillConvexPoly(mask, hull, 255);
        cv::polylines(mask, hull, true, 255, part.margin);
    }
    return mask;
}

cv::Mat skinMask(const FaceCrop &crop)
{
    const auto &p = crop.points;
    std::vector<cv::Point> outline;
    for (std::size_t i = 0; i <= 16; ++i)
        outline.push_back(rounded(p[i]));
    const double brows = std::min(p[19].y, p[24].y);
    outline.push_back(rounded({p[26].x, brows - 16}));
    outline.push_back(rounded({p[24].x, brows - 24}));
    outline.push_back(rounded({p[19].x, brows - 24}));
    outline.push_back(rounded({p[17].x, brows - 16}));
    cv::Mat mask = cv::Mat::zeros(crop.grey.size(), CV_8U);
    cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{outline}, 255);
    cv::erode(mask, mask, cv::Mat::ones(5, 5, CV_8U));
    return mask & ~featureMask(crop);
}

void takeCheeks(FaceCrop &crop)
{
    const auto &p = crop.points;
    std::vector<double> light;
    std::vector<double> a;
    std::vector<double> b;
    const auto take = [&](double from, double to, std::vector<double> &cheek) {
        const cv::Rect area = inside(
            cv::Rect(cv::Point(int(from), FaceCrop::eyeRow + 16), cv::Point(int(to), int(p[33].y) + 8)), crop.lab);
        for (int y = area.y; y < area.y + area.height; ++y) {
            for (int x = area.x; x < area.x + area.width; ++x) {
                const auto &lab = crop.lab.at<cv::Vec3b>(y, x);
                cheek.push_back(lab[0]);
                light.push_back(lab[0]);
                a.push_back(lab[1]);
                b.push_back(lab[2]);
            }
        }
    };
    take(p[36].x - 4, p[31].x - 8, crop.leftCheek);
    take(p[35].x + 8, p[45].x + 4, crop.rightCheek);
    crop.skinLevel = median(std::move(light));
    crop.skinA = median(std::move(a));
    crop.skinB = median(std::move(b));
}

} // namespace

FaceCrop faceCrop(const PortraitPixels &pixels, const MarkedFace &face)
{
    FaceCrop crop;
    const cv::Matx23d turn = uprightTransform(face);
    const bool shrinks = std::hypot(turn(0, 0), turn(0, 1)) < 0.6;
    cv::warpAffine(pixels.colour, crop.colour, turn, {FaceCrop::width, FaceCrop::height},
                   shrinks ? cv::INTER_AREA : cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::cvtColor(crop.colour, crop.grey, cv::COLOR_BGR2GRAY);
    cv::cvtColor(crop.colour, crop.lab, cv::COLOR_BGR2Lab);
    for (std::size_t i = 0; i < face.points.size(); ++i) {
        const cv::Point2d &at = face.points[i];
        crop.points[i] = {turn(0, 0) * at.x + turn(0, 1) * at.y + turn(0, 2),
                          turn(1, 0) * at.x + turn(1, 1) * at.y + turn(1, 2)};
    }
    crop.skin = skinMask(crop);
    takeCheeks(crop);
    return crop;
}

} // namespace zsb
