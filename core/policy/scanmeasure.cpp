#include "core/policy/scanmeasure.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using enum ScanMeasure;

constexpr std::string_view own = "own";
constexpr std::string_view clear = "annex 1 section 5";

// "Page" is the sheet inside the picture, the whole picture when no edge of a sheet is seen; lengths are counted with
// its shorter side as 1000. "Paper" is the smooth surface fitted to the page's bright pixels, one a channel; dividing
// by it gives the "flat" picture, in which paper is 235 whatever the light was. "Ink" is what is darker than its
// surroundings.
constexpr std::array<ScanMeasureInfo, scanMeasureCount> table = {{
    {Decoded, "file.decoded", "0 or 1", "whether the picture could be decoded, if only in part", own},
    {JpegQuality, "file.jpeg_quality", "1-100", "quality whose standard luminance table is nearest to the file's",
     "ITU-T T.81 annex K"},
    {ExifOrientation, "file.exif_orientation", "1-8",
     "EXIF tag 0x0112, 1 when it is not there; measured pixels are as stored", "EXIF 2.3"},
    {PrivateTags, "file.private_tags", "kinds",
     "kinds of private data beside the picture (place, owner, device, time, comment, thumbnail); never their values",
     "EXIF 2.3; XMP"},
    {GpsTags, "file.gps", "0 or 1", "whether the file says where it was taken", "EXIF 2.3; XMP"},
    {EditTraces, "file.edit_traces", "kinds",
     "kinds of traces an editor leaves (Photoshop resources, edit history, save-for-web)", "XMP; Adobe"},
    {PictureShort, "picture.short_side", "pixels", "shorter side of the stored picture", clear},
    {PictureChroma, "picture.chroma", "Lab units", "99.9th percentile of chroma over the page in the flat picture",
     own},
    {PageFound, "page.found", "0 or 1", "whether an edge of the sheet is seen against what it lies on", own},
    {PageCorners, "page.corners", "corners", "corners of the sheet that lie inside the picture", clear},
    {PageShare, "page.share", "share", "area of the sheet / area of the picture", own},
    {PageSkew, "page.skew", "degrees", "mean slope of the sheet's edges against the picture's", own},
    {PageDistortion, "page.distortion", "ratio", "largest ratio of opposite edges of the sheet - 1", own},
    {InkAtEdge, "page.ink_at_edge", "share", "share of the picture's border, 1 % wide, that is ink of the page", clear},
    {PaperLevel, "light.paper", "0-255", "median luminance of the paper as stored", clear},
    {PaperSpread, "light.spread", "ratio", "(brightest - darkest tenth of the paper) / brightest", own},
    {OverExposed, "light.over", "share", "page with luminance >= 253 though its paper is darker", own},
    {Glare, "light.glare", "share",
     "page in spots brighter than the paper around by 8 %, at least 245 bright, where the paper is at most 234", own},
    {TextStrokes, "text.strokes", "strokes", "connected strokes of ink of the size of characters", own},
    {TextContrast, "text.contrast", "ratio", "median over strokes of (paper - ink) / paper", own},
    {TextBlur, "text.blur", "thousandths of the page",
     "median over strokes of contrast / steepest slope of their edges", "ISO 12233 (idea: edge width)"},
    {TextScale, "text.em", "pixels",
     "height of a 10.5 pt character in the stored picture, by the paper's size in the pack", own},
    {Turn, "picture.turn", "degrees",
     "clockwise quarter turns that set the text upright, by the way its lines run and the end at which seals stand",
     own},
    {TurnSure, "picture.turn_sure", "share",
     "lead of lines across over lines down, halved when no seal tells which end is the lower one", own},
    {Seals, "seals.count", "seals", "round red seals: ring with a band of characters inside", own},
    {SealsBlue, "seals.blue", "seals", "the same in blue", own},
    {SealsSquare, "seals.square", "seals", "red square frames with characters inside, as private seals are", own},
    {SealsFaint, "seals.faint", "seals",
     "round red seals whose ink is weaker than the pack's `faint_below`; not without the layout of a paper", own},
    {SealsCut, "seals.cut", "seals",
     "round red seals less whole than the pack's `cut_below`; not without the layout of a paper", own},
    {SealWeakest, "seals.weakest", "share", "ink of the weakest round red seal; 1: full ink", own},
    {RedInk, "ink.red", "share", "area of red ink / area of the page", own},
    {Frames, "file.frames", "pictures",
     "pictures the file shows one after the other (APNG, GIF, WebP); measured is the first", "W3C PNG 3; GIF89a; WebP"},
    {Cmyk, "file.cmyk", "0 or 1",
     "whether a JPEG stores four channels, the inks of a printer; they are made RGB for measuring", "ITU-T T.81"},
    {Oversize, "file.oversize", "0 or 1",
     "whether decoding would take more memory or pixels than one picture is given; then nothing is measured", own},
    {PictureWidth, "picture.width", "pixels", "width of the picture as stored", own},
    {PictureHeight, "picture.height", "pixels", "height of the picture as stored", own},
    {DataFaults, "file.data_faults", "faults",
     "places where the coded data of a whole JPEG breaks off, cannot be read or is out of step", "ITU-T T.81"},
    {DataExtra, "file.data_extra", "bytes", "bytes at its end, not all the same, that no block of the picture needed",
     "ITU-T T.81"},
    {DataStep, "file.data_step", "share",
     "share of the units (MCU) that show one step of level from one place of their order on; the lesser side, "
     "the greatest of places and channels",
     "own"},
    {Trailer, "file.trailer", "bytes", "bytes behind the end of a JPEG that no camera or editor is known to put there",
     "ITU-T T.81; CIPA DC-007"},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (std::size_t(table[i].measure) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder());

} // namespace

std::span<const ScanMeasureInfo> scanMeasures()
{
    return table;
}

const ScanMeasureInfo &measureInfo(ScanMeasure measure)
{
    return table[std::size_t(measure)];
}

const ScanMeasureInfo *findScanMeasure(std::string_view id)
{
    const auto found = std::ranges::find(table, id, &ScanMeasureInfo::id);
    return found == table.end() ? nullptr : &*found;
}

} // namespace zsb
