#include "core/image/scanpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr std::size_t fewestStrokes = 40;
constexpr double leastLead = 0.25; ///< below, lines of text run no way in particular
constexpr int elongated = 4;       ///< a line of text is so much longer than high

/// Area of what becomes long and thin when boxes are joined across.
double areaOfLines(const cv::Size &size, const std::vector<cv::Rect> &boxes, int reach)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    for (const cv::Rect &box : boxes)
        mask(box).setTo(255);
    double sum = 0;
    for (const InkPiece &line : inkPiecesAcross(mask, reach)) {
        if (line.box.width >= elongated * line.box.height)
            sum += line.area;
    }
    return sum;
}

/// How much more lines of text run across than down: -1 … 1.
double leadAcross(const ScanPixels &pixels, const std::vector<InkPiece> &strokes)
{
    std::vector<cv::Rect> lying;
    std::vector<cv::Rect> turned; // on its side, down is across
    std::vector<int> sides;
    for (const InkPiece &stroke : strokes) {
        const cv::Rect &box = stroke.box;
        lying.push_back(box);
        turned.emplace_back(box.y, box.x, box.height, box.width);
        sides.push_back(std::max(box.width, box.height));
    }
    std::ranges::sort(sides);
    const int reach = std::max(3, int(0.5 * sides[sides.size() * 3 / 4]));
    const cv::Size size = pixels.ink.size();
    const double across = areaOfLines(size, lying, reach);
    const double down = areaOfLines({size.height, size.width}, turned, reach);
    return (across - down) / std::max(1.0, across + down);
}

/// Where seals are, as shares of the page as it lies; the middle without any. Offices seal the lower half.
std::optional<cv::Point2d> middleOfSeals(const ScanPixels &pixels, const ScanReading &reading)
{
    cv::Point2d sum;
    double count = 0;
    const cv::Matx33d toPage = paperTransform(pixels, 0).inv();
    for (const ScanSeal &seal : reading.seals) {
        if (seal.kind != ScanSeal::Kind::Round)
            continue;
        sum += mapped(toPage, {(seal.box.left + seal.box.width / 2) * pixels.colour.cols,
                               (seal.box.top + seal.box.height / 2) * pixels.colour.rows});
        ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

} // namespace

void measureTurn(const ScanPixels &pixels, const std::vector<InkPiece> &strokes, ScanReading &reading)
{
    if (strokes.size() < fewestStrokes)
        return;
    const double lead = leadAcross(pixels, strokes);
    if (std::abs(lead) < leastLead)
        return;
    const auto seals = middleOfSeals(pixels, reading);
    const bool isSideways = lead < 0;
    const double down = seals ? (isSideways ? seals->x : seals->y) - 0.5 : 0;
    const bool isTold = std::abs(down) > 0.1;
    int turn = isSideways ? 90 : 0;
    if (isTold && down < 0)
        turn += 180;
    reading.set(ScanMeasure::Turn, turn);
    reading.set(ScanMeasure::TurnSure, std::abs(lead) * (isTold ? 1 : 0.5));
}

void placeSeals(const ScanPixels &pixels, ScanReading &reading)
{
    const cv::Matx33d toPaper = paperTransform(pixels, int(reading.value(ScanMeasure::Turn).value_or(0))).inv();
    for (ScanSeal &seal : reading.seals) {
        const cv::Point2d middle((seal.box.left + seal.box.width / 2) * pixels.colour.cols,
                                 (seal.box.top + seal.box.height / 2) * pixels.colour.rows);
        seal.paper = sharePointOf(mapped(toPaper, middle), {1, 1});
    }
}

} // namespace zsb
