#include "core/image/barepicture.h"

#include "core/image/byteview.h"
#include "core/image/inspect.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using namespace std::string_view_literals;

constexpr unsigned startOfScan = 0xDA;
constexpr unsigned endOfImage = 0xD9;
constexpr std::size_t mostProfile = 1 << 20; ///< bytes for a decoder; real ones have some thousands

bool hasNoLength(unsigned marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// Copies a JPEG segment by segment.
class BareJpeg
{
public:
    BareJpeg(std::string_view bytes, BareKeep keep) : m_bytes(bytes), m_file(bytes), m_keep(keep) {}

    std::string run()
    {
        m_bare.reserve(m_bytes.size());
        m_bare = m_bytes.substr(0, 2);
        m_at = 2;
        while (m_file.has(m_at, 2) && step()) {
        }
        return std::move(m_bare);
    }

private:
    /// False at the end. As decoders do, what is no marker is stepped over.
    bool step()
    {
        const unsigned marker = m_file.u8(m_at + 1);
        if (m_file.u8(m_at) != 0xFF || marker == 0xFF || marker == 0) {
            ++m_at;
            return true;
        }
        const bool isAlone = hasNoLength(marker) || marker == endOfImage;
        const std::size_t length = isAlone ? 0 : m_file.be16(m_at + 2); // counts itself
        if (!m_file.has(m_at + 2, length) || (!isAlone && length < 2))
            return false;
        const std::string_view whole = m_bytes.substr(m_at, 2 + length);
        m_at += whole.size();
        if (marker == endOfImage) {
            m_bare += whole;
            return false;
        }
        segment(marker, whole);
        if (marker == startOfScan)
            copyScan();
        return true;
    }

    void segment(unsigned marker, std::string_view whole)
    {
        const std::string_view content = whole.substr(std::min<std::size_t>(4, whole.size()));
        const bool isApplication = marker >= 0xE0 && marker <= 0xEF;
        if (marker == 0xE0 && content.starts_with("JFIF\0"sv) && content.size() >= 14)
            m_bare.append("\xFF\xE0\0\x10"sv).append(content.substr(0, 12)).append("\0\0"sv); // without its thumbnail
        else if (isApplication ? isKept(marker, content) : marker != 0xFE)
            m_bare += whole;
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

    /// Entropy-coded data up to the next marker that ends it.
    void copyScan()
    {
        const std::size_t from = m_at;
        while (true) {
            m_at = std::min(m_bytes.find('\xFF', m_at), m_bytes.size());
            const unsigned next = m_file.u8(m_at + 1);
            if (!m_file.has(m_at, 2) || (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)))
                break;
            m_at += next == 0xFF ? 1 : 2;
        }
        if (!m_file.has(m_at, 2))
            m_at = m_bytes.size();
        m_bare += m_bytes.substr(from, m_at - from);
    }

    std::string_view m_bytes;
    ByteView m_file;
    BareKeep m_keep;
    std::size_t m_at = 0;
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
