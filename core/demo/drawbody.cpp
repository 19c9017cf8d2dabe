#include "core/demo/drawtools.h"
#include "core/demo/portraitparts.h"

#include <QLinearGradient>
#include <QPainter>

namespace zsb::portrait {

namespace {

/// Shoulders and chest; reaches far below the picture so that a tilted or small figure is not cut off.
QPainterPath torsoPath(const Face &face, double neck, double top)
{
    const double s = face.shoulders;
    return mirroredOutline({{0, top + 16},
                            {neck * 0.7, top + 8},
                            {neck + 8, top - 4},
                            {neck + 34, top + 14},
                            {128 * s, top + 42},
                            {166 * s, top + 62},
                            {190 * s, top + 104},
                            {214 * s, top + 190},
                            {222 * s, top + 330},
                            {0, top + 340}});
}

QLinearGradient neckLight(const Face &face, double half)
{
    const QColor skin = skinColour(face);
    QLinearGradient light(-half - 6, 0, half + 6, 0);
    light.setColorAt(0, skin.darker(138));
    light.setColorAt(0.28, skin.darker(112));
    light.setColorAt(0.6, skin.darker(108));
    light.setColorAt(1, skin.darker(145));
    return light;
}

void paintNeck(QPainter &painter, const Face &face, double half)
{
    const QPainterPath neck = mirroredOutline(
        {{0, 262}, {half, 268}, {half - 2, 306}, {half, 332}, {half + 3, 350}, {half * 0.72, 364}, {0, 376}});
    painter.fillPath(neck, neckLight(face, half));
    const QColor shade = mixed(skinColour(face).darker(190), QColor(120, 60, 44), 0.25);
    painter.save();
    painter.setClipPath(neck);
    paintGlow(painter, {0, 318}, half + 34, 36, faded(shade, 0.8));
    paintGlow(painter, {-15, 358}, 9, 44, faded(shade, 0.2));
    paintGlow(painter, {15, 358}, 9, 44, faded(shade, 0.2));
    painter.restore();
}

void paintCloth(QPainter &painter, const Face &face, const QPainterPath &torso)
{
    QLinearGradient light(-170, 350, 190, 460);
    light.setColorAt(0, face.cloth.lighter(112));
    light.setColorAt(0.45, face.cloth);
    light.setColorAt(1, face.cloth.darker(128));
    painter.fillPath(torso, light);
    painter.save();
    painter.setClipPath(torso);
    const QColor fold = face.cloth.darker(170);
    paintGlow(painter, {-150, 436}, 34, 60, faded(fold, 0.5));
    paintGlow(painter, {150, 436}, 34, 60, faded(fold, 0.5));
    paintGlow(painter, {-92, 398}, 70, 12, faded(face.cloth.lighter(140), 0.3));
    paintGlow(painter, {70, 420}, 12, 60, faded(fold, 0.3));
    painter.restore();
}

QPainterPath roundEdge(double neck, double top)
{
    return curveThrough(
        {{-neck - 9, top - 4}, {-neck * 0.86, top + 22}, {0, top + 40}, {neck * 0.86, top + 22}, {neck + 9, top - 4}});
}

void paintRoundCollar(QPainter &painter, const Face &face, double neck, double top)
{
    const QPainterPath edge = roundEdge(neck, top);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(face.cloth.darker(135), 11, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(edge);
    painter.setPen(QPen(face.cloth.lighter(118), 7, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(edge);
}

/// The opening at the neck: skin or an inner garment seen between the two sides of a collar.
void paintOpening(QPainter &painter, const QBrush &brush, double neck, double top, double depth)
{
    QPainterPath opening(QPointF(-neck - 8, top - 6));
    opening.quadTo(QPointF(-neck * 0.5, top + depth * 0.55), QPointF(0, top + depth));
    opening.quadTo(QPointF(neck * 0.5, top + depth * 0.55), QPointF(neck + 8, top - 6));
    opening.closeSubpath();
    painter.fillPath(opening, brush);
}

/// What is seen under the neck, from the outside in.
void paintOpenings(QPainter &painter, const Face &face, double neck, double top)
{
    const QLinearGradient skin = neckLight(face, neck);
    switch (face.collar) {
    case Collar::Round:
        return painter.fillPath(roundEdge(neck, top), skin);
    case Collar::Shirt:
        return paintOpening(painter, skin, neck, top, 46);
    case Collar::Jacket:
        paintOpening(painter, face.innerCloth, neck, top, 110);
        return paintOpening(painter, skin, neck, top, 34);
    case Collar::Stand:
        return paintOpening(painter, face.cloth.darker(130), neck, top, 26);
    }
}

void paintLapel(QPainter &painter, const QColor &colour, double neck, double top, double width, double depth)
{
    for (const int side : {-1, 1}) {
        QPainterPath lapel(QPointF(side * (neck + 2), top - 14));
        lapel.quadTo(QPointF(side * (neck * 0.62), top + depth * 0.5), QPointF(side * 2, top + depth));
        lapel.lineTo(QPointF(side * (width * 0.62), top + depth * 0.94));
        lapel.lineTo(QPointF(side * (neck + width * 0.66), top + depth * 0.32));
        lapel.quadTo(QPointF(side * (neck + 16), top), QPointF(side * (neck + 2), top - 14));
        painter.setPen(QPen(colour.darker(150), 1.4));
        painter.setBrush(side < 0 ? colour.lighter(112) : colour);
        painter.drawPath(lapel);
    }
}

void paintButtons(QPainter &painter, const Face &face, double top)
{
    painter.setPen(QPen(face.cloth.darker(145), 1.6));
    painter.drawLine(QPointF(1, top), QPointF(3, top + 150));
    painter.setPen(Qt::NoPen);
    painter.setBrush(face.cloth.lighter(150));
    painter.drawEllipse(QPointF(5, top + 22), 3.2, 3.2);
}

void paintCollar(QPainter &painter, const Face &face, double neck, double top)
{
    switch (face.collar) {
    case Collar::Round:
        paintRoundCollar(painter, face, neck, top);
        break;
    case Collar::Shirt:
        paintButtons(painter, face, top + 42);
        paintLapel(painter, face.cloth.lighter(108), neck, top, 34, 44);
        break;
    case Collar::Jacket:
        paintLapel(painter, face.innerCloth.darker(104), neck, top, 22, 34);
        paintLapel(painter, face.cloth.lighter(108), neck + 6, top + 2, 40, 110);
        break;
    case Collar::Stand:
        painter.setPen(QPen(face.cloth.lighter(116), 17, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(curveThrough({{-neck - 5, top - 12},
                                       {-neck * 0.7, top + 13},
                                       {0, top + 22},
                                       {neck * 0.7, top + 13},
                                       {neck + 5, top - 12}}));
        painter.setPen(QPen(face.cloth.darker(150), 1.6));
        painter.drawLine(QPointF(0, top + 14), QPointF(0, top + 150));
        break;
    }
}

} // namespace

void paintBody(QPainter &painter, const Face &face)
{
    const double neck = face.sex == FaceSex::Female ? 41 : 52;
    const double top = 352;
    painter.setPen(Qt::NoPen);
    paintCloth(painter, face, torsoPath(face, neck, top));
    paintOpenings(painter, face, neck, top);
    paintNeck(painter, face, neck);
    paintCollar(painter, face, neck, top);
}

} // namespace zsb::portrait
