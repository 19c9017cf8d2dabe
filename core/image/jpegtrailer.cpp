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

/// Whether a segment has the words above.
bool announcesMore(const JpegSegment &segment)
{
    return segment.marker == application1 && std::ranges::any_of(announcing, [&](std::string_view word) {
               return segment.content.find(word) != std::string_view::npos;
           });
}

/// Whether a segment says that whole pictures follow (CIPA DC-007).
bool listsPictures(const JpegSegment &segment)
{
    using namespace std::string_view_literals;
    return segment.marker == application2 && segment.content.starts_with("MPF\0"sv);
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

bool isKnown(std::string_view trailer)
{
    return trailer.empty() || isPadding(trailer) || isFilm(trailer) || isSigned(trailer);
}

/// What a walk over a file finds of its end.
struct Ending
{
    std::size_t at = 0; ///< behind the mark of the end; 0: cut short
    bool isAnnounced = false;
    bool listsPictures = false;
};

Ending endingOf(std::string_view jpeg)
{
    JpegSegments segments(jpeg);
    Ending ending;
    while (const auto segment = segments.next()) {
        ending.isAnnounced = ending.isAnnounced || announcesMore(*segment);
        ending.listsPictures = ending.listsPictures || listsPictures(*segment);
        if (segment->marker == JpegMarker::EndOfImage)
            ending.at = std::size_t(segment->whole.data() + segment->whole.size() - jpeg.data());
    }
    return ending;
}

/// Without the whole pictures it begins with, and the zeros between them. Where the list says they are does not count:
/// an editor that changes what is before leaves it wrong.
std::string_view behindPictures(std::string_view bytes)
{
    for (;;) {
        const std::string_view picture = bytes.substr(std::min(bytes.find_first_not_of('\0'), bytes.size()));
        const std::size_t end = sniffImageFormat(picture) == ImageFormat::Jpeg ? endingOf(picture).at : 0;
        if (end == 0)
            return bytes;
        bytes = picture.substr(end);
    }
}

} // namespace

std::int64_t unknownTrailer(std::string_view jpeg)
{
    if (sniffImageFormat(jpeg) != ImageFormat::Jpeg)
        return 0;
    const Ending ending = endingOf(jpeg);
    if (ending.at == 0 || ending.isAnnounced) // cut short: that is said already
        return 0;
    const std::string_view behind = jpeg.substr(ending.at);
    const std::string_view trailer = ending.listsPictures ? behindPictures(behind) : behind;
    return isKnown(trailer) ? 0 : std::int64_t(trailer.size());
}

} // namespace zsb
