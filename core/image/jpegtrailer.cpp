#include "core/image/jpegtrailer.h"

#include "core/image/inspect.h"
#include "core/image/jpegsegments.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::uint8_t application1 = JpegMarker::Application0 + 1; ///< Exif and XMP
constexpr std::uint8_t application2 = JpegMarker::Application0 + 2; ///< ICC profiles and lists of pictures

/// Words of the XMP of pictures that carry more behind their end: films, depth, light for brighter screens.
constexpr std::array<std::string_view, 5> announcing = {"MotionPhoto", "MicroVideo", "Container:Directory",
                                                        "GContainer:Item", "hdrgm:Version"};

/// With what trailers begin or end that phones, cameras and editors write, as ExifTool tells them apart: vivo, Sony;
/// Samsung, OnePlus, Canon, Nikon, Insta360, AFCP, FotoStation, Photo Mechanic, MIE.
constexpr std::array<std::string_view, 3> beginnings = {"vivo{", "streamdata", "\x55\x26\x11\x05"};
constexpr std::array<std::string_view, 11> endings = {"SEFT",
                                                      "QDIOBS",
                                                      "jxrs",
                                                      "CANON OPTIONAL DATA",
                                                      "/NIKON APP",
                                                      "8db42d694ccc418790edff439fe026bf",
                                                      "AXS!",
                                                      "AXS*",
                                                      "\xa1\xb2\xc3\xd4",
                                                      "cbipcbbl",
                                                      "zmie~"};

/// Whether a segment says that more follows: a list of pictures (CIPA DC-007), or the words above.
bool announcesMore(const JpegSegment &segment)
{
    using namespace std::string_view_literals;
    if (segment.marker == application2)
        return segment.content.starts_with("MPF\0"sv);
    return segment.marker == application1 && std::ranges::any_of(announcing, [&](std::string_view word) {
               return segment.content.find(word) != std::string_view::npos;
           });
}

/// A film right behind the picture is what phones of many makes write, not all of which announce it.
bool isFilm(std::string_view trailer)
{
    constexpr std::size_t behindLength = 4;
    return trailer.size() > behindLength && trailer.substr(behindLength).starts_with("ftyp");
}

/// With what files are filled up or ended: one byte again and again, zeros and line ends.
bool isPadding(std::string_view bytes)
{
    using namespace std::string_view_literals;
    return bytes.find_first_not_of(bytes.front()) == std::string_view::npos ||
           bytes.find_first_not_of("\0 \t\r\n"sv) == std::string_view::npos;
}

/// Signatures stand at the very end or a few bytes before it: a length, zeros.
bool isSigned(std::string_view trailer)
{
    constexpr std::size_t near = 64;
    const std::string_view tail = trailer.substr(trailer.size() - std::min(near, trailer.size()));
    return std::ranges::any_of(beginnings, [&](std::string_view word) { return trailer.starts_with(word); }) ||
           std::ranges::any_of(endings,
                               [&](std::string_view word) { return tail.find(word) != std::string_view::npos; });
}

} // namespace

std::int64_t unknownTrailer(std::string_view jpeg)
{
    if (sniffImageFormat(jpeg) != ImageFormat::Jpeg)
        return 0;
    JpegSegments segments(jpeg);
    bool isAnnounced = false;
    std::string_view last;
    while (const auto segment = segments.next()) {
        isAnnounced = isAnnounced || announcesMore(*segment);
        last = segment->marker == JpegMarker::EndOfImage ? segment->whole : std::string_view();
    }
    if (last.empty() || isAnnounced) // cut short: that is said already
        return 0;
    const std::string_view trailer = jpeg.substr(std::size_t(last.data() + last.size() - jpeg.data()));
    const bool isKnown = trailer.empty() || isPadding(trailer) || isFilm(trailer) || isSigned(trailer);
    return isKnown ? 0 : std::int64_t(trailer.size());
}

} // namespace zsb
