#include "core/policy/portraitmeasure.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using enum PortraitMeasure;
using enum PortraitRegion;

constexpr auto pixels = MeasureNeeds::Pixels;
constexpr auto face = MeasureNeeds::Face;
constexpr auto marks = MeasureNeeds::Landmarks;

constexpr std::string_view own = "own";
constexpr std::string_view annex = "annex 2";
constexpr std::string_view iso5 = "ISO/IEC 29794-5 (idea)";
constexpr std::string_view ear = "Soukupova and Cech 2016, eye aspect ratio";

// "Border" is a strip along the top and both sides down to the eyes, clear of the head. "Crop" is the face turned
// upright with 60 px between the eyes. "Skin" is the face inside jaw and brows without eyes, brows, nostrils and mouth.
constexpr std::array<MeasureInfo, portraitMeasureCount> table = {{
    {Decoded, "file.decoded", "0 or 1", "whether the picture could be decoded, if only in part", own, Whole, pixels},
    {JpegQuality, "file.jpeg_quality", "1-100", "quality whose standard luminance table is nearest to the file's",
     "ITU-T T.81 annex K", Whole, pixels},
    {ExifOrientation, "file.exif_orientation", "1-8",
     "EXIF tag 0x0112, 1 when it is not there; measured pixels are as stored", "EXIF 2.3", Whole, pixels},
    {PictureChroma, "picture.chroma", "Lab units", "mean of |a| + |b| over the picture at 160 px of height", annex,
     Whole, pixels},
    {Blockiness, "picture.blockiness", "ratio",
     "mean |I(x) - I(x-1)| at x = 8k / max(0.15, the same elsewhere); every third row, steps up to 24", own, Whole,
     pixels},
    {Noise, "picture.noise", "grey levels", "mean |I - 3x3 mean| in the upper left sixth of width and height", own,
     Background, pixels},
    {Moire, "picture.moire", "log power",
     "peak off the grid of 8 - 99th percentile + 0.2 (peak - median) of ln(1 + |F|^2) at >= 0.18 cycles/px; F: "
     "spectrum of I - Gauss 2 under a Hann window of 128 px (64 in pictures under 200 px) at the face's height",
     own, Face, face},
    {Faces, "face.count", "faces", "faces of a HOG detector at 160, 240, 480 px of height",
     "Dalal and Triggs 2005; dlib", Whole, pixels},
    {FaceTurn, "face.turn", "degrees",
     "quarter turn under which a face appears when none stands upright; 0: none needed or none helps", own, Whole,
     pixels},
    {Landmarks, "face.landmarks", "0 or 1", "whether the model gave the 68 points of the face",
     "Kazemi and Sullivan 2014; dlib", Face, face},
    {BackgroundWhite, "background.white", "share", "border pixels with every channel >= 225 and chroma < 8", annex,
     Background, pixels},
    {BackgroundLevel, "background.level", "0-255", "median over the border of min(R, G, B)", annex, Background, pixels},
    {BackgroundChroma, "background.chroma", "Lab units", "median over the border of hypot(a, b)", annex, Background,
     pixels},
    {BackgroundChroma90, "background.chroma90", "Lab units", "90th percentile over the border of hypot(a, b)", annex,
     Background, pixels},
    {BackgroundSpread, "background.spread", "L*", "standard deviation of L* over the border", iso5, Background, pixels},
    {BackgroundSides, "background.sides", "L*", "greatest - least of the median L* top left, top right, left and right",
     own, Background, pixels},
    {BackgroundDarkest, "background.darkest", "L*", "5th percentile of L* over the border", own, Background, pixels},
    {BackgroundObjects, "background.objects", "share",
     "pixels neither wall nor person, opened 3x3 / all; wall: reached from the upper borders in steps of at most 3 L, "
     "2 a, 2 b (8 bit), or within 6, 3, 3 of its own mean in the upper half",
     own, Background, face},
    {BackgroundShadow, "background.shadow", "L*",
     "greater side of median L* of the wall - 15th percentile of a band 3 px to 3 px + 0.3 D beside the head, from 1.2 "
     "D above the eyes to the chin",
     annex, Background, marks},
    {BackgroundDrop, "background.drop", "L*",
     "median - 2nd percentile of L* of all that is more than 3 px from the person", own, Background, face},
    {BackgroundTexture, "background.texture", "L*", "mean |L* - 3x3 mean| over the border", own, Background, pixels},
    {HeadRatio, "head.ratio", "share of height",
     "y(chin) - y(crown); chin: p8 - 0.031 D; crown: first row of which the person fills a quarter of 1.5 D",
     "annex 2; GA 461", Head, marks},
    {SubjectArea, "head.area", "share", "pixels of the person / all", annex, Whole, marks},
    {HeadTop, "head.top", "share of height", "y(crown) / height", "GA 461", Head, marks},
    {HeadCentre, "head.centre", "share of width", "x(middle of the eyes) / width - 0.5", "ISO/IEC 19794-5", Head,
     marks},
    {HeadRoll, "head.roll", "degrees", "atan2(dy, dx) from eye to eye, each the mean of its six points",
     "ISO/IEC 19794-5", Head, marks},
    {EyeLine, "head.eye_line", "share of height", "(y(middle of the eyes) - 0.038 D) / height", "GA 461", Eyes, marks},
    {EyeDistance, "head.eye_distance", "pixels", "D = distance between the eyes, each the mean of its six points",
     "ISO/IEC 19794-5", Eyes, marks},
    {FaceWidth, "head.face_width", "share of width", "|p0 p16| / width", "GA 461", Face, marks},
    {HeadYaw, "head.yaw", "log ratio", "ln(max(1, x30 - x36) / max(1, x45 - x30)) in the crop", own, Face, marks},
    {JawYaw, "head.yaw_jaw", "log ratio", "ln(max(1, x30 - x2) / max(1, x14 - x30)) in the crop", own, Face, marks},
    {HeadPitch, "head.pitch", "ratio", "(y33 - y(eyes)) / max(1, y8 - y(eyes)) in the crop", own, Face, marks},
    {ShoulderSlope, "head.shoulders", "degrees",
     "median over u = 1, 1.06 ... 2.26 D of atan2(right - left outline u beside the middle, 2 u), of 4 and more", own,
     Shoulders, marks},
    {EyesOpening, "eyes.opening", "ratio", "(|e1 e5| + |e2 e4|) / (2 |e0 e3|), the smaller eye; e0-e5: its six points",
     ear, Eyes, marks},
    {EyesDifference, "eyes.difference", "ratio", "|eyes.opening of one - of the other eye|", ear, Eyes, marks},
    {EyesDarkness, "eyes.darkness", "ratio",
     "(s - least row) / max(20, s), the lesser eye; row: 20th percentile of its middle 18 px in 26x18 px around the "
     "eye; s: median of the 26x8 px below",
     own, Eyes, marks},
    {EyesDarkHeight, "eyes.dark_height", "share", "rows below 0.62 s / 18, the lesser eye", own, Eyes, marks},
    {EyesContrast, "eyes.contrast", "ratio", "standard deviation / max(20, mean) inside the six points, the lesser eye",
     own, Eyes, marks},
    {EyesIris, "eyes.iris", "ratio",
     "max over places within 7x5 px and r = 5, 6 of (w - d) / max(40, cheek), the lesser eye; d: mean of 5 rows of the "
     "disc, w: lesser mean of the 4x4 px on either side",
     own, Eyes, marks},
    {EyesIrisHeight, "eyes.iris_height", "pixels of the crop",
     "rows of that disc whose middle 5 px are darker than (w + d) / 2, the lesser eye", own, Eyes, marks},
    {EyesIrisBalance, "eyes.iris_balance", "ratio", "lesser / greater eyes.iris of the two eyes", own, Eyes, marks},
    {EyesDarkBalance, "eyes.dark_balance", "ratio", "lesser / greater eyes.dark_height of the two eyes", own, Eyes,
     marks},
    {EyesClosed, "eyes.closed", "score",
     "learned judge of oriented gradients, -1 open, 1 closed, the greater of both eyes", "Dalal and Triggs 2005", Eyes,
     marks},
    {EyesRed, "eyes.red", "share", "share of 15x11 px with R > 70 and R > 1.9 max(G, B), the greater eye", annex, Eyes,
     marks},
    {MouthOpening, "mouth.opening", "ratio", "|p62 p66| / max(1, |p48 p54|)", iso5, Mouth, marks},
    {SkinLevel, "light.skin_level", "L*", "median L of both cheeks / 2.55", own, Face, marks},
    {SkinRed, "light.skin_red", "Lab a", "median a of both cheeks - 128", own, Face, marks},
    {SkinYellow, "light.skin_yellow", "Lab b", "median b of both cheeks - 128", own, Face, marks},
    {CheekBalance, "light.cheek_balance", "ratio", "lesser / greater median L of the cheeks", iso5, Face, marks},
    {HalfBalance, "light.half_balance", "ratio",
     "lesser / greater mean L of the skin more than 6 px left and right of the middle", iso5, Face, marks},
    {DarkSkin, "light.dark_skin", "share", "share of skin with L < 0.64 cheek", own, Face, marks},
    {DarkForehead, "light.dark_forehead", "share", "the same among skin more than 14 px above the eyes", own, Forehead,
     marks},
    {OffColourSkin, "light.off_colour", "share", "share of skin with hypot(a - cheek a, b - cheek b) > 18", own, Face,
     marks},
    {BrightSkin, "light.bright_skin", "share",
     "share of skin with min(R, G, B) >= 246, or L > max(225, cheek + 45) and hypot(a, b) < 11", own, Face, marks},
    {OverExposed, "light.over", "share", "share of skin with luminance >= 247", iso5, Face, marks},
    {UnderExposed, "light.under", "share", "share of skin with luminance <= 25", iso5, Face, marks},
    {BrightSpot, "light.spot", "eye distance squared",
     "largest connected part of skin with L > 1.14 m + 10 and hypot(a, b) < 0.65 of the cheeks'; m: 41x41 mean of L",
     own, Face, marks},
    {DarkSpot, "light.dark_spot", "eye distance squared", "largest connected part of skin with L < m - 30", own, Face,
     marks},
    {CheekHistograms, "light.cheek_histograms", "share",
     "sum over 64 bins of min(left, right); 18x18 px, 34 px beside the middle, halfway from eyes to lip",
     "OFIQ (illumination uniformity)", Face, marks},
    {GlassesBridge, "glasses.bridge", "ratio",
     "mean over columns of max |dI/dy| between the eyes, 12 px above to 4 px below them / max(30, cheek)", own, Eyes,
     marks},
    {GlassesUnder, "glasses.under", "ratio", "the same in 24x20 px from 11 px below the eye, the lesser eye", own, Eyes,
     marks},
    {GlassesTemple, "glasses.temple", "ratio",
     "the same in 10x22 px from 4 px outside the outer corner, the lesser side", own, Eyes, marks},
    {GlassesSide, "glasses.side", "ratio",
     "mean over rows of max |dI/dx| in 12x16 px outside the outer corner / max(30, cheek), the lesser side", own, Eyes,
     marks},
    {GlassesNose, "glasses.nose", "ratio", "the same in 12x14 px from 6 px beside the middle, the lesser side", own,
     Eyes, marks},
    {GlassesScore, "glasses.score", "ratio", "bridge + under + temple + (side + nose) / 2", own, Eyes, marks},
    {GlassesPattern, "glasses.pattern", "score",
     "learned judge of oriented gradients around the eyes, -1 without, 1 with", "Dalal and Triggs 2005", Eyes, marks},
    {ForeheadSkin, "hair.forehead_skin", "share",
     "share of 52x18 px from 8 px above the brows with hypot(a - cheek a, b - cheek b) < 12 and |L - cheek| < 0.35 "
     "cheek",
     own, Forehead, marks},
    {CrownEdge, "hair.crown_edge", "ratio",
     "max over rows of median |dI/dy| in 68 px, 8 to 44 px above the brows / max(30, cheek)", own, Forehead, marks},
    {FaceDetail, "sharpness.face", "ratio", "variance of the Laplacian / max(1, variance), face's box as stored",
     "ISO/IEC 29794-5", Face, face},
    {FaceDetailScaled, "sharpness.scaled", "ratio", "the same with the face 128 px wide", "ISO/IEC 29794-5", Face,
     face},
    {FineDetail, "sharpness.fine", "ratio", "mean |I - Gauss 1.2| / max(5, standard deviation), face 128 px wide", own,
     Face, face},
    {EyeEdges, "sharpness.eyes", "1/pixel",
     "98th percentile of |gradient| in the box of both eyes / max(20, its lightest - darkest)", own, Eyes, marks},
    {EdgeDirection, "sharpness.direction", "ratio",
     "lesser / greater eigenvalue of [Ixx.Ixx, Ixx.Iyy; Ixx.Iyy, Iyy.Iyy] over the face's box", own, Face, face},
    {SkinTexture, "skin.texture", "grey levels",
     "mean |I - Gauss 1| in squares of 0.22 D halfway from eye to corner of the mouth, both sides", own, Face, marks},
    {GpsTags, "file.gps", "0 or 1", "whether the file says where it was taken", "EXIF 2.3; XMP", Whole, pixels},
    {Frames, "file.frames", "pictures",
     "pictures the file shows one after the other (APNG, GIF, WebP); measured is the first", "W3C PNG 3; GIF89a; WebP",
     Whole, pixels},
    {Cmyk, "file.cmyk", "0 or 1",
     "whether a JPEG stores four channels, the inks of a printer; they are made RGB for measuring", "ITU-T T.81", Whole,
     pixels},
    {Oversize, "file.oversize", "0 or 1",
     "whether decoding would take more memory or pixels than one picture is given; then nothing is measured", own,
     Whole, pixels},
    {PictureWidth, "picture.width", "pixels", "width of the picture as stored", annex, Whole, pixels},
    {PictureHeight, "picture.height", "pixels", "height of the picture as stored", annex, Whole, pixels},
    {DataFaults, "file.data_faults", "faults",
     "places where the coded data of a whole JPEG breaks off, cannot be read or is out of step", "ITU-T T.81", Whole,
     pixels},
    {DataExtra, "file.data_extra", "bytes", "bytes at its end, not all the same, that no block of the picture needed",
     "ITU-T T.81", Whole, pixels},
    {DataStep, "file.data_step", "share",
     "share of the units (MCU) that show one step of level from one place of their order on; the lesser side, "
     "the greatest of places and channels",
     "own", Whole, pixels},
    {Trailer, "file.trailer", "bytes", "bytes behind the end of a JPEG that no camera or editor is known to put there",
     "ITU-T T.81; CIPA DC-007", Whole, pixels},
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

std::span<const MeasureInfo> portraitMeasures()
{
    return table;
}

const MeasureInfo &measureInfo(PortraitMeasure measure)
{
    return table[std::size_t(measure)];
}

const MeasureInfo *findPortraitMeasure(std::string_view id)
{
    const auto found = std::ranges::find(table, id, &MeasureInfo::id);
    return found == table.end() ? nullptr : &*found;
}

} // namespace zsb
