#pragma once

#include "core/base/result.h"
#include "core/image/inkpieces.h"
#include "core/image/scanreading.h"
#include "core/policy/scanpolicy.h"

#include <opencv2/core.hpp>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

// Inside core/image only: what the files that measure scans share. OpenCV stays out of every other header.
namespace zsb {

/// The sheet inside the picture; the whole picture when no edge of a sheet is seen.
struct ScanPage
{
    std::array<cv::Point2d, 4> corners; ///< of the picture as it lies: upper left, upper right, lower right, lower left
    bool isFound = false;
    int cornersInside = 4;
};

/// A scan in the forms the measures look at, scaled so that the page's shorter side is about 1000 px, never up.
struct ScanPixels
{
    static constexpr double pageSide = 1000;

    cv::Mat colour;      ///< 8-bit BGR, as stored; transparency over white
    cv::Mat grey;        ///< as stored
    cv::Mat mask;        ///< 255 on the page, a little inside its edges
    double maskArea = 1; ///< px of it, one at least
    cv::Mat flat;        ///< BGR with the paper at 235
    cv::Mat ink;         ///< 255 where it is darker than its surroundings, or coloured
    cv::Mat paperGrey;   ///< the fitted paper's luminance
    ScanPage page;
    double pageShort = 1; ///< shorter side of the page in px of `colour`
    double pageLong = 1;
    double stored = 1; ///< px of the stored picture in one of `colour`
};

/// `side`: px of the page's shorter side at most.
/// Errors: Invalid (the bytes give no picture), Refused (too large to be judged here).
[[nodiscard]] Result<ScanPixels> scanPixels(std::string_view bytes, const ImageFacts &facts,
                                            double side = ScanPixels::pageSide);

/// Looks for a light sheet on something darker.
[[nodiscard]] ScanPage findPage(const cv::Mat &colour);

/// The paper's luminance and the flat picture, from the bright pixels of the page.
void flatten(ScanPixels &pixels);

void measurePage(const ScanPixels &pixels, ScanReading &reading);
void measureScanLight(const ScanPixels &pixels, ScanReading &reading);

/// Connected strokes of ink of the size characters are made of.
[[nodiscard]] std::vector<InkPiece> findStrokes(const ScanPixels &pixels);
void measureScanText(const ScanPixels &pixels, const std::vector<InkPiece> &strokes, ScanReading &reading);

void measureSeals(const ScanPixels &pixels, ScanReading &reading);
/// What the pack calls faint or cut, among the seals that were found.
void countWeakSeals(const MarkLimits &limits, ScanReading &reading);

/// Which way the text stands, by its lines and by where seals are, and how sure that is.
void measureTurn(const ScanPixels &pixels, const std::vector<InkPiece> &strokes, ScanReading &reading);

/// Says where on the paper seals are, once its turn is known.
void placeSeals(const ScanPixels &pixels, ScanReading &reading);

/// Where the layout's regions are, and what stands in them.
void measureRegions(const ScanPixels &pixels, const ScanPaper &paper, ScanReading &reading);

/// From shares of the paper (as the text stands) to px of `colour`: by the page's corners and the turn.
[[nodiscard]] cv::Matx33d paperTransform(const ScanPixels &pixels, int turn);

[[nodiscard]] ShareBox shareBoxOf(const cv::Rect2d &box, const cv::Size &size);
[[nodiscard]] SharePoint sharePointOf(const cv::Point2d &point, const cv::Size &size);
[[nodiscard]] cv::Point2d mapped(const cv::Matx33d &transform, const cv::Point2d &point);

} // namespace zsb
