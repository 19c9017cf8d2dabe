#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

double varianceOf(const cv::Mat &picture)
{
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(picture, mean, deviation);
    return deviation[0] * deviation[0];
}

double detail(const cv::Mat &grey)
{
    cv::Mat second;
    cv::Laplacian(grey, second, CV_16S, 1);
    return varianceOf(second) / std::max(1.0, varianceOf(grey));
}

double meanDifference(const cv::Mat &one, const cv::Mat &other)
{
    cv::Mat difference;
    cv::absdiff(one, other, difference);
    return cv::mean(difference)[0];
}

/// Steps across the columns where blocks of 8 meet, over the steps elsewhere.
double blockiness(const cv::Mat &grey)
{
    double onGrid = 0;
    double offGrid = 0;
    int onCount = 0;
    int offCount = 0;
    for (int y = 0; y < grey.rows; y += 3) {
        const auto *row = grey.ptr<std::uint8_t>(y);
        for (int x = 1; x < grey.cols; ++x) {
            const int step = std::abs(row[x] - row[x - 1]);
            if (step > 24)
                continue;
            (x % 8 == 0 ? onGrid : offGrid) += step;
            ++(x % 8 == 0 ? onCount : offCount);
        }
    }
    return (onGrid / std::max(1, onCount)) / std::max(0.15, offGrid / std::max(1, offCount));
}

/// Whether a frequency is one of those a grid of 8 pixels makes.
bool isOfBlocks(double cycles)
{
    const double times = std::abs(cycles) * 8;
    return std::abs(times - std::round(times)) < 0.14;
}

/// What moire() looks at in a spectrum of a given side: the same for every picture.
struct FineGrid
{
    struct Place
    {
        int y = 0;
        int x = 0;
        bool isOfBlocks = false;
    };
    cv::Mat window;
    std::vector<Place> places; ///< of frequencies that are fine detail

    explicit FineGrid(int side)
    {
        cv::createHanningWindow(window, {side, side}, CV_32F);
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x <= side / 2; ++x) {
                const double down = double(y <= side / 2 ? y : y - side) / side;
                const double across = double(x) / side;
                if (std::hypot(down, across) >= 0.18)
                    places.push_back({y, x, isOfBlocks(across) && isOfBlocks(down)});
            }
        }
    }
};

const FineGrid &fineGrid(bool isLarge)
{
    static const FineGrid large(128);
    static const FineGrid little(64);
    return isLarge ? large : little;
}

/// How far one frequency stands out of the fine detail: two grids over each other make such peaks. Logarithms keep the
/// order, so they are taken of the three powers that count.
double moire(const cv::Mat &grey, const FoundFace &face)
{
    const FineGrid &grid = fineGrid(grey.cols >= 200);
    const int side = grid.window.cols;
    const int middle = int(face.top + face.height / 2);
    const cv::Rect area(grey.cols / 2 - side / 2, std::min(grey.rows - side - 1, middle - side / 2), side, side);
    if (inside(area, grey) != area)
        return 0;
    cv::Mat fine;
    cv::Mat smooth;
    grey(area).convertTo(fine, CV_32F);
    cv::GaussianBlur(fine, smooth, {0, 0}, 2);
    fine = (fine - smooth).mul(grid.window);
    cv::Mat spectrum;
    cv::dft(fine, spectrum, cv::DFT_COMPLEX_OUTPUT);
    std::vector<double> powers;
    powers.reserve(grid.places.size());
    double peak = 0;
    for (const FineGrid::Place &place : grid.places) {
        const auto &value = spectrum.at<cv::Vec2f>(place.y, place.x);
        powers.push_back(double(value[0]) * value[0] + double(value[1]) * value[1]);
        if (!place.isOfBlocks)
            peak = std::max(peak, powers.back());
    }
    const double highest = std::log1p(peak);
    const double usual = std::log1p(median(powers));
    return highest - std::log1p(quantile(std::move(powers), 0.99)) + 0.2 * (highest - usual);
}

/// Motion blurs along its own direction only: eigenvalues of the gradient's structure in a small face.
double directionBalance(const cv::Mat &grey)
{
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(grey, across, CV_32F, 1, 0, 1);
    cv::Sobel(grey, down, CV_32F, 0, 1, 1);
    cv::Mat across2;
    cv::Mat down2;
    cv::Sobel(across, across2, CV_32F, 1, 0, 1);
    cv::Sobel(down, down2, CV_32F, 0, 1, 1);
    const double xx = across2.dot(across2);
    const double yy = down2.dot(down2);
    const double xy = across2.dot(down2);
    const double middle = (xx + yy) / 2;
    const double apart = std::sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
    return std::max(0.0, middle - apart) / std::max(1e-6, middle + apart);
}

