#include "core/image/scanpixels.h"
#include "core/image/sealfinder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr int fullInk = 150;      ///< red over green and blue of fresh ink in the flat picture
constexpr int noInk = 14;         ///< paper, print and compression stay below
constexpr double leastChroma = 8; ///< below, the picture has no colour and cannot show red

/// How much redder (bluer) than anything else, 0 on paper and print. `channels`: blue, green, red.
cv::Mat strengthOf(const std::array<cv::Mat, 3> &channels, const cv::Mat &mask, std::size_t channel)
{
    cv::Mat ink;
    cv::max(channels[(channel + 1) % 3], channels[(channel + 2) % 3], ink);
    cv::subtract(channels[channel], ink, ink);
    cv::bitwise_and(ink, mask, ink);
    cv::GaussianBlur(ink, ink, {3, 3}, 0);
    return ink;
}

/// Whole chroma by the squares of Lab's a and b: a root a pixel would take a millisecond a page.
const std::array<std::uint8_t, 2 * 128 * 128 + 1> &chromaOfSquares()
{
    static const auto all = [] {
        std::array<std::uint8_t, 2 * 128 * 128 + 1> made;
        for (std::size_t square = 0; square < made.size(); ++square)
            made[square] = std::uint8_t(std::sqrt(double(square)));
        return made;
    }();
    return all;
}

/// What one pixel in a thousand reaches.
double chromaOf(const ScanPixels &pixels)
{
    cv::Mat small;
    cv::resize(pixels.flat, small, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::Mat mask;
    cv::resize(pixels.mask, mask, small.size(), 0, 0, cv::INTER_NEAREST);
    cv::Mat lab;
    cv::cvtColor(small, lab, cv::COLOR_BGR2Lab);
    const auto &chroma = chromaOfSquares();
    std::array<int, 256> histogram{};
    int all = 0;
    for (int y = 0; y < lab.rows; ++y) {
        const auto *row = lab.ptr<cv::Vec3b>(y);
        const auto *onPage = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < lab.cols; ++x) {
            if (!onPage[x])
                continue;
            const int a = row[x][1] - 128;
            const int b = row[x][2] - 128;
            ++histogram[chroma[std::size_t(a * a + b * b)]];
            ++all;
        }
    }
    int above = all / 1000;
    int level = 255;
    while (level > 0 && above >= histogram[std::size_t(level)])
        above -= histogram[std::size_t(level--)];
    return level;
}

ScanSeal sealOf(const cv::Rect2d &box, ScanSeal::Kind kind, const cv::Size &size)
{
    ScanSeal seal;
    seal.kind = kind;
    seal.box = shareBoxOf(box, size);
    return seal;
}

/// What the ring fills; the box of the turned rectangle around it is up to 1.4 times as large.
cv::Rect2d boxOf(const cv::RotatedRect &ring)
{
    const double turn = double(ring.angle) * CV_PI / 180;
    const double across = double(ring.size.width) / 2;
    const double down = double(ring.size.height) / 2;
    const double x = std::hypot(across * std::cos(turn), down * std::sin(turn));
    const double y = std::hypot(across * std::sin(turn), down * std::cos(turn));
    return {double(ring.center.x) - x, double(ring.center.y) - y, 2 * x, 2 * y};
}

ScanSeal sealOf(const FoundSeal &found, ScanSeal::Kind kind, const cv::Size &size)
{
    ScanSeal seal = sealOf(boxOf(found.ring), kind, size);
    seal.ink = std::round(std::min(1.0, found.ink / fullInk) * 1e3) / 1e3;
    seal.whole = std::round(found.whole * 1e3) / 1e3;
    return seal;
}

bool isRound(const ScanSeal &seal)
{
    return seal.kind == ScanSeal::Kind::Round;
}

void countSeals(ScanReading &reading)
{
    const auto count = [&](auto &&is) { return double(std::ranges::count_if(reading.seals, is)); };
    reading.set(ScanMeasure::Seals, count(isRound));
    reading.set(ScanMeasure::SealsBlue,
                count([](const ScanSeal &seal) { return seal.kind == ScanSeal::Kind::RoundBlue; }));
    reading.set(ScanMeasure::SealsSquare,
                count([](const ScanSeal &seal) { return seal.kind == ScanSeal::Kind::Square; }));
    double weakest = 1;
    for (const ScanSeal &seal : reading.seals)
        weakest = isRound(seal) ? std::min(weakest, seal.ink) : weakest;
    if (std::ranges::any_of(reading.seals, isRound))
        reading.set(ScanMeasure::SealWeakest, weakest);
}

} // namespace

void countWeakSeals(const MarkLimits &limits, ScanReading &reading)
{
    if (!reading.value(ScanMeasure::Seals))
        return;
    const auto count = [&](auto &&is) { return double(std::ranges::count_if(reading.seals, is)); };
    reading.set(ScanMeasure::SealsFaint,
                count([&](const ScanSeal &seal) { return isRound(seal) && seal.ink < limits.faintInk; }));
    reading.set(ScanMeasure::SealsCut,
                count([&](const ScanSeal &seal) { return isRound(seal) && seal.whole < limits.wholeSeal; }));
}

std::string_view sealKindId(ScanSeal::Kind kind)
{
    switch (kind) {
    case ScanSeal::Kind::Round:
        return "round";
    case ScanSeal::Kind::RoundBlue:
        return "round-blue";
    case ScanSeal::Kind::Square:
        return "square";
    }
    return "round";
}

void measureSeals(const ScanPixels &pixels, ScanReading &reading)
{
    const double chroma = chromaOf(pixels);
    reading.set(ScanMeasure::PictureChroma, chroma);
    if (chroma < leastChroma)
        return;
    std::array<cv::Mat, 3> channels;
    cv::split(pixels.flat, channels.data());
    const cv::Mat red = strengthOf(channels, pixels.mask, 2);
    const cv::Mat blue = strengthOf(channels, pixels.mask, 0);
    reading.set(ScanMeasure::RedInk, cv::countNonZero(red >= 2 * noInk) / pixels.maskArea);
    const cv::Size size = pixels.colour.size();
    const std::vector<FoundSeal> round = findRoundSeals(red, noInk, pixels.mask, pixels.pageShort);
    for (const FoundSeal &seal : round)
        reading.seals.push_back(sealOf(seal, ScanSeal::Kind::Round, size));
    for (const FoundSeal &seal : findRoundSeals(blue, 2 * noInk, pixels.mask, pixels.pageShort))
        reading.seals.push_back(sealOf(seal, ScanSeal::Kind::RoundBlue, size));
    for (const cv::Rect &square : findSquareSeals(red, 2 * noInk, pixels.pageShort)) {
        const cv::Point2f middle = (square.tl() + square.br()) / 2;
        if (std::ranges::none_of(round, [&](const FoundSeal &seal) {
                return cv::norm(seal.ring.center - middle) < double(seal.ring.size.width) / 2;
            }))
            reading.seals.push_back(sealOf(cv::Rect2d(square), ScanSeal::Kind::Square, size));
    }
    countSeals(reading);
}

} // namespace zsb
