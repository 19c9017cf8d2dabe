#include "core/image/filefigures.h"

#include "core/image/imagewalk.h"
#include "core/image/scantags.h"

#include <algorithm>

namespace zsb {

FileFigures fileFigures(std::string_view bytes, const ImageFacts &facts)
{
    FileFigures figures;
    if (facts.widthPx <= 0)
        return figures;
    const ImageWalk walk = walkImage(bytes);
    const bool isJpeg = facts.format == ImageFormat::Jpeg;
    figures.frames = walk.frames;
    figures.isCmyk = isJpeg && walk.channels == 4;
    figures.widthPx = facts.widthPx;
    figures.heightPx = facts.heightPx;
    if (isJpeg || facts.format == ImageFormat::Png) {
        const ScanTags tags = readScanTags(bytes);
        figures.hasPlace = std::ranges::find(tags.privateTags, "gps") != tags.privateTags.end();
    }
    return figures;
}

} // namespace zsb
