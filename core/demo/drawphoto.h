#pragma once

#include <QImage>
#include <QPointF>

namespace zsb {

/// What a camera and its owner do to a paper (A1.5.4); 0 degrees, full light and no glare leave it alone.
struct PhotoStyle
{
    double light = 1;  ///< 0 is black
    double warmth = 0; ///< of the lamp: 1 is very yellow
    double noise = 0;  ///< standard deviation of the sensor's, in grey levels
    double glare = 0;  ///< radius of a reflection, as a share of the width
    QPointF glareAt{0.5, 0.35};
    double lean = 0;        ///< degrees the paper lies askew, on a larger desk
    double perspective = 0; ///< by how much the far edge is shorter, as a share
    int turn = 0;           ///< quarter turns, degrees clockwise
    bool grey = false;
};

/// The same style, picture and seed give the same pixels.
[[nodiscard]] QImage photographed(const QImage &paper, const PhotoStyle &style, unsigned seed = 1);

} // namespace zsb
