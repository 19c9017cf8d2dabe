#include "core/image/inkpieces.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace zsb {
namespace {

struct InkRun
{
    int from = 0;
    int to = 0; ///< the last px of it
    int piece = -1;
};

/// Where the next px is that is not `same`, from `x` on.
int runEnd(const std::uint8_t *row, int x, int width, std::uint8_t same)
{
    std::uint64_t many = 0;
    std::memset(&many, same, sizeof many);
    for (std::uint64_t here = 0; x + int(sizeof here) <= width; x += int(sizeof here)) {
        std::memcpy(&here, row + x, sizeof here);
        if (here != many)
            break;
    }
    while (x < width && row[x] == same)
        ++x;
    return x;
}

/// What a line of `reach` px leaves of the runs of a row, its middle being where OpenCV puts it: gaps that are shorter
/// are closed, and beyond the picture's edges everything counts as set.
class RowClosing
{
public:
    RowClosing(int reach, int width) : m_after(reach / 2), m_before(reach - 1 - m_after), m_width(width) {}

    [[nodiscard]] bool joins(const InkRun &run, int from) const { return from - run.to - 1 <= m_before + m_after; }
    void close(InkRun &run) const
    {
        const int shift = m_after - m_before;
        run.from = run.from <= m_before ? 0 : run.from + shift;
        run.to = run.to + m_after >= m_width - 1 ? m_width - 1 : run.to + shift;
    }

private:
    int m_after;
    int m_before;
    int m_width;
};

class PieceFinder
{
public:
    explicit PieceFinder(const cv::Mat &mask, int reach) : m_mask(mask), m_closing(reach, mask.cols) {}

    std::vector<InkPiece> find()
    {
        for (int y = 0; y < m_mask.rows; ++y) {
            std::swap(m_above, m_here);
            readRow(y);
            joinRows();
            for (InkRun &run : m_here)
                add(run, y);
        }
        return pieces();
    }

private:
    /// One piece, or a part of one that has been joined to `parent`.
    struct Part
    {
        int parent = 0;
        std::int64_t block = 0; ///< the first 2 × 2 px of it: OpenCV numbers pieces by them
        cv::Point from;
        cv::Point to;
        int area = 0;
    };

    void readRow(int y)
    {
        m_here.clear();
        const auto *row = m_mask.ptr<std::uint8_t>(y);
        int x = runEnd(row, 0, m_mask.cols, 0);
        while (x < m_mask.cols) {
            const int end = std::max(runEnd(row, x, m_mask.cols, 255), x + 1); // whatever is not 0 is set
            if (!m_here.empty() && m_closing.joins(m_here.back(), x))
                m_here.back().to = end - 1;
            else
                m_here.push_back({x, end - 1});
            x = runEnd(row, end, m_mask.cols, 0);
        }
        for (InkRun &run : m_here)
            m_closing.close(run);
        std::erase_if(m_here, [](const InkRun &run) { return run.from > run.to; }); // pushed out of the picture
    }

    void joinRows()
    {
        auto above = m_above.begin();
        for (InkRun &run : m_here) {
            while (above != m_above.end() && above->to < run.from - 1)
                ++above;
            for (auto touching = above; touching != m_above.end() && touching->from <= run.to + 1; ++touching)
                run.piece = run.piece < 0 ? touching->piece : joined(run.piece, touching->piece);
        }
    }

    int rootOf(int piece)
    {
        while (m_parts[std::size_t(piece)].parent != piece) {
            Part &part = m_parts[std::size_t(piece)];
            part.parent = m_parts[std::size_t(part.parent)].parent;
            piece = part.parent;
        }
        return piece;
    }

    int joined(int one, int other)
    {
        const auto [first, second] = std::minmax({rootOf(one), rootOf(other)});
        m_parts[std::size_t(second)].parent = first;
        return first;
    }

    void add(InkRun &run, int y)
    {
        const std::int64_t block = std::int64_t(y / 2) * m_mask.cols + run.from / 2;
        if (run.piece < 0) {
            run.piece = int(m_parts.size());
            m_parts.push_back({run.piece, block, {run.from, y}, {run.to, y}, 0});
        }
        Part &part = m_parts[std::size_t(run.piece)];
        part.block = std::min(part.block, block);
        part.from.x = std::min(part.from.x, run.from);
        part.to = {std::max(part.to.x, run.to), y};
        part.area += run.to - run.from + 1;
    }

    std::vector<InkPiece> pieces()
    {
        std::vector<Part> whole;
        for (std::size_t i = m_parts.size(); i-- > 0;) { // a part was joined to an earlier one
            const Part &part = m_parts[i];
            const auto root = std::size_t(rootOf(int(i)));
            if (root != i)
                m_parts[root] = together(m_parts[root], part);
            else
                whole.push_back(part);
        }
        std::ranges::sort(whole, {}, &Part::block);
        std::vector<InkPiece> pieces;
        pieces.reserve(whole.size());
        for (const Part &part : whole)
            pieces.push_back({{part.from, part.to + cv::Point(1, 1)}, part.area});
        return pieces;
    }

    static Part together(const Part &root, const Part &part)
    {
        return {root.parent,
                std::min(root.block, part.block),
                {std::min(root.from.x, part.from.x), std::min(root.from.y, part.from.y)},
                {std::max(root.to.x, part.to.x), std::max(root.to.y, part.to.y)},
                root.area + part.area};
    }

    const cv::Mat &m_mask;
    RowClosing m_closing;
    std::vector<InkRun> m_above;
    std::vector<InkRun> m_here;
    std::vector<Part> m_parts;
};

} // namespace

std::vector<InkPiece> inkPieces(const cv::Mat &mask)
{
    return PieceFinder(mask, 1).find();
}

std::vector<InkPiece> inkPiecesAcross(const cv::Mat &mask, int reach)
{
    return PieceFinder(mask, reach).find();
}

} // namespace zsb
