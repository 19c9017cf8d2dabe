#include "core/image/decode.h"

#include "core/image/barepicture.h"
#include "core/image/decodecost.h"
#include "core/image/inspect.h"

#include <QBuffer>
#include <QImageReader>

namespace zsb {

namespace {

/// The stored size scaled down into the space there is; the space lies on its side when the picture will be turned.
QSize fitted(QSize stored, QSize space, bool turned)
{
    if (space.isEmpty())
        return stored;
    if (turned)
        space.transpose();
    if (stored.width() <= space.width() && stored.height() <= space.height())
        return stored;
    return stored.scaled(space, Qt::KeepAspectRatio).expandedTo({1, 1});
}

constexpr int mostScans = 100; ///< a picture comes in some ten; each costs as much as decoding it
constexpr std::int64_t mostBeside = 1 << 20;

/// Qt's decoders unpack and keep every text and tag: some bytes of a PNG's become megabytes, and a JPEG's four times
/// as many.
bool mustBeBare(ImageFormat format, const ImageWalk &walk, std::size_t size)
{
    if (format == ImageFormat::Png)
        return walk.besidePicture > 0 || walk.problem != ImageProblem::None;
    if (format == ImageFormat::Jpeg)
        return walk.besidePicture > mostBeside ||
               (walk.problem == ImageProblem::Damaged && size > std::size_t(mostBeside));
    return false;
}

/// Qt's name of a format; only what was sniffed is ever handed to a decoder.
QByteArray decoderName(ImageFormat format)
{
    if (format == ImageFormat::Unknown || format == ImageFormat::Pdf || format == ImageFormat::Heic)
        return {};
    return QByteArray::fromStdString(std::string(imageFormatId(format)));
}

} // namespace

Result<QImage> decodeForScreen(std::string_view bytes, const DecodeOptions &options)
{
    const ImageFormat kind = sniffImageFormat(bytes);
    const QByteArray format = decoderName(kind);
    if (format.isEmpty())
        return Error{ErrorCode::Invalid, "decode: not an image"};
    const ImageWalk walk = walkImage(bytes);
    if (walk.scans > mostScans)
        return Error{ErrorCode::Refused, "decode: too many passes"};
    if (std::int64_t(walk.widthPx) * walk.heightPx > options.maxPixels) // some decoders would call it broken
        return Error{ErrorCode::Refused, "decode: too many pixels"};
    std::string bare;
    std::size_t held = bytes.size();
    if (mustBeBare(kind, walk, bytes.size())) {
        bytes = bare = barePicture(bytes, BareKeep::Turn);
        held += bare.size();
    }
    const QByteArray data = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    const bool tagged = options.orientation == Orientation::AsTagged;
    reader.setAutoTransform(tagged);
    const QSize stored = reader.size();
    if (!stored.isValid() || stored.isEmpty())
        return Error{ErrorCode::Invalid, "decode: " + reader.errorString().toStdString()};
    const bool turned = tagged && (reader.transformation() & QImageIOHandler::TransformationRotate90) != 0;
    const QSize target = fitted(stored, options.maxSize, turned);
    if (std::int64_t(stored.width()) * stored.height() > options.maxPixels)
        return Error{ErrorCode::Refused, "decode: too many pixels"};
    if (decodeCost(kind, walk, stored, target) + std::int64_t(held) > options.maxMemory)
        return Error{ErrorCode::Refused, "decode: too much memory"};
    if (target != stored)
        reader.setScaledSize(target);
    QImage image = reader.read();
    if (image.isNull())
        return Error{ErrorCode::Invalid, "decode: " + reader.errorString().toStdString()};
    return image;
}

std::int64_t decodeMemory(std::string_view bytes, const DecodeOptions &options)
{
    const ImageFormat format = sniffImageFormat(bytes);
    const ImageWalk walk = walkImage(bytes);
    if (walk.problem == ImageProblem::Damaged)
        return options.maxMemory; // a decoder may see more in it than the walk
    const QSize stored(walk.widthPx, walk.heightPx);
    if (stored.isEmpty())
        return 0;
    if (std::int64_t(stored.width()) * stored.height() > options.maxPixels) // is refused
        return std::min(options.maxMemory, std::int64_t(bytes.size()));
    const std::int64_t copies = mustBeBare(format, walk, bytes.size()) ? 2 : 1;
    const std::int64_t cost = decodeCost(format, walk, stored, fitted(stored, options.maxSize, false));
    return std::min(options.maxMemory, cost + copies * std::int64_t(bytes.size()));
}

QSize decodedSize(std::string_view bytes, const DecodeOptions &options)
{
    const ImageWalk walk = walkImage(bytes);
    const QSize stored(walk.widthPx, walk.heightPx);
    return stored.isEmpty() ? QSize(0, 0) : fitted(stored, options.maxSize, false);
}

} // namespace zsb
