#include "core/image/blockstep.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace zsb {
namespace {

/// Three rows, between which a step may lie.
class RowsAround
{
public:
    RowsAround(const UnitPlane &plane, int y)
        : m_width(plane.width), m_above(plane.row(y - 1)), m_row(plane.row(y)), m_below(plane.row(y + 1))
    {
        m_left.resize(std::size_t(m_width) + 1);
        m_right.resize(std::size_t(m_width) + 1);
    }

    [[nodiscard]] double greatestShare()
    {
        std::array<int, 2 * most + 2> less{}; // how many steps are less than this one
        for (std::size_t x = 0; x < m_row.size(); ++x) {
            ++less[slotOf(m_row[x] - m_above[x]) + 1];
            ++less[slotOf(m_below[x] - m_row[x]) + 1];
        }
        std::partial_sum(less.begin(), less.end(), less.begin());
        double greatest = 0;
        for (int step = -most; step <= most; ++step) {
            if (std::abs(step) >= leastStep && isFrequent(less, step))
                greatest = std::max(greatest, shareOf(step));
        }
        return greatest;
    }

private:
    static constexpr int leastStep = 8; ///< less is hardly seen, and slow shading has it too
    static constexpr int mostStray = 4;
    static constexpr int leastUnits = 4; ///< that show the step, on either side
    static constexpr int nearby = 8;     ///< units beside the place, of which
    static constexpr int leastNearby = 2;
    static constexpr int most = 255;

    static std::size_t slotOf(int step)
    {
        step += most;
        return std::size_t(step);
    }

    /// On either side of the place about half of the units show it.
    [[nodiscard]] bool isFrequent(std::span<const int> less, int step) const
    {
        const int from = std::max(-most, step - mostStray);
        const int to = std::min(most, step + mostStray);
        return (less[slotOf(to) + 1] - less[slotOf(from)]) * 10 >= m_width * 3;
    }

    [[nodiscard]] double shareOf(int step)
    {
        const int stray = std::clamp(std::abs(step) / 6, 1, mostStray);
        const auto same = [stray](int one, int other) { return std::abs(one - other) <= stray; };
        const auto shows = [&](int before, int after) {
            const int expected = std::clamp(before + step, 0, most); // as the decoder clips it
            return std::abs(expected - before) >= leastStep && same(after, expected);
        };
        for (std::size_t x = 0; x < m_row.size(); ++x) {
            const bool isRight = shows(m_above[x], m_row[x]) && same(m_row[x], m_below[x]);
            const bool isLeft = same(m_above[x], m_row[x]) && shows(m_row[x], m_below[x]);
            m_right[x + 1] = m_right[x] + isRight;
            m_left[x + 1] = m_left[x] + isLeft;
        }
        double greatest = 0;
        for (int place = leastUnits + 1; place <= m_width - leastUnits; ++place)
            greatest = std::max(greatest, shareAt(place));
        return greatest;
    }

    /// The unit before the place may have the step in part of its blocks, so it counts for nothing.
    [[nodiscard]] double shareAt(int place) const
    {
        const auto left = [this](int from, int to) { return m_left[std::size_t(to)] - m_left[std::size_t(from)]; };
        const auto right = [this](int from, int to) { return m_right[std::size_t(to)] - m_right[std::size_t(from)]; };
        const int last = place - 1;
        if (left(0, last) < leastUnits || right(place, m_width) < leastUnits ||
            left(std::max(0, last - nearby), last) < leastNearby ||
            right(place, std::min(m_width, place + nearby)) < leastNearby)
            return 0;
        return std::min(double(left(0, last)) / last, double(right(place, m_width)) / (m_width - place));
    }

    int m_width;
    std::span<const std::uint8_t> m_above;
    std::span<const std::uint8_t> m_row;
    std::span<const std::uint8_t> m_below;
    std::vector<int> m_left; ///< how many units before each show it
    std::vector<int> m_right;
};

} // namespace

double blockStep(const UnitPlane &plane)
{
    double greatest = 0;
    for (int y = 1; y + 1 < plane.height(); ++y)
        greatest = std::max(greatest, RowsAround(plane, y).greatestShare());
    return greatest;
}

} // namespace zsb
