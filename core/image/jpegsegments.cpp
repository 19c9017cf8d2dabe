#include "core/image/jpegsegments.h"

#include <algorithm>

namespace zsb {
namespace {

bool isRestart(std::uint8_t marker)
{
    return marker >= JpegMarker::FirstRestart && marker <= JpegMarker::LastRestart;
}

bool standsAlone(std::uint8_t marker)
{
    return marker == JpegMarker::Temporary || isRestart(marker) || marker == JpegMarker::StartOfImage ||
           marker == JpegMarker::EndOfImage;
}

} // namespace

std::optional<JpegSegment> JpegSegments::end(ImageProblem problem)
{
    m_hasEnded = true;
    m_problem = problem;
    return std::nullopt;
}

/// Any number of fill bytes may stand before a marker.
bool JpegSegments::findMarker()
{
    for (; m_file.has(m_at, 2); ++m_at) {
        const bool isFill = m_file.u8(m_at) == JpegMarker::Fill;
        const std::uint8_t marker = m_file.u8(m_at + 1);
        if (isFill && marker != JpegMarker::Fill && marker != 0)
            return true;
        m_hasStray = m_hasStray || !isFill || marker == 0;
    }
    return false;
}

std::optional<JpegSegment> JpegSegments::next()
{
    if (m_hasEnded)
        return std::nullopt;
    if (m_isBeforeScan)
        static_cast<void>(scan());
    if (!findMarker())
        return end(ImageProblem::Truncated);
    const std::size_t from = m_at;
    JpegSegment segment{.marker = m_file.u8(from + 1), .whole = m_bytes.substr(from, 2), .content = {}};
    m_at += 2;
    m_hasEnded = segment.marker == JpegMarker::EndOfImage;
    if (standsAlone(segment.marker))
        return segment;
    if (!m_file.has(m_at, 2))
        return end(ImageProblem::Truncated);
    const std::size_t length = m_file.be16(m_at); // counts itself
    if (length < 2)
        return end(ImageProblem::Damaged);
    if (!m_file.has(m_at, length))
        return end(ImageProblem::Truncated);
    segment.whole = m_bytes.substr(from, 2 + length);
    segment.content = segment.whole.substr(4);
    m_at += length;
    m_isBeforeScan = segment.marker == JpegMarker::StartOfScan;
    return segment;
}

/// It ends at the first marker that is neither stuffing nor a restart.
std::string_view JpegSegments::scan()
{
    if (!m_isBeforeScan)
        return {};
    m_isBeforeScan = false;
    const std::size_t from = m_at;
    while (true) {
        m_at = std::min(m_file.find(char(JpegMarker::Fill), m_at), m_bytes.size());
        if (!m_file.has(m_at, 2)) {
            m_at = m_bytes.size();
            break;
        }
        const std::uint8_t following = m_file.u8(m_at + 1);
        if (following != 0 && following != JpegMarker::Fill && !isRestart(following))
            break;
        m_at += following == JpegMarker::Fill ? 1 : 2;
    }
    return m_bytes.substr(from, m_at - from);
}

} // namespace zsb
