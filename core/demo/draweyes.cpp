#include "core/demo/drawrandom.h"
#include "core/demo/drawtools.h"
#include "core/demo/portraitparts.h"

#include <QPainter>
#include <QRadialGradient>

namespace zsb::portrait {

namespace {

/// One eye in its own space: origin in its middle, +x towards the temple.
struct EyeShape
{
    QPainterPath opening;
    QPainterPath upperLid;
    QPainterPath crease;
    QPainterPath lowerLid;
};

EyeShape eyeShape(const Face &face)
{
    const double half = 17.5 * face.eyeSize;
    const double high = 7.2 * face.eyeSize * face.eyeOpen;
    const double low = 5.0 * face.eyeSize * face.eyeOpen;
    const QPointF inner(-half, 2.4);
    const QPointF outer(half, -face.eyeSlant);
    EyeShape shape;
    shape.upperLid.moveTo(inner);
    shape.upperLid.cubicTo({-half * 0.55, -high * 1.05}, {half * 0.35, -high * 1.35}, outer);
    shape.lowerLid.moveTo(inner);
    shape.lowerLid.cubicTo({-half * 0.4, low * 1.1}, {half * 0.5, low * 1.25}, outer);
    shape.opening = shape.upperLid;
    shape.opening.cubicTo({half * 0.5, low * 1.25}, {-half * 0.4, low * 1.1}, inner);
    const double lift = 5.2;
    shape.crease.moveTo(inner + QPointF(2, -lift * 0.75));
    shape.crease.cubicTo({-half * 0.5, -high * 1.1 - lift}, {half * 0.4, -high * 1.35 - lift},
                         outer + QPointF(3, -lift * 0.6));
    return shape;
}

void paintIris(QPainter &painter, const Face &face)
{
    const double radius = 7.6 * face.eyeSize;
    const QPointF middle(-0.3, -0.9);
    QRadialGradient iris(middle, radius);
    iris.setColorAt(0, QColor(26, 16, 12));
    iris.setColorAt(0.42, QColor(48, 30, 20));
    iris.setColorAt(0.8, QColor(74, 48, 32));
    iris.setColorAt(1, QColor(34, 22, 18));
    painter.setBrush(iris);
    painter.drawEllipse(middle, radius, radius);
    painter.setBrush(QColor(12, 8, 8));
    painter.drawEllipse(middle, radius * 0.42, radius * 0.42);
    paintGlow(painter, {0, 3.2}, 4.5, 2.6, QColor(120, 84, 58, 110));
}

void paintOpenEye(QPainter &painter, const Face &face, const EyeShape &shape)
{
    QLinearGradient white(0, -8, 0, 6);
    white.setColorAt(0, QColor(196, 186, 182));
    white.setColorAt(0.45, QColor(240, 236, 232));
    white.setColorAt(1, QColor(232, 222, 217));
    painter.fillPath(shape.opening, white);
    painter.save();
    painter.setClipPath(shape.opening);
    painter.setPen(Qt::NoPen);
    paintIris(painter, face);
    paintGlow(painter, {-16 * face.eyeSize, 2.4}, 5, 4, QColor(206, 120, 110, 150));
    paintGlow(painter, {0, -8}, 20, 5.5, QColor(40, 22, 18, 120));
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 235));
    painter.drawEllipse(QPointF(-2.6, -3.6), 1.7, 1.7);
}

void paintLids(QPainter &painter, const Face &face, const EyeShape &shape)
{
    const QColor lash(30, 20, 18);
    const QColor fold = mixed(skinColour(face).darker(190), QColor(110, 50, 40), 0.3);
    const bool female = face.sex == FaceSex::Female;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(lash, 0.35), 4.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(shape.upperLid);
    painter.setPen(QPen(faded(lash, 0.92), female ? 2.7 : 2.1, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(shape.upperLid);
    painter.setPen(QPen(faded(fold, 0.55), 1.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(shape.lowerLid);
    painter.setPen(
        QPen(faded(fold, face.doubleLid ? 0.62 : 0.22), face.doubleLid ? 1.5 : 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(shape.crease);
    if (female) {
        painter.setPen(QPen(faded(lash, 0.75), 1.1, Qt::SolidLine, Qt::RoundCap));
        for (double t = 0.45; t <= 1.0; t += 0.09) {
            const QPointF root = shape.upperLid.pointAtPercent(t);
            painter.drawLine(root, root + QPointF(1.2 + 3.4 * (t - 0.4), -2.4 - 1.2 * t));
        }
    }
}

void paintClosedEye(QPainter &painter, const EyeShape &shape)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(36, 24, 20), 2.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(shape.lowerLid);
}

void paintBrow(QPainter &painter, const Face &face, DrawRandom &random)
{
    const double thick = 8.6 * face.browThick;
    const double arch = 4.5 * face.browArch;
    const QColor colour = mixed(face.hairColour, QColor(60, 44, 36), 0.35);
    QPainterPath brow(QPointF(-20, thick * 0.55));
    brow.cubicTo({-8, -arch * 0.5}, {8, -arch * 1.5}, {28, 1.5});
    brow.cubicTo({12, -arch * 0.6 + thick * 0.42}, {-2, thick * 0.65}, {-20, thick * 0.55 + thick * 0.55});
    brow.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.fillPath(brow, faded(colour, face.sex == FaceSex::Female ? 0.5 : 0.58));
    painter.setPen(QPen(faded(colour, 0.55), 1.05, Qt::SolidLine, Qt::RoundCap));
    for (int i = 0; i < 34; ++i) {
        const double t = random.between(0, 1);
        const double x = -21 + 46 * t;
        const double middle = thick * 0.75 * (1 - t) - arch * 2.2 * t * (1 - t) * 1.4 + 1.2 * t;
        const QPointF root(x, middle + random.between(-0.42, 0.42) * thick * (1.05 - 0.75 * t));
        painter.drawLine(root, root + QPointF(4.5 + 2 * t, -3.4 * (1 - t) + 1.2 * t));
    }
}

} // namespace

void paintEyes(QPainter &painter, const Face &face, bool closed)
{
    const EyeShape shape = eyeShape(face);
    DrawRandom random(face.grain + 1);
    for (const int side : {-1, 1}) {
        painter.save();
        painter.translate(side * (38.5 + face.eyeGap), 187);
        painter.scale(side, 1);
        if (closed)
            paintClosedEye(painter, shape);
        else {
            paintOpenEye(painter, face, shape);
            paintLids(painter, face, shape);
        }
        painter.translate(-1, -27 + (face.browArch - 1) * 2);
        paintBrow(painter, face, random);
        painter.restore();
    }
}

void paintGlasses(QPainter &painter, const Face &face)
{
    painter.setPen(QPen(QColor(28, 26, 30), 4.2));
    for (const int side : {-1, 1}) {
        const QRectF lens(side * (40 + face.eyeGap) - 29, 166, 58, 44);
        painter.setBrush(QColor(220, 232, 245, 46));
        painter.drawRoundedRect(lens, 15, 15);
        painter.drawLine(QPointF(side * (69 + face.eyeGap), 178), QPointF(side * 90 * face.width, 176));
    }
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curveThrough({{-11 - face.eyeGap, 182}, {0, 177}, {11 + face.eyeGap, 182}}));
}

} // namespace zsb::portrait
