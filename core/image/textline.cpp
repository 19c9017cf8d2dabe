#include "core/image/textline.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace zsb {
namespace {

constexpr int numberHeight = 48;
constexpr int wordsHeight = 40;
constexpr int margin = 16;
constexpr int paper = 255;
constexpr int flatPaper = 235; ///< of the flat picture pieces are cut from

/// The level that half of the ink is darker than the paper by; 0: there is no ink.
double halfWay(const cv::Mat &piece)
{
    cv::Mat sorted = piece.reshape(1, 1).clone();
    cv::sort(sorted, sorted, cv::SORT_EVERY_ROW | cv::SORT_ASCENDING);
    const double ink = sorted.at<std::uint8_t>(0, sorted.cols / 200);
    const double light = sorted.at<std::uint8_t>(0, sorted.cols / 2);
    return light - ink < 40 ? 0 : (light + ink) / 2;
}

/// Boxes of strokes that are as high as writing is; leftovers of lines are flat, and dust is small.
std::vector<cv::Rect> writing(const cv::Mat &dark)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat middles;
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, middles, 8, CV_32S);
    std::vector<cv::Rect> boxes;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool isAtEdge = box.y == 0 || box.y + box.height == dark.rows;
        const bool isDust = stats.at<int>(i, cv::CC_STAT_AREA) < 6;
        if (!isDust && !(isAtEdge && box.height < dark.rows / 4) && box.height < dark.rows * 9 / 10)
            boxes.push_back(box);
    }
    return boxes;
}

/// Strokes above one another are one character.
std::vector<cv::Rect> characters(std::vector<cv::Rect> strokes)
{
    std::ranges::sort(strokes, {}, &cv::Rect::x);
    std::vector<cv::Rect> all;
    for (const cv::Rect &stroke : strokes) {
        if (!all.empty() && stroke.x < all.back().x + all.back().width)
            all.back() |= stroke;
        else
            all.push_back(stroke);
    }
    return all;
}

} // namespace

cv::Mat textLine(const cv::Mat &piece, bool isNumber)
{
    const double level = halfWay(piece);
    if (level <= 0)
        return {};
    cv::Mat dark;
    cv::threshold(piece, dark, level, 255, cv::THRESH_BINARY_INV);
    std::vector<cv::Rect> boxes = writing(dark);
    if (boxes.empty())
        return {};
    cv::Rect all = boxes.front();
    for (const cv::Rect &box : boxes)
        all |= box;
    boxes = isNumber ? characters(std::move(boxes)) : std::vector<cv::Rect>{all};
    const int gap = std::max(2, all.height / 5);
    int width = 0;
    for (const cv::Rect &box : boxes)
        width += box.width + gap;
    cv::Mat line(all.height, width, CV_8U, cv::Scalar(paper));
    const double slope = 255 / (isNumber ? level : double(flatPaper)); // digits: the paler half becomes paper
    int x = 0;
    for (const cv::Rect &box : boxes) {
        const cv::Rect from = isNumber ? cv::Rect(box.x, all.y, box.width, all.height) : box;
        cv::Mat stretched;
        piece(from).convertTo(stretched, CV_8U, slope);
        stretched.copyTo(line(cv::Rect(x, 0, from.width, from.height)));
        x += from.width + gap;
    }
    const int height = isNumber ? numberHeight : wordsHeight;
    cv::resize(line, line, cv::Size(std::max(1, line.cols * height / line.rows), height), 0, 0, cv::INTER_CUBIC);
    cv::copyMakeBorder(line, line, margin, margin, margin, margin, cv::BORDER_CONSTANT, cv::Scalar(paper));
    return line;
}

} // namespace zsb
