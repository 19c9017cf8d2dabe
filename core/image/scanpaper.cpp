#include "core/image/scanpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <compare>

namespace zsb {
namespace {

constexpr int cells = 14;
constexpr double paperLevel = 235;

/// The colour of one cell of the page where it is lightest, and where that is (-1…1).
struct PaperSample
{
    double x = 0;
    double y = 0;
    cv::Vec3d colour;
    double level = 0;
};

/// The lightest first; of equals the upper, then the left one.
struct LightPixel
{
    int darkness = 0;
    int y = 0;
    int x = 0;

    auto operator<=>(const LightPixel &) const = default;
};

/// 1, x, y, x², xy, y².
cv::Matx<double, 1, 6> terms(double x, double y)
{
    return {1, x, y, x * x, x * y, y * y};
}

using Surface = cv::Matx<double, 6, 3>; ///< what becomes of terms(): a colour

double levelOf(const cv::Vec3d &colour)
{
    return colour[0] * 0.114 + colour[1] * 0.587 + colour[2] * 0.299;
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
            std::vector<LightPixel> levels;
            for (int y = cell.y; y < cell.y + cell.height; ++y) {
                for (int x = cell.x; x < cell.x + cell.width; ++x) {
                    if (mask.at<std::uint8_t>(y, x))
                        levels.push_back({255 - grey.at<std::uint8_t>(y, x), y, x});
                }
            }
            if (levels.size() < 8)
                continue;
            const std::size_t best = std::max<std::size_t>(4, levels.size() / 10);
            std::ranges::partial_sort(levels, levels.begin() + std::ptrdiff_t(best));
            PaperSample sample;
            for (std::size_t i = 0; i < best; ++i) {
                const cv::Vec3b pixel = small.at<cv::Vec3b>(levels[i].y, levels[i].x);
                sample.colour += cv::Vec3d(pixel[0], pixel[1], pixel[2]) / double(best);
            }
            sample.level = levelOf(sample.colour);
            sample.x = 2 * (cell.x + cell.width / 2.0) / small.cols - 1;
            sample.y = 2 * (cell.y + cell.height / 2.0) / small.rows - 1;
            samples.push_back(sample);
        }
    }
    return samples;
}

/// A smooth surface through the samples, one column a channel.
Surface fitted(const std::vector<PaperSample> &samples)
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

cv::Vec3d colourAt(const Surface &surface, double x, double y)
{
    const cv::Matx<double, 1, 3> colour = terms(x, y) * surface;
    return {colour(0), colour(1), colour(2)};
}

/// Cells without paper (portraits, covers) and with glare leave the fit round by round.
Surface paperSurface(std::vector<PaperSample> samples)
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
        const Surface surface = fitted(samples);
        std::vector<PaperSample> near;
        for (const PaperSample &sample : samples) {
            if (std::abs(sample.level / std::max(1.0, levelOf(colourAt(surface, sample.x, sample.y))) - 1) < off)
                near.push_back(sample);
        }
        if (near.size() < 24)
            break;
        samples = std::move(near);
    }
    if (samples.size() >= 24)
        return fitted(samples);
    Surface flat = Surface::zeros();
    for (int c = 0; c < 3; ++c)
        flat(0, c) = std::max(30.0, usual);
    return flat;
}

/// Between which two lines of a grid a px lies, and how far from the first: as cv::resize() has it.
struct GridPlace
{
    int first = 0;
    int second = 0;
    float off = 0;
};
GridPlace placeOf(int at, int size, int grid)
{
    const double scale = 1 / (double(size) / grid);
    float off = float((at + 0.5) * scale - 0.5);
    const int first = cvFloor(off);
    off -= float(first);
    if (first < 0)
        return {0, 0, 0};
    return first >= grid - 1 ? GridPlace{grid - 1, grid - 1, 0} : GridPlace{first, first + 1, off};
}

/// Each row of the grid, as wide as the picture.
cv::Mat_<float> widened(const cv::Mat_<cv::Vec3f> &gain, int width)
{
    cv::Mat_<float> wide(gain.rows, 3 * width);
    for (int x = 0; x < width; ++x) {
        const GridPlace place = placeOf(x, width, gain.cols);
        for (int y = 0; y < gain.rows; ++y) {
            for (int c = 0; c < 3; ++c) {
                wide(y, 3 * x + c) = gain(y, place.first)[c] * (1 - place.off) + gain(y, place.second)[c] * place.off;
            }
        }
    }
    return wide;
}

void lightenRow(const std::uint8_t *from, const float *first, const float *second, float off, int size,
                std::uint8_t *to)
{
    constexpr float rounding = 3 << 22; // added to a float it leaves no place for a fraction: half goes to even
    const float on = 1 - off;
    for (int i = 0; i < size; ++i) {
        const float gain = first[i] * on + second[i] * off;
        const float rounded = std::min(float(from[i]) * gain, 255.0F) + rounding;
        to[i] = std::uint8_t(std::int32_t(rounded - rounding));
    }
}

/// Every channel times the gain there, which is stretched over the picture: row by row, since as a picture of its own
/// it would be sixteen megabytes.
cv::Mat lightened(const cv::Mat &colour, const cv::Mat_<cv::Vec3f> &gain)
{
    const cv::Mat_<float> wide = widened(gain, colour.cols);
    cv::Mat flat(colour.size(), CV_8UC3);
    for (int y = 0; y < colour.rows; ++y) {
        const GridPlace place = placeOf(y, colour.rows, gain.rows);
        lightenRow(colour.ptr<std::uint8_t>(y), wide[place.first], wide[place.second], place.off, wide.cols,
                   flat.ptr<std::uint8_t>(y));
    }
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
    const Surface surface = paperSurface(samplesOf(small, mask));
    constexpr int grid = 64;
    cv::Mat_<cv::Vec3f> gain(grid, grid);
    cv::Mat level(grid, grid, CV_8U);
    for (int y = 0; y < grid; ++y) {
        for (int x = 0; x < grid; ++x) {
            const cv::Vec3d colour = colourAt(surface, 2 * (x + 0.5) / grid - 1, 2 * (y + 0.5) / grid - 1);
            for (int c = 0; c < 3; ++c)
                gain(y, x)[c] = float(paperLevel / std::clamp(colour[c], 12.0, 255.0));
            level.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(levelOf(colour));
        }
    }
    cv::resize(level, pixels.paperGrey, size, 0, 0, cv::INTER_LINEAR);
    pixels.flat = lightened(pixels.colour, gain);
}

} // namespace zsb
