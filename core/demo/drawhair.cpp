#include "core/demo/drawrandom.h"
#include "core/demo/drawtools.h"
#include "core/demo/portraitparts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zsb::portrait {

namespace {

using Curve = QList<QPointF>;

/// The lines of a hair style in the portrait's space (see portraitparts.h): where the hair ends, from the left ear over
/// the crown to the right one, and the hairline it grows from, running back from right to left.
struct HairCut
{
    Curve outer;
    Curve inner;
    double bend = 0; ///< px a hair bows on its way from one to the other
};

HairCut crewCut(double w, double h)
{
    return {.outer = {{-89 * w, 196},
                      {-94 * w, 150},
                      {-90 * w, 100},
                      {-70 * w, 60},
                      {-36, 41},
                      {0, 36},
                      {36, 41},
                      {70 * w, 60},
                      {90 * w, 100},
                      {94 * w, 150},
                      {89 * w, 196}},
            .inner = {{86 * w, 178},
                      {82 * w, 146},
                      {76 * w, 118},
                      {64 * w, 98 - h},
                      {34, 90 - h},
                      {0, 88 - h},
                      {-34, 90 - h},
                      {-64 * w, 98 - h},
                      {-76 * w, 118},
                      {-82 * w, 146},
                      {-86 * w, 178}},
            .bend = 2};
}

HairCut sweptCut(double w, double h)
{
    return {.outer = {{-90 * w, 204},
                      {-96 * w, 150},
                      {-96 * w, 96},
                      {-82 * w, 50},
                      {-44, 24},
                      {6, 16},
                      {52, 24},
                      {86 * w, 52},
                      {97 * w, 98},
                      {96 * w, 150},
                      {90 * w, 204}},
            .inner = {{85 * w, 184},
                      {81 * w, 140},
                      {73 * w, 108},
                      {54, 88 - h},
                      {22, 82 - h},
                      {-10, 82 - h},
                      {-44, 90 - h},
                      {-70 * w, 108},
                      {-80 * w, 140},
                      {-85 * w, 184}},
            .bend = 10};
}

HairCut fringeCut(double w, double h)
{
    return {.outer = {{-91 * w, 208},
                      {-99 * w, 150},
                      {-98 * w, 98},
                      {-80 * w, 52},
                      {-42, 30},
                      {0, 25},
                      {42, 30},
                      {80 * w, 52},
                      {98 * w, 98},
                      {99 * w, 150},
                      {91 * w, 208}},
            .inner = {{84 * w, 186},
                      {80 * w, 150},
                      {72 * w, 128},
                      {46, 126 - h},
                      {20, 118 - h},
                      {-8, 124 - h},
                      {-38, 116 - h},
                      {-66 * w, 122},
                      {-79 * w, 146},
                      {-84 * w, 186}},
            .bend = 8};
}

HairCut sidePartCut(double w, double h)
{
    return {.outer = {{-90 * w, 204},
                      {-97 * w, 150},
                      {-96 * w, 98},
                      {-80 * w, 54},
                      {-46, 33},
                      {4, 26},
                      {50, 30},
                      {84 * w, 54},
                      {99 * w, 98},
                      {98 * w, 150},
                      {90 * w, 204}},
            .inner = {{85 * w, 184},
                      {81 * w, 142},
                      {74 * w, 116},
                      {60, 108 - h},
                      {22, 102 - h},
                      {-18, 92 - h},
                      {-42, 84 - h},
                      {-66 * w, 108},
                      {-80 * w, 142},
                      {-85 * w, 184}},
            .bend = 9};
}

HairCut longCut(double w, double h)
{
    return {.outer = {{-100 * w, 232},
                      {-104 * w, 170},
                      {-101 * w, 104},
                      {-82 * w, 54},
                      {-46, 29},
                      {0, 22},
                      {46, 29},
                      {82 * w, 54},
                      {101 * w, 104},
                      {104 * w, 170},
                      {100 * w, 232}},
            .inner = {{90 * w, 206},
                      {86 * w, 160},
                      {76 * w, 124},
                      {52, 98 - h},
                      {14, 80 - h},
                      {-6, 74 - h},
                      {-30, 84 - h},
                      {-62 * w, 108},
                      {-80 * w, 138},
                      {-87 * w, 166},
                      {-90 * w, 206}},
            .bend = 8};
}

HairCut bobCut(double w, double h)
{
    return {.outer = {{-92 * w, 300},
                      {-113 * w, 286},
                      {-112 * w, 200},
                      {-104 * w, 110},
                      {-82 * w, 54},
                      {-44, 30},
                      {0, 24},
                      {44, 30},
                      {82 * w, 54},
                      {104 * w, 110},
                      {112 * w, 200},
                      {113 * w, 286},
                      {92 * w, 300}},
            .inner = {{86 * w, 246},
                      {87 * w, 190},
                      {80 * w, 146},
                      {62, 116 - h},
                      {26, 98 - h},
                      {-22, 82 - h},
                      {-48, 92 - h},
                      {-70 * w, 116},
                      {-83 * w, 156},
                      {-88 * w, 200},
                      {-86 * w, 246}},
            .bend = 8};
}

HairCut tuckedCut(double w, double h)
{
    return {.outer = {{-90 * w, 214},
                      {-100 * w, 164},
                      {-98 * w, 102},
                      {-80 * w, 54},
                      {-44, 30},
                      {0, 23},
                      {46, 28},
                      {82 * w, 54},
                      {99 * w, 102},
                      {100 * w, 164},
                      {90 * w, 214}},
            .inner = {{86 * w, 176},
                      {83 * w, 152},
                      {74 * w, 122},
                      {48, 104 - h},
                      {10, 94 - h},
                      {-32, 78 - h},
                      {-46, 84 - h},
                      {-68 * w, 108},
                      {-82 * w, 146},
                      {-86 * w, 176}},
            .bend = 8};
}

HairCut ponytailCut(double w, double h)
{
    return {.outer = {{-86 * w, 186},
                      {-94 * w, 150},
                      {-92 * w, 100},
                      {-74 * w, 56},
                      {-40, 36},
                      {0, 30},
                      {40, 36},
                      {74 * w, 56},
                      {92 * w, 100},
                      {94 * w, 150},
                      {86 * w, 186}},
            .inner = {{84 * w, 160},
                      {79 * w, 128},
                      {66 * w, 102 - h},
                      {36, 88 - h},
                      {0, 84 - h},
                      {-36, 88 - h},
                      {-66 * w, 102 - h},
                      {-79 * w, 128},
                      {-84 * w, 160}},
            .bend = 4};
}

HairCut leftParted(const Face &face)
{
    const double w = face.width;
    const double h = face.hairline;
    switch (face.hair) {
    case HairStyle::Crew:
        return crewCut(w, h);
    case HairStyle::SidePart:
        return sidePartCut(w, h);
    case HairStyle::Swept:
        return sweptCut(w, h);
    case HairStyle::Fringe:
        return fringeCut(w, h);
    case HairStyle::Long:
        return longCut(w, h);
    case HairStyle::Bob:
        return bobCut(w, h);
    case HairStyle::Ponytail:
        return ponytailCut(w, h);
    case HairStyle::Tucked:
        return tuckedCut(w, h);
    }
    return {};
}

HairCut hairCut(const Face &face)
{
    HairCut cut = leftParted(face);
    if (!face.partLeft) {
        for (Curve *line : {&cut.outer, &cut.inner}) {
            for (QPointF &point : *line)
                point.setX(-point.x());
        }
    }
    return cut;
}

/// The right half of what hangs behind neck and shoulders, from the crown down; empty where nothing does.
Curve hairBehind(const Face &face)
{
    const double w = face.width;
    switch (face.hair) {
    case HairStyle::Long:
        return {{0, 24}, {60, 36}, {100 * w, 104}, {108 * w, 200}, {114 * w, 300}, {118, 380}, {104, 452}, {0, 462}};
    case HairStyle::Bob:
        return {{0, 26}, {60, 38}, {102 * w, 110}, {112 * w, 210}, {112 * w, 288}, {88, 312}, {0, 316}};
    case HairStyle::Tucked:
        return {{0, 26}, {60, 38}, {97 * w, 104}, {102 * w, 190}, {100 * w, 270}, {96, 340}, {84, 376}, {0, 380}};
    case HairStyle::Crew:
    case HairStyle::SidePart:
    case HairStyle::Swept:
    case HairStyle::Fringe:
    case HairStyle::Ponytail:
        return {};
    }
    return {};
}

QPainterPath closed(const Curve &points)
{
    QPainterPath path = curveThrough(points);
    path.closeSubpath();
    return path;
}

/// Mirrors a curve at x = 0 when the parting is on the other side; everything below is drawn parted on the left.
QPainterPath sided(const QPainterPath &path, const Face &face)
{
    return face.partLeft ? path : QTransform::fromScale(-1, 1).map(path);
}

/// A place on the line, 0 at its beginning, 1 at its end.
QPointF along(const Curve &curve, double t)
{
    const double at = std::clamp(t, 0.0, 1.0) * double(curve.size() - 1);
    const qsizetype i = std::min(qsizetype(at), curve.size() - 2);
    const double share = at - double(i);
    return curve[i] * (1 - share) + curve[i + 1] * share;
}

void paintStrands(QPainter &painter, const Face &face, const HairCut &cut, int count)
{
    DrawRandom random(face.grain + 2);
    painter.save();
    painter.setClipPath(closed(cut.outer + cut.inner));
    for (int i = 0; i < count; ++i) {
        const double t = random.between(0, 1);
        const QPointF root = along(cut.inner, t);
        const QPointF tip = along(cut.outer, 1 - t + random.between(-0.05, 0.05));
        QPainterPath hair(root);
        hair.quadTo((root + tip) / 2 + QPointF{random.between(-1, 1) * cut.bend, random.between(-1, 0.4) * cut.bend},
                    tip);
        const bool lit = random.chance(0.45);
        painter.setPen(QPen(faded(lit ? face.hairColour.lighter(230) : face.hairColour.darker(190), lit ? 0.30 : 0.42),
                            random.between(0.7, 1.5)));
        painter.drawPath(hair);
    }
    painter.restore();
}

/// The edge fades into the skin and the wall instead of being cut out.
void paintSoftEdge(QPainter &painter, const Face &face, const QPainterPath &outline)
{
    painter.setBrush(Qt::NoBrush);
    for (const double width : {3.8, 2.4, 1.2}) {
        painter.setPen(QPen(faded(face.hairColour, 0.16), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(outline);
    }
}

/// Short hairs out of the hairline towards the face, and a few that stand off the head.
void paintLooseHairs(QPainter &painter, const Face &face, const HairCut &cut)
{
    DrawRandom random(face.grain + 3);
    const QPointF middle(0, 150);
    for (int i = 0; i < 80; ++i) {
        const bool atFace = i < 50;
        const QPointF root = along(atFace ? cut.inner : cut.outer, random.between(0.03, 0.97));
        const QPointF out = (root - middle) / std::max(1.0, std::hypot(root.x() - middle.x(), root.y() - middle.y()));
        const QPointF aside(out.y(), -out.x());
        const double reach = atFace ? -random.between(0.5, 3.5) : random.between(0.5, 2.5);
        painter.setPen(QPen(faded(face.hairColour, 0.38), random.between(0.5, 0.9)));
        painter.drawLine(root - out * reach * 2 - aside * random.between(-5, 5), root + out * reach);
    }
}

void paintMass(QPainter &painter, const Face &face, const QPainterPath &outline)
{
    QLinearGradient light(-60, 20, 70, 240);
    light.setColorAt(0, face.hairColour.lighter(128));
    light.setColorAt(0.3, face.hairColour.lighter(165));
    light.setColorAt(0.55, face.hairColour);
    light.setColorAt(1, face.hairColour.darker(130));
    painter.fillPath(outline, light);
    painter.save();
    painter.setClipPath(outline);
    paintGlow(painter, {-34, 62}, 50, 18, faded(face.hairColour.lighter(300), 0.34));
    paintGlow(painter, {40, 66}, 40, 16, faded(face.hairColour.lighter(300), 0.2));
    painter.restore();
}

/// A tail that comes forward over one shoulder.
void paintTail(QPainter &painter, const Face &face)
{
    const QPainterPath tail =
        sided(closed({{30, 250}, {70, 262}, {96, 310}, {106, 370}, {98, 452}, {62, 452}, {58, 360}, {40, 300}}), face);
    painter.fillPath(tail, face.hairColour.darker(110));
    DrawRandom random(face.grain + 5);
    for (int i = 0; i < 40; ++i) {
        const double share = random.between(0, 1);
        const double side = face.partLeft ? 1 : -1;
        const QPainterPath hair = curveThrough({{side * (34 + 30 * share), 256},
                                                {side * (50 + 42 * share), 310},
                                                {side * (60 + 44 * share), 370},
                                                {side * (64 + 32 * share), 450}});
        painter.setPen(
            QPen(faded(random.chance(0.5) ? face.hairColour.lighter(220) : face.hairColour.darker(180), 0.34),
                 random.between(0.8, 1.6)));
        painter.drawPath(hair);
    }
}

} // namespace

void paintHairBehind(QPainter &painter, const Face &face)
{
    painter.setPen(Qt::NoPen);
    if (face.hair == HairStyle::Ponytail)
        paintTail(painter, face);
    const Curve half = hairBehind(face);
    if (half.isEmpty())
        return;
    const QPainterPath back = mirroredOutline(half);
    painter.fillPath(back, face.hairColour.darker(118));
    DrawRandom random(face.grain + 4);
    painter.save();
    painter.setClipPath(back);
    for (int i = 0; i < 90; ++i) {
        const double x = random.between(60, 116) * (random.chance(0.5) ? 1 : -1);
        const QPainterPath hair = curveThrough(
            {{x * 0.8, 90}, {x, 230}, {x * 1.04 + random.between(-6, 6), 330}, {x + random.between(-14, 14), 460}});
        painter.setPen(
            QPen(faded(random.chance(0.5) ? face.hairColour.lighter(210) : face.hairColour.darker(180), 0.34),
                 random.between(0.8, 1.8)));
        painter.drawPath(hair);
    }
    painter.restore();
}

void paintHairInFront(QPainter &painter, const Face &face, const PortraitStyle &style)
{
    const HairCut cut = hairCut(face);
    const QPainterPath outline = closed(cut.outer + cut.inner);
    painter.setPen(Qt::NoPen);
    paintMass(painter, face, outline);
    paintStrands(painter, face, cut, 150);
    paintSoftEdge(painter, face, outline);
    paintLooseHairs(painter, face, cut);
    if (style.hairOverFace) {
        QPainterPath lock = closed({{-70, 80}, {10, 70}, {40, 110}, {6, 160}, {-14, 214}, {-60, 224}, {-86, 150}});
        paintMass(painter, face, sided(lock, face));
    }
}

void paintHat(QPainter &painter, const Face &face)
{
    const QColor felt(46, 62, 96);
    painter.setPen(Qt::NoPen);
    painter.fillPath(mirroredOutline({{0, 8}, {60, 20}, {98 * face.width, 70}, {102 * face.width, 118}, {0, 112}}),
                     felt);
    painter.fillPath(mirroredOutline({{0, 106}, {70, 108}, {106 * face.width, 118}, {80, 136}, {0, 142}}),
                     felt.darker(140));
}

} // namespace zsb::portrait
