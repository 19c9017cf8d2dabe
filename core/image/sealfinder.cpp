#include "core/image/sealfinder.h"

#include "core/image/circlevotes.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace zsb {
namespace {

constexpr double searchSide = 480; ///< circles are voted for on a copy this small
constexpr int tries = 16;
constexpr int bins = 120; ///< angles a ring is looked at under

/// As lround() where a picture can be, in a fraction of its time: this is asked thousands of times a circle.
int nearest(double value)
{
    constexpr int beyond = 1 << 20; // further left or above than any ring goes
    return int(value + beyond + 0.5) - beyond;
}

/// Cosine and sine of the angles a ring is looked at under.
const std::array<cv::Point2d, bins> &directions()
{
    static const auto all = [] {
        std::array<cv::Point2d, bins> made;
        for (int bin = 0; bin < bins; ++bin) {
            const double angle = 2 * std::numbers::pi * bin / bins;
            made[std::size_t(bin)] = {std::cos(angle), std::sin(angle)};
        }
        return made;
    }();
    return all;
}

/// The points of ellipses that are larger or smaller than a ring.
class RingPoints
{
public:
    explicit RingPoints(const cv::RotatedRect &ring)
        : m_centre(ring.center), m_width(double(ring.size.width)), m_height(double(ring.size.height))
    {
        const double turn = double(ring.angle) * std::numbers::pi / 180;
        m_turn = {std::cos(turn), std::sin(turn)};
    }

