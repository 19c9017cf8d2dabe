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
    {PictureChroma, "picture.chroma", "Lab units", "mean of |a| + |b|", annex, Whole, pixels},
    {Blockiness, "picture.blockiness", "ratio",
     "mean step of luminance across columns of 8 / elsewhere, steps up to 24", own, Whole, pixels},
    {Noise, "picture.noise", "grey levels", "mean |I - 3x3 mean| in the upper left sixth", own, Background, pixels},
    {Moire, "picture.moire", "log power",
     "highest spectral peak outside the JPEG grid - 99th percentile + 0.2 (peak - median)", own, Face, face},
    {Faces, "face.count", "faces", "faces of a HOG detector at 160, 240, 480 px of height",
     "Dalal and Triggs 2005; dlib", Whole, pixels},
    {FaceTurn, "face.turn", "degrees",
     "quarter turn under which a face appears when none stands upright; 0: none needed or none helps", own, Whole,
     pixels},
    {Landmarks, "face.landmarks", "0 or 1", "whether the model gave the 68 points of the face",
     "Kazemi and Sullivan 2014; dlib", Face, face},
    {BackgroundWhite, "background.white", "share", "border pixels with every channel >= 225 and chroma < 8", annex,
     Background, pixels},
    {BackgroundLevel, "background.level", "0-255", "median over the border of the least channel", annex, Background,
     pixels},
    {BackgroundChroma, "background.chroma", "Lab units", "median chroma of the border", annex, Background, pixels},
    {BackgroundChroma90, "background.chroma90", "Lab units", "90th percentile of the border's chroma", annex,
     Background, pixels},
    {BackgroundSpread, "background.spread", "L*", "standard deviation of L* over the border", iso5, Background, pixels},
    {BackgroundSides, "background.sides", "L*",
     "largest difference of median L* between top left, top right, left and right", own, Background, pixels},
    {BackgroundDarkest, "background.darkest", "L*", "5th percentile of L* over the border", own, Background, pixels},
    {BackgroundObjects, "background.objects", "share", "area that belongs neither to the wall nor to the person", own,
     Background, face},
    {BackgroundShadow, "background.shadow", "L*", "median of the wall - 15th percentile of a band beside the head",
     annex, Background, marks},
    {BackgroundDrop, "background.drop", "L*", "median - 2nd percentile of the wall away from the person", own,
     Background, face},
    {BackgroundTexture, "background.texture", "L*", "mean |L* - 3x3 mean| over the border", own, Background, pixels},
    {HeadRatio, "head.ratio", "share of height", "crown to chin", "annex 2; GA 461", Head, marks},
    {SubjectArea, "head.area", "share", "area of head and shoulders", annex, Whole, marks},
    {HeadTop, "head.top", "share of height", "upper edge to crown", "GA 461", Head, marks},
    {HeadCentre, "head.centre", "share of width", "middle of the eyes - middle of the picture", "ISO/IEC 19794-5", Head,
     marks},
    {HeadRoll, "head.roll", "degrees", "slope of the line through the eyes", "ISO/IEC 19794-5", Head, marks},
    {EyeLine, "head.eye_line", "share of height", "upper edge to the middle of the eyes", "GA 461", Eyes, marks},
    {EyeDistance, "head.eye_distance", "pixels", "between the middles of the eyes", "ISO/IEC 19794-5", Eyes, marks},
    {FaceWidth, "head.face_width", "share of width", "between the upper ends of the jaw", "GA 461", Face, marks},
    {HeadYaw, "head.yaw", "log ratio", "ln(nose tip to outer corner of one eye / of the other)", own, Face, marks},
    {JawYaw, "head.yaw_jaw", "log ratio", "ln(nose tip to one side of the jaw / the other)", own, Face, marks},
    {HeadPitch, "head.pitch", "ratio", "eyes to nose base / eyes to chin", own, Face, marks},
    {ShoulderSlope, "head.shoulders", "degrees", "median slope between mirrored points of the shoulders' outline", own,
     Shoulders, marks},
    {EyesOpening, "eyes.opening", "ratio", "lid distance / eye width, the smaller eye", ear, Eyes, marks},
    {EyesDifference, "eyes.difference", "ratio", "difference of the two openings", ear, Eyes, marks},
    {EyesDarkness, "eyes.darkness", "ratio", "(cheek - darkest row of the eye) / cheek, the lesser eye", own, Eyes,
     marks},
    {EyesDarkHeight, "eyes.dark_height", "share", "rows of the eye darker than 0.62 cheek, the lesser eye", own, Eyes,
     marks},
    {EyesContrast, "eyes.contrast", "ratio", "standard deviation / mean inside the lids, the lesser eye", own, Eyes,
     marks},
    {EyesIris, "eyes.iris", "ratio",
     "best (sclera on both sides - disc of 5-6 px) / cheek inside the eye, the lesser eye", own, Eyes, marks},
    {EyesIrisHeight, "eyes.iris_height", "pixels of the crop",
     "rows of that disc darker than halfway between disc and sclera, the lesser eye", own, Eyes, marks},
    {EyesIrisBalance, "eyes.iris_balance", "ratio", "lesser / greater eyes.iris of the two eyes", own, Eyes, marks},
    {EyesDarkBalance, "eyes.dark_balance", "ratio", "lesser / greater eyes.dark_height of the two eyes", own, Eyes,
     marks},
    {EyesClosed, "eyes.closed", "score",
     "learned judge of oriented gradients, -1 open, 1 closed, the greater of both eyes", "Dalal and Triggs 2005", Eyes,
     marks},
    {EyesRed, "eyes.red", "share", "pixels of the eye with R > 70 and R > 1.9 G, 1.9 B", annex, Eyes, marks},
    {MouthOpening, "mouth.opening", "ratio", "distance of the inner lips / width of the mouth", iso5, Mouth, marks},
    {SkinLevel, "light.skin_level", "L*", "median of both cheeks", own, Face, marks},
    {SkinRed, "light.skin_red", "Lab a", "median of both cheeks", own, Face, marks},
    {SkinYellow, "light.skin_yellow", "Lab b", "median of both cheeks", own, Face, marks},
    {CheekBalance, "light.cheek_balance", "ratio", "darker cheek / lighter cheek", iso5, Face, marks},
    {HalfBalance, "light.half_balance", "ratio", "darker half / lighter half of the skin", iso5, Face, marks},
    {DarkSkin, "light.dark_skin", "share", "skin darker than the cheeks by 36 %", own, Face, marks},
    {DarkForehead, "light.dark_forehead", "share", "the same above the eyes", own, Forehead, marks},
    {OffColourSkin, "light.off_colour", "share", "skin whose chroma is more than 18 from the cheeks'", own, Face,
     marks},
    {BrightSkin, "light.bright_skin", "share",
     "skin that is white, or lighter than the cheeks by 45 grey levels and colourless", own, Face, marks},
    {OverExposed, "light.over", "share", "skin with luminance >= 247", iso5, Face, marks},
    {UnderExposed, "light.under", "share", "skin with luminance <= 25", iso5, Face, marks},
    {BrightSpot, "light.spot", "eye distance squared",
     "largest spot lighter than the skin around by 2.2 times its own spread and 14 %, and less coloured", own, Face,
     marks},
    {DarkSpot, "light.dark_spot", "eye distance squared", "largest spot darker than the skin around by 30 grey levels",
     own, Face, marks},
    {CheekHistograms, "light.cheek_histograms", "share", "intersection of the cheeks' histograms",
     "OFIQ (illumination uniformity)", Face, marks},
    {GlassesBridge, "glasses.bridge", "ratio",
     "mean over columns of the strongest horizontal edge between the eyes / cheek level", own, Eyes, marks},
    {GlassesUnder, "glasses.under", "ratio", "the same below the eyes, the lesser eye", own, Eyes, marks},
    {GlassesTemple, "glasses.temple", "ratio", "the same beside the eyes, the lesser side", own, Eyes, marks},
    {GlassesSide, "glasses.side", "ratio",
     "mean over rows of the strongest vertical edge beside the eyes, the lesser side", own, Eyes, marks},
    {GlassesNose, "glasses.nose", "ratio", "the same between eye and nose, the lesser side", own, Eyes, marks},
    {GlassesScore, "glasses.score", "ratio", "bridge + under + temple + (side + nose) / 2", own, Eyes, marks},
    {GlassesPattern, "glasses.pattern", "score",
     "learned judge of oriented gradients around the eyes, -1 without, 1 with", "Dalal and Triggs 2005", Eyes, marks},
    {ForeheadSkin, "hair.forehead_skin", "share", "area above the brows that looks like the cheeks", own, Forehead,
     marks},
    {CrownEdge, "hair.crown_edge", "ratio", "strongest straight edge across the forehead / cheek level", own, Forehead,
     marks},
    {FaceDetail, "sharpness.face", "ratio", "variance of the Laplacian / variance, face as stored", "ISO/IEC 29794-5",
     Face, face},
    {FaceDetailScaled, "sharpness.scaled", "ratio", "the same with the face 128 px wide", "ISO/IEC 29794-5", Face,
     face},
    {FineDetail, "sharpness.fine", "ratio", "mean |I - Gauss 1.2| / standard deviation, face 128 px wide", own, Face,
     face},
    {EyeEdges, "sharpness.eyes", "1/pixel", "98th percentile of the gradient in the eyes / their contrast", own, Eyes,
     marks},
    {EdgeDirection, "sharpness.direction", "ratio", "weaker / stronger axis of the face's gradient energy", own, Face,
     face},
    {SkinTexture, "skin.texture", "grey levels", "mean |I - Gauss 1| on both cheeks", own, Face, marks},
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
