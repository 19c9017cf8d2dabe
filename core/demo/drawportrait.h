#pragma once

#include "core/demo/drawface.h"

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QSize>

namespace zsb {

/// What annex 2 asks of a portrait, and each way to get it wrong. The default is a good one.
struct PortraitStyle
{
    QSize size = {358, 441};
    QColor background = {255, 255, 255}; ///< A2.1
    double tiltDegrees = 0;              ///< A2.3, clockwise
    double headScale = 1;                ///< A2.3
    QPointF shift = {};                  ///< A2.3, in hundredths of the picture
    bool eyesClosed = false;             ///< A2.3
    bool glasses = false;                ///< A2.4
    bool sideShadow = false;             ///< A2.5
    bool highlight = false;              ///< A2.5
    bool hairOverFace = false;           ///< A2.6
    bool hat = false;                    ///< A2.1
    bool grey = false;                   ///< A2.1
};

/// Head and shoulders of a made-up face, about two thirds of the picture (A2.3). The same arguments give the same
/// pixels on the same Qt. Any thread; needs no QGuiApplication.
[[nodiscard]] QImage drawPortrait(const Face &face, const PortraitStyle &style = {});

} // namespace zsb