    [[nodiscard]] cv::Point2d at(int bin, double scale) const
    {
        const cv::Point2d &direction = directions()[std::size_t(bin)];
        const double x = scale * m_width / 2 * direction.x;
        const double y = scale * m_height / 2 * direction.y;
        return {m_centre.x + x * m_turn.x - y * m_turn.y, m_centre.y + x * m_turn.y + y * m_turn.x};
    }

private:
    cv::Point2d m_centre;
    double m_width;
    double m_height;
    cv::Point2d m_turn;
};

bool isSet(const cv::Mat &mask, const cv::Point2d &at)
{
    const int x = nearest(at.x);
    const int y = nearest(at.y);
    return x >= 0 && y >= 0 && x < mask.cols && y < mask.rows && mask.at<std::uint8_t>(y, x) != 0;
}

/// The outermost ink near the circle under each angle, through which an ellipse is laid. Twice: the first fit leans
/// towards strokes that are not the ring's.
cv::RotatedRect fitted(const cv::Mat &mask, const Circle &circle)
{
    cv::RotatedRect ring(cv::Point2f(circle.centre), cv::Size2f(float(2 * circle.radius), float(2 * circle.radius)), 0);
    for (const double reach : {0.1, 0.05}) {
        std::vector<cv::Point2f> found;
        const RingPoints points(ring);
        const double step = 0.7 / std::max(1.0, circle.radius);
        for (int bin = 0; bin < bins; ++bin) {
            for (double scale = 1 + reach; scale > 1 - reach; scale -= step) {
                const cv::Point2d at = points.at(bin, scale);
                if (isSet(mask, at)) {
                    found.emplace_back(at);
                    break;
                }
            }
        }
        if (found.size() < bins / 4)
            break;
        const cv::RotatedRect next = cv::fitEllipse(found);
        const double ratio =
            double(std::min(next.size.width, next.size.height)) / std::max(next.size.width, next.size.height);
        const double change = double(next.size.width + next.size.height) / (4 * circle.radius);
        if (!(ratio > 0.75) || !(change > 0.8 && change < 1.25))
            break;
        ring = next;
    }
    return ring;
}

/// What stands between two scales of the ring: the share of angles with ink, and of points with ink.
struct BandInk
{
    double angles = 0;
    double points = 0;
};
BandInk bandInk(const cv::Mat &mask, const cv::RotatedRect &ring, double from, double to, const cv::Mat &page)
{
    int seen = 0;
    int inked = 0;
    int all = 0;
    int hits = 0;
    const RingPoints points(ring);
    const double step = 0.8 / std::max(4.0, double(ring.size.width) / 2);
    for (int bin = 0; bin < bins; ++bin) {
        int here = 0;
        int there = 0;
        for (double scale = from; scale <= to; scale += step) {
            const cv::Point2d at = points.at(bin, scale);
            if (!isSet(page, at))
                continue;
            ++here;
            there += isSet(mask, at);
        }
        seen += here > 0;
        inked += there > 0;
        all += here;
        hits += there;
    }
    return {seen ? double(inked) / seen : 0, all ? double(hits) / all : 0};
}

double wholeOf(const cv::Mat &page, const cv::RotatedRect &ring)
{
    const RingPoints points(ring);
    int on = 0;
    for (int bin = 0; bin < bins; ++bin)
        on += isSet(page, points.at(bin, 1));
    return double(on) / bins;
}

/// Median strength along the ring where there is ink at all.
double strengthOf(const cv::Mat &ink, int floor, const cv::RotatedRect &ring)
{
    const RingPoints points(ring);
    std::vector<int> values;
    for (int bin = 0; bin < bins; ++bin) {
        int top = 0;
        for (double scale = 0.93; scale <= 1.05; scale += 0.01) {
            const cv::Point2d at = points.at(bin, scale);
            const cv::Point pixel(nearest(at.x), nearest(at.y));
            if (cv::Rect(0, 0, ink.cols, ink.rows).contains(pixel))
                top = std::max(top, int(ink.at<std::uint8_t>(pixel)));
        }
        if (top >= floor)
            values.push_back(top);
    }
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The ring is inked nearly all around, what is outside of it is not, and characters stand in a band inside.
std::optional<FoundSeal> sealAt(const cv::Mat &ink, const cv::Mat &mask, int floor, const cv::Mat &page,
                                const Circle &circle)
{
    FoundSeal seal;
    seal.ring = fitted(mask, circle);
    seal.whole = wholeOf(page, seal.ring);
    if (seal.whole < 0.35)
        return std::nullopt;
    seal.coverage = bandInk(mask, seal.ring, 0.955, 1.025, page).angles;
    const double outside = bandInk(mask, seal.ring, 1.08, 1.2, page).points;
    if (seal.coverage < 0.6 || outside > 0.22)
        return std::nullopt;
    const BandInk band = bandInk(mask, seal.ring, 0.62, 0.9, page);
    const bool isClear = seal.coverage >= 0.85 && outside <= 0.1; // a long name may fill the band of such a ring
    const bool hasCharacters = band.angles >= 0.3 && band.points >= 0.07 && band.points <= (isClear ? 0.75 : 0.62);
    if (!hasCharacters || bandInk(mask, seal.ring, 0.05, 0.9, page).points > 0.6)
        return std::nullopt;
    seal.ink = strengthOf(ink, floor, seal.ring);
    return seal;
}

} // namespace

std::vector<FoundSeal> findRoundSeals(const cv::Mat &ink, int floor, const cv::Mat &page, double unit)
{
    cv::Mat mask;
    cv::threshold(ink, mask, floor - 1, 255, cv::THRESH_BINARY);
    std::vector<FoundSeal> seals;
    if (cv::countNonZero(mask) < 0.0004 * unit * unit)
        return seals;
    const double scale = std::min(1.0, searchSide / unit);
    cv::Mat small;
    cv::resize(ink, small, {}, scale, scale, cv::INTER_AREA);
    CircleVotes votes(small, floor, unit * scale);
    for (int i = 0; i < tries; ++i) {
        auto circle = votes.take();
        if (!circle)
            break;
        const Circle full{circle->centre / scale, circle->radius / scale};
        const auto seal = sealAt(ink, mask, floor, page, full);
        if (!seal)
            continue;
        votes.forget(*circle, 0.5);
        const auto isSame = [&](const FoundSeal &other) {
            return cv::norm(other.ring.center - seal->ring.center) < 0.45 * full.radius;
        };
        if (std::ranges::none_of(seals, isSame))
            seals.push_back(*seal);
    }
    return seals;
}

std::vector<cv::Rect> findSquareSeals(const cv::Mat &ink, int floor, double unit)
{
    cv::Mat mask;
    cv::threshold(ink, mask, floor - 1, 255, cv::THRESH_BINARY);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::Mat::ones(5, 5, CV_8U));
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    std::vector<cv::Rect> squares;
    for (const auto &outline : outlines) {
        const cv::RotatedRect box = cv::minAreaRect(outline);
        const double shorter = double(std::min(box.size.width, box.size.height));
        const double longer = double(std::max(box.size.width, box.size.height));
        if (shorter < 0.035 * unit || longer > 0.16 * unit || shorter < 0.72 * longer)
            continue;
        // An outline that follows its box is a frame or a block; a ring's outline is a seventh smaller.
        const double filled = cv::contourArea(outline) / (shorter * longer);
        const cv::Rect bounds = cv::boundingRect(outline) & cv::Rect(0, 0, ink.cols, ink.rows);
        cv::Mat part;
        cv::threshold(ink(bounds), part, floor - 1, 255, cv::THRESH_BINARY);
        const double inked = cv::countNonZero(part) / (shorter * longer);
        if (filled > 0.88 && inked > 0.15 && inked < 0.75)
            squares.push_back(bounds);
    }
    return squares;
}

} // namespace zsb
