#include "ui/review/portraitpaint.h"

#include "ui/review/portraitpane.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace zsb {

namespace {

constexpr int whiteEnough = 4;       ///< ΔE nobody sees
constexpr int strongest = 40;        ///< ΔE from which the map is no deeper
constexpr int mostAlpha = 110;       // the wall's own colour has to be seen
constexpr double labelledFrom = 300; ///< px of picture: in a smaller one words would hide what they tell of

struct Placed
{
    const QRectF &picture;

    [[nodiscard]] QPointF at(double x, double y) const
    {
        return {picture.left() + x * picture.width(), picture.top() + y * picture.height()};
    }
    [[nodiscard]] QRectF box(const ShareBox &share) const
    {
        return {at(share.left, share.top), QSizeF(share.width * picture.width(), share.height * picture.height())};
    }
};

QColor lineColor(const Theme &theme)
{
    return theme.tokens().dark ? QColor(0x0b, 0x57, 0xd0) : theme.tokens().accent;
}

/// Twice: a light edge first.
template<typename Draw>
void outlined(QPainter &painter, const QColor &color, double width, Qt::PenStyle style, const Draw &draw)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 170), width + 2));
    draw();
    painter.setPen(QPen(color, width, style));
    draw();
}

double lineWidth(const QRectF &picture)
{
    return std::max(1.0, picture.height() / 300);
}

/// Says what a ring means, beside it.
void paintRingLabel(QPainter &painter, const QRectF &picture, const QRectF &ring, const Theme &theme)
{
    QFont font = painter.font();
    font.setPixelSize(int(picture.height() / 30));
    painter.setFont(font);
    const QString words = PortraitPane::tr("偏亮");
    const QSizeF size = painter.fontMetrics().boundingRect(words).size() + QSizeF(font.pixelSize(), 4);
    QRectF place({ring.center().x() - size.width() / 2, ring.bottom() + 2}, size);
    place.moveRight(std::min(place.right(), picture.right()));
    place.moveLeft(std::max(place.left(), picture.left()));
    painter.fillRect(place, theme.tokens().surface);
    painter.setPen(theme.color(Tone::Warning));
    painter.drawText(place, Qt::AlignCenter, words);
}

} // namespace

void paintPortraitGuides(QPainter &painter, const QRectF &picture, const PortraitReading *reading, const Theme &theme)
{
    const Placed place{picture};
    const double width = lineWidth(picture);
    QColor line = lineColor(theme);
    line.setAlpha(170);
    painter.setPen(QPen(line, width, Qt::DashLine));
    painter.drawLine(place.at(0.5, 0), place.at(0.5, 1));
    for (const double third : {1.0 / 3, 2.0 / 3})
        painter.drawLine(place.at(0, third), place.at(1, third));
    if (!reading)
        return;
    if (const auto &head = reading->region(PortraitRegion::Head))
        outlined(painter, lineColor(theme), width, Qt::SolidLine, [&] { painter.drawRect(place.box(*head)); });
    if (reading->guides) {
        const PortraitGuides &guides = *reading->guides;
        outlined(painter, theme.color(Tone::Ok), width * 1.5, Qt::SolidLine, [&] {
            painter.drawLine(place.at(guides.leftEye.x, guides.leftEye.y),
                             place.at(guides.rightEye.x, guides.rightEye.y));
        });
    }
}

void paintPortraitMap(QPainter &painter, const QRectF &picture, const PortraitOverlay &overlay, const Theme &theme)
{
    if (overlay.columns > 0) {
        QImage map(overlay.columns, overlay.rows, QImage::Format_ARGB32);
        const QColor far = theme.color(Tone::Error);
        for (int y = 0; y < overlay.rows; ++y) {
            for (int x = 0; x < overlay.columns; ++x) {
                const int difference = overlay.wallAt(x, y);
                const int alpha =
                    difference <= whiteEnough ? 0 : std::min(strongest, difference) * mostAlpha / strongest;
                map.setPixelColor(x, y, QColor(far.red(), far.green(), far.blue(), alpha));
            }
        }
        painter.drawImage(picture, map);
    }
    const Placed place{picture};
    for (const ShareBox &spot : overlay.spots) {
        const double out = picture.height() / 80;
        const QRectF around = place.box(spot).adjusted(-out, -out, out, out);
        outlined(painter, theme.color(Tone::Warning), lineWidth(picture) * 1.5, Qt::SolidLine,
                 [&] { painter.drawEllipse(around); });
        if (picture.height() >= labelledFrom)
            paintRingLabel(painter, picture, around, theme);
    }
}

QImage portraitLayer(const QSize &size, const PortraitReading &reading, const PortraitOverlay &overlay,
                     const Theme &theme)
{
    QImage layer(size, QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    QPainter painter(&layer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF all(0, 0, size.width(), size.height());
    paintPortraitMap(painter, all, overlay, theme);
    paintPortraitGuides(painter, all, &reading, theme);
    return layer;
}

} // namespace zsb
