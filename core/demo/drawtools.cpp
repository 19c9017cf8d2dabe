#include "core/demo/drawtools.h"

#include <QPainter>
#include <QRadialGradient>

#include <cmath>

namespace zsb {

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

QPainterPath curveThrough(const QList<QPointF> &points)
{
    QPainterPath path(points.front());
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF before = points[i == 0 ? 0 : i - 1];
        const QPointF after = points[i + 2 < points.size() ? i + 2 : i + 1];
        path.cubicTo(points[i] + (points[i + 1] - before) / 6, points[i + 1] - (after - points[i]) / 6, points[i + 1]);
    }
    return path;
}

QPainterPath mirroredOutline(const QList<QPointF> &rightHalf)
{
    QList<QPointF> points = rightHalf;
    for (qsizetype i = rightHalf.size() - 1; i >= 0; --i) {
        if (rightHalf[i].x() != 0)
            points.append({-rightHalf[i].x(), rightHalf[i].y()});
    }
    if (points.front() != points.back())
        points.append(points.front());
    QPainterPath path = curveThrough(points);
    path.closeSubpath();
    return path;
}

void paintGlow(QPainter &painter, QPointF centre, double radiusX, double radiusY, const QColor &colour)
{
    QRadialGradient gradient(0, 0, 1);
    gradient.setColorAt(0, colour);
    gradient.setColorAt(0.5, faded(colour, colour.alphaF() * 0.45));
    gradient.setColorAt(1, faded(colour, 0));
    painter.save();
    painter.translate(centre);
    painter.scale(radiusX, radiusY);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawEllipse(QPointF(0, 0), 1, 1);
    painter.restore();
}

} // namespace zsb
