#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace zsb {
namespace {

constexpr std::size_t leastWall = 40;       ///< pixels of the border, of some 500; less says nothing of a wall
constexpr double lightness = 100.0 / 255.0; ///< OpenCV's 8-bit L to L*

double chroma(const cv::Vec3b &lab)
{
    return std::hypot(lab[1] - 128.0, lab[2] - 128.0);
}

/// Where in `PortraitPixels::small` hair may be when the head reaches the upper edge, by the eyes alone: colour does
/// not tell dark hair from a dark wall. Nowhere when there is room above the head.
struct HeadRoom
{
    HeadRoom(const PortraitPixels &pixels, const MarkedFace *face)
    {
        if (!face || !face->hasMarks)
            return;
        distance = face->eyeDistance() * pixels.scale;
        eyes = face->betweenEyes() * pixels.scale;
        isClose = eyes.y < closest * distance;
    }

    /// Half an ellipse above the eyes; below them hair may hang straight down.
    [[nodiscard]] bool holds(int x, int y) const
    {
        if (!isClose)
            return false;
        const double aside = (x - eyes.x) / (widest * distance);
        const double above = std::max(0.0, eyes.y - y) / (highest * distance);
        return std::hypot(aside, above) < 1;
    }

    // In eye distances.
    static constexpr double closest = 2.25; ///< of eyes to the upper edge; beyond it the border is clear of hair
    static constexpr double highest = 2.35; ///< full hair
    static constexpr double widest = 1.9;
    double distance = 0; ///< of the eyes; 0 when nobody knows
    cv::Point2d eyes;
    bool isClose = false;
};

/// Wall that something cuts off from the borders, as between a head and what stands beside it. Looked for where no
/// shirt is: a white one is as white as the wall.
void addPockets(const cv::Mat &lab, cv::Mat &wall)
{
    const cv::Rect upper(0, 0, lab.cols, lab.rows / 2);
    if (cv::countNonZero(wall(upper)) * 10 < upper.area())
        return;
    const cv::Scalar usual = cv::mean(lab(upper), wall(upper));
    const cv::Scalar near(6, 3, 3);
    cv::Mat alike;
    cv::inRange(lab(upper), usual - near, usual + near, alike);
    cv::Mat(wall(upper)).setTo(255, alike);
}

/// What the wall's colour reaches from the upper borders, following slow shading; from where no hair can be.
cv::Mat wallMask(const cv::Mat &lab, const HeadRoom &head)
{
    cv::Mat mask(lab.rows + 2, lab.cols + 2, CV_8U, cv::Scalar(0));
    cv::Mat source = lab;
    const cv::Scalar step(3, 2, 2);
    const int flags = 4 | (255 << 8) | cv::FLOODFILL_MASK_ONLY;
    const auto fill = [&](int x, int y) {
        if (!head.holds(x, y) && mask.at<std::uint8_t>(y + 1, x + 1) == 0)
            cv::floodFill(source, mask, {x, y}, 0, nullptr, step, step, flags);
    };
    for (int x = 0; x < lab.cols; x += 3)
        fill(x, 0);
    for (int y = 0; y < lab.rows * 45 / 100; y += 3) {
        fill(0, y);
        fill(lab.cols - 1, y);
    }
    cv::Mat wall = mask(cv::Rect(1, 1, lab.cols, lab.rows)).clone();
    addPockets(lab, wall);
    return wall;
}

/// The strip along the top and both sides down to the eyes, where a wall should be.
struct Border
{
    std::vector<double> least; ///< of the three channels
    std::vector<double> colour;
    std::vector<double> light;
    std::vector<double> detail;
    std::array<std::vector<double>, 4> parts; ///< light: top left, top right, left, right
};

class BorderWalk
{
public:
    BorderWalk(const PortraitPixels &pixels, const MarkedFace *face)
        : m_pixels(pixels),
          m_size(pixels.small.size()),
          m_head(pixels, face),
          m_wall(m_head.isClose ? wallMask(pixels.smallLab, m_head) : cv::Mat())
    {
        const bool marked = m_head.distance > 0;
        m_bottom = marked ? std::min(m_size.height - 1, int(m_head.eyes.y)) : m_size.height / 3;
        m_middle = marked ? m_head.eyes.x : m_size.width / 2.0;
        m_half = marked ? 1.45 * m_head.distance : m_size.width * 0.35;
        cv::Mat light;
        cv::extractChannel(pixels.smallLab, light, 0);
        cv::Mat mean;
        cv::blur(light, mean, {3, 3});
        cv::absdiff(light, mean, m_detail);
    }

    [[nodiscard]] Border walk()
    {
        const int top = std::max(2, m_size.height / 40);
        const int side = std::max(2, m_size.width / 14);
        for (int y = 0; y < std::min(top, m_size.height); ++y) {
            for (int x = 0; x < m_size.width; x += 2)
                take(x, y, x < m_size.width / 2 ? 0 : 1);
        }
        for (int y = top; y < m_bottom; y += 2) {
            for (int x = 0; x < std::min(side, m_size.width); ++x) {
                if (x < m_middle - m_half)
                    take(x, y, 2);
                if (m_size.width - 1 - x > m_middle + m_half)
                    take(m_size.width - 1 - x, y, 3);
            }
        }
        return std::move(m_border);
    }

private:
    /// What may be hair counts only when wall reaches it.
    void take(int x, int y, std::size_t part)
    {
        if (m_head.holds(x, y) && m_wall.at<std::uint8_t>(y, x) == 0)
            return;
        const auto &bgr = m_pixels.small.at<cv::Vec3b>(y, x);
        const auto &lab = m_pixels.smallLab.at<cv::Vec3b>(y, x);
        m_border.least.push_back(std::min({bgr[0], bgr[1], bgr[2]}));
        m_border.colour.push_back(chroma(lab));
        m_border.light.push_back(lab[0] * lightness);
        m_border.detail.push_back(m_detail.at<std::uint8_t>(y, x) * lightness);
        m_border.parts[part].push_back(lab[0] * lightness);
    }

