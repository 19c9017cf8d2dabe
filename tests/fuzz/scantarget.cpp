#include "tests/fuzz/scantarget.h"

#include "core/image/scanjudge.h"
#include "core/image/scanreader.h"
#include "tests/image/samples.h"
#include "tests/support/testpack.h"

#include <cmath>
#include <cstdlib>

namespace zsb::test {
namespace {

bool isShare(double value)
{
    return value >= 0 && value <= 1;
}

void check(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

/// Light paper on a darker desk with dark strokes, and a red ring.
QImage sheet(QImage::Format format)
{
    QImage image(96, 120, QImage::Format_RGB32);
    image.fill(QColor(110, 90, 70));
    for (int y = 8; y < 112; ++y) {
        for (int x = 8; x < 88; ++x) {
            const bool isText = y % 10 < 5 && x % 8 < 2 && y < 60;
            const double ring = std::hypot(x - 60, y - 84);
            const bool isRed = (ring > 17 && ring < 19) || (ring > 11 && ring < 14 && x % 3 == 0);
            image.setPixel(x, y, isText ? qRgb(30, 30, 40) : isRed ? qRgb(200, 30, 40) : qRgb(250, 249, 244));
        }
    }
    image = image.convertToFormat(format);
    image.setDotsPerMeterX(3780); // else it is the screen's, and the seeds would be too
    image.setDotsPerMeterY(3780);
    return image;
}

} // namespace

void readScanInput(std::string_view input)
{
    const Pack &pack = nm2023();
    const ScanReading reading = readScan(input, pack.scan.paper("application_form"));
    for (const auto &value : reading.values)
        check(!value || std::isfinite(*value));
    for (const ScanSeal &seal : reading.seals)
        check(isShare(seal.box.left) && isShare(seal.box.top) && seal.box.width <= 1 && seal.box.height <= 1 &&
              isShare(seal.ink) && isShare(seal.whole));
    for (const ScanRegion &region : reading.regions) {
        check(isShare(region.strokes));
        for (const SharePoint &corner : region.corners)
            check(isShare(corner.x) && isShare(corner.y));
    }
    (void)judgeScan(reading, pack, {"application_form", "X1"});
}

Seeds scanSeeds()
{
    using namespace std::string_literals;
    const QImage paper = sheet(QImage::Format_RGB32);
    const std::string jpeg = samples::encoded(paper, "jpeg", 60);
    const std::string exif = "Exif\0\0"s + "II*\0\x08\0\0\0"s + "\x02\0"s + "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"s +
                             "\x69\x87\x04\0\x01\0\0\0\x08\0\0\0"s + "\x08\0\0\0"s;
    return {
        {"jpeg", jpeg},
        {"jpeg-progressive", samples::encoded(paper, "jpeg", 60, true)},
        {"jpeg-grey", samples::encoded(sheet(QImage::Format_Grayscale8), "jpeg", 60)},
        {"jpeg-tags", samples::withSegment(jpeg, 0xE1, exif)},
        {"jpeg-history", samples::withSegment(jpeg, 0xE1, "http://ns.adobe.com/xap/1.0/\0<x stEvt:action>"s)},
        {"jpeg-photoshop", samples::withSegment(jpeg, 0xED, "Photoshop 3.0\0"s)},
        {"jpeg-short", jpeg.substr(0, jpeg.size() / 2)},
        {"png", samples::encoded(paper, "png")},
        {"png-alpha", samples::encoded(sheet(QImage::Format_ARGB32), "png")},
    };
}

} // namespace zsb::test
