#include "core/image/perceptual.h"

#include "core/image/decode.h"
#include "core/image/facelikeness.h"
#include "core/image/heldpicture.h"
#include "core/image/opencvthreads.h"
#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <QImage>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace zsb {
namespace {

constexpr char faceKind = 'f';
constexpr char pageKind = 'p';

// The face, turned upright, with what is around it.
constexpr int faceWidth = 64;
constexpr int faceHeight = 72;
constexpr double spreadsAcross = 4.6; ///< FaceFrame::spread in the width of the crop
constexpr double middleRow = 0.56;
constexpr int oversampled = 4;

constexpr int pageSide = 64;
constexpr int pageFrequencies = 16;
constexpr double blankPage = 3; ///< standard deviation of the grey below which there is nothing to compare
constexpr std::int64_t mostPixels = 100'000'000;

/// Cosine transform of a grey picture of doubles: `rows` × `columns` of the lowest frequencies, every `step`-th column.
/// Only even columns are the same for a picture and its mirror image.
void appendFrequencies(const cv::Mat &picture, int rows, int columns, int step, std::vector<double> &into)
{
    const auto basis = [](int size, int frequency, int at) {
        const double scale = std::sqrt((frequency == 0 ? 1.0 : 2.0) / size);
        return scale * std::cos(std::numbers::pi * (2 * at + 1) * frequency / (2.0 * size));
    };
    cv::Mat down(rows, picture.rows, CV_64F);
    for (int i = 0; i < rows; ++i) {
        for (int y = 0; y < picture.rows; ++y)
            down.at<double>(i, y) = basis(picture.rows, i, y);
    }
    cv::Mat across(picture.cols, columns, CV_64F);
    for (int i = 0; i < columns; ++i) {
        for (int x = 0; x < picture.cols; ++x)
            across.at<double>(x, i) = basis(picture.cols, i * step, x);
    }
    const cv::Mat all = down * picture * across;
    into.insert(into.end(), all.begin<double>(), all.end<double>());
}

cv::Mat uprightFace(const cv::Mat &picture, const FaceFrame &frame)
{
    const double scale = spreadsAcross * frame.spread * picture.cols / (faceWidth * oversampled);
    const double cosine = scale * std::cos(frame.radians);
    const double sine = scale * std::sin(frame.radians);
    const double x = faceWidth * oversampled / 2.0;
    const double y = faceHeight * oversampled * middleRow;
    const cv::Matx23d map(cosine, -sine, frame.middle.x * picture.cols - cosine * x + sine * y, //
                          sine, cosine, frame.middle.y * picture.rows - sine * x - cosine * y);
    cv::Mat large;
    cv::warpAffine(picture, large, map, {faceWidth * oversampled, faceHeight * oversampled},
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    cv::Mat face;
    cv::resize(large, face, {faceWidth, faceHeight}, 0, 0, cv::INTER_AREA);
    return face;
}

/// Light, and how red and blue it is beside that.
std::vector<double> frequenciesOf(const cv::Mat &face)
{
    cv::Mat exact;
    face.convertTo(exact, CV_64F);
    std::array<cv::Mat, 3> bgr;
    cv::split(exact, bgr.data());
    const cv::Mat light = 0.299 * bgr[2] + 0.587 * bgr[1] + 0.114 * bgr[0];
    std::vector<double> all;
    all.reserve(FaceLikeness::frequencies);
    appendFrequencies(light, 11, 7, 2, all);
    appendFrequencies(bgr[2] - light, 3, 2, 2, all);
    appendFrequencies(bgr[0] - light, 3, 2, 2, all);
    return all;
}

/// Spreads the levels of a sum over the bands of HammingIndex: a band holds 16 sums, and as many low levels as high.
int bitOf(std::size_t sum, std::size_t level)
{
    const std::size_t half = sum / 16;
    const std::size_t band = (2 * level + half + sum) % 16;
    return int(band * 16 + level * 2 + half);
}

PerceptualHash hashOfFrequencies(const std::vector<double> &frequencies)
{
    PerceptualHash hash;
    for (std::size_t sum = 0; sum < FaceLikeness::sums; ++sum) {
        double value = 0;
        for (std::size_t i = 0; i < FaceLikeness::frequencies; ++i)
            value += faceLikeness.weights[sum][i] * frequencies[i];
        for (std::size_t level = 0; level < FaceLikeness::levelsOfSum; ++level) {
            if (value > faceLikeness.levels[sum][level])
                hash.set(bitOf(sum, level));
        }
    }
    return hash;
}

PerceptualHash hashOfPage(const cv::Mat &grey)
{
    std::vector<double> frequencies;
    appendFrequencies(grey, pageFrequencies, pageFrequencies, 1, frequencies);
    PerceptualHash hash;
    for (int row = 0; row < pageFrequencies; ++row) {
        for (int column = 0; column < pageFrequencies; ++column) {
            const bool isMean = row == 0 && column == 0;
            const int band = (row + 5 * column) % pageFrequencies; // each band has every row and every column once
            if (!isMean && frequencies[std::size_t(row * pageFrequencies + column)] > 0)
                hash.set(band * 16 + row);
        }
    }
    return hash;
}

std::string lookOf(char kind, const std::optional<PerceptualHash> &hash)
{
    return hash ? kind + hexOf(*hash) : std::string();
}

} // namespace

std::optional<PerceptualHash> faceHash(std::string_view bytes, const PortraitReading &reading)
{
    if (!reading.frame || reading.frame->spread <= 0)
        return std::nullopt;
    try {
        if (const auto pixels = portraitPixels(bytes))
            return hashOfFrequencies(frequenciesOf(uprightFace(pixels->colour, *reading.frame)));
    } catch (const std::exception &) {
        return std::nullopt; // OpenCV throws
    }
    return std::nullopt;
}

std::optional<PerceptualHash> pageHash(std::string_view bytes)
{
    auto image = decodeForScreen(
        bytes, {.maxSize = {4 * pageSide, 4 * pageSide}, .maxPixels = mostPixels, .maxMemory = portraitRoom.memory});
    if (!image)
        return std::nullopt;
    const QImage grey = std::move(*image).convertToFormat(QImage::Format_Grayscale8);
    keepOpenCvOnItsThread();
    try {
        const cv::Mat picture(grey.height(), grey.width(), CV_8U, const_cast<uchar *>(grey.constBits()), // not written
                              std::size_t(grey.bytesPerLine()));
        cv::Mat small;
        cv::resize(picture, small, {pageSide, pageSide}, 0, 0, cv::INTER_AREA);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(small, mean, deviation);
        if (deviation[0] < blankPage)
            return std::nullopt;
        cv::Mat exact;
        small.convertTo(exact, CV_64F);
        return hashOfPage(exact);
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

std::string portraitLook(std::string_view bytes, const PortraitReading &reading)
{
    const std::string face = lookOf(faceKind, faceHash(bytes, reading));
    return face.empty() ? pageLook(bytes) : face;
}

std::string pageLook(std::string_view bytes)
{
    return lookOf(pageKind, pageHash(bytes));
}

} // namespace zsb
