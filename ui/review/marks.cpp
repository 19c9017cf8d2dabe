#include "ui/review/marks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace zsb {

namespace {

void paintCheck(QPainter &painter, const QRectF &b)
{
    painter.drawPolyline(QPolygonF{{b.left() + b.width() * 0.16, b.top() + b.height() * 0.54},
                                   {b.left() + b.width() * 0.40, b.top() + b.height() * 0.78},
                                   {b.left() + b.width() * 0.86, b.top() + b.height() * 0.24}});
}

void paintCross(QPainter &painter, const QRectF &b)
{
    const QRectF in = b.adjusted(b.width() * 0.22, b.height() * 0.22, -b.width() * 0.22, -b.height() * 0.22);
    painter.drawLine(in.topLeft(), in.bottomRight());
    painter.drawLine(in.topRight(), in.bottomLeft());
}

void paintTriangle(QPainter &painter, const QRectF &b)
{
    const qreal x = b.center().x();
    painter.drawPolygon(QPolygonF{{x, b.top() + b.height() * 0.12},
                                  {b.left() + b.width() * 0.94, b.top() + b.height() * 0.86},
                                  {b.left() + b.width() * 0.06, b.top() + b.height() * 0.86}});
    painter.drawLine(QPointF(x, b.top() + b.height() * 0.40), QPointF(x, b.top() + b.height() * 0.60));
    painter.drawPoint(QPointF(x, b.top() + b.height() * 0.74));
}

void paintInfo(QPainter &painter, const QRectF &b)
{
    const qreal x = b.center().x();
    painter.drawEllipse(b.center(), b.width() * 0.42, b.height() * 0.42);
    painter.drawLine(QPointF(x, b.top() + b.height() * 0.47), QPointF(x, b.top() + b.height() * 0.70));
    painter.drawPoint(QPointF(x, b.top() + b.height() * 0.31));
}

void paintQuestion(QPainter &painter, const QRectF &b)
{
    QPainterPath hook(QPointF(b.left() + b.width() * 0.28, b.top() + b.height() * 0.34));
    hook.cubicTo(b.left() + b.width() * 0.28, b.top() + b.height() * 0.02, b.left() + b.width() * 0.76,
                 b.top() + b.height() * 0.06, b.left() + b.width() * 0.72, b.top() + b.height() * 0.36);
    hook.quadTo(b.left() + b.width() * 0.70, b.top() + b.height() * 0.50, b.center().x(), b.top() + b.height() * 0.64);
    painter.drawPath(hook);
    painter.drawPoint(QPointF(b.center().x(), b.top() + b.height() * 0.88));
}

} // namespace

void paintMark(QPainter &painter, const QRectF &box, Tone tone, const QColor &color)
{
    const qreal side = std::min(box.width(), box.height());
    const QRectF b(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, std::max(1.4, side * 0.12), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (tone) {
    case Tone::Ok:
        paintCheck(painter, b);
        break;
    case Tone::Error:
        paintCross(painter, b);
        break;
    case Tone::Warning:
        paintTriangle(painter, b);
        break;
    case Tone::Doubt:
        paintQuestion(painter, b);
        break;
    case Tone::Info:
        paintInfo(painter, b);
        break;
    case Tone::Neutral:
        painter.setBrush(color);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(b.center(), side * 0.2, side * 0.2);
        break;
    }
    painter.restore();
}

} // namespace zsb