void measureEyeEdges(const cv::Mat &grey, const MarkedFace &face, PortraitReading &reading)
{
    const auto &p = face.points;
    const double top = std::min(p[37].y, p[44].y) - 3;
    const double bottom = std::max(p[41].y, p[46].y) + 3;
    const cv::Rect area = inside(cv::Rect(cv::Point(int(std::min(p[36].x, p[45].x)), int(top)),
                                          cv::Point(int(std::max(p[36].x, p[45].x)), int(bottom))),
                                 grey);
    if (area.area() < 60)
        return;
    cv::Mat across;
    cv::Mat down;
    cv::Mat strength;
    cv::Sobel(grey(area), across, CV_32F, 1, 0, 3, 0.25);
    cv::Sobel(grey(area), down, CV_32F, 0, 1, 3, 0.25);
    cv::magnitude(across, down, strength);
    double darkest = 0;
    double lightest = 0;
    cv::minMaxLoc(grey(area), &darkest, &lightest);
    const std::vector<double> values(strength.begin<float>(), strength.end<float>());
    reading.set(PortraitMeasure::EyeEdges, quantile(values, 0.98) / std::max(20.0, lightest - darkest));
}

void measureTexture(const cv::Mat &grey, const MarkedFace &face, PortraitReading &reading)
{
    const int side = int(std::max(6.0, face.eyeDistance() * 0.22));
    double sum = 0;
    int count = 0;
    for (const auto &[eye, mouth] : {std::pair(36, 48), std::pair(45, 54)}) {
        const cv::Point2d centre = (face.points[std::size_t(eye)] + face.points[std::size_t(mouth)]) * 0.5;
        const cv::Rect area = inside(cv::Rect(int(centre.x) - side / 2, int(centre.y) - side / 2, side, side), grey);
        if (area.area() < 20)
            continue;
        cv::Mat smooth;
        cv::GaussianBlur(grey(area), smooth, {0, 0}, 1.0);
        sum += meanDifference(grey(area), smooth);
        ++count;
    }
    if (count > 0)
        reading.set(PortraitMeasure::SkinTexture, sum / count);
}

} // namespace

void measurePicture(const PortraitPixels &pixels, PortraitReading &reading)
{
    cv::Mat wide;
    pixels.smallLab.convertTo(wide, CV_16S);
    wide -= cv::Scalar(0, 128, 128);
    const cv::Scalar mean = cv::mean(cv::abs(wide));
    reading.set(PortraitMeasure::PictureChroma, mean[1] + mean[2]);
    reading.set(PortraitMeasure::Blockiness, blockiness(pixels.grey));
    const cv::Rect corner =
        inside(cv::Rect(0, 0, std::max(8, pixels.grey.cols / 6), std::max(8, pixels.grey.rows / 6)), pixels.grey);
    cv::Mat smooth;
    cv::blur(pixels.grey(corner), smooth, {3, 3});
    reading.set(PortraitMeasure::Noise, meanDifference(pixels.grey(corner), smooth));
}

void measureSharpness(const PortraitPixels &pixels, const MarkedFace &face, PortraitReading &reading)
{
    const cv::Rect box =
        inside(cv::Rect(int(face.box.left), int(face.box.top), int(face.box.width), int(face.box.height)), pixels.grey);
    if (box.area() < 400)
        return;
    const cv::Mat stored = pixels.grey(box);
    const double scale = 128.0 / box.width;
    cv::Mat scaled;
    cv::resize(stored, scaled, {128, std::max(1, int(box.height * scale))}, 0, 0,
               scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    using enum PortraitMeasure;
    reading.set(FaceDetail, detail(stored));
    reading.set(FaceDetailScaled, detail(scaled));
    cv::Mat smooth;
    cv::GaussianBlur(scaled, smooth, {0, 0}, 1.2);
    reading.set(FineDetail, meanDifference(scaled, smooth) / std::max(5.0, std::sqrt(varianceOf(scaled))));
    reading.set(EdgeDirection, directionBalance(stored));
    reading.set(Moire, moire(pixels.grey, face.box));
    if (!face.hasMarks)
        return;
    measureEyeEdges(pixels.grey, face, reading);
    measureTexture(pixels.grey, face, reading);
}

} // namespace zsb
