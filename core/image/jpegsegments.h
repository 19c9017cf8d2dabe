#pragma once

#include "core/domain/imagefacts.h"
#include "core/image/byteview.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace zsb {

/// Markers of ITU-T T.81, table B.1, that somebody here asks for.
struct JpegMarker
{
    static constexpr std::uint8_t Temporary = 0x01;
    static constexpr std::uint8_t FirstRestart = 0xD0;
    static constexpr std::uint8_t LastRestart = 0xD7;
    static constexpr std::uint8_t StartOfImage = 0xD8;
    static constexpr std::uint8_t EndOfImage = 0xD9;
    static constexpr std::uint8_t StartOfScan = 0xDA;
    static constexpr std::uint8_t QuantizationTables = 0xDB;
    static constexpr std::uint8_t Application0 = 0xE0;
    static constexpr std::uint8_t Application15 = 0xEF;
    static constexpr std::uint8_t Comment = 0xFE;
    static constexpr std::uint8_t Fill = 0xFF;
};

struct JpegSegment
{
    std::uint8_t marker = 0;
    std::string_view whole;   ///< marker, length and content
    std::string_view content; ///< nothing of markers that stand alone
};

/// The one walk over the segments of a JPEG file, from untrusted bytes: what is no marker is stepped over, as decoders
/// do, and entropy-coded data is not decoded. The views are of the file's bytes.
class JpegSegments
{
public:
    /// `file` begins with the mark of its start, which is not told.
    explicit JpegSegments(std::string_view file) : m_bytes(file), m_file(file) {}

    /// The next one; the mark of the end is the last. None when the file ends or cannot be followed: see problem().
    [[nodiscard]] std::optional<JpegSegment> next();

    /// The entropy-coded data behind the start of scan that was told last; next() steps over what is not asked for.
    [[nodiscard]] std::string_view scan();

    /// Truncated when the bytes end before the mark of the end, Damaged when a length cannot be one.
    [[nodiscard]] ImageProblem problem() const { return m_problem; }
    /// Whether bytes were stepped over where a marker should be.
    [[nodiscard]] bool hasStray() const { return m_hasStray; }

private:
    [[nodiscard]] bool findMarker();
    std::optional<JpegSegment> end(ImageProblem problem);

    std::string_view m_bytes;
    ByteView m_file;
    std::size_t m_at = 2;
    ImageProblem m_problem = ImageProblem::None;
    bool m_isBeforeScan = false;
    bool m_hasStray = false;
    bool m_hasEnded = false;
};

} // namespace zsb