    const PortraitPixels &m_pixels;
    cv::Size m_size;
    HeadRoom m_head;
    cv::Mat m_wall; ///< only where hair may be
    cv::Mat m_detail;
    int m_bottom = 0;
    double m_middle = 0;
    double m_half = 0;
    Border m_border;
};

double mean(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? 0 : sum / double(values.size());
}

double deviation(const std::vector<double> &values)
{
    const double middle = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - middle) * (value - middle);
    return values.empty() ? 0 : std::sqrt(sum / double(values.size()));
}

double sidesApart(const Border &border)
{
    double least = 100;
    double most = 0;
    for (const std::vector<double> &part : border.parts) {
        if (part.size() > 8) {
            least = std::min(least, median(part));
            most = std::max(most, median(part));
        }
    }
    return std::max(0.0, most - least);
}

double whiteShare(const Border &border)
{
    std::size_t white = 0;
    for (std::size_t i = 0; i < border.least.size(); ++i)
        white += border.least[i] >= 225 && border.colour[i] < 8;
    return double(white) / double(std::max<std::size_t>(1, border.least.size()));
}

} // namespace

void measureBackground(const PortraitPixels &pixels, const MarkedFace *face, PortraitReading &reading)
{
    const Border border = BorderWalk(pixels, face).walk();
    if (border.least.size() < leastWall)
        return;
    using enum PortraitMeasure;
    reading.set(BackgroundWhite, whiteShare(border));
    reading.set(BackgroundLevel, median(border.least));
    reading.set(BackgroundChroma, median(border.colour));
    reading.set(BackgroundChroma90, quantile(border.colour, 0.9));
    reading.set(BackgroundSpread, deviation(border.light));
    reading.set(BackgroundSides, sidesApart(border));
    reading.set(BackgroundDarkest, quantile(border.light, 0.05));
    reading.set(BackgroundTexture, mean(border.detail));
}

cv::Mat personMask(const PortraitPixels &pixels, const MarkedFace *face)
{
    cv::Mat others = ~wallMask(pixels.smallLab, HeadRoom(pixels, face));
    cv::morphologyEx(others, others, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8U));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(others, labels, stats, centres, 4);
    int person = 0;
    if (face) {
        const FoundFace &box = face->box;
        for (const double down : {0.5, 0.6, 0.75, 0.35}) {
            const cv::Point at(int((box.left + box.width / 2) * pixels.scale),
                               int((box.top + box.height * down) * pixels.scale));
            if (person == 0 && cv::Rect(0, 0, labels.cols, labels.rows).contains(at))
                person = labels.at<int>(at);
        }
    }
    for (int i = 1; i < count && person == 0; ++i) {
        if (stats.at<int>(i, cv::CC_STAT_AREA) * 10 > labels.rows * labels.cols)
            person = i;
    }
    return person == 0 ? cv::Mat() : cv::Mat(labels == person);
}

void measureWall(const PortraitPixels &pixels, const cv::Mat &person, const MarkedFace &face, PortraitReading &reading)
{
    cv::Mat near;
    cv::dilate(person, near, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
    const cv::Mat reached = wallMask(pixels.smallLab, HeadRoom(pixels, &face));
    cv::Mat others = ~reached & ~person;
    cv::morphologyEx(others, others, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8U));
    reading.set(PortraitMeasure::BackgroundObjects,
                double(cv::countNonZero(others)) / double(person.rows * person.cols));
    std::vector<double> wall;
    for (int y = 0; y < near.rows; y += 2) {
        for (int x = 0; x < near.cols; x += 2) {
            if (near.at<std::uint8_t>(y, x) == 0)
                wall.push_back(pixels.smallLab.at<cv::Vec3b>(y, x)[0] * lightness);
        }
    }
    if (wall.size() <= 50)
        return;
    const double middle = median(wall);
    reading.set(PortraitMeasure::BackgroundDrop, middle - quantile(wall, 0.02));
    if (!face.hasMarks)
        return;
    const double distance = face.eyeDistance() * pixels.scale;
    const double centre = face.betweenEyes().x * pixels.scale;
    const int first = std::max(0, int(face.betweenEyes().y * pixels.scale - 1.2 * distance));
    const int last = std::min(person.rows - 1, int(face.points[8].y * pixels.scale));
    double darkest = 0;
    for (const int side : {-1, 1}) {
        std::vector<double> band;
        for (int y = first; y < last; ++y) {
            int edge = -1;
            for (int x = int(centre); x >= 0 && x < person.cols; x += side) {
                if (person.at<std::uint8_t>(y, x) != 0)
                    edge = x;
            }
            for (int step = 3; edge >= 0 && step < 0.3 * distance + 3; ++step) {
                const int x = edge + side * step;
                if (x >= 0 && x < person.cols)
                    band.push_back(pixels.smallLab.at<cv::Vec3b>(y, x)[0] * lightness);
            }
        }
        if (band.size() > 20)
            darkest = std::max(darkest, middle - quantile(band, 0.15));
    }
    reading.set(PortraitMeasure::BackgroundShadow, darkest);
}

} // namespace zsb
