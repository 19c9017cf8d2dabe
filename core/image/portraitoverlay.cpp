#include "core/image/portraitoverlay.h"

#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr std::size_t mostSpots = 6;
constexpr double leastSpot = 0.001;      ///< of the face's area
constexpr double spotAbove = 0.5;        ///< of the way from the skin's light to white
constexpr double spotColour = 0.65;      ///< of the skin's chroma: a highlight is washed out
constexpr double spotLeastLight = 200.0; ///< 8-bit L
constexpr int rim = 16;                  ///< this part of the face's width at its edge is half wall, and no highlight
constexpr double noFaceChin = 0.45;      ///< of the height: shoulders are lower
constexpr double shadowColour = 5;       ///< Lab units from the wall's colour
constexpr double leastShadowLight = 115; ///< 8-bit L: hair is darker

/// Face and forehead.
cv::Rect skinBox(const PortraitReading &reading, const cv::Mat &picture)
{
    cv::Rect box;
    for (const PortraitRegion region : {PortraitRegion::Face, PortraitRegion::Forehead}) {
        if (const auto &part = reading.region(region))
            box |= cv::Rect(int(part->left * picture.cols), int(part->top * picture.rows),
                            int(part->width * picture.cols), int(part->height * picture.rows));
    }
    return inside(box, picture);
}

/// A white wall beside a narrow face is no highlight, nor is the edge where both meet.
cv::Mat withoutRim(const cv::Mat &person, int width)
{
    cv::Mat inner;
    if (!person.empty())
        cv::erode(person, inner, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * width + 1, 2 * width + 1}));
    return inner;
}

double differenceFromWhite(const cv::Vec3b &lab)
{
    return std::hypot((255 - lab[0]) * 100.0 / 255.0, lab[1] - 128.0, lab[2] - 128.0);
}

/// Everybody whose face was found; without a face whoever stands out from the wall. Empty when nobody does.
cv::Mat peopleMask(const PortraitPixels &pixels, const PortraitReading &reading)
{
    std::vector<ShareBox> faces = reading.otherFaces;
    if (const auto &face = reading.region(PortraitRegion::Face))
        faces.push_back(*face);
    if (faces.empty())
        return personMask(pixels, nullptr);
    cv::Mat people(pixels.smallLab.size(), CV_8U, cv::Scalar(0));
    for (const ShareBox &share : faces) {
        MarkedFace face;
        face.box = {share.left * pixels.colour.cols, share.top * pixels.colour.rows, share.width * pixels.colour.cols,
                    share.height * pixels.colour.rows};
        if (const cv::Mat person = personMask(pixels, &face); !person.empty())
            people |= person;
    }
    return people;
}

/// A shadow on the wall often touches the head, and then counts as a part of the person: it has the wall's colour and
/// is lighter than hair. Looked for above the chin, where no shirt is.
void takeShadowsOut(const PortraitPixels &pixels, const PortraitReading &reading, cv::Mat &people)
{
    const cv::Mat &lab = pixels.smallLab;
    cv::Mat wall = people == 0;
    const int bottom = std::clamp(int((reading.guides ? reading.guides->chin : noFaceChin) * lab.rows), 0, lab.rows);
    const cv::Rect upper(0, 0, lab.cols, bottom);
    if (bottom == 0 || cv::countNonZero(wall(upper)) == 0)
        return;
    const cv::Scalar usual = cv::mean(lab(upper), wall(upper));
    cv::Mat alike;
    cv::inRange(lab(upper), cv::Scalar(leastShadowLight, usual[1] - shadowColour, usual[2] - shadowColour),
                cv::Scalar(255, usual[1] + shadowColour, usual[2] + shadowColour), alike);
    const cv::Rect face = inside(skinBox(reading, lab), lab);
    if (const cv::Rect common = face & upper; !common.empty())
        alike(common).setTo(0); // a highlight is as pale as a wall
    alike &= people(upper);
    cv::morphologyEx(alike, alike, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8U)); // hair has a thin light edge
    cv::Mat(people(upper)).setTo(0, alike);
}

