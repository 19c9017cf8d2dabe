#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace zsb {

/// Everything that is measured on a scanned or photographed material, in the order of the table. The pack's limits name
/// them by id. What was measured is kept by place: a new measure comes at the end, and none is ever taken out.
enum class ScanMeasure : std::uint8_t
{
    Decoded,
    JpegQuality,
    ExifOrientation,
    PrivateTags,
    GpsTags,
    EditTraces,
    PictureShort,
    PictureChroma,
    PageFound,
    PageCorners,
    PageShare,
    PageSkew,
    PageDistortion,
    InkAtEdge,
    PaperLevel,
    PaperSpread,
    OverExposed,
    Glare,
    TextStrokes,
    TextContrast,
    TextBlur,
    TextScale,
    Turn,
    TurnSure,
    Seals,
    SealsBlue,
    SealsSquare,
    SealsFaint,
    SealsCut,
    SealWeakest,
    RedInk,
    Frames,
    Cmyk,
    Oversize,
    PictureWidth,
    PictureHeight,
    DataFaults,
    DataExtra,
    DataStep,
    Trailer,
};
inline constexpr std::size_t scanMeasureCount = std::size_t(ScanMeasure::Trailer) + 1;

/// One row of docs/scan-measures.md.
struct ScanMeasureInfo
{
    ScanMeasure measure;
    std::string_view id; ///< forever: `text.blur`
    std::string_view unit;
    std::string_view formula;
    std::string_view source;
};

/// The table, in the order of the enumerators.
[[nodiscard]] std::span<const ScanMeasureInfo> scanMeasures();
[[nodiscard]] const ScanMeasureInfo &measureInfo(ScanMeasure measure);
[[nodiscard]] const ScanMeasureInfo *findScanMeasure(std::string_view id); ///< null if none

} // namespace zsb
