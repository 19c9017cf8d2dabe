#include "core/image/scanreader.h"

#include "core/image/filefigures.h"
#include "core/image/inspect.h"
#include "core/image/picturetags.h"
#include "core/image/scanpixels.h"
#include "core/image/scantags.h"

#include <algorithm>
#include <cmath>
#include <exception>

namespace zsb {
namespace {

void readTags(std::string_view bytes, ScanReading &reading)
{
    const PictureTags jpeg = readPictureTags(bytes);
    reading.software = jpeg.software;
    if (jpeg.quality > 0)
        reading.set(ScanMeasure::JpegQuality, jpeg.quality);
    reading.set(ScanMeasure::ExifOrientation, std::max(1, jpeg.orientation));
    ScanTags tags = readScanTags(bytes);
    reading.privateTags = tags.privateTags;
    reading.editTraces = tags.editTraces;
    reading.set(ScanMeasure::PrivateTags, double(tags.privateTags.size()));
    reading.set(ScanMeasure::GpsTags, std::ranges::find(tags.privateTags, "gps") == tags.privateTags.end() ? 0 : 1);
    reading.set(ScanMeasure::EditTraces, double(tags.editTraces.size()));
}

void measure(const ScanPixels &pixels, const ScanPaper *paper, ScanReading &reading)
{
    constexpr int leastSide = 16; // nothing can be said of less
    if (std::min(pixels.colour.cols, pixels.colour.rows) < leastSide)
        return;
    measurePage(pixels, reading);
    measureScanLight(pixels, reading);
    const std::vector<InkPiece> strokes = findStrokes(pixels);
    measureScanText(pixels, strokes, reading);
    measureSeals(pixels, reading);
    measureTurn(pixels, strokes, reading);
    placeSeals(pixels, reading);
    if (!paper)
        return;
    countWeakSeals(paper->limits, reading);
    measureRegions(pixels, *paper, reading);
}

} // namespace

ScanReading readScan(std::string_view bytes, const ScanPaper *paper)
{
    ScanReading reading;
    reading.facts = inspectImage(bytes);
    readTags(bytes, reading);
    setFileFigures<ScanMeasure>(fileFigures(bytes, reading.facts), reading);
    if (reading.facts.widthPx > 0)
        reading.set(ScanMeasure::PictureShort, std::min(reading.facts.widthPx, reading.facts.heightPx));
    try {
        const auto pixels = scanPixels(bytes, reading.facts);
        reading.set(ScanMeasure::Oversize, !pixels && pixels.error().code == ErrorCode::Refused ? 1 : 0);
        if (pixels) {
            reading.hasPixels = true;
            setDataFigures<ScanMeasure>(bytes, reading.facts, reading);
            measure(*pixels, paper, reading);
        }
    } catch (const std::exception &) {
        reading.hasPixels = false; // OpenCV throws; what was measured until then stays true
    }
    reading.set(ScanMeasure::Decoded, reading.hasPixels ? 1 : 0);
    if (!reading.glare.empty())
        reading.reflection = reading.glare.front();
    return reading;
}

} // namespace zsb
