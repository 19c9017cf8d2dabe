#include "core/image/gradientpatch.h"
#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

/// Edges of the crop as parts of the skin's level, so that a tone of skin does not decide.
class Edges
{
public:
    explicit Edges(const FaceCrop &crop) : m_level(std::max(30.0, crop.skinLevel))
    {
        cv::Mat smooth;
        crop.grey.convertTo(smooth, CV_32F);
        cv::GaussianBlur(smooth, smooth, {3, 3}, 0);
        cv::Sobel(smooth, m_across, CV_32F, 1, 0, 3, 0.25);
        cv::Sobel(smooth, m_down, CV_32F, 0, 1, 3, 0.25);
        m_across = cv::abs(m_across);
        m_down = cv::abs(m_down);
    }

    /// Mean over the columns of the strongest horizontal edge in each.
    [[nodiscard]] double lying(const cv::Rect &where) const { return strongest(m_down, where, 0); }
    /// Mean over the rows of the strongest vertical edge in each.
    [[nodiscard]] double standing(const cv::Rect &where) const { return strongest(m_across, where, 1); }
    /// The strongest row of horizontal edge that most columns have.
    [[nodiscard]] double straight(const cv::Rect &where) const
    {
        const cv::Rect area = inside(where, m_down);
        double most = 0;
        for (int y = area.y; y < area.y + area.height; ++y) {
            std::vector<double> row;
            for (int x = area.x; x < area.x + area.width; ++x)
                row.push_back(m_down.at<float>(y, x));
            most = std::max(most, median(std::move(row)));
        }
        return most / m_level;
    }

private:
    [[nodiscard]] double strongest(const cv::Mat &edges, const cv::Rect &where, int direction) const
    {
        const cv::Rect area = inside(where, edges);
        if (area.area() < 4)
            return 0;
        cv::Mat most;
        cv::reduce(edges(area), most, direction, cv::REDUCE_MAX);
        return cv::mean(most)[0] / m_level;
    }

    cv::Mat m_across;
    cv::Mat m_down;
    double m_level;
};

} // namespace

void measureGlasses(const FaceCrop &crop, PortraitReading &reading)
{
    const Edges edges(crop);
    const auto &p = crop.points;
    constexpr int middle = FaceCrop::width / 2;
    constexpr int eye = FaceCrop::eyeDistance / 2;
    const auto at = [](double x, int y, int width, int height) { return cv::Rect(int(x), y, width, height); };
    const int bridge = std::max(4, int(p[42].x - p[39].x) - 6);
    using enum PortraitMeasure;
    reading.set(GlassesBridge, edges.lying(at(p[39].x + 3, 70, bridge, 16)));
    reading.set(GlassesUnder, std::min(edges.lying(at(middle - eye - 12, 93, 24, 20)),
                                       edges.lying(at(middle + eye - 12, 93, 24, 20))));
    reading.set(GlassesTemple,
                std::min(edges.lying(at(p[36].x - 14, 68, 10, 22)), edges.lying(at(p[45].x + 4, 68, 10, 22))));
    reading.set(GlassesSide,
                std::min(edges.standing(at(p[36].x - 12, 78, 12, 16)), edges.standing(at(p[45].x, 78, 12, 16))));
    reading.set(GlassesNose,
                std::min(edges.standing(at(middle - 18, 78, 12, 14)), edges.standing(at(middle + 6, 78, 12, 14))));
    const auto value = [&](PortraitMeasure measure) { return reading.value(measure).value_or(0); };
    reading.set(GlassesScore, value(GlassesBridge) + value(GlassesUnder) + value(GlassesTemple) +
                                  (value(GlassesSide) + value(GlassesNose)) / 2);
    const PatchJudge &judge = glassesJudge();
    const cv::Rect around((FaceCrop::width - judge.width) / 2, FaceCrop::eyeRow - 32, judge.width, judge.height);
    reading.set(GlassesPattern, patchScore(crop.grey(around), judge));
    const int brows = int(std::min(p[19].y, p[24].y));
    reading.set(CrownEdge,
                edges.straight(cv::Rect(cv::Point(middle - 34, brows - 44), cv::Point(middle + 34, brows - 8))));
}

void measureForehead(const FaceCrop &crop, PortraitReading &reading)
{
    constexpr int middle = FaceCrop::width / 2;
    const int brows = int(std::min(crop.points[19].y, crop.points[24].y));
    const cv::Rect area =
        inside(cv::Rect(cv::Point(middle - 26, brows - 26), cv::Point(middle + 26, brows - 8)), crop.lab);
    int alike = 0;
    for (int y = area.y; y < area.y + area.height; ++y) {
        for (int x = area.x; x < area.x + area.width; ++x) {
            const auto &lab = crop.lab.at<cv::Vec3b>(y, x);
            alike += std::hypot(lab[1] - crop.skinA, lab[2] - crop.skinB) < 12 &&
                     std::abs(lab[0] - crop.skinLevel) < 0.35 * crop.skinLevel;
        }
    }
    reading.set(PortraitMeasure::ForeheadSkin, area.area() > 0 ? double(alike) / area.area() : 0);
}

} // namespace zsb
