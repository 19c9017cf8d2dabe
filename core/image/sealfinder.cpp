#include "core/image/sealfinder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace zsb {
namespace {

constexpr double least = 0.045; ///< radii looked for, as shares of the page's shorter side
constexpr double most = 0.25;
constexpr double searchSide = 480; ///< circles are voted for on a copy this small
constexpr int tries = 16;
constexpr int bins = 120; ///< angles a ring is looked at under

/// As lround() where a picture can be, in a fraction of its time: this is asked millions of times a page.
int nearest(double value)
{
    constexpr int beyond = 1 << 20; // further left or above than any vote goes
    return int(value + beyond + 0.5) - beyond;
}

struct Circle
{
    cv::Point2d centre;
    double radius = 0;
};

/// Votes of edge points for the centres they turn around, one plane a radius.
class CircleVotes
{
public:
    CircleVotes(const cv::Mat &ink, int floor, double unit)
        : m_low(least * unit), m_planes(std::max(1, int((most - least) * unit / 2)))
    {
        m_size = {ink.cols / 2 + 1, ink.rows / 2 + 1};
        m_votes.assign(std::size_t(m_planes), cv::Mat());
        for (cv::Mat &plane : m_votes)
            plane = cv::Mat::zeros(m_size, CV_32F);
        cv::Mat soft;
        cv::GaussianBlur(ink, soft, {0, 0}, 1.0);
        cv::Mat across;
        cv::Mat down;
        cv::Sobel(soft, across, CV_32F, 1, 0, 3, 0.125);
        cv::Sobel(soft, down, CV_32F, 0, 1, 3, 0.125);
        std::vector<Edge> edges;
        for (int y = 0; y < ink.rows; ++y) {
            for (int x = 0; x < ink.cols; ++x) {
                const float gx = across.at<float>(y, x);
                const float gy = down.at<float>(y, x);
                const float steep = std::hypot(gx, gy);
                if (steep > float(floor) / 6)
                    edges.push_back({{double(x), double(y)}, {gx / double(steep), gy / double(steep)}});
            }
        }
        for (int i = 0; i < m_planes; ++i) { // one plane after the other: it fits into the cache, all of them do not
            for (const Edge &edge : edges)
                vote(i, edge);
            cv::GaussianBlur(m_votes[std::size_t(i)], m_votes[std::size_t(i)], {3, 3}, 0);
        }
    }

    /// The circle with most votes for its length; its neighbourhood has none left afterwards.
    std::optional<Circle> take()
    {
        double best = 0.12; // of both edges of a ring at least so much must agree
        int plane = -1;
        cv::Point where;
        for (int i = 0; i < m_planes; ++i) {
            double top = 0;
            cv::Point at;
            cv::minMaxLoc(m_votes[std::size_t(i)], nullptr, &top, nullptr, &at);
            const double share = top / radius(i);
            if (share > best) {
                best = share;
                plane = i;
                where = at;
            }
        }
        if (plane < 0)
            return std::nullopt;
        const Circle circle{{where.x * 2.0, where.y * 2.0}, radius(plane)};
        forget(circle, 0.12);
        return circle;
    }

    /// Nothing is found again with its middle in this circle's inner part.
    void forget(const Circle &circle, double share)
    {
        for (int i = 0; i < m_planes; ++i)
            cv::circle(m_votes[std::size_t(i)], cv::Point(circle.centre / 2.0),
                       std::max(1, int(circle.radius * share / 2)), cv::Scalar(0), cv::FILLED);
    }

private:
    struct Edge
    {
        cv::Point2d at;
        cv::Point2d direction; ///< of the steepest way
    };
    [[nodiscard]] double radius(int plane) const { return m_low + 2.0 * plane; }
    void vote(int plane, const Edge &edge)
    {
        cv::Mat &votes = m_votes[std::size_t(plane)];
        for (const double sign : {-1.0, 1.0}) {
            const int x = nearest((edge.at.x + sign * radius(plane) * edge.direction.x) / 2);
            const int y = nearest((edge.at.y + sign * radius(plane) * edge.direction.y) / 2);
            if (x >= 0 && y >= 0 && x < m_size.width && y < m_size.height)
                votes.at<float>(y, x) += 1.0F / float(2 * std::numbers::pi);
        }
    }

