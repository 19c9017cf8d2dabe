#include "core/image/gradientpatch.h"
#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace zsb {
namespace {

cv::Mat mirror(const cv::Mat &patch)
{
    cv::Mat mirrored;
    cv::flip(patch, mirrored, 1);
    return mirrored;
}

/// One eye of the crop: six points from `first` on, corner, two of the upper lid, corner, two of the lower.
class Eye
{
public:
    Eye(const FaceCrop &crop, std::size_t first) : m_crop(crop), m_first(first) {}

    [[nodiscard]] double opening() const
    {
        const double width = distance(0, 3);
        return width > 0 ? (distance(1, 5) + distance(2, 4)) / (2 * width) : 0;
    }

    struct Darkness
    {
        double depth = 0;
        double height = 0;
    };
    /// How much darker than the skin below the eye its darkest row is, and how many rows are clearly darker.
    [[nodiscard]] Darkness darkness() const
    {
        const cv::Point2d centre = middle();
        const cv::Rect area(int((point(0).x + point(3).x) / 2) - 13, int(centre.y) - 9, 26, 18);
        const cv::Rect below(area.x, area.y + 18, 26, 8);
        if (inside(area, m_crop.grey) != area || inside(below, m_crop.grey) != below)
            return {};
        std::vector<double> skin;
        for (int y = below.y; y < below.y + below.height; ++y) {
            for (int x = below.x; x < below.x + below.width; ++x)
                skin.push_back(m_crop.grey.at<std::uint8_t>(y, x));
        }
        const double level = median(std::move(skin));
        cv::Mat eye;
        cv::GaussianBlur(m_crop.grey(area), eye, {3, 3}, 0);
        double darkest = 255;
        int rows = 0;
        for (int y = 0; y < eye.rows; ++y) {
            std::vector<double> row;
            for (int x = 4; x < eye.cols - 4; ++x)
                row.push_back(eye.at<std::uint8_t>(y, x));
            const double dark = quantile(std::move(row), 0.2);
            darkest = std::min(darkest, dark);
            rows += dark < level * 0.62;
        }
        return {(level - darkest) / std::max(20.0, level), rows / 18.0};
    }

    struct Iris
    {
        double contrast = 0;
        double height = 0;
    };
    /// A dark disc with white beside it: a lid's line is as dark to both sides, so a closed eye has none.
    [[nodiscard]] Iris iris() const
    {
        const cv::Point2d centre = middle();
        Iris best;
        for (int y = int(centre.y) - 5; y <= int(centre.y) + 5; ++y) {
            for (int x = int(centre.x) - 7; x <= int(centre.x) + 7; ++x) {
                for (const int radius : {5, 6}) {
                    const Iris here = irisAt({x, y}, radius);
                    if (here.contrast > best.contrast)
                        best = here;
                }
            }
        }
        return best;
    }

    [[nodiscard]] double contrast() const
    {
        std::vector<cv::Point> lids;
        for (std::size_t i = 0; i < 6; ++i)
            lids.emplace_back(int(std::lround(point(i).x)), int(std::lround(point(i).y)));
        const cv::Rect area = inside(cv::boundingRect(lids), m_crop.grey);
        if (area.area() < 6)
            return 0;
        for (cv::Point &lid : lids)
            lid -= area.tl();
        cv::Mat mask = cv::Mat::zeros(area.size(), CV_8U);
        cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{lids}, 255);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(m_crop.grey(area), mean, deviation, mask);
        return deviation[0] / std::max(20.0, mean[0]);
    }

    [[nodiscard]] double red() const
    {
        const cv::Point2d centre = middle();
        const cv::Rect area = inside(cv::Rect(int(centre.x) - 7, int(centre.y) - 5, 15, 11), m_crop.colour);
        int red = 0;
        for (int y = area.y; y < area.y + area.height; ++y) {
            for (int x = area.x; x < area.x + area.width; ++x) {
                const auto &bgr = m_crop.colour.at<cv::Vec3b>(y, x);
                red += bgr[2] > 70 && bgr[2] > 1.9 * bgr[1] && bgr[2] > 1.9 * bgr[0];
            }
        }
        return area.area() > 0 ? double(red) / area.area() : 0;
    }

