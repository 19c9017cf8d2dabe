#pragma once

#include "core/image/portraitoverlay.h"

#include <QImage>
#include <QRectF>

class QPainter;

namespace zsb {

class Theme;

/// Draws what was measured over a portrait that fills `picture`: head box, eye line, middle line and thirds; with
/// `all` also how far the wall is from white, and highlights. Lines have a light edge, so that they show on any
/// picture.
void paintPortraitGuides(QPainter &painter, const QRectF &picture, const PortraitReading *reading, const Theme &theme);
void paintPortraitMap(QPainter &painter, const QRectF &picture, const PortraitOverlay &overlay, const Theme &theme);

/// Both on a transparent picture, to be laid over one of that size.
[[nodiscard]] QImage portraitLayer(const QSize &size, const PortraitReading &reading, const PortraitOverlay &overlay,
                                   const Theme &theme);

} // namespace zsb
