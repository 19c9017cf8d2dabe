#include "core/image/byteview.h"
#include "core/image/imagewalk.h"

#include <algorithm>
#include <array>
#include <limits>

namespace zsb {

namespace {

using CrcTables = std::array<std::array<std::uint32_t, 256>, 4>;

/// Tables for four bytes a step (polynomial 0xEDB88320), so that a checksum costs no more than the hash beside it.
constexpr CrcTables makeCrcTables()
{
    CrcTables tables{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1) : c >> 1;
        tables[0][i] = c;
    }
    for (std::size_t t = 1; t < 4; ++t) {
        for (std::uint32_t i = 0; i < 256; ++i)
            tables[t][i] = tables[0][tables[t - 1][i] & 0xFFU] ^ (tables[t - 1][i] >> 8);
    }
    return tables;
}

constexpr CrcTables crcTables = makeCrcTables();

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFFU;
    const ByteView view(bytes);
    std::size_t i = 0;
    for (; i + 4 <= bytes.size(); i += 4) {
        crc ^= view.le32(i);
        crc = crcTables[3][crc & 0xFFU] ^ crcTables[2][crc >> 8 & 0xFFU] ^ crcTables[1][crc >> 16 & 0xFFU] ^
              crcTables[0][crc >> 24];
    }
    for (; i < bytes.size(); ++i)
        crc = crcTables[0][(crc ^ view.u8(i)) & 0xFFU] ^ (crc >> 8);
    return ~crc;
}

/// Bit depths a colour type may have (PNG, table 11.1).
bool isLegalDepth(unsigned colourType, unsigned depth)
{
    switch (colourType) {
    case 0:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    case 3:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6:
        return depth == 8 || depth == 16;
    }
    return false;
}

int channelsOf(unsigned colourType)
{
    switch (colourType) {
    case 2:
        return 3;
    case 4:
        return 2;
    case 6:
        return 4;
    }
    return 1;
}

/// Chunks that are no part of the picture. Some are packed: a few kilobytes of file may become megabytes.
bool isBesidePicture(const ByteView &view, std::size_t at)
{
    constexpr std::array kinds = {"tEXt", "zTXt", "iTXt", "eXIf", "sPLT"};
    return std::ranges::any_of(kinds, [&](const char *kind) { return view.isAt(at, kind); });
}

/// Pictures of an APNG: its frames, and the still one before them when it is none of them.
class FrameCount
{
public:
    void see(const ByteView &view, std::size_t at)
    {
        m_isAnimated = m_isAnimated || view.isAt(at, "acTL");
        m_controls += view.isAt(at, "fcTL") ? 1 : 0;
        if (view.isAt(at, "IDAT") && m_controls == 0)
            m_hasStill = true;
    }
    [[nodiscard]] int count() const { return m_isAnimated ? std::max(1, m_controls + (m_hasStill ? 1 : 0)) : 1; }

private:
    bool m_isAnimated = false;
    bool m_hasStill = false;
    int m_controls = 0;
};

/// The IHDR's content at `at`; false when it contradicts itself.
bool readHeader(const ByteView &view, std::size_t at, ImageWalk &walk)
{
    constexpr std::uint32_t most = std::uint32_t(std::numeric_limits<int>::max());
    const std::uint32_t width = view.be32(at);
    const std::uint32_t height = view.be32(at + 4);
    if (width == 0 || height == 0 || width > most || height > most)
        return false;
    walk.widthPx = int(width);
    walk.heightPx = int(height);
    walk.bits = view.u8(at + 8);
    walk.channels = channelsOf(view.u8(at + 9));
    walk.isInterlaced = view.u8(at + 12) != 0;
    return isLegalDepth(view.u8(at + 9), view.u8(at + 8)) && view.u8(at + 12) <= 1;
}

} // namespace

ImageWalk walkPng(std::string_view bytes)
{
    const ByteView view(bytes);
    ImageWalk walk;
    FrameCount frames;
    const auto ended = [&](ImageProblem problem) {
        walk.problem = problem;
        walk.frames = frames.count();
        return walk;
    };
    bool hasData = false;
    for (std::size_t at = 8;;) {
        if (!view.has(at, 12))
            return ended(ImageProblem::Truncated);
        const std::size_t length = view.be32(at);
        if (length > std::size_t(std::numeric_limits<int>::max()))
            return ended(ImageProblem::Damaged);
        if (!view.has(at, 12 + length))
            return ended(ImageProblem::Truncated);
        if (crc32(view.part(at + 4, 4 + length)) != view.be32(at + 8 + length))
            return ended(ImageProblem::Damaged);
        const bool isHeader = view.isAt(at + 4, "IHDR");
        if (isHeader != (at == 8) || (isHeader && (length != 13 || !readHeader(view, at + 8, walk))))
            return ended(ImageProblem::Damaged);
        if (isBesidePicture(view, at + 4))
            walk.besidePicture += std::int64_t(length);
        frames.see(view, at + 4);
        hasData = hasData || view.isAt(at + 4, "IDAT");
        if (view.isAt(at + 4, "IEND"))
            return ended(hasData ? ImageProblem::None : ImageProblem::Damaged);
        at += 12 + length;
    }
}

} // namespace zsb
