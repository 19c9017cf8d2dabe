#include "core/image/byteview.h"
#include "core/image/imagewalk.h"

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

} // namespace

ImageWalk walkGif(std::string_view bytes)
{
    const ByteView view(bytes);
    return view.has(6, 4) ? sized(view.le16(6), view.le16(8)) : cutShort;
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
    if (view.isAt(12, "VP8X"))
        return sized(view.le24(24) + 1, view.le24(27) + 1);
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
