#include "core/image/decode.h"

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
    const QByteArray format = decoderName(sniffImageFormat(bytes));
    if (format.isEmpty())
        return Error{ErrorCode::Invalid, "decode: not an image"};
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
    if (std::int64_t(stored.width()) * stored.height() > options.maxPixels)
        return Error{ErrorCode::Refused, "decode: too many pixels"};
    const bool turned = tagged && (reader.transformation() & QImageIOHandler::TransformationRotate90) != 0;
    const QSize target = fitted(stored, options.maxSize, turned);
    if (target != stored)
        reader.setScaledSize(target);
    QImage image = reader.read();
    if (image.isNull())
        return Error{ErrorCode::Invalid, "decode: " + reader.errorString().toStdString()};
    return image;
}

} // namespace zsb
