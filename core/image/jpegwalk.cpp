#include "core/image/byteview.h"
#include "core/image/imagewalk.h"
#include "core/image/jpegsegments.h"

#include <algorithm>

namespace zsb {

namespace {

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

/// Judges what the segments of one file say.
class JpegWalker
{
public:
    explicit JpegWalker(std::string_view bytes) : m_segments(bytes) {}

    ImageWalk run()
    {
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

    /// Stricter than decoders, who step over what is no marker.
    void step()
    {
        const auto segment = m_segments.next();
        if (m_segments.hasStray())
            return end(ImageProblem::Damaged);
        if (!segment)
            return end(m_segments.problem());
        const std::uint8_t marker = segment->marker;
        if (marker == JpegMarker::StartOfImage)
            return end(ImageProblem::Damaged);
        if (marker == JpegMarker::EndOfImage)
            return end(m_hasScan ? ImageProblem::None : ImageProblem::Damaged);
        if ((marker > JpegMarker::Application0 && marker <= JpegMarker::Application15) || marker == JpegMarker::Comment)
            m_walk.besidePicture += std::int64_t(segment->whole.size()) - 2;
        if (isFrame(marker))
            frame(marker, ByteView(segment->content));
        else if (marker == JpegMarker::StartOfScan)
            scan(ByteView(segment->content));
    }

    void frame(std::uint8_t marker, const ByteView &content)
    {
        if (m_hasFrame)
            return end(ImageProblem::Damaged);
        const int components = content.u8(5);
        m_walk.heightPx = int(content.be16(1));
        m_walk.widthPx = int(content.be16(3));
        m_walk.bits = content.u8(0);
        m_walk.channels = components;
        const bool sane = components >= 1 && components <= 4 && content.size() >= 6 + 3 * std::size_t(components) &&
                          m_walk.widthPx > 0 && m_walk.heightPx > 0;
        m_hasFrame = true;
        if (!sane)
            return end(ImageProblem::Damaged);
        m_coefficients = coefficientBytes(content, components);
        if (isProgressive(marker))
            m_walk.coefficients = m_coefficients;
    }

    /// Two bytes a coefficient, 64 in a block, blocks as the sampling factors say.
    [[nodiscard]] std::int64_t coefficientBytes(const ByteView &content, int components) const
    {
        unsigned across = 1;
        unsigned down = 1;
        std::int64_t blocks = 0;
        for (int i = 0; i < components; ++i) {
            const std::uint8_t factors = content.u8(7 + 3 * std::size_t(i));
            across = std::max(across, unsigned(factors) >> 4U);
            down = std::max(down, factors & 15U);
            blocks += std::int64_t(factors >> 4U) * (factors & 15U);
        }
        const auto units = [](int pixels, unsigned factor) { return pixels / std::int64_t(8 * factor) + 1; };
        return 128 * blocks * units(m_walk.widthPx, across) * units(m_walk.heightPx, down);
    }

    /// A decoder sees from the first scan whether the picture comes in one.
    void scan(const ByteView &content)
    {
        if (!m_hasFrame)
            return end(ImageProblem::Damaged);
        if (!m_hasScan && int(content.u8(0)) != m_walk.channels)
            m_walk.coefficients = m_coefficients;
        m_walk.scans += m_hasScan ? 1 : 0;
        m_hasScan = true;
    }

    JpegSegments m_segments;
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
