#include "core/image/byteview.h"
#include "core/image/imagewalk.h"

#include <algorithm>
#include <limits>

namespace zsb {

namespace {

constexpr std::uint32_t mostPixels = std::uint32_t(std::numeric_limits<int>::max());

ImageWalk sized(std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0 || width > mostPixels || height > mostPixels)
        return {ImageProblem::Damaged, 0, 0};
    return {ImageProblem::None, int(width), int(height)};
}

constexpr ImageWalk cutShort{ImageProblem::Truncated, 0, 0};

/// Bytes of the colour table that a GIF's flags announce.
std::size_t tableSize(std::uint8_t flags)
{
    return (flags & 0x80U) != 0 ? std::size_t(3) << ((flags & 7U) + 1) : 0;
}

/// Behind the blocks of at most 255 bytes that begin at `at`.
std::size_t behindBlocks(const ByteView &view, std::size_t at)
{
    while (view.u8(at) != 0)
        at += 1 + std::size_t(view.u8(at));
    return at + 1;
}

/// Pictures of a GIF up to its end or its first fault.
int gifFrames(const ByteView &view)
{
    int frames = 0;
    for (std::size_t at = 13 + tableSize(view.u8(10)); view.has(at, 1);) {
        const std::uint8_t kind = view.u8(at);
        if (kind == 0x21) { // an extension
            at = behindBlocks(view, at + 2);
        } else if (kind == 0x2C) {
            ++frames;
            at = behindBlocks(view, at + 11 + tableSize(view.u8(at + 9)));
        } else {
            break;
        }
    }
    return frames;
}

/// Pictures of a WebP with an animation.
int webpFrames(const ByteView &view)
{
    int frames = 0;
    for (std::size_t at = 12; view.has(at, 8);) {
        frames += view.isAt(at, "ANMF") ? 1 : 0;
        const std::size_t length = view.le32(at + 4);
        at += 8 + length + length % 2;
    }
    return frames;
}

} // namespace

ImageWalk walkGif(std::string_view bytes)
{
    const ByteView view(bytes);
    if (!view.has(6, 4))
        return cutShort;
    ImageWalk walk = sized(view.le16(6), view.le16(8));
    walk.channels = 1;
    walk.frames = std::max(1, gifFrames(view));
    return walk;
}

ImageWalk walkBmp(std::string_view bytes)
{
    const ByteView view(bytes);
    if (!view.has(14, 12))
        return cutShort;
    if (view.le32(14) == 12) // the header of OS/2
        return sized(view.le16(18), view.le16(20));
    const std::uint32_t height = view.le32(22);
    const bool topDown = (height & 0x80000000U) != 0;
    return sized(view.le32(18), topDown ? ~height + 1 : height);
}

ImageWalk walkWebp(std::string_view bytes)
{
    const ByteView view(bytes);
    if (!view.has(0, 30))
        return cutShort;
    if (view.isAt(12, "VP8X")) {
        ImageWalk walk = sized(view.le24(24) + 1, view.le24(27) + 1);
        walk.frames = std::max(1, webpFrames(view));
        return walk;
    }
    if (view.isAt(12, "VP8L")) {
        const std::uint32_t packed = view.le32(21);
        return sized((packed & 0x3FFFU) + 1, (packed >> 14 & 0x3FFFU) + 1);
    }
    if (view.isAt(12, "VP8 "))
        return sized(view.le16(26) & 0x3FFFU, view.le16(28) & 0x3FFFU);
    return {ImageProblem::Damaged, 0, 0};
}

ImageWalk walkTiff(std::string_view bytes)
{
    const ByteView view(bytes);
    const bool little = view.u8(0) == 'I';
    const auto u16 = [&](std::size_t at) { return little ? view.le16(at) : view.be16(at); };
    const auto u32 = [&](std::size_t at) { return little ? view.le32(at) : view.be32(at); };
    const std::size_t directory = u32(4);
    if (!view.has(directory, 2))
        return cutShort;
    const std::size_t entries = u16(directory);
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (!view.has(entry, 12))
            return cutShort;
        const std::uint32_t value = u16(entry + 2) == 3 ? u16(entry + 8) : u32(entry + 8);
        if (u16(entry) == 256)
            width = value;
        if (u16(entry) == 257)
            height = value;
    }
    return sized(width, height);
}

} // namespace zsb
