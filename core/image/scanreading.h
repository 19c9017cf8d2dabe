#pragma once

#include "core/domain/imagefacts.h"
#include "core/image/portraitreading.h"
#include "core/image/scanmeasure.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Four corners as shares of the picture as stored, around from the paper's upper left one (as the text stands).
using ShareQuad = std::array<SharePoint, 4>;

/// A mark of coloured ink and what it was taken for.
struct ScanSeal
{
    enum class Kind : std::uint8_t
    {
        Round,
        RoundBlue,
        Square, ///< red, as private seals are
    };

    Kind kind = Kind::Round;
    ShareBox box;
    double ink = 0;                  ///< 1: full ink
    double whole = 1;                ///< share of it that lies on page and picture
    std::optional<SharePoint> paper; ///< its middle, as shares of the paper from its upper left corner
    bool operator==(const ScanSeal &) const = default;
};
[[nodiscard]] std::string_view sealKindId(ScanSeal::Kind kind); ///< round, round-blue, square

/// A region of the pack's layout as found on the picture.
struct ScanRegion
{
    std::string id;
    ShareQuad corners;
    double strokes = 0; ///< ink of pens (not red) in it that the empty form does not have: share of its area
    bool operator==(const ScanRegion &) const = default;
};

/// All that was measured on one material, unjudged; the same bytes give the same numbers with any number of threads. A
/// measure that could not be taken is absent, never guessed.
struct ScanReading
{
    ImageFacts facts;
    bool hasPixels = false;                    ///< the picture could be decoded, if only in part
    std::string software;                      ///< what the file says made it; empty when it does not say
    std::vector<std::string_view> privateTags; ///< kinds only: `gps`, `owner`, …; values are not kept
    std::vector<std::string_view> editTraces;  ///< `photoshop`, `history`, …
    std::array<std::optional<double>, scanMeasureCount> values;
    std::optional<ShareQuad> page; ///< when an edge of the sheet is seen
    std::vector<ScanSeal> seals;
    std::vector<ShareBox> glare;
    std::vector<ScanRegion> regions; ///< of the layout asked for, when its paper was found

    [[nodiscard]] std::optional<double> value(ScanMeasure measure) const { return values[std::size_t(measure)]; }
    /// Rounded to what can be told apart, so that the last bit of a sum never shows.
    void set(ScanMeasure measure, double value);
};

} // namespace zsb
