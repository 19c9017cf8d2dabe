#include "core/image/portraitfit.h"

#include "core/image/barepicture.h"
#include "core/image/decode.h"
#include "core/image/heldpicture.h"
#include "core/image/portraitcut.h"
#include "core/policy/portraitjudge.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

constexpr std::int64_t mostPixels = 24'000'000;
constexpr int bestQuality = 95;
constexpr int leastQuality = 75;
constexpr double smallerStep = 0.9;
constexpr std::string_view severalFaces =
    "不止一张人脸，裁剪等于替人选定是谁 / more than one face: a cut would choose between them";
constexpr int dotsPerMeter = 11811; ///< 300 dpi; Qt's own choice is the screen's, and would be in the file

void setResolution(QImage &picture)
{
    picture.setDotsPerMeterX(dotsPerMeter);
    picture.setDotsPerMeterY(dotsPerMeter);
}

/// Opaque sRGB without a word of text: what is written carries pixels and nothing else. A second copy only of what is
/// transparent.
QImage plainPicture(QImage picture)
{
    if (picture.colorSpace().isValid() && picture.colorSpace() != QColorSpace(QColorSpace::SRgb))
        picture.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    if (!picture.hasAlphaChannel()) {
        picture = std::move(picture).convertToFormat(QImage::Format_RGB32);
        picture.setColorSpace({});
        return picture;
    }
    QImage plain(picture.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter painter(&plain);
    painter.drawImage(0, 0, picture);
    return plain;
}

std::string encoded(const QImage &picture, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(picture) ? bytes.toStdString() : std::string();
}

std::int64_t mostBytes(const PortraitProfile &profile)
{
    return profile.strictBytes > 0 ? profile.strictBytes : profile.maxBytes;
}

/// Whether format, bytes and pixels are already those of the profile.
bool isWithin(const ImageFacts &facts, const PortraitProfile &profile)
{
    const bool isFormat =
        std::ranges::find(profile.formats, std::string(imageFormatId(facts.format))) != profile.formats.end();
    const auto isUpTo = [](std::int64_t value, std::int64_t most) { return most == 0 || value <= most; };
    return isFormat && facts.bytes >= profile.minBytes && isUpTo(facts.bytes, mostBytes(profile)) &&
           facts.widthPx >= profile.minWidthPx && isUpTo(facts.widthPx, profile.maxWidthPx) &&
           facts.heightPx >= profile.minHeightPx && isUpTo(facts.heightPx, profile.maxHeightPx);
}

/// As large as the profile and the picture allow; empty when it would have to be enlarged.
QSize sizeOf(QSize cut, const PortraitProfile &profile)
{
    const QSize most(profile.maxWidthPx > 0 ? profile.maxWidthPx : cut.width(),
                     profile.maxHeightPx > 0 ? profile.maxHeightPx : cut.height());
    const bool isTooLarge = cut.width() > most.width() || cut.height() > most.height();
    QSize size = isTooLarge ? cut.scaled(most, Qt::KeepAspectRatio) : cut;
    if (fixedRatio(profile) > 0 && isTooLarge)
        size = most;
    return size.width() < profile.minWidthPx || size.height() < profile.minHeightPx ? QSize() : size;
}

/// The best quality that is small enough; nothing is written when none is.
void encodeWithin(const QImage &picture, std::int64_t most, FittedPortrait &fitted)
{
    int low = leastQuality;
    int high = bestQuality;
    while (low <= high) {
        const int quality = (low + high + 1) / 2;
        std::string bytes = encoded(picture, "jpeg", quality);
        if (!bytes.empty() && (most <= 0 || std::int64_t(bytes.size()) <= most)) {
            fitted.bytes = std::move(bytes);
            fitted.quality = quality;
            low = quality + 1;
        } else {
            high = quality - 1;
        }
    }
}

Error refused(std::string_view why)
{
    return {ErrorCode::Refused, std::string(why)};
}

/// The part of a picture of 32 bits, in its place.
QImage partOf(const QImage &picture, const QRect &part)
{
    const uchar *first = picture.constScanLine(part.top()) + 4 * qsizetype(part.left());
    QImage view(first, part.width(), part.height(), picture.bytesPerLine(), QImage::Format_RGB32);
    setResolution(view);
    return view;
}

Result<FittedPortrait> written(const QImage &picture, FittedPortrait fitted, const PortraitProfile &profile)
{
    QSize size = sizeOf(fitted.cut.size(), profile);
    if (size.isEmpty())
        return refused("像素不够，须放大才能达到要求，附件不允许 / it would have to be enlarged, which is not allowed");
    const QImage cut = partOf(picture, fitted.cut);
    while (fitted.bytes.empty() && size.width() >= profile.minWidthPx && size.height() >= profile.minHeightPx &&
           !size.isEmpty()) {
        const QImage scaled =
            size == cut.size() ? cut : cut.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        encodeWithin(scaled, mostBytes(profile), fitted);
        fitted.size = size;
        size = QSize(int(size.width() * smallerStep), int(size.height() * smallerStep));
    }
    if (fitted.bytes.empty())
        return refused("在可以接受的画质下字节数仍超过要求 / too many bytes at any quality worth keeping");
    return fitted;
}

/// Why a copy would say something that the file does not; empty: it may be made.
std::string_view reasonAgainst(const PortraitReading &reading)
{
    const auto value = [&](PortraitMeasure measure) { return reading.value(measure).value_or(0); };
    if (value(PortraitMeasure::Oversize) > 0)
        return "打开照片要用的内存或时间过多，请先缩小或存成普通 JPG / "
               "opening the picture takes too much memory or time; make it smaller or save it as a plain JPG first";
    if (reading.facts.problem != ImageProblem::None || value(PortraitMeasure::DataFaults) > 0)
        return "照片不完整或已损坏，另存会掩盖这一点 / the picture is not whole, and a copy would hide it";
    if (value(PortraitMeasure::Frames) > 1)
        return "动态图片，不能代选其中一张 / an animation: which of its pictures is meant is not for us to say";
    if (value(PortraitMeasure::Cmyk) > 0)
        return "CMYK 颜色须先转成 RGB，转换不属于裁剪和缩放 / CMYK: converting colours is no cutting or scaling; make "
               "it RGB first";
    if (value(PortraitMeasure::Faces) > 1)
        return severalFaces;
    return {};
}

std::string_view reasonUnopened(ImageFormat format)
{
    if (format == ImageFormat::Heic || format == ImageFormat::Pdf)
        return "HEIC、AVIF 和 PDF 在这里打不开，请先另存为 JPG / "
               "HEIC, AVIF and PDF are not opened here; save it as JPG first";
    return "不是能打开的图片 / not a picture that can be opened";
}

/// Whether the pack wants the data looked at: pixels encoded anew would show no trace of it.
bool isDoubtful(const PortraitReading &reading, const Pack &pack, std::string_view profile)
{
    const auto isOfData = [](const Finding &finding) {
        const auto at = std::ranges::find(finding.evidence, "measure", &Evidence::key);
        const auto *measure = at == finding.evidence.end() ? nullptr : std::get_if<std::string>(&at->value);
        return measure && (*measure == measureInfo(PortraitMeasure::DataExtra).id ||
                           *measure == measureInfo(PortraitMeasure::DataStep).id);
    };
    return std::ranges::any_of(judgePortrait(reading, pack, profile), isOfData);
}

/// The picture with all its pixels, turned as `fitted` says.
Result<QImage> turnedPicture(std::string_view bytes, const PortraitReading &reading, const FittedPortrait &fitted)
{
    const std::int64_t copy = 4LL * reading.facts.widthPx * reading.facts.heightPx;
    const bool isCopied = fitted.turned != 0 || reading.facts.format == ImageFormat::Png; // turned, or laid over white
    auto decoded =
        decodeForScreen(bytes, {.maxPixels = mostPixels, .maxMemory = portraitRoom.memory - (isCopied ? copy : 0)});
    if (!decoded && decoded.error().code == ErrorCode::Refused)
        return refused("照片太大，无法在这里处理，请先缩小 / the picture is too large to be worked on here; make it "
                       "smaller first");
    if (!decoded)
        return decoded.error();
    QImage picture = plainPicture(std::move(*decoded));
    if (fitted.turned != 0)
        picture = picture.transformed(QTransform().rotate(fitted.turned));
    return picture;
}

/// What is read of a picture after it was turned; of the file it came from it keeps the facts.
PortraitReading readTurned(const QImage &picture, const PortraitReading &before, PortraitReader &reader)
{
    const QSize most = picture.size().scaled(portraitRoom.most, Qt::KeepAspectRatio);
    const bool isLarge = picture.width() > most.width();
    PortraitReading reading = reader.read(
        encoded(isLarge ? picture.scaled(most, Qt::IgnoreAspectRatio, Qt::SmoothTransformation) : picture, "png", -1));
    reading.facts = before.facts;
    return reading;
}

/// Nothing was to do to the picture: the file without what stands beside it.
FittedPortrait kept(std::string_view bytes, FittedPortrait fitted, QSize size)
{
    fitted.bytes = barePicture(bytes, BareKeep::Colours);
    if (fitted.bytes.empty())
        fitted.bytes = bytes;
    fitted.isBared = fitted.bytes != bytes;
    fitted.size = size;
    return fitted;
}

} // namespace

