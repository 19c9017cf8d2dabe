#include "core/image/portraitreader.h"

#include "core/image/filefigures.h"
#include "core/image/inspect.h"
#include "core/image/picturetags.h"
#include "core/image/portraitpixels.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace zsb {
namespace {

constexpr std::array detectionHeights = {160, 240, 480};
constexpr int turnedHeight = 240;
constexpr double faceWidthForMarks = 200;

GreyView viewOf(const cv::Mat &grey)
{
    return {grey.data, grey.cols, grey.rows, grey.step};
}

cv::Mat greyOf(const cv::Mat &colour)
{
    cv::Mat grey;
    cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

cv::Mat scaled(const cv::Mat &grey, double scale)
{
    if (std::abs(scale - 1) < 0.05)
        return grey;
    cv::Mat copy;
    const cv::Size size(std::max(1, int(std::lround(grey.cols * scale))),
                        std::max(1, int(std::lround(grey.rows * scale))));
    cv::resize(grey, copy, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return copy;
}

/// By quarter turns, clockwise.
cv::Mat turnedBy(const cv::Mat &grey, int degrees)
{
    if (degrees == 0)
        return grey;
    cv::Mat turned;
    cv::rotate(grey, turned,
               degrees == 90    ? cv::ROTATE_90_CLOCKWISE
               : degrees == 180 ? cv::ROTATE_180
                                : cv::ROTATE_90_COUNTERCLOCKWISE);
    return turned;
}

/// Whether a face of 80 px could be in it, and looking costs no more than for a picture of ordinary shape.
bool isSearchable(const cv::Mat &grey, double scale, int height)
{
    const double width = grey.cols * scale;
    return width >= 80 && width <= 3.0 * height && grey.rows >= 16 && grey.cols >= 16;
}

} // namespace

struct PortraitReader::Private
{
    explicit Private(std::shared_ptr<const LandmarkModel> model) : finder(std::move(model)) {}

    std::optional<MarkedFace> findFace(const PortraitPixels &pixels)
    {
        const cv::Mat &grey = pixels.grey;
        for (const int height : detectionHeights) {
            const double scale = double(height) / grey.rows;
            if (!isSearchable(grey, scale, height))
                continue;
            std::vector<FoundFace> found = finder.find(
                viewOf(pixels.small.rows == height && scale < 0.95 ? greyOf(pixels.small) : scaled(grey, scale)));
            if (found.empty())
                continue;
            const double back = std::abs(scale - 1) < 0.05 ? 1 : 1 / scale;
            for (FoundFace &box : found)
                box = {box.left * back, box.top * back, box.width * back, box.height * back};
            MarkedFace face;
            face.box = found.front();
            face.others.assign(found.begin() + 1, found.end());
            return face;
        }
        return std::nullopt;
    }

    int facesSeen(const cv::Mat &grey)
    {
        int most = 0;
        for (const int height : detectionHeights) {
            const double scale = double(height) / grey.rows;
            if (isSearchable(grey, scale, height))
                most = std::max(most, int(finder.find(viewOf(scaled(grey, scale))).size()));
        }
        return most;
    }

    /// The quarter turn that makes a face appear; 0 when none does.
    int turnWithFace(const cv::Mat &grey)
    {
        for (const int degrees : {90, 270, 180}) {
            const cv::Mat turned = turnedBy(grey, degrees);
            const double scale = double(turnedHeight) / turned.rows;
            if (isSearchable(turned, scale, turnedHeight) && !finder.find(viewOf(scaled(turned, scale))).empty())
                return degrees;
        }
        return 0;
    }

    void mark(const cv::Mat &grey, MarkedFace &face) const
    {
        double scale = faceWidthForMarks / std::max(1.0, face.box.width);
        if (scale > 0.8 && scale < 1.25)
            scale = 1;
        // The points lie within the box and half of its size around; the rest need not be scaled.
        const FoundFace &found = face.box;
        const cv::Rect area = inside(cv::Rect(int(found.left - 0.6 * found.width), int(found.top - 0.6 * found.height),
                                              int(2.2 * found.width), int(2.2 * found.height)),
                                     grey);
        const FoundFace box{(found.left - area.x) * scale, (found.top - area.y) * scale, found.width * scale,
                            found.height * scale};
        const FaceMarks marks = finder.marks(viewOf(scaled(grey(area), scale)), box);
        for (std::size_t i = 0; i < marks.size(); ++i)
            face.points[i] = {marks[i].x / scale + area.x, marks[i].y / scale + area.y};
        for (std::size_t i = 36; i < 42; ++i)
            face.leftEye += face.points[i] * (1.0 / 6.0);
        for (std::size_t i = 42; i < 48; ++i)
            face.rightEye += face.points[i] * (1.0 / 6.0);
        face.hasMarks = face.eyeDistance() >= 4;
    }

    void measure(const PortraitPixels &pixels, PortraitReading &reading)
    {
        std::optional<MarkedFace> face = findFace(pixels);
        if (face && finder.hasModel())
            mark(pixels.grey, *face);
        MarkedFace *const known = face ? &*face : nullptr;
        reading.landmarks = !face             ? LandmarkState::NoFace
                            : !face->hasMarks ? LandmarkState::NoModel
                                              : LandmarkState::Found;
        reading.set(PortraitMeasure::Faces, face ? double(face->others.size() + 1) : 0);
        reading.set(PortraitMeasure::FaceTurn, face ? 0 : turnWithFace(pixels.grey));
        measurePicture(pixels, reading);
        if (reading.value(PortraitMeasure::FaceTurn).value_or(0) == 0) // what lies beside a head on its side is no wall
            measureBackground(pixels, known, reading);
        if (face)
            reading.set(PortraitMeasure::Landmarks, face->hasMarks ? 1 : 0);
        if (face)
            measureFace(pixels, *face, reading);
        setRegions(pixels, known, reading);
    }

    void measureFace(const PortraitPixels &pixels, const MarkedFace &face, PortraitReading &reading)
    {
        const cv::Mat person = personMask(pixels, &face);
        if (!person.empty())
            measureWall(pixels, person, face, reading);
        measureSharpness(pixels, face, reading);
        if (!face.hasMarks)
            return;
        reading.frame = frameOf(face, pixels.colour);
        reading.marks.emplace();
        for (std::size_t i = 0; i < face.points.size(); ++i)
            (*reading.marks)[i] = {face.points[i].x / pixels.colour.cols, face.points[i].y / pixels.colour.rows};
        measureHead(pixels, person, face, reading);
        const FaceCrop crop = faceCrop(pixels, face);
        measurePose(crop, reading);
        measureEyes(crop, reading);
        measureLight(crop, reading);
        measureGlasses(crop, reading);
        measureForehead(crop, reading);
    }

    FaceFinder finder;
};

PortraitReader::PortraitReader(std::shared_ptr<const LandmarkModel> model)
    : d(std::make_unique<Private>(std::move(model)))
{
}
PortraitReader::~PortraitReader() = default;

int PortraitReader::facesSeen(std::string_view bytes, int turned)
{
    try {
        const auto pixels = portraitPixels(bytes);
        return pixels ? d->facesSeen(turnedBy(pixels->grey, turned)) : 0;
    } catch (const std::exception &) {
        return 0; // OpenCV and dlib throw
    }
}

PortraitReading PortraitReader::read(std::string_view bytes)
{
    PortraitReading reading;
    reading.facts = inspectImage(bytes);
    PictureTags tags = readPictureTags(bytes);
    reading.software = std::move(tags.software);
    if (tags.quality > 0)
        reading.set(PortraitMeasure::JpegQuality, tags.quality);
    reading.set(PortraitMeasure::ExifOrientation, std::max(1, tags.orientation));
    setFileFigures<PortraitMeasure>(fileFigures(bytes, reading.facts), reading);
    try {
        const auto pixels = portraitPixels(bytes);
        reading.set(PortraitMeasure::Oversize, !pixels && pixels.error().code == ErrorCode::Refused ? 1 : 0);
        if (pixels) {
            reading.hasPixels = true;
            setDataFigures<PortraitMeasure>(bytes, reading.facts, reading);
            d->measure(*pixels, reading);
        }
    } catch (const std::exception &) {
        reading.hasPixels = false; // OpenCV and dlib throw; what was measured until then stays true
    }
    reading.set(PortraitMeasure::Decoded, reading.hasPixels ? 1 : 0);
    return reading;
}

} // namespace zsb
