#include "core/image/circlevotes.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace zsb {
namespace {

constexpr double leastRadius = 0.045; ///< radii looked for, as shares of the page's shorter side
constexpr double mostRadius = 0.25;
constexpr double leastShare = 0.12; ///< of both edges of a ring at least so much must agree
constexpr int blurSum = 16;         ///< of the weights 1 2 1 both ways

/// Votes of one place, softened by those beside it, in sixteenths.
int softened(const std::int16_t *above, const std::int16_t *here, const std::int16_t *below, int x)
{
    const auto column = [&](int i) { return above[i] + 2 * here[i] + below[i]; };
    return column(x - 1) + 2 * column(x) + column(x + 1);
}

/// The margin mirrors what is inside: whoever voted beyond the picture is forgotten.
void mirrorMargin(cv::Mat_<std::int16_t> &votes)
{
    const cv::Mat inside = votes(cv::Rect(1, 1, votes.cols - 2, votes.rows - 2)).clone();
    cv::copyMakeBorder(inside, votes, 1, 1, 1, 1, cv::BORDER_REFLECT_101);
}

} // namespace

CircleVotes::CircleVotes(const cv::Mat &ink, int floor, double unit)
    : m_low(leastRadius * unit), m_size(ink.cols / 2 + 1, ink.rows / 2 + 1)
{
    const Edges edges = edgesOf(ink, floor);
    const int planes = std::max(1, int((mostRadius - leastRadius) * unit / 2));
    Votes votes(m_size.height + 2, m_size.width + 2);
    for (int i = 0; i < planes; ++i) {
        votes.setTo(0);
        count(edges, float(radius(i)), votes);
        mirrorMargin(votes);
        keepBest(i, votes);
    }
}

CircleVotes::Edges CircleVotes::edgesOf(const cv::Mat &ink, int floor)
{
    cv::Mat soft;
    cv::GaussianBlur(ink, soft, {0, 0}, 1.0);
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(soft, across, CV_16S, 1, 0, 3);
    cv::Sobel(soft, down, CV_16S, 0, 1, 3);
    const int steep = 8 * 8 * floor * floor; // eight times the slope a px, six times what is wanted of it
    Edges edges;
    for (int y = 0; y < ink.rows; ++y) {
        const auto *gx = across.ptr<short>(y);
        const auto *gy = down.ptr<short>(y);
        for (int x = 0; x < ink.cols; ++x) {
            const int square = gx[x] * gx[x] + gy[x] * gy[x];
            if (36 * square <= steep)
                continue;
            const float slope = std::sqrt(float(square));
            edges.x.push_back(float(x) / 2);
            edges.y.push_back(float(y) / 2);
            edges.acrossX.push_back(float(gx[x]) / slope / 2);
            edges.acrossY.push_back(float(gy[x]) / slope / 2);
        }
    }
    return edges;
}

/// Many places are reckoned at once, then counted: the first is what processors do four at a time.
void CircleVotes::count(const Edges &edges, float reach, Votes &votes)
{
    constexpr std::size_t atOnce = 512;
    std::array<std::int32_t, atOnce> places;
    const float right = float(votes.cols - 1);
    const float bottom = float(votes.rows - 1);
    const float stride = float(votes.step1());
    auto *counts = votes.ptr<std::int16_t>();
    for (const float far : {-reach, reach}) {
        for (std::size_t from = 0; from < edges.x.size(); from += atOnce) {
            const std::size_t many = std::min(atOnce, edges.x.size() - from);
            const float *x = edges.x.data() + from;
            const float *y = edges.y.data() + from;
            const float *acrossX = edges.acrossX.data() + from;
            const float *acrossY = edges.acrossY.data() + from;
            for (std::size_t i = 0; i < many; ++i) {
                const float column = std::min(std::max(x[i] + far * acrossX[i] + 1.5F, 0.0F), right);
                const float row = std::min(std::max(y[i] + far * acrossY[i] + 1.5F, 0.0F), bottom);
                places[i] = std::int32_t(float(std::int32_t(row)) * stride + float(std::int32_t(column)));
            }
            for (std::size_t i = 0; i < many; ++i)
                ++counts[places[i]];
        }
    }
}

void CircleVotes::keepBest(int plane, const Votes &votes)
{
    const double most = leastShare * blurSum * 2 * std::numbers::pi * radius(plane);
    std::vector<int> best(std::size_t(votes.rows)); // of each row: most rows cannot come to so much
    for (int y = 0; y < votes.rows; ++y) {
        const auto *row = votes.ptr<std::int16_t>(y);
        std::int16_t top = 0;
        for (int x = 0; x < votes.cols; ++x)
            top = std::max(top, row[x]);
        best[std::size_t(y)] = top;
    }
    for (int y = 1; y + 1 < votes.rows; ++y) {
        const auto at = best.begin() + y;
        if (4 * (at[-1] + 2 * at[0] + at[1]) > most)
            keepRow(plane, votes, y, most);
    }
}

void CircleVotes::keepRow(int plane, const Votes &votes, int row, double most)
{
    const auto *above = votes.ptr<std::int16_t>(row - 1);
    const auto *here = votes.ptr<std::int16_t>(row);
    const auto *below = votes.ptr<std::int16_t>(row + 1);
    for (int x = 1; x + 1 < votes.cols; ++x) {
        const int sum = softened(above, here, below, x);
        if (sum > most)
            m_places.push_back({sum / (blurSum * 2 * std::numbers::pi * radius(plane)), plane, {x - 1, row - 1}});
    }
}

std::optional<Circle> CircleVotes::take()
{
    const auto best = std::ranges::max_element(m_places, {}, &Place::share); // the first of several
    if (best == m_places.end())
        return std::nullopt;
    const Circle circle{{best->at.x * 2.0, best->at.y * 2.0}, radius(best->plane)};
    forget(circle, 0.12);
    return circle;
}

void CircleVotes::forget(const Circle &circle, double share)
{
    cv::Mat forgotten = cv::Mat::zeros(m_size, CV_8U);
    cv::circle(forgotten, cv::Point(circle.centre / 2.0), std::max(1, int(circle.radius * share / 2)), cv::Scalar(255),
               cv::FILLED);
    std::erase_if(m_places, [&](const Place &place) { return forgotten.at<std::uint8_t>(place.at) != 0; });
}

} // namespace zsb
