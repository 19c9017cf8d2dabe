#pragma once

#include "core/domain/imagefacts.h"
#include "core/image/portraitreading.h"
#include "core/policy/scanfigures.h"

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

/// All that was measured on one material, unjudged; the same bytes give the same numbers with any number of threads.
struct ScanReading : ScanFigures
{
    ImageFacts facts;
    bool hasPixels = false;                    ///< the picture could be decoded, if only in part
    std::vector<std::string_view> privateTags; ///< kinds only: `gps`, `owner`, …; values are not kept
    std::vector<std::string_view> editTraces;  ///< `photoshop`, `history`, …
    std::optional<ShareQuad> page;             ///< when an edge of the sheet is seen
    std::vector<ScanSeal> seals;
    std::vector<ShareBox> glare;
    std::vector<ScanRegion> regions; ///< of the layout asked for, when its paper was found
};

} // namespace zsb
