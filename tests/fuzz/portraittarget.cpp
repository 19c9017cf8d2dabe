#include "tests/fuzz/portraittarget.h"

#include "core/image/inspect.h"
#include "core/image/portraitfit.h"
#include "core/policy/portraitjudge.h"
#include "tests/image/samples.h"
#include "tests/support/testpack.h"

#include <cmath>
#include <cstdlib>
#include <memory>

namespace zsb::test {
namespace {

/// With the landmark model where it is installed.
PortraitReader &sharedReader()
{
    static const auto model = LandmarkModel::load(LandmarkModel::defaultPath());
    static PortraitReader reader(model ? *model : nullptr);
    return reader;
}

bool isShare(double value)
{
    return value >= 0 && value <= 1;
}

void checkReading(const PortraitReading &reading)
{
    for (const auto &value : reading.values)
        if (value && !std::isfinite(*value))
            std::abort();
    for (const auto &region : reading.regions)
        if (region && !(isShare(region->left) && isShare(region->top) && region->width <= 1 && region->height <= 1))
            std::abort();
}

void checkCopy(const FittedPortrait &copy, const PortraitProfile &profile)
{
    if (!copy.isChanged)
        return;
    const ImageFacts facts = inspectImage(copy.bytes);
    const bool isWithin = facts.problem == ImageProblem::None && facts.bytes <= profile.maxBytes &&
                          facts.widthPx >= profile.minWidthPx && facts.widthPx <= profile.maxWidthPx &&
                          facts.heightPx >= profile.minHeightPx && facts.heightPx <= profile.maxHeightPx;
    if (!isWithin)
        std::abort();
}

/// Something in every corner, and a colour that changes slowly, as on a wall.
QImage gradient(int width, int height, QImage::Format format)
{
    QImage image = samples::picture(width, height).convertToFormat(format);
    image.setDotsPerMeterX(3780); // else it is the screen's, and the seeds would be too
    image.setDotsPerMeterY(3780);
    return image;
}

} // namespace

void readPortrait(std::string_view input)
{
    const Pack &pack = nm2023();
    const PortraitReading reading = sharedReader().read(input);
    checkReading(reading);
    (void)judgePortrait(reading, pack, pack.portraitProfile);
    // Looking for a face is nearly all of the time: without one, a copy is looked for one time in eight.
    if (!reading.guides && input.size() % 8 != 0)
        return;
    if (const auto copy = fitPortrait(input, sharedReader(), pack, pack.portraitProfile))
        checkCopy(*copy, *pack.profile(pack.portraitProfile));
}

Seeds portraitSeeds()
{
    const QImage small = gradient(48, 64, QImage::Format_RGB32);
    const std::string jpeg = samples::encoded(small, "jpeg", 60);
    return {
        {"jpeg", jpeg},
        {"jpeg-progressive", samples::encoded(small, "jpeg", 60, true)},
        {"jpeg-grey", samples::encoded(gradient(48, 64, QImage::Format_Grayscale8), "jpeg", 60)},
        {"jpeg-turned", samples::withSegment(jpeg, 0xE1, samples::exifOrientation(6))},
        {"jpeg-short", jpeg.substr(0, jpeg.size() / 2)},
        {"png", samples::encoded(gradient(24, 32, QImage::Format_RGB32), "png")},
        {"png-alpha", samples::encoded(gradient(24, 32, QImage::Format_ARGB32), "png")},
        {"png-sixteen", samples::encoded(gradient(12, 16, QImage::Format_RGBA64), "png")},
        {"png-indexed", samples::encoded(gradient(24, 32, QImage::Format_Indexed8), "png")},
        {"bmp", samples::encoded(gradient(12, 16, QImage::Format_RGB32), "bmp")},
        {"gif", std::string("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02"
                            "D\x01\0;",
                            35)},
    };
}

} // namespace zsb::test
