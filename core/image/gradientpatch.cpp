#include "core/image/gradientpatch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace zsb {
namespace {

constexpr int directions = 9;
using Cell = std::array<float, directions>;

/// Cosine and sine of 0, 20, … 160 degrees.
constexpr std::array<std::array<float, 2>, directions> axes = {{{1.0F, 0.0F},
                                                                {0.93969262F, 0.34202014F},
                                                                {0.76604444F, 0.64278761F},
                                                                {0.5F, 0.86602540F},
                                                                {0.17364818F, 0.98480775F},
                                                                {-0.17364818F, 0.98480775F},
                                                                {-0.5F, 0.86602540F},
                                                                {-0.76604444F, 0.64278761F},
                                                                {-0.93969262F, 0.34202014F}}};

std::size_t nearestAxis(float across, float down)
{
    std::size_t nearest = 0;
    float most = -1;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const float along = std::abs(across * axes[i][0] + down * axes[i][1]);
        if (along > most) {
            most = along;
            nearest = i;
        }
    }
    return nearest;
}

/// nearestAxis() of every step two bytes can make: nine products a pixel were a twentieth of a whole judgement.
class AxisTable
{
public:
    AxisTable()
    {
        for (int down = -most; down <= most; ++down) {
            for (int across = -most; across <= most; ++across)
                m_axes[index(across, down)] = std::uint8_t(nearestAxis(float(across), float(down)));
        }
    }

    [[nodiscard]] std::size_t axis(int across, int down) const { return m_axes[index(across, down)]; }

private:
    static constexpr int most = 255;
    static constexpr int side = 2 * most + 1;
    static std::size_t index(int across, int down) { return std::size_t((down + most) * side + across + most); }

    std::vector<std::uint8_t> m_axes = std::vector<std::uint8_t>(std::size_t(side) * side);
};

const AxisTable &axisTable()
{
    static const AxisTable table;
    return table;
}

class Cells
{
public:
    Cells(const cv::Mat &patch, int side) : m_columns(patch.cols / side), m_rows(patch.rows / side)
    {
        m_cells.resize(std::size_t(m_columns) * std::size_t(m_rows), Cell{});
        const AxisTable &nearest = axisTable();
        for (int y = 0; y < patch.rows; ++y) {
            const auto *above = patch.ptr<std::uint8_t>(std::max(0, y - 1));
            const auto *here = patch.ptr<std::uint8_t>(y);
            const auto *below = patch.ptr<std::uint8_t>(std::min(patch.rows - 1, y + 1));
            for (int x = 0; x < patch.cols; ++x) {
                const int across = here[std::min(patch.cols - 1, x + 1)] - here[std::max(0, x - 1)];
                const int down = below[x] - above[x];
                if (across != 0 || down != 0)
                    at(y / side, x / side)[nearest.axis(across, down)] +=
                        std::sqrt(float(across * across + down * down));
            }
        }
        for (const Cell &cell : m_cells) {
            float sum = 0;
            for (const float value : cell)
                sum += value * value;
            m_energy.push_back(sum);
        }
    }

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] Cell &at(int row, int column) { return m_cells[index(row, column)]; }
    [[nodiscard]] const Cell &at(int row, int column) const { return m_cells[index(row, column)]; }
    /// Of the four cells whose upper left is this one; the outermost cells go on beyond the edge.
    [[nodiscard]] float blockEnergy(int row, int column) const
    {
        float sum = 0;
        for (const int y : {row, row + 1}) {
            for (const int x : {column, column + 1})
                sum += m_energy[index(std::clamp(y, 0, m_rows - 1), std::clamp(x, 0, m_columns - 1))];
        }
        return sum;
    }

private:
    [[nodiscard]] std::size_t index(int row, int column) const
    {
        return std::size_t(row) * std::size_t(m_columns) + std::size_t(column);
    }

    int m_columns;
    int m_rows;
    std::vector<Cell> m_cells;
    std::vector<float> m_energy;
};

} // namespace

double patchScore(const cv::Mat &patch, const PatchJudge &judge)
{
    constexpr float most = 0.3F; // no single edge decides
    const Cells cells(patch, judge.cell);
    std::size_t next = 0;
    double sum = 0;
    for (int row = 0; row < cells.rows(); ++row) {
        for (int column = 0; column < cells.columns(); ++column) {
            std::array<float, 4> norms{};
            std::size_t count = 0;
            for (const int y : {row - 1, row}) {
                for (const int x : {column - 1, column})
                    norms[count++] = std::sqrt(cells.blockEnergy(y, x) + judge.ground);
            }
            for (const float value : cells.at(row, column)) {
                float feature = 0;
                for (const float norm : norms)
                    feature += std::min(value / norm, most) / 4;
                sum += double(feature) * judge.weights[next++];
            }
        }
    }
    return sum * double(judge.step) + double(judge.offset);
}

} // namespace zsb
