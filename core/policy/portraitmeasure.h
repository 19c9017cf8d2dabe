#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace zsb {

/// Everything that is measured on a portrait, in the order of the table. The pack's limits name them by id. What was
/// measured is kept by place (see measuredText()): a new measure comes at the end, and none is ever taken out.
enum class PortraitMeasure : std::uint8_t
{
    Decoded,
    JpegQuality,
    ExifOrientation,
    PictureChroma,
    Blockiness,
    Noise,
    Moire,
    Faces,
    FaceTurn,
    Landmarks,
    BackgroundWhite,
    BackgroundLevel,
    BackgroundChroma,
    BackgroundChroma90,
    BackgroundSpread,
    BackgroundSides,
    BackgroundDarkest,
    BackgroundObjects,
    BackgroundShadow,
    BackgroundDrop,
    BackgroundTexture,
    HeadRatio,
    SubjectArea,
    HeadTop,
    HeadCentre,
    HeadRoll,
    EyeLine,
    EyeDistance,
    FaceWidth,
    HeadYaw,
    JawYaw,
    HeadPitch,
    ShoulderSlope,
    EyesOpening,
    EyesDifference,
    EyesDarkness,
    EyesDarkHeight,
    EyesContrast,
    EyesIris,
    EyesIrisHeight,
    EyesIrisBalance,
    EyesDarkBalance,
    EyesClosed,
    EyesRed,
    MouthOpening,
    SkinLevel,
    SkinRed,
    SkinYellow,
    CheekBalance,
    HalfBalance,
    DarkSkin,
    DarkForehead,
    OffColourSkin,
    BrightSkin,
    OverExposed,
    UnderExposed,
    BrightSpot,
    DarkSpot,
    CheekHistograms,
    GlassesBridge,
    GlassesUnder,
    GlassesTemple,
    GlassesSide,
    GlassesNose,
    GlassesScore,
    GlassesPattern,
    ForeheadSkin,
    CrownEdge,
    FaceDetail,
    FaceDetailScaled,
    FineDetail,
    EyeEdges,
    EdgeDirection,
    SkinTexture,
    GpsTags,
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
inline constexpr std::size_t portraitMeasureCount = std::size_t(PortraitMeasure::Trailer) + 1;

/// Where a measure is taken, so that a reading can be shown on the picture.
enum class PortraitRegion : std::uint8_t
{
    Whole,
    Background, ///< the strip beside and above the head
    Head,       ///< crown to chin
    Face,
    Forehead,
    Eyes,
    Mouth,
    Shoulders,
};
inline constexpr std::size_t portraitRegionCount = std::size_t(PortraitRegion::Shoulders) + 1;

/// What a measure needs before it can be said at all.
enum class MeasureNeeds : std::uint8_t
{
    Pixels,
    Face,
    Landmarks,
};

/// One row of docs/portrait-measures.md.
struct MeasureInfo
{
    PortraitMeasure measure;
    std::string_view id; ///< forever: `background.white`
    std::string_view unit;
    std::string_view formula;
    std::string_view source;
    PortraitRegion region = PortraitRegion::Whole;
    MeasureNeeds needs = MeasureNeeds::Pixels;
};

/// The table, in the order of the enumerators.
[[nodiscard]] std::span<const MeasureInfo> portraitMeasures();
[[nodiscard]] const MeasureInfo &measureInfo(PortraitMeasure measure);
[[nodiscard]] const MeasureInfo *findPortraitMeasure(std::string_view id); ///< null if none

} // namespace zsb
