#include "core/image/scanpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr int cells = 14;
constexpr double paperLevel = 235;
constexpr int whitestPaper = 234; ///< on lighter paper glare cannot be told from white

/// The colour of one cell of the page where it is lightest, and where that is (-1…1).
struct PaperSample
{
    double x = 0;
    double y = 0;
    cv::Vec3d colour;
    double level = 0;
};

/// 1, x, y, x², xy, y².
cv::Matx<double, 1, 6> terms(double x, double y)
{
    return {1, x, y, x * x, x * y, y * y};
}

/// Of each cell the mean of its lightest tenth: paper, wherever there is any.
std::vector<PaperSample> samplesOf(const cv::Mat &small, const cv::Mat &mask)
{
    std::vector<PaperSample> samples;
    cv::Mat grey;
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    for (int row = 0; row < cells; ++row) {
        for (int column = 0; column < cells; ++column) {
            const cv::Rect cell(cv::Point(column * small.cols / cells, row * small.rows / cells),
                                cv::Point((column + 1) * small.cols / cells, (row + 1) * small.rows / cells));
            std::vector<std::pair<int, cv::Point>> levels;
            for (int y = cell.y; y < cell.y + cell.height; ++y) {
                for (int x = cell.x; x < cell.x + cell.width; ++x) {
                    if (mask.at<std::uint8_t>(y, x))
                        levels.emplace_back(-int(grey.at<std::uint8_t>(y, x)), cv::Point(x, y));
                }
            }
            if (levels.size() < 8)
                continue;
            const std::size_t best = std::max<std::size_t>(4, levels.size() / 10);
            std::ranges::sort(levels, {},
                              [](const auto &each) { return std::tuple(each.first, each.second.y, each.second.x); });
            PaperSample sample;
            for (std::size_t i = 0; i < best; ++i) {
                const cv::Vec3b pixel = small.at<cv::Vec3b>(levels[i].second);
                sample.colour += cv::Vec3d(pixel[0], pixel[1], pixel[2]) / double(best);
            }
            sample.level = sample.colour[0] * 0.114 + sample.colour[1] * 0.587 + sample.colour[2] * 0.299;
            sample.x = 2 * (cell.x + cell.width / 2.0) / small.cols - 1;
            sample.y = 2 * (cell.y + cell.height / 2.0) / small.rows - 1;
            samples.push_back(sample);
        }
    }
    return samples;
}

/// A smooth surface through the samples, one column a channel.
cv::Mat fitted(const std::vector<PaperSample> &samples)
{
    cv::Mat left(int(samples.size()), 6, CV_64F);
    cv::Mat right(int(samples.size()), 3, CV_64F);
    for (int i = 0; i < left.rows; ++i) {
        const PaperSample &sample = samples[std::size_t(i)];
        cv::Mat(terms(sample.x, sample.y)).copyTo(left.row(i));
        for (int c = 0; c < 3; ++c)
            right.at<double>(i, c) = sample.colour[c];
    }
    cv::Mat surface;
    cv::solve(left, right, surface, cv::DECOMP_SVD);
    return surface;
}

double levelAt(const cv::Mat &surface, double x, double y)
{
    const cv::Mat colour = cv::Mat(terms(x, y)) * surface;
    return colour.at<double>(0) * 0.114 + colour.at<double>(1) * 0.587 + colour.at<double>(2) * 0.299;
}

/// Cells without paper (portraits, covers) and with glare leave the fit round by round.
cv::Mat paperSurface(std::vector<PaperSample> samples)
{
    std::vector<double> levels;
    for (const PaperSample &sample : samples)
        levels.push_back(sample.level);
    std::ranges::sort(levels);
    const double usual = levels.empty() ? paperLevel : levels[levels.size() * 2 / 3];
    std::erase_if(samples, [&](const PaperSample &sample) { return sample.level < 0.6 * usual; });
    for (const double off : {0.2, 0.12, 0.08, 0.06}) {
        if (samples.size() < 24)
            break;
        const cv::Mat surface = fitted(samples);
        std::vector<PaperSample> near;
        for (const PaperSample &sample : samples) {
            if (std::abs(sample.level / std::max(1.0, levelAt(surface, sample.x, sample.y)) - 1) < off)
                near.push_back(sample);
        }
        if (near.size() < 24)
            break;
        samples = std::move(near);
    }
    if (samples.size() >= 24)
        return fitted(samples);
    cv::Mat flat = cv::Mat::zeros(6, 3, CV_64F);
    for (int c = 0; c < 3; ++c)
        flat.at<double>(0, c) = std::max(30.0, usual);
    return flat;
}

} // namespace

