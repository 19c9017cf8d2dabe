#include "core/demo/drawtools.h"
#include "core/demo/portraitparts.h"

#include <QPainter>
#include <QRadialGradient>

namespace zsb::portrait {

QColor skinColour(const Face &face)
{
    return mixed(QColor(247, 219, 198), QColor(201, 156, 122), face.tan);
}

QPainterPath facePath(const Face &face)
{
    const double w = face.width;
    const double j = face.width * face.jaw;
    const double c = face.chin;
    return mirroredOutline({{0, 58},
                            {44, 63},
                            {76 * w, 92},
                            {87 * w, 140},
                            {88 * w, 186},
                            {85 * w, 222},
                            {77 * j, 254},
                            {58 * j, 282 + c * 0.5},
                            {31 * j, 306 + c},
                            {0, 315 + c}});
}

namespace {

void paintEars(QPainter &painter, const Face &face)
{
    const QColor skin = skinColour(face);
    for (const int side : {-1, 1}) {
        const double x = side * 87 * face.width;
        QPainterPath ear = curveThrough({{x - side * 6, 182},
                                         {x + side * 5, 168},
                                         {x + side * 14, 173},
                                         {x + side * 15, 196},
                                         {x + side * 9, 220},
                                         {x + side * 2, 235},
                                         {x - side * 6, 226}});
        ear.closeSubpath();
        painter.fillPath(ear, mixed(skin.darker(112), QColor(214, 120, 100), 0.12));
        painter.setPen(QPen(faded(skin.darker(165), 0.55), 2.2, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(
            curveThrough({{x + side * 2, 182}, {x + side * 9, 182}, {x + side * 10, 198}, {x + side * 4, 216}}));
        paintGlow(painter, {x + side * 4, 203}, 5, 12, faded(skin.darker(190), 0.5));
    }
}

/// Form and light: temples, cheekbones, eye sockets, the plane under the lips; all soft.
void paintModelling(QPainter &painter, const Face &face)
{
    const QColor shade = mixed(skinColour(face).darker(165), QColor(150, 80, 60), 0.2);
    const QColor light = skinColour(face).lighter(112);
    const QColor blush(222, 112, 96);
    paintGlow(painter, {0, 108}, 62, 42, faded(light, 0.5));
    paintGlow(painter, {-44, 222}, 32, 24, faded(light, 0.4));
    paintGlow(painter, {44, 222}, 32, 24, faded(light, 0.34));
    paintGlow(painter, {0, 297 + face.chin}, 22, 14, faded(light, 0.4));
    paintGlow(painter, {-90 * face.width, 190}, 30, 110, faded(shade, 0.40));
    paintGlow(painter, {90 * face.width, 190}, 34, 112, faded(shade, 0.5));
    paintGlow(painter, {-62 * face.jaw, 284}, 36, 34, faded(shade, 0.32));
    paintGlow(painter, {62 * face.jaw, 284}, 38, 36, faded(shade, 0.4));
    paintGlow(painter, {0, 321 + face.chin}, 60, 15, faded(shade, 0.45));
    paintGlow(painter, {-52, 234}, 30, 22, faded(blush, face.sex == FaceSex::Female ? 0.22 : 0.12));
    paintGlow(painter, {52, 234}, 30, 22, faded(blush, face.sex == FaceSex::Female ? 0.22 : 0.12));
    const double gap = 38 + face.eyeGap;
    for (const int side : {-1, 1}) {
        paintGlow(painter, {side * (gap - 3), 178}, 30, 16, faded(shade, 0.26));
        paintGlow(painter, {side * (gap - 18), 176}, 13, 15, faded(shade, 0.28));
        paintGlow(painter, {side * gap, 203}, 24, 8, faded(shade, 0.16));
    }
    paintGlow(painter, {0, 285 + face.chin * 0.6}, 19, 6, faded(shade, 0.34));
    paintGlow(painter, {0, 58}, 96, 34, faded(shade, 0.42));
}

} // namespace

void paintSkin(QPainter &painter, const Face &face, const PortraitStyle &style)
{
    painter.setPen(Qt::NoPen);
    paintEars(painter, face);
    const QColor skin = skinColour(face);
    QRadialGradient light(-10, 180, 170);
    light.setColorAt(0, skin.lighter(104));
    light.setColorAt(0.55, skin);
    light.setColorAt(1, skin.darker(122));
    const QPainterPath outline = facePath(face);
    painter.fillPath(outline, light);
    painter.save();
    painter.setClipPath(outline);
    paintModelling(painter, face);
    if (style.sideShadow)
        paintGlow(painter, {86, 190}, 100, 190, faded(QColor(40, 20, 14), 0.75));
    if (style.highlight) {
        paintGlow(painter, {-8, 118}, 34, 20, QColor(255, 255, 255, 250));
        paintGlow(painter, {-42, 212}, 20, 15, QColor(255, 255, 255, 235));
    }
    painter.restore();
}

void paintNose(QPainter &painter, const Face &face)
{
    const QColor skin = skinColour(face);
    const QColor shade = mixed(skin.darker(170), QColor(140, 70, 50), 0.25);
    const double w = face.noseWidth;
    const double base = 238 + face.noseLength;
    paintGlow(painter, {-11, 196}, 7, 34, faded(shade, 0.20));
    paintGlow(painter, {11, 196}, 8, 34, faded(shade, 0.28));
    paintGlow(painter, {-1.5, 196}, 6, 40, faded(skin.lighter(116), 0.55));
    paintGlow(painter, {0, base - 12}, 16 * w, 13, faded(skin.lighter(112), 0.45));
    paintGlow(painter, {-2, base - 15}, 6, 6, faded(skin.lighter(125), 0.6));
    paintGlow(painter, {0, base + 4}, 25 * w, 8, faded(shade, 0.46));
    for (const int side : {-1, 1}) {
        paintGlow(painter, {side * 20 * w, base - 8}, 7, 11, faded(shade, 0.26));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(shade.darker(112), 0.5), 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(curveThrough({{side * 17 * w, base - 15},
                                       {side * 20.5 * w, base - 7},
                                       {side * 17 * w, base + 0.5},
                                       {side * 13 * w, base + 0.5}}));
        painter.setPen(Qt::NoPen);
        paintGlow(painter, {side * 9 * w, base}, 7 * w, 3.6, faded(QColor(70, 30, 24), 0.85));
    }
    paintGlow(painter, {0, base + 14}, 7, 9, faded(shade, 0.2));
}

void paintMouth(QPainter &painter, const Face &face)
{
    const QColor skin = skinColour(face);
    const bool female = face.sex == FaceSex::Female;
    const QColor lip = mixed(skin.darker(112), QColor(186, 74, 76), female ? 0.55 : 0.4);
    const double y = 266 + face.chin * 0.4 + face.noseLength * 0.4;
    const double half = 27 * face.mouthWidth;
    const double corner = y - face.smile;
    const double up = 6.4 * face.lips;
    const double down = 9.6 * face.lips;
    QPainterPath upper(QPointF(-half, corner));
    upper.cubicTo({-half * 0.6, y - up * 0.7}, {-half * 0.32, y - up * 1.15}, {-5, y - up});
    upper.quadTo({0, y - up * 0.62}, {5, y - up});
    upper.cubicTo({half * 0.32, y - up * 1.15}, {half * 0.6, y - up * 0.7}, {half, corner});
    upper.cubicTo({half * 0.5, y + 1.6}, {half * 0.2, y + 0.2}, {0, y + 1.4});
    upper.cubicTo({-half * 0.2, y + 0.2}, {-half * 0.5, y + 1.6}, {-half, corner});
    QPainterPath lower(QPointF(-half, corner));
    lower.cubicTo({-half * 0.5, y + 1.6}, {-half * 0.2, y + 0.2}, {0, y + 1.4});
    lower.cubicTo({half * 0.2, y + 0.2}, {half * 0.5, y + 1.6}, {half, corner});
    lower.cubicTo({half * 0.62, y + down * 0.9}, {half * 0.3, y + down}, {0, y + down});
    lower.cubicTo({-half * 0.3, y + down}, {-half * 0.62, y + down * 0.9}, {-half, corner});
    QLinearGradient fullness(0, y, 0, y + down);
    fullness.setColorAt(0, lip.darker(108));
    fullness.setColorAt(0.5, lip.lighter(112));
    fullness.setColorAt(1, mixed(lip, skin, 0.35));
    QLinearGradient roof(0, y - up, 0, y + 1);
    roof.setColorAt(0, mixed(lip, skin, 0.3));
    roof.setColorAt(1, lip.darker(116));
    painter.setPen(Qt::NoPen);
    painter.fillPath(lower, fullness);
    painter.fillPath(upper, roof);
    paintGlow(painter, {-3, y + down * 0.5}, half * 0.36, 2.6, faded(lip.lighter(150), 0.5));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(lip.darker(220), 0.75), 1.7, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(
        curveThrough({{-half, corner}, {-half * 0.45, y + 0.9}, {0, y + 1.4}, {half * 0.45, y + 0.9}, {half, corner}}));
    for (const int side : {-1, 1})
        paintGlow(painter, {side * (half + 1), corner}, 5, 5, faded(skin.darker(180), 0.35));
}

} // namespace zsb::portrait