    double m_low;
    int m_planes;
    cv::Size m_size;
    std::vector<cv::Mat> m_votes;
};

/// A point of an ellipse that is `scale` times the ring.
cv::Point2d onRing(const cv::RotatedRect &ring, double angle, double scale)
{
    const double turn = double(ring.angle) * std::numbers::pi / 180;
    const double x = scale * double(ring.size.width) / 2 * std::cos(angle);
    const double y = scale * double(ring.size.height) / 2 * std::sin(angle);
    return {double(ring.center.x) + x * std::cos(turn) - y * std::sin(turn),
            double(ring.center.y) + x * std::sin(turn) + y * std::cos(turn)};
}

bool isSet(const cv::Mat &mask, const cv::Point2d &at)
{
    const int x = int(std::lround(at.x));
    const int y = int(std::lround(at.y));
    return x >= 0 && y >= 0 && x < mask.cols && y < mask.rows && mask.at<std::uint8_t>(y, x) != 0;
}

double angleOf(int bin)
{
    return 2 * std::numbers::pi * bin / bins;
}

/// The outermost ink near the circle under each angle, through which an ellipse is laid. Twice: the first fit leans
/// towards strokes that are not the ring's.
cv::RotatedRect fitted(const cv::Mat &mask, const Circle &circle)
{
    cv::RotatedRect ring(cv::Point2f(circle.centre), cv::Size2f(float(2 * circle.radius), float(2 * circle.radius)), 0);
    for (const double reach : {0.1, 0.05}) {
        std::vector<cv::Point2f> points;
        const double step = 0.7 / std::max(1.0, circle.radius);
        for (int bin = 0; bin < bins; ++bin) {
            for (double scale = 1 + reach; scale > 1 - reach; scale -= step) {
                const cv::Point2d at = onRing(ring, angleOf(bin), scale);
                if (isSet(mask, at)) {
                    points.emplace_back(at);
                    break;
                }
            }
        }
        if (points.size() < bins / 4)
            break;
        const cv::RotatedRect next = cv::fitEllipse(points);
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
    const double step = 0.8 / std::max(4.0, double(ring.size.width) / 2);
    for (int bin = 0; bin < bins; ++bin) {
        int here = 0;
        int there = 0;
        for (double scale = from; scale <= to; scale += step) {
            const cv::Point2d at = onRing(ring, angleOf(bin), scale);
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
    int on = 0;
    for (int bin = 0; bin < bins; ++bin)
        on += isSet(page, onRing(ring, angleOf(bin), 1));
    return double(on) / bins;
}

/// Median strength along the ring where there is ink at all.
double strengthOf(const cv::Mat &ink, int floor, const cv::RotatedRect &ring)
{
    std::vector<int> values;
    for (int bin = 0; bin < bins; ++bin) {
        int top = 0;
        for (double scale = 0.93; scale <= 1.05; scale += 0.01) {
            const cv::Point2d at = onRing(ring, angleOf(bin), scale);
            const cv::Point pixel(int(std::lround(at.x)), int(std::lround(at.y)));
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
    const BandInk outside = bandInk(mask, seal.ring, 1.08, 1.2, page);
    const BandInk band = bandInk(mask, seal.ring, 0.62, 0.9, page);
    const BandInk disc = bandInk(mask, seal.ring, 0.05, 0.9, page);
    const bool hasCharacters = band.angles >= 0.3 && band.points >= 0.07 && band.points <= 0.62;
    if (seal.coverage < 0.6 || outside.points > 0.22 || !hasCharacters || disc.points > 0.6)
        return std::nullopt;
    seal.ink = strengthOf(ink, floor, seal.ring);
    return seal;
}

} // namespace

std::vector<FoundSeal> findRoundSeals(const cv::Mat &ink, int floor, const cv::Mat &page, double unit)
{
    const double scale = std::min(1.0, searchSide / unit);
    cv::Mat small;
    cv::resize(ink, small, {}, scale, scale, cv::INTER_AREA);
    cv::Mat mask;
    cv::threshold(ink, mask, floor - 1, 255, cv::THRESH_BINARY);
    std::vector<FoundSeal> seals;
    if (cv::countNonZero(mask) < 0.0004 * unit * unit)
        return seals;
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
