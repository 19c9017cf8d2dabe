#include "core/demo/drawphoto.h"

#include "core/demo/drawencode.h"
#include "core/demo/drawrandom.h"
#include "core/demo/drawtools.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

/// The picture on a larger desk, leaning and getting smaller towards its upper edge.
QImage laidAskew(const QImage &paper, const PhotoStyle &style)
{
    const double width = paper.width();
    const double height = paper.height();
    const double in = style.perspective * width / 2;
    QTransform view;
    const QPolygonF flat({{0, 0}, {width, 0}, {width, height}, {0, height}});
    const QPolygonF seen({{in, in}, {width - in, in}, {width, height}, {0, height}});
    if (!QTransform::quadToQuad(flat, seen, view))
        return paper;
    const double margin = 0.06 * width;
    QImage desk(int(width + 2 * margin), int(height + 2 * margin), QImage::Format_RGB32);
    desk.fill(paper.pixelColor(0, 0));
    QPainter painter(&desk);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QTransform lean;
    lean.translate(desk.width() / 2.0, desk.height() / 2.0);
    lean.rotate(style.lean);
    lean.translate(-width / 2, -height / 2);
    painter.setTransform(view * lean);
    painter.drawImage(0, 0, paper);
    painter.end();
    return desk;
}

int channel(double value)
{
    return int(std::clamp(value, 0.0, 255.0));
}

/// Lamp and sensor: warm light takes blue away, noise is the same in every channel.
void expose(QImage &image, const PhotoStyle &style, unsigned seed)
{
    DrawRandom random(seed);
    const double red = style.light;
    const double green = style.light * (1 - 0.12 * style.warmth);
    const double blue = style.light * (1 - 0.4 * style.warmth);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double grain = style.noise > 0 ? style.noise * (random.between(-1.7, 1.7)) : 0;
            line[x] = qRgb(channel(qRed(line[x]) * red + grain), channel(qGreen(line[x]) * green + grain),
                           channel(qBlue(line[x]) * blue + grain));
        }
    }
}

} // namespace

QImage photographed(const QImage &paper, const PhotoStyle &style, unsigned seed)
{
    QImage image = paper.convertToFormat(QImage::Format_RGB32);
    if (style.lean != 0 || style.perspective != 0)
        image = laidAskew(image, style);
    if (style.light != 1 || style.warmth != 0 || style.noise != 0)
        expose(image, style, seed);
    if (style.glare > 0) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF at(style.glareAt.x() * image.width(), style.glareAt.y() * image.height());
        const double radius = style.glare * image.width();
        paintGlow(painter, at, radius, radius, Qt::white);
        painter.setBrush(Qt::white);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(at, radius / 2, radius / 3);
    }
    if (style.turn != 0)
        image = image.transformed(QTransform().rotate(style.turn));
    return style.grey ? image.convertToFormat(QImage::Format_Grayscale8) : image;
}

} // namespace zsb
