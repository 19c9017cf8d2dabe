#pragma once

#include "core/demo/drawportrait.h"

class QPainter;
class QPainterPath;

namespace zsb {

/// The layers of a portrait, from back to front. Every part paints in the same space: x = 0 is the middle of the face,
/// y runs from 0 (top of the picture) to 441, one unit is one pixel of the standard size.
namespace portrait {

[[nodiscard]] QColor skinColour(const Face &face);
[[nodiscard]] QPainterPath facePath(const Face &face);

void paintHairBehind(QPainter &painter, const Face &face);
void paintBody(QPainter &painter, const Face &face);
void paintSkin(QPainter &painter, const Face &face, const PortraitStyle &style);
void paintNose(QPainter &painter, const Face &face);
void paintMouth(QPainter &painter, const Face &face);
void paintEyes(QPainter &painter, const Face &face, bool closed);
void paintGlasses(QPainter &painter, const Face &face);
void paintHairInFront(QPainter &painter, const Face &face, const PortraitStyle &style);
void paintHat(QPainter &painter, const Face &face);

} // namespace portrait
} // namespace zsb
