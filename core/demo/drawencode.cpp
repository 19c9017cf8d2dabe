#include "core/demo/drawencode.h"

#include "core/demo/drawrandom.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zsb {

namespace {

constexpr double mostTurned = 0.7;  ///< degrees
constexpr double mostNearer = 0.03; ///< of either side: how far a sheet may seem away

/// How much smaller a picture turned by so many degrees must be to lie within what it was.
double insideWhenTurned(const QSize &size, double degrees)
{
    const double turn = std::abs(degrees) * std::numbers::pi / 180;
    const double w = size.width();
    const double h = size.height();
    return std::min(w / (w * std::cos(turn) + h * std::sin(turn)), h / (h * std::cos(turn) + w * std::sin(turn)));
}

Result<std::string> encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (!writer.write(image))
        return Error{ErrorCode::Internal, "encode: " + writer.errorString().toStdString()};
    return bytes.toStdString();
}

} // namespace

Result<std::string> encodeJpeg(const QImage &image, std::int64_t maxBytes, int quality)
{
    for (; quality > 0; quality -= quality > 20 ? 8 : 4) {
        Result<std::string> bytes = encoded(image, "jpeg", quality);
        if (!bytes || std::int64_t(bytes->size()) <= maxBytes)
            return bytes;
    }
    return Error{ErrorCode::Refused, "encode: no quality fits"};
}

Result<std::string> encodePng(const QImage &image)
{
    return encoded(image, "png", 80);
}

QImage blurred(const QImage &image, int factor)
{
    const QSize small(std::max(1, image.width() / factor), std::max(1, image.height() / factor));
    return image.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage dimmed(const QImage &image, double light)
{
    QImage dark = image.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&dark);
    painter.fillRect(dark.rect(), QColor(0, 0, 0, int(255 * (1 - light))));
    return dark;
}

QImage photographed(const QImage &image, std::uint64_t seed)
{
    DrawRandom random(seed);
    QImage lit(image.size(), QImage::Format_RGB32);
    lit.fill(image.pixelColor(0, 0)); // the desk
    QPainter painter(&lit);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPointF middle = QRectF(image.rect()).center();
    const double side = random.between(1 - mostNearer, 1);
    const double turned = random.between(-mostTurned, mostTurned);
    const double fitting = insideWhenTurned(image.size(), turned); // the whole page is in the picture
    painter.translate(middle);
    painter.rotate(turned);
    painter.scale(side * fitting, random.between(1 - mostNearer, 1) * fitting);
    painter.drawImage(-middle, image);
    painter.resetTransform();
    const QPointF lamp{image.width() * random.between(-0.2, 1.2), image.height() * random.between(-0.2, 1.2)};
    QRadialGradient light(lamp, std::hypot(image.width(), image.height()) * random.between(0.7, 1.1));
    light.setColorAt(0, Qt::white);
    light.setColorAt(1, QColor(222, 222, 222));
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.fillRect(lit.rect(), light);
    return lit;
}

} // namespace zsb
