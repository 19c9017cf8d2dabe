#include "core/demo/drawportrait.h"

#include "core/demo/drawrandom.h"
#include "core/demo/portraitparts.h"

#include <QPainter>

#include <algorithm>

namespace zsb {

namespace {

constexpr QSizeF space(358, 441);

void paintPerson(QPainter &painter, const Face &face, const PortraitStyle &style)
{
    portrait::paintHairBehind(painter, face);
    portrait::paintBody(painter, face);
    portrait::paintSkin(painter, face, style);
    portrait::paintNose(painter, face);
    portrait::paintMouth(painter, face);
    portrait::paintEyes(painter, face, style.eyesClosed);
    portrait::paintHairInFront(painter, face, style);
    if (style.glasses)
        portrait::paintGlasses(painter, face);
    if (style.hat)
        portrait::paintHat(painter, face);
}

/// The grain of a sensor, a little less of it where the picture is white.
void addGrain(QImage &image, std::uint64_t seed)
{
    DrawRandom random(seed);
    for (int y = 0; y < image.height(); ++y) {
        QRgb *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::uint64_t bits = 0;
        for (int x = 0; x < image.width(); ++x) {
            bits = x % 16 == 0 ? random.next() : bits >> 4;
            const int noise = int(bits & 3U) + int(bits >> 2 & 3U) - 3;
            const auto grained = [noise](int value) {
                return value >= 250 ? value : std::clamp(value + noise, 0, 255);
            };
            line[x] = qRgb(grained(qRed(line[x])), grained(qGreen(line[x])), grained(qBlue(line[x])));
        }
    }
}

} // namespace

QImage drawPortrait(const Face &face, const PortraitStyle &style)
{
    QImage image(style.size, QImage::Format_RGB32);
    image.fill(style.background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = std::max(style.size.width() / space.width(), style.size.height() / space.height());
    painter.translate(style.size.width() / 2.0, style.size.height());
    painter.scale(scale, scale);
    painter.translate(space.width() * style.shift.x() / 100, space.height() * (style.shift.y() / 100 - 1));
    painter.translate(0, 230);
    painter.scale(style.headScale, style.headScale);
    painter.rotate(style.tiltDegrees);
    painter.translate(0, -230);
    paintPerson(painter, face, style);
    painter.end();
    addGrain(image, face.grain);
    return style.grey ? image.convertToFormat(QImage::Format_Grayscale8) : image;
}

} // namespace zsb
