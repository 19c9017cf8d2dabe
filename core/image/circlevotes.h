#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <vector>

// Inside core/image only.
namespace zsb {

struct Circle
{
    cv::Point2d centre;
    double radius = 0;
};

/// Votes of the edge points of `ink` for the centres they turn around, by radius; in px of `ink`. Only what enough
/// points agree on is kept: all votes for all radii are megabytes, and of each page a few dozen places count.
class CircleVotes
{
public:
    /// `floor`: what is ink at all; `unit`: px of the page's shorter side, shares of which radii are.
    CircleVotes(const cv::Mat &ink, int floor, double unit);

    /// The circle with most votes for its length; its neighbourhood has none left afterwards.
    [[nodiscard]] std::optional<Circle> take();

    /// Nothing is found again with its middle in this circle's inner part.
    void forget(const Circle &circle, double share);

private:
    /// Where an edge is and its steepest way, halved as the places voted for are.
    struct Edges
    {
        std::vector<float> x;
        std::vector<float> y;
        std::vector<float> acrossX;
        std::vector<float> acrossY;
    };
    struct Place
    {
        double share = 0; ///< votes for its length
        int plane = 0;
        cv::Point at;
    };
    using Votes = cv::Mat_<std::int16_t>; ///< with a margin of one, for what votes beyond the picture

    [[nodiscard]] double radius(int plane) const { return m_low + 2.0 * plane; }
    [[nodiscard]] static Edges edgesOf(const cv::Mat &ink, int floor);
    static void count(const Edges &edges, float reach, Votes &votes);
    void keepBest(int plane, const Votes &votes);
    void keepRow(int plane, const Votes &votes, int row, double most);

    double m_low;
    cv::Size m_size; ///< half of the picture's
    std::vector<Place> m_places;
};

} // namespace zsb
