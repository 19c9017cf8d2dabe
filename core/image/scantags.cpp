#include "core/image/scantags.h"

#include "core/image/byteview.h"
#include "core/image/jpegsegments.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using namespace std::string_view_literals;

void note(std::vector<std::string_view> &kinds, std::string_view kind)
{
    if (std::ranges::find(kinds, kind) == kinds.end())
        kinds.push_back(kind);
}

struct TagKind
{
    unsigned tag;
    std::string_view kind;
};

/// EXIF tags that tell of a person, a device or a moment.
constexpr std::array privateKinds = {
    TagKind{0x8825, "gps"},     TagKind{0x013B, "owner"},  TagKind{0x8298, "owner"},   TagKind{0x9C9D, "owner"},
    TagKind{0xA430, "owner"},   TagKind{0x010F, "device"}, TagKind{0x0110, "device"},  TagKind{0x013C, "device"},
    TagKind{0xA431, "device"},  TagKind{0xA435, "device"}, TagKind{0x927C, "device"},  TagKind{0xA420, "device"},
    TagKind{0x0132, "time"},    TagKind{0x9003, "time"},   TagKind{0x9286, "comment"}, TagKind{0x010E, "comment"},
    TagKind{0x9C9C, "comment"},
};

/// Names of XMP properties, whatever their prefix.
struct WordKind
{
    std::string_view word;
    std::string_view kind;
};
constexpr std::array privateWords = {
    WordKind{"GPSLatitude", "gps"},     WordKind{"creator>", "owner"}, WordKind{"OwnerName", "owner"},
    WordKind{"SerialNumber", "device"}, WordKind{":Model", "device"},  WordKind{"CreateDate", "time"},
};

/// The directories of a TIFF block: the first, the two it points into, and whether a thumbnail follows.
class ExifWalk
{
public:
    ExifWalk(std::string_view tiff, std::vector<std::string_view> &kinds)
        : m_tiff(tiff), m_little(m_tiff.isAt(0, "II")), m_kinds(kinds)
    {
    }

    void run()
    {
        const std::size_t next = directory(u32(4), true);
        if (next != 0 && m_tiff.has(next, 2) && u16(next) > 0)
            note(m_kinds, "thumbnail");
    }

private:
    /// Where the next directory would be; 0: nowhere.
    std::size_t directory(std::size_t at, bool isFirst)
    {
        const std::size_t entries = std::min<std::size_t>(u16(at), 300);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t entry = at + 2 + 12 * i;
            const auto tag = unsigned(u16(entry));
            for (const TagKind &known : privateKinds) {
                if (known.tag == tag)
                    note(m_kinds, known.kind);
            }
            if (isFirst && tag == 0x8769)
                directory(u32(entry + 8), false);
        }
        return u32(at + 2 + 12 * entries);
    }
    [[nodiscard]] std::size_t u16(std::size_t at) const { return m_little ? m_tiff.le16(at) : m_tiff.be16(at); }
    [[nodiscard]] std::size_t u32(std::size_t at) const { return m_little ? m_tiff.le32(at) : m_tiff.be32(at); }

    ByteView m_tiff;
    bool m_little;
    std::vector<std::string_view> &m_kinds;
};

void readXmp(std::string_view text, ScanTags &tags)
{
    for (const WordKind &known : privateWords) {
        if (text.find(known.word) != std::string_view::npos)
            note(tags.privateTags, known.kind);
    }
    if (text.find("stEvt:action") != std::string_view::npos || text.find("<xmpMM:History") != std::string_view::npos)
        note(tags.editTraces, "history");
}

void readSegment(unsigned marker, std::string_view segment, ScanTags &tags)
{
    if (marker == 0xE1 && segment.starts_with("Exif\0\0"sv))
        ExifWalk(segment.substr(6), tags.privateTags).run();
    else if (marker == 0xE1 && segment.starts_with("http://ns.adobe.com/xap/1.0/"))
        readXmp(segment, tags);
    else if (marker == 0xED && segment.starts_with("Photoshop"))
        note(tags.editTraces, "photoshop");
    else if (marker == 0xEC && segment.starts_with("Ducky"))
        note(tags.editTraces, "web");
    else if (marker == JpegMarker::Comment && segment.find_first_not_of(" \0"sv) != std::string_view::npos)
        note(tags.privateTags, "comment");
}

ScanTags readJpeg(std::string_view bytes)
{
    ScanTags tags;
    JpegSegments segments(bytes);
    for (auto segment = segments.next(); segment && segment->marker != JpegMarker::StartOfScan;
         segment = segments.next())
        readSegment(segment->marker, segment->content, tags);
    return tags;
}

ScanTags readPng(const ByteView &file)
{
    ScanTags tags;
    std::size_t at = 8;
    while (file.has(at, 12)) {
        const std::size_t length = file.be32(at);
        if (!file.has(at + 8, length))
            break;
        const std::string_view kind = file.part(at + 4, 4);
        const std::string_view content = file.part(at + 8, length);
        if (kind == "eXIf")
            ExifWalk(content, tags.privateTags).run();
        else if (kind == "iTXt" && content.starts_with("XML:com.adobe.xmp"))
            readXmp(content, tags);
        else if (kind == "tEXt" || kind == "zTXt" || kind == "iTXt")
            note(tags.privateTags, "comment");
        else if (kind == "tIME")
            note(tags.privateTags, "time");
        at += 12 + length;
    }
    return tags;
}

} // namespace

ScanTags readScanTags(std::string_view bytes)
{
    const ByteView file(bytes);
    if (file.isAt(0, "\xFF\xD8"))
        return readJpeg(bytes);
    if (file.isAt(0, "\x89PNG\r\n\x1A\n"))
        return readPng(file);
    return {};
}

} // namespace zsb
