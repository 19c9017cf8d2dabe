#include "core/image/decodecost.h"

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr std::int64_t rowBuffers = 64; ///< bytes for a column of the picture: rows on their way, in several forms

std::int64_t pixelsOf(QSize size)
{
    return std::int64_t(size.width()) * size.height();
}

/// libjpeg makes it smaller by eighths while decoding; Qt does the rest with a copy.
std::int64_t jpegCost(const ImageWalk &walk, QSize stored, QSize target, bool isTrusted)
{
    const double factor = std::min(double(stored.width()) / target.width(), double(stored.height()) / target.height());
    const int eighths = std::clamp(int(std::ceil(8 / factor)), 1, 8);
    const auto part = [&](int side) { return side * eighths / 8 + 1; };
    const std::int64_t made = pixelsOf({part(stored.width()), part(stored.height())});
    const bool isGrey = isTrusted && walk.channels == 1;
    const std::int64_t held =
        isTrusted ? walk.coefficients : 8 * pixelsOf(stored); // four channels, none of them smaller
    const std::int64_t first = made * (isGrey ? 1 : 4);
    const std::int64_t scaled = target == stored ? 0 : (isGrey ? 4 * made : 0) + 4 * pixelsOf(target);
    return std::max(held + first, first + scaled);
}

/// Colours of 8 bits go row by row into the smaller picture; anything else is whole before it is scaled.
std::int64_t pngCost(const ImageWalk &walk, QSize stored, QSize target, bool isTrusted)
{
    const bool isDeep = !isTrusted || walk.bits > 8;
    const bool hasColours = walk.channels >= 2;
    const bool isByRow = isTrusted && !isDeep && hasColours && !walk.isInterlaced;
    if (target != stored && isByRow)
        return 4 * pixelsOf(target);
    const std::int64_t whole = pixelsOf(stored) * (isDeep ? 8 : hasColours ? 4 : 1);
    if (target == stored)
        return whole;
    const bool isReady = !isDeep && walk.channels == 3;
    const std::int64_t prepared = isReady ? 0 : (isDeep ? 8 : hasColours ? 4 : 5) * pixelsOf(stored);
    return whole + prepared + pixelsOf(target) * (isDeep ? 12 : 8);
}

} // namespace

std::int64_t decodeCost(ImageFormat format, const ImageWalk &walk, QSize stored, QSize target)
{
    if (stored.isEmpty() || target.isEmpty())
        return 0;
    const bool isTrusted = walk.problem != ImageProblem::Damaged && QSize(walk.widthPx, walk.heightPx) == stored;
    const std::int64_t rows = rowBuffers * stored.width();
    if (format == ImageFormat::Jpeg)
        return rows + jpegCost(walk, stored, target, isTrusted);
    if (format == ImageFormat::Png)
        return rows + pngCost(walk, stored, target, isTrusted);
    return rows + 8 * pixelsOf(stored) + 4 * pixelsOf(target); // the picture and one copy of it
}

} // namespace zsb
