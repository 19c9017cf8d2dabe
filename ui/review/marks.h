#pragma once

#include "ui/models/tone.h"

#include <QRectF>

class QColor;
class QPainter;

namespace zsb {

/// Draws the sign of a tone as lines (a check, a cross, a triangle, an i, a dot), so that it looks the same with every
/// font and is told apart without colour.
void paintMark(QPainter &painter, const QRectF &box, Tone tone, const QColor &color);

} // namespace zsb