void addWall(const PortraitPixels &pixels, const PortraitReading &reading, PortraitOverlay &overlay)
{
    cv::Mat people = peopleMask(pixels, reading);
    if (!people.empty())
        takeShadowsOut(pixels, reading, people);
    overlay.columns = pixels.smallLab.cols;
    overlay.rows = pixels.smallLab.rows;
    overlay.wall.assign(std::size_t(overlay.columns) * std::size_t(overlay.rows), 0);
    for (int y = 0; y < overlay.rows; ++y) {
        for (int x = 0; x < overlay.columns; ++x) {
            if (!people.empty() && people.at<std::uint8_t>(y, x) != 0)
                continue;
            const double difference = differenceFromWhite(pixels.smallLab.at<cv::Vec3b>(y, x));
            overlay.wall[std::size_t(y * overlay.columns + x)] = std::uint8_t(std::min(255.0, difference));
        }
    }
}

/// Where the face is much lighter and paler than its skin is: measured against the skin around, so that it is as fair
/// to dark skin as to light skin.
void addSpots(const PortraitPixels &pixels, const PortraitReading &reading, PortraitOverlay &overlay)
{
    const cv::Mat &lab = pixels.smallLab;
    const cv::Rect box = skinBox(reading, lab);
    if (box.area() < 16)
        return;
    std::vector<double> lights;
    std::vector<double> chromas;
    const auto chromaOf = [](const cv::Vec3b &pixel) { return std::hypot(pixel[1] - 128.0, pixel[2] - 128.0); };
    for (const cv::Vec3b &pixel : cv::Mat_<cv::Vec3b>(lab(box))) {
        lights.push_back(pixel[0]);
        chromas.push_back(chromaOf(pixel));
    }
    const double skin = median(lights);
    const double light = std::max(spotLeastLight, skin + spotAbove * (255 - skin));
    const double colour = spotColour * median(chromas);
    const cv::Mat person = withoutRim(personMask(pixels, nullptr), std::max(2, box.width / rim));
    cv::Mat bright(box.height, box.width, CV_8U);
    for (int y = 0; y < box.height; ++y) {
        for (int x = 0; x < box.width; ++x) {
            const auto &pixel = lab.at<cv::Vec3b>(box.y + y, box.x + x);
            const bool isPerson = !person.empty() && person.at<std::uint8_t>(box.y + y, box.x + x) != 0;
            bright.at<std::uint8_t>(y, x) = isPerson && pixel[0] > light && chromaOf(pixel) < colour ? 255 : 0;
        }
    }
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(bright, labels, stats, centres, 8);
    std::vector<int> spots;
    for (int i = 1; i < count; ++i) {
        if (stats.at<int>(i, cv::CC_STAT_AREA) >= leastSpot * box.area())
            spots.push_back(i);
    }
    std::ranges::stable_sort(spots, std::ranges::greater(),
                             [&stats](int spot) { return stats.at<int>(spot, cv::CC_STAT_AREA); });
    spots.resize(std::min(spots.size(), mostSpots));
    for (const int spot : spots) {
        overlay.spots.push_back({double(box.x + stats.at<int>(spot, cv::CC_STAT_LEFT)) / lab.cols,
                                 double(box.y + stats.at<int>(spot, cv::CC_STAT_TOP)) / lab.rows,
                                 double(stats.at<int>(spot, cv::CC_STAT_WIDTH)) / lab.cols,
                                 double(stats.at<int>(spot, cv::CC_STAT_HEIGHT)) / lab.rows});
    }
}

} // namespace

PortraitOverlay portraitOverlay(std::string_view bytes, const PortraitReading &reading)
{
    PortraitOverlay overlay;
    try {
        const auto pixels = portraitPixels(bytes);
        if (!pixels)
            return overlay;
        addWall(*pixels, reading, overlay);
        if (reading.landmarks == LandmarkState::Found)
            addSpots(*pixels, reading, overlay);
    } catch (const std::exception &) {
        return {}; // OpenCV throws
    }
    return overlay;
}

} // namespace zsb
