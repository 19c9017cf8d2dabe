#include "core/image/barepicture.h"

#include "core/image/byteview.h"
#include "core/image/inspect.h"
#include "core/image/jpegsegments.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t mostProfile = 1 << 20; ///< bytes for a decoder; real ones have some thousands

/// Copies a JPEG segment by segment.
class BareJpeg
{
public:
    BareJpeg(std::string_view bytes, BareKeep keep) : m_bytes(bytes), m_segments(bytes), m_keep(keep) {}

    std::string run()
    {
        m_bare.reserve(m_bytes.size());
        m_bare = m_bytes.substr(0, 2);
        while (const auto segment = m_segments.next()) {
            add(*segment);
            m_bare += m_segments.scan();
        }
        return std::move(m_bare);
    }

private:
    void add(const JpegSegment &segment)
    {
        const std::uint8_t marker = segment.marker;
        const std::string_view content = segment.content;
        const bool isApplication = marker >= JpegMarker::Application0 && marker <= JpegMarker::Application15;
        if (marker == JpegMarker::Application0 && content.starts_with("JFIF\0"sv) && content.size() >= 14)
            m_bare.append("\xFF\xE0\0\x10"sv).append(content.substr(0, 12)).append("\0\0"sv); // without its thumbnail
        else if (isApplication ? isKept(marker, content) : marker != JpegMarker::Comment)
            m_bare += segment.whole;
    }

    [[nodiscard]] bool isKept(unsigned marker, std::string_view content)
    {
        if (marker == 0xEE)
            return content.starts_with("Adobe"); // says how colours are stored
        if (marker == 0xE2 && content.starts_with("ICC_PROFILE\0"sv)) {
            m_profile += content.size();
            return m_keep == BareKeep::Colours || m_profile <= mostProfile;
        }
        const bool isFirst =
            m_keep == BareKeep::Turn && marker == 0xE1 && content.starts_with("Exif\0\0"sv) && !m_hasTags;
        m_hasTags = m_hasTags || isFirst;
        return isFirst;
    }

    std::string_view m_bytes;
    JpegSegments m_segments;
    BareKeep m_keep;
    bool m_hasTags = false;
    std::size_t m_profile = 0; ///< bytes
    std::string m_bare;
};

/// Critical chunks, and those that say what colours mean and how large a pixel is.
std::string barePng(std::string_view bytes)
{
    constexpr std::array kept = {"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "gAMA"sv,
                                 "cHRM"sv, "sRGB"sv, "iCCP"sv, "sBIT"sv, "pHYs"sv};
    const ByteView file(bytes);
    std::string bare(bytes.substr(0, 8));
    bare.reserve(bytes.size());
    for (std::size_t at = 8; file.has(at, 12);) {
        const std::size_t size = 12 + std::size_t(file.be32(at));
        const std::string_view kind = file.part(at + 4, 4);
        if (std::ranges::find(kept, kind) != kept.end())
            bare += bytes.substr(at, size);
        if (kind == "IEND" || !file.has(at, size))
            break;
        at += size;
    }
    return bare;
}

} // namespace

std::string barePicture(std::string_view bytes, BareKeep keep)
{
    switch (sniffImageFormat(bytes)) {
    case ImageFormat::Jpeg:
        return BareJpeg(bytes, keep).run();
    case ImageFormat::Png:
        return barePng(bytes);
    default:
        return {};
    }
}

} // namespace zsb
