#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace zsb {
namespace {

double squaredDistance(const cv::Vec3b &lab, double a, double b)
{
    return (lab[1] - a) * (lab[1] - a) + (lab[2] - b) * (lab[2] - b);
}

/// Shares of the skin that are not lit like the cheeks.
struct SkinShares
{
    int all = 0;
    int dark = 0;
    int forehead = 0;
    int darkForehead = 0;
    int offColour = 0;
    int bright = 0;
    int over = 0;
    int under = 0;

    void take(const FaceCrop &crop, int x, int y)
    {
        const auto &lab = crop.lab.at<cv::Vec3b>(y, x);
        const auto &bgr = crop.colour.at<cv::Vec3b>(y, x);
        const int grey = crop.grey.at<std::uint8_t>(y, x);
        const bool isDark = lab[0] - crop.skinLevel < -0.36 * crop.skinLevel;
        const bool isAbove = y < FaceCrop::eyeRow - 14;
        const bool isColourless = squaredDistance(lab, 128, 128) < 11.0 * 11.0;
        ++all;
        dark += isDark;
        forehead += isAbove;
        darkForehead += isAbove && isDark;
        offColour += squaredDistance(lab, crop.skinA, crop.skinB) > 18.0 * 18.0;
        bright += std::min({bgr[0], bgr[1], bgr[2]}) >= 246 ||
                  (lab[0] > std::max(225.0, crop.skinLevel + 45) && isColourless);
        over += grey >= 247;
        under += grey <= 25;
    }
};

double share(int part, int all)
{
    return all > 0 ? double(part) / all : 0;
}

double largestPart(const cv::Mat &mask)
{
    const cv::Rect box = cv::boundingRect(mask); // most masks are nearly empty
    if (box.empty())
        return 0;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask(box), labels, stats, centres);
    int largest = 0;
    for (int i = 1; i < count; ++i)
        largest = std::max(largest, stats.at<int>(i, cv::CC_STAT_AREA));
    return largest / double(FaceCrop::eyeDistance * FaceCrop::eyeDistance);
}

/// A highlight stands out from the skin around it and washes its colour out, whatever the skin's own tone.
void measureSpots(const FaceCrop &crop, PortraitReading &reading)
{
    std::array<cv::Mat, 3> lab;
    cv::split(crop.lab, lab.data());
    cv::Mat around;
    cv::blur(lab[0], around, {41, 41});
    cv::Mat light;
    cv::Mat level;
    lab[0].convertTo(light, CV_32F);
    around.convertTo(level, CV_32F);
    const cv::Mat stands = light > level * 1.14 + 10;
    cv::Mat a;
    cv::Mat b;
    lab[1].convertTo(a, CV_32F, 1, -128);
    lab[2].convertTo(b, CV_32F, 1, -128);
    cv::Mat colour;
    cv::magnitude(a, b, colour);
    const double usual = std::hypot(crop.skinA - 128, crop.skinB - 128);
    const cv::Mat washed = colour < 0.65 * usual;
    reading.set(PortraitMeasure::BrightSpot, largestPart(stands & washed & crop.skin));
    reading.set(PortraitMeasure::DarkSpot, largestPart((light < level - 30) & crop.skin));
}

void measureBalance(const FaceCrop &crop, PortraitReading &reading)
{
    const auto ratio = [](double one, double other) { return std::min(one, other) / std::max({1.0, one, other}); };
    reading.set(PortraitMeasure::CheekBalance, ratio(median(crop.leftCheek), median(crop.rightCheek)));
    const int middle = FaceCrop::width / 2;
    cv::Mat level;
    cv::extractChannel(crop.lab, level, 0);
    const cv::Rect left(0, 0, middle - 6, FaceCrop::height);
    const cv::Rect right(middle + 6, 0, FaceCrop::width - middle - 6, FaceCrop::height);
    reading.set(PortraitMeasure::HalfBalance,
                ratio(cv::mean(level(left), crop.skin(left))[0], cv::mean(level(right), crop.skin(right))[0]));
}

std::array<double, 64> histogram(const cv::Mat &grey, const cv::Point &centre)
{
    constexpr int side = FaceCrop::eyeDistance * 3 / 10;
    const cv::Rect area = inside(cv::Rect(centre.x - side / 2, centre.y - side / 2, side, side), grey);
    std::array<double, 64> counts{};
    for (int y = area.y; y < area.y + area.height; ++y) {
        for (int x = area.x; x < area.x + area.width; ++x)
            counts[grey.at<std::uint8_t>(y, x) / 4] += 1.0 / area.area();
    }
    return counts;
}

void measureHistograms(const FaceCrop &crop, PortraitReading &reading)
{
    const int row = int(FaceCrop::eyeRow + (crop.points[51].y - FaceCrop::eyeRow) / 2);
    const int out = FaceCrop::eyeDistance / 2 + 4;
    const auto left = histogram(crop.grey, {FaceCrop::width / 2 - out, row});
    const auto right = histogram(crop.grey, {FaceCrop::width / 2 + out, row});
    double common = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        common += std::min(left[i], right[i]);
    reading.set(PortraitMeasure::CheekHistograms, common);
}

} // namespace

void measureLight(const FaceCrop &crop, PortraitReading &reading)
{
    SkinShares shares;
    for (int y = 0; y < FaceCrop::height; ++y) {
        for (int x = 0; x < FaceCrop::width; ++x) {
            if (crop.skin.at<std::uint8_t>(y, x) != 0)
                shares.take(crop, x, y);
        }
    }
    using enum PortraitMeasure;
    reading.set(SkinLevel, crop.skinLevel * 100 / 255);
    reading.set(SkinRed, crop.skinA - 128);
    reading.set(SkinYellow, crop.skinB - 128);
    reading.set(DarkSkin, share(shares.dark, shares.all));
    reading.set(DarkForehead, share(shares.darkForehead, shares.forehead));
    reading.set(OffColourSkin, share(shares.offColour, shares.all));
    reading.set(BrightSkin, share(shares.bright, shares.all));
    reading.set(OverExposed, share(shares.over, shares.all));
    reading.set(UnderExposed, share(shares.under, shares.all));
    measureSpots(crop, reading);
    measureBalance(crop, reading);
    measureHistograms(crop, reading);
}

} // namespace zsb
