#include "app/check/portraitoverlay.h"

#include "app/check/pictureoverlay.h"

namespace zsb {
namespace {

void drawGuides(QPainter &painter, const PortraitGuides &guides, const QSize &size)
{
    const double width = size.width();
    const double height = size.height();
    painter.setPen(QPen(QColor(0, 110, 200), 1, Qt::DashLine));
    for (const double row : {guides.crown, guides.chin})
        painter.drawLine(QPointF(0, row * height), QPointF(width, row * height));
    painter.setPen(QPen(QColor(0, 150, 90), 1));
    painter.drawLine(QPointF(guides.leftEye.x * width, guides.leftEye.y * height),
                     QPointF(guides.rightEye.x * width, guides.rightEye.y * height));
    painter.setPen(QPen(QColor(120, 120, 120), 1, Qt::DotLine));
    painter.drawLine(QPointF(0, height / 3), QPointF(width, height / 3));
    painter.drawLine(QPointF(0, height * 2 / 3), QPointF(width, height * 2 / 3));
}

} // namespace

Done writePortraitOverlay(const JudgedPortrait &portrait, const QString &path)
{
    return writePictureOverlay(portrait, path, [&](QPainter &painter, const QSize &size) {
        if (portrait.reading.guides)
            drawGuides(painter, *portrait.reading.guides, size);
    });
}

} // namespace zsb
