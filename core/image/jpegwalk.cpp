#include "core/image/byteview.h"
#include "core/image/imagewalk.h"

#include <algorithm>

namespace zsb {

namespace {

enum Marker : std::uint8_t
{
    Stuffed = 0x00,
    Temporary = 0x01,
    FirstRestart = 0xD0,
    LastRestart = 0xD7,
    StartOfImage = 0xD8,
    EndOfImage = 0xD9,
    StartOfScan = 0xDA,
    Application1 = 0xE1,
    Comment = 0xFE,
    Fill = 0xFF,
};

bool isRestart(std::uint8_t marker)
{
    return marker >= FirstRestart && marker <= LastRestart;
}

/// SOF0 to SOF15, without DHT, JPG and DAC, which share the row.
bool isFrame(std::uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Progressive: Huffman or arithmetic, hierarchical or not.
bool isProgressive(std::uint8_t frameMarker)
{
    return (frameMarker & 3U) == 2;
}

/// Walks one file; `m_at` stands on the 0xFF of a marker or at the end.
class JpegWalker
{
public:
    explicit JpegWalker(std::string_view bytes) : m_bytes(bytes) {}

    ImageWalk run()
    {
        m_at = 2;
        while (!m_done)
            step();
        return m_walk;
    }

private:
    void end(ImageProblem problem)
    {
        m_walk.problem = problem;
        m_done = true;
    }

    void step()
    {
        while (m_bytes.u8(m_at) == Fill && m_bytes.u8(m_at + 1) == Fill)
            ++m_at;
        if (!m_bytes.has(m_at, 2))
            return end(ImageProblem::Truncated);
        const std::uint8_t marker = m_bytes.u8(m_at + 1);
        if (m_bytes.u8(m_at) != Fill || marker == Stuffed || marker == StartOfImage)
            return end(ImageProblem::Damaged);
        m_at += 2;
        if (marker == EndOfImage)
            return end(m_hasScan ? ImageProblem::None : ImageProblem::Damaged);
        if (marker != Temporary && !isRestart(marker))
            segment(marker);
    }

    void segment(std::uint8_t marker)
    {
        if (!m_bytes.has(m_at, 2))
            return end(ImageProblem::Truncated);
        const std::size_t length = m_bytes.be16(m_at);
        if (length < 2)
            return end(ImageProblem::Damaged);
        if (!m_bytes.has(m_at, length))
            return end(ImageProblem::Truncated);
        if (isFrame(marker))
            frame(marker, length);
        if (m_done)
            return;
        if ((marker >= Application1 && marker <= 0xEF) || marker == Comment)
            m_walk.besidePicture += std::int64_t(length);
        if (marker == StartOfScan)
            beginScan();
        m_at += length;
        if (marker == StartOfScan)
            scan();
    }

    void frame(std::uint8_t marker, std::size_t length)
    {
        if (m_hasFrame)
            return end(ImageProblem::Damaged);
        const int components = m_bytes.u8(m_at + 7);
        m_walk.heightPx = int(m_bytes.be16(m_at + 3));
        m_walk.widthPx = int(m_bytes.be16(m_at + 5));
        m_walk.bits = m_bytes.u8(m_at + 2);
        m_walk.channels = components;
        const bool sane = components >= 1 && components <= 4 && length >= 8 + 3 * std::size_t(components) &&
                          m_walk.widthPx > 0 && m_walk.heightPx > 0;
        m_hasFrame = true;
        if (!sane)
            return end(ImageProblem::Damaged);
        m_coefficients = coefficientBytes(components);
        if (isProgressive(marker))
            m_walk.coefficients = m_coefficients;
    }

    /// Two bytes a coefficient, 64 in a block, blocks as the sampling factors say.
    [[nodiscard]] std::int64_t coefficientBytes(int components) const
    {
        unsigned across = 1;
        unsigned down = 1;
        std::int64_t blocks = 0;
        for (int i = 0; i < components; ++i) {
            const std::uint8_t factors = m_bytes.u8(m_at + 9 + 3 * std::size_t(i));
            across = std::max(across, unsigned(factors) >> 4U);
            down = std::max(down, factors & 15U);
            blocks += std::int64_t(factors >> 4U) * (factors & 15U);
        }
        const auto units = [](int pixels, unsigned factor) { return pixels / std::int64_t(8 * factor) + 1; };
        return 128 * blocks * units(m_walk.widthPx, across) * units(m_walk.heightPx, down);
    }

    /// A decoder sees from the first scan whether the picture comes in one.
    void beginScan()
    {
        if (m_hasFrame && !m_hasScan && int(m_bytes.u8(m_at + 2)) != m_walk.channels)
            m_walk.coefficients = m_coefficients;
        m_walk.scans += m_hasScan ? 1 : 0;
    }

    /// Steps over entropy-coded data to the next marker that is neither stuffing nor a restart.
    void scan()
    {
        if (!m_hasFrame)
            return end(ImageProblem::Damaged);
        m_hasScan = true;
        while (true) {
            m_at = m_bytes.find(char(Fill), m_at);
            if (m_at == std::string_view::npos || !m_bytes.has(m_at, 2))
                return end(ImageProblem::Truncated);
            const std::uint8_t next = m_bytes.u8(m_at + 1);
            if (next != Stuffed && next != Fill && !isRestart(next))
                return;
            m_at += next == Fill ? 1 : 2;
        }
    }

    ByteView m_bytes;
    std::size_t m_at = 0;
    ImageWalk m_walk;
    std::int64_t m_coefficients = 0;
    bool m_hasFrame = false;
    bool m_hasScan = false;
    bool m_done = false;
};

} // namespace

ImageWalk walkJpeg(std::string_view bytes)
{
    return JpegWalker(bytes).run();
}

} // namespace zsb
