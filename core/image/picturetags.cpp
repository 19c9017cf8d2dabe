#include "core/image/picturetags.h"

#include "core/image/byteview.h"
#include "core/image/jpegsegments.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace zsb {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t mostSoftware = 64;

/// ITU-T T.81, table K.1, in zigzag order.
constexpr std::array<int, 64> standardLuminance = {
    16, 11,  12, 14, 12, 10, 16,  14,  13,  14, 18, 17,  16,  19,  24,  40,  26, 24,  22,  22, 24, 49,
    35, 37,  29, 40, 58, 51, 61,  60,  57,  51, 56, 55,  64,  72,  92,  78,  64, 68,  87,  69, 55, 56,
    80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99};

/// The quality at which the usual scaling of the standard table comes nearest.
int nearestQuality(const ByteView &table)
{
    int best = 0;
    int least = std::numeric_limits<int>::max();
    for (int quality = 1; quality <= 100; ++quality) {
        const int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int distance = 0;
        for (std::size_t i = 0; i < standardLuminance.size(); ++i)
            distance += std::abs(std::clamp((standardLuminance[i] * scale + 50) / 100, 1, 255) - int(table.u8(i)));
        if (distance < least) {
            least = distance;
            best = quality;
        }
    }
    return best;
}

void readTables(const ByteView &segment, PictureTags &tags)
{
    std::size_t at = 0;
    while (segment.has(at, 65)) {
        const unsigned kind = segment.u8(at);
        const bool wide = (kind >> 4) != 0;
        if (kind == 0)
            tags.quality = nearestQuality(ByteView(segment.part(at + 1, 64)));
        at += wide ? 129 : 65;
    }
}

/// The first directory of a TIFF block.
class ExifDirectory
{
public:
    explicit ExifDirectory(std::string_view tiff) : m_tiff(tiff), m_little(m_tiff.isAt(0, "II")) {}

    void read(PictureTags &tags) const
    {
        const std::size_t at = u32(4);
        const std::size_t entries = std::min<std::size_t>(u16(at), 200);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t entry = at + 2 + 12 * i;
            if (u16(entry) == 0x0112)
                tags.orientation = int(u16(entry + 8));
            else if (u16(entry) == 0x0131)
                tags.software = text(entry);
        }
    }

private:
    [[nodiscard]] std::size_t u16(std::size_t at) const
    {
        return m_little ? m_tiff.u8(at) + 256U * m_tiff.u8(at + 1) : m_tiff.be16(at);
    }
    [[nodiscard]] std::size_t u32(std::size_t at) const { return m_little ? m_tiff.le32(at) : m_tiff.be32(at); }
    [[nodiscard]] std::string text(std::size_t entry) const
    {
        const std::size_t count = std::min(u32(entry + 4), mostSoftware);
        const std::size_t at = count <= 4 ? entry + 8 : u32(entry + 8);
        if (!m_tiff.has(at, count))
            return {};
        const std::string_view part = m_tiff.part(at, count);
        return std::string(part.substr(0, part.find('\0')));
    }

    ByteView m_tiff;
    bool m_little;
};

void readXmp(std::string_view text, PictureTags &tags)
{
    constexpr std::string_view creator = "CreatorTool";
    const std::size_t at = text.find(creator);
    if (at == std::string_view::npos || !tags.software.empty())
        return;
    std::string_view rest = text.substr(at + creator.size(), mostSoftware);
    rest.remove_prefix(std::min(rest.find_first_not_of(">=\"' "), rest.size()));
    tags.software = std::string(rest.substr(0, rest.find_first_of("<\"'")));
}

void readApplication(std::string_view segment, PictureTags &tags)
{
    constexpr std::string_view exif = "Exif\0\0"sv;
    if (segment.starts_with(exif))
        ExifDirectory(segment.substr(exif.size())).read(tags);
    else if (segment.starts_with("http://ns.adobe.com/xap/1.0/"))
        readXmp(segment, tags);
}

PictureTags tagsOfJpeg(std::string_view bytes)
{
    PictureTags tags;
    JpegSegments segments(bytes);
    for (auto segment = segments.next(); segment && segment->marker != JpegMarker::StartOfScan;
         segment = segments.next()) {
        if (segment->marker == JpegMarker::QuantizationTables)
            readTables(ByteView(segment->content), tags);
        else if (segment->marker == 0xE1)
            readApplication(segment->content, tags);
        else if (segment->marker == 0xED && segment->content.starts_with("Photoshop") && tags.software.empty())
            tags.software = "Photoshop";
    }
    return tags;
}

void readChunk(std::string_view kind, std::string_view content, PictureTags &tags)
{
    constexpr std::string_view software = "Software\0"sv;
    if (kind == "eXIf")
        ExifDirectory(content).read(tags);
    else if (kind == "iTXt" && content.starts_with("XML:com.adobe.xmp"))
        readXmp(content, tags);
    else if (kind == "tEXt" && content.starts_with(software) && tags.software.empty())
        tags.software = std::string(content.substr(software.size(), mostSoftware));
}

PictureTags tagsOfPng(const ByteView &file)
{
    PictureTags tags;
    for (std::size_t at = 8; file.has(at, 12);) {
        const std::size_t length = file.be32(at);
        if (!file.has(at + 8, length))
            break;
        readChunk(file.part(at + 4, 4), file.part(at + 8, length), tags);
        at += 12 + length;
    }
    return tags;
}

} // namespace

PictureTags readPictureTags(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xD8"))
        return tagsOfJpeg(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
        return tagsOfPng(ByteView(bytes));
    return {};
}

} // namespace zsb