void flatten(ScanPixels &pixels)
{
    const cv::Size size = pixels.colour.size();
    const double scale = std::min(1.0, 280.0 / std::min(size.width, size.height));
    cv::Mat small;
    cv::Mat mask;
    const cv::Size smallSize(std::max(1, int(size.width * scale)), std::max(1, int(size.height * scale)));
    cv::resize(pixels.colour, small, smallSize, 0, 0, cv::INTER_AREA);
    cv::resize(pixels.mask, mask, smallSize, 0, 0, cv::INTER_NEAREST);
    const cv::Mat surface = paperSurface(samplesOf(small, mask));
    constexpr int grid = 64;
    cv::Mat gain(grid, grid, CV_32FC3);
    cv::Mat level(grid, grid, CV_8U);
    for (int y = 0; y < grid; ++y) {
        for (int x = 0; x < grid; ++x) {
            const double px = 2 * (x + 0.5) / grid - 1;
            const double py = 2 * (y + 0.5) / grid - 1;
            const cv::Mat colour = cv::Mat(terms(px, py)) * surface;
            for (int c = 0; c < 3; ++c)
                gain.at<cv::Vec3f>(y, x)[c] = float(paperLevel / std::clamp(colour.at<double>(c), 12.0, 255.0));
            level.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(levelAt(surface, px, py));
        }
    }
    cv::resize(level, pixels.paperGrey, size, 0, 0, cv::INTER_LINEAR);
    cv::resize(gain, gain, size, 0, 0, cv::INTER_LINEAR);
    cv::multiply(pixels.colour, gain, pixels.flat, 1, CV_8UC3);
}

namespace {

/// Values of a picture under a mask, every third pixel.
std::vector<std::uint8_t> valuesUnder(const cv::Mat &picture, const cv::Mat &mask)
{
    std::vector<std::uint8_t> values;
    for (int y = 0; y < picture.rows; y += 3) {
        for (int x = 0; x < picture.cols; x += 3) {
            if (mask.at<std::uint8_t>(y, x))
                values.push_back(picture.at<std::uint8_t>(y, x));
        }
    }
    std::ranges::sort(values);
    return values;
}

double share(const std::vector<std::uint8_t> &sorted, double of)
{
    return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, std::size_t(of * double(sorted.size())))];
}

void measureGlare(const ScanPixels &pixels, ScanReading &reading)
{
    cv::Mat above;
    cv::Mat limit;
    pixels.paperGrey.convertTo(limit, CV_8U, 1.08);
    cv::compare(pixels.grey, cv::max(limit, 245), above, cv::CMP_GE);
    above = above & pixels.mask & (pixels.paperGrey <= whitestPaper);
    cv::morphologyEx(above, above, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {9, 9}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(above, labels, stats, centres);
    const double page = std::max(1, cv::countNonZero(pixels.mask));
    double sum = 0;
    for (int i = 1; i < count; ++i) {
        const double area = stats.at<int>(i, cv::CC_STAT_AREA);
        if (area < 0.0006 * page)
            continue;
        sum += area;
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (reading.glare.size() < 8)
            reading.glare.push_back(shareBoxOf(box, pixels.colour.size()));
    }
    reading.set(ScanMeasure::Glare, sum / page);
}

} // namespace

void measureScanLight(const ScanPixels &pixels, ScanReading &reading)
{
    const std::vector<std::uint8_t> paper = valuesUnder(pixels.paperGrey, pixels.mask);
    reading.set(ScanMeasure::PaperLevel, share(paper, 0.5));
    const double top = std::max(1.0, share(paper, 0.95));
    reading.set(ScanMeasure::PaperSpread, (top - share(paper, 0.1)) / top);
    cv::Mat over = (pixels.grey >= 253) & (pixels.paperGrey < 245) & pixels.mask;
    reading.set(ScanMeasure::OverExposed, cv::countNonZero(over) / double(std::max(1, cv::countNonZero(pixels.mask))));
    measureGlare(pixels, reading);
}

} // namespace zsb
