#pragma once

#include <QColor>
#include <QList>
#include <QPainterPath>
#include <QPointF>

class QPainter;

namespace zsb {

[[nodiscard]] QColor mixed(const QColor &from, const QColor &to, double share);
[[nodiscard]] QColor faded(QColor colour, double opacity);

/// A smooth curve through the points (Catmull–Rom).
[[nodiscard]] QPainterPath curveThrough(const QList<QPointF> &points);
/// The closed smooth outline of a right half, from top to bottom, and its mirror image at x = 0.
[[nodiscard]] QPainterPath mirroredOutline(const QList<QPointF> &rightHalf);

/// A soft round spot, strongest in its middle, nothing at its edge.
void paintGlow(QPainter &painter, QPointF centre, double radiusX, double radiusY, const QColor &colour);

} // namespace zsb