    /// The judge has learned left eyes; a right one is shown to it in the mirror.
    [[nodiscard]] std::optional<double> closed(bool mirrored) const
    {
        const PatchJudge &judge = closedEyeJudge();
        const cv::Point2d centre = middle();
        const cv::Rect area(int(std::floor(centre.x)) - judge.width / 2, int(std::floor(centre.y)) - judge.height / 2,
                            judge.width, judge.height);
        if (inside(area, m_crop.grey) != area)
            return std::nullopt;
        const cv::Mat patch = m_crop.grey(area);
        if (mirrored)
            return patchScore(mirror(patch), judge);
        return patchScore(patch, judge);
    }

private:
    [[nodiscard]] Iris irisAt(const cv::Point &centre, int radius) const
    {
        const cv::Rect around(centre.x - radius - 4, centre.y - radius, 2 * radius + 9, 2 * radius + 1);
        if (inside(around, m_crop.grey) != around)
            return {};
        double disc = 0;
        int discCount = 0;
        for (int y = -2; y <= 2; ++y) {
            for (int x = -radius + 1; x < radius; ++x) {
                disc += m_crop.grey.at<std::uint8_t>(centre.y + y, centre.x + x);
                ++discCount;
            }
        }
        disc /= discCount;
        double left = 0;
        double right = 0;
        for (int y = -1; y <= 2; ++y) {
            for (int x = radius + 1; x <= radius + 4; ++x) {
                left += m_crop.grey.at<std::uint8_t>(centre.y + y, centre.x - x) / 16.0;
                right += m_crop.grey.at<std::uint8_t>(centre.y + y, centre.x + x) / 16.0;
            }
        }
        const double white = std::min(left, right);
        Iris iris{.contrast = (white - disc) / std::max(40.0, m_crop.skinLevel)};
        for (int y = -radius; y <= radius; ++y) {
            double row = 0;
            for (int x = -2; x <= 2; ++x)
                row += m_crop.grey.at<std::uint8_t>(centre.y + y, centre.x + x) / 5.0;
            iris.height += row < (white + disc) / 2;
        }
        return iris;
    }
    [[nodiscard]] const cv::Point2d &point(std::size_t i) const { return m_crop.points[m_first + i]; }
    [[nodiscard]] double distance(std::size_t a, std::size_t b) const
    {
        return std::hypot(point(a).x - point(b).x, point(a).y - point(b).y);
    }
    [[nodiscard]] cv::Point2d middle() const
    {
        cv::Point2d sum;
        for (std::size_t i = 0; i < 6; ++i)
            sum += point(i);
        return sum * (1.0 / 6.0);
    }

    const FaceCrop &m_crop;
    std::size_t m_first;
};

} // namespace

void measureEyes(const FaceCrop &crop, PortraitReading &reading)
{
    const Eye left(crop, 36);
    const Eye right(crop, 42);
    using enum PortraitMeasure;
    reading.set(EyesOpening, std::min(left.opening(), right.opening()));
    reading.set(EyesDifference, std::abs(left.opening() - right.opening()));
    const Eye::Darkness one = left.darkness();
    const Eye::Darkness other = right.darkness();
    reading.set(EyesDarkness, std::min(one.depth, other.depth));
    reading.set(EyesDarkHeight, std::min(one.height, other.height));
    const Eye::Iris leftIris = left.iris();
    const Eye::Iris rightIris = right.iris();
    reading.set(EyesIris, std::min(leftIris.contrast, rightIris.contrast));
    reading.set(EyesIrisHeight, std::min(leftIris.height, rightIris.height));
    const auto balance = [](double a, double b) { return std::min(a, b) / std::max({1e-6, a, b}); };
    reading.set(EyesIrisBalance, balance(leftIris.contrast, rightIris.contrast));
    reading.set(EyesDarkBalance, balance(one.height, other.height));
    const auto leftClosed = left.closed(false);
    const auto rightClosed = right.closed(true);
    if (leftClosed && rightClosed)
        reading.set(EyesClosed, std::max(*leftClosed, *rightClosed));
    reading.set(EyesContrast, std::min(left.contrast(), right.contrast()));
    reading.set(EyesRed, std::max(left.red(), right.red()));
    const auto &p = crop.points;
    const double mouth = std::hypot(p[54].x - p[48].x, p[54].y - p[48].y);
    reading.set(MouthOpening, std::hypot(p[66].x - p[62].x, p[66].y - p[62].y) / std::max(1.0, mouth));
}

} // namespace zsb