Result<FittedPortrait> fitPortrait(std::string_view bytes, PortraitReader &reader, const Pack &pack,
                                   std::string_view profile)
{
    const PortraitProfile *limits = pack.profile(profile);
    if (!limits)
        return Error{ErrorCode::NotFound, "fit: no such profile"};
    PortraitReading reading = reader.read(bytes);
    if (const std::string_view why = reasonAgainst(reading); !why.empty() && reading.facts.widthPx > 0)
        return refused(why);
    if (!reading.hasPixels)
        return Error{ErrorCode::Invalid, std::string(reasonUnopened(reading.facts.format))};
    const bool isTagged = reading.value(PortraitMeasure::ExifOrientation).value_or(1) > 1;
    const bool hasFace = reading.value(PortraitMeasure::Faces).value_or(0) > 0;
    const bool mayBeDamaged = isDoubtful(reading, pack, profile); // a turned reading knows nothing of the data
    FittedPortrait fitted;
    fitted.turned = int(reading.value(PortraitMeasure::FaceTurn).value_or(0));
    if (isTagged && !hasFace && fitted.turned == 0)
        return refused("带旋转标记而看不出人脸方向 / it asks to be turned, and no face says whether it should be");
    const auto picture = turnedPicture(bytes, reading, fitted);
    if (!picture)
        return picture.error();
    if (fitted.turned != 0)
        reading = readTurned(*picture, reading, reader);
    fitted.cut = portraitCut(picture->size(), reading, pack, *limits);
    const bool isCut = fitted.cut.size() != picture->size();
    if (reading.value(PortraitMeasure::Faces).value_or(0) > 1 || (isCut && reader.facesSeen(bytes, fitted.turned) > 1))
        return refused(severalFaces);
    fitted.isChanged = fitted.turned != 0 || isTagged || isCut || !isWithin(reading.facts, *limits);
    if (fitted.isChanged && mayBeDamaged)
        return refused(
            "照片数据可能有损坏，另存会掩盖这一点 / the picture's data may be damaged, and a copy would hide it");
    return fitted.isChanged ? written(*picture, std::move(fitted), *limits)
                            : kept(bytes, std::move(fitted), picture->size());
}

} // namespace zsb
