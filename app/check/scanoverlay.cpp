#include "app/check/scanoverlay.h"

#include "app/check/pictureoverlay.h"

#include <QPolygonF>

#include <algorithm>
#include <iterator>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr QColor pageColour(0, 110, 200);
constexpr QColor regionColour(120, 120, 120);
constexpr QColor sealColour(0, 150, 90);

QPolygonF polygonOf(const ShareQuad &quad, const QSize &size)
{
    QPolygonF polygon;
    for (const SharePoint &corner : quad)
        polygon.append({corner.x * size.width(), corner.y * size.height()});
    return polygon;
}

void drawReading(const ScanReading &reading, QPainter &painter, const QSize &size)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(pageColour, 2, Qt::DashLine));
    if (reading.page)
        painter.drawPolygon(polygonOf(*reading.page, size));
    painter.setPen(QPen(regionColour, 1, Qt::DotLine));
    for (const ScanRegion &region : reading.regions)
        painter.drawPolygon(polygonOf(region.corners, size));
    for (const ScanSeal &seal : reading.seals) {
        const QRectF box(seal.box.left * size.width(), seal.box.top * size.height(), seal.box.width * size.width(),
                         seal.box.height * size.height());
        painter.setPen(QPen(sealColour, 2));
        seal.kind == ScanSeal::Kind::Square ? painter.drawRect(box) : painter.drawEllipse(box);
    }
}

/// Of the colours, and of what is drawn.
std::vector<OverlayLabel> legendOf(const ScanReading &reading, Language language)
{
    std::vector<OverlayLabel> lines = colourLegend(language);
    const bool isChinese = language == Language::Chinese;
    if (reading.page)
        lines.push_back(legendLine(isChinese ? u"┅ 页面边缘"_s : u"┅ edge of the page"_s, pageColour));
    if (!reading.regions.empty())
        lines.push_back(legendLine(
            isChinese ? u"┈ 版式中签字和盖章的位置"_s : u"┈ where the form is signed and sealed"_s, regionColour));
    if (!reading.seals.empty())
        lines.push_back(legendLine(isChinese ? u"○ 找到的印章"_s : u"○ a seal that was found"_s, sealColour));
    return lines;
}

} // namespace

Done writeScanOverlay(const JudgedScan &scan, std::string_view bytes, const QString &path, Language language)
{
    std::vector<OverlayLabel> labels = findingLabels(scan, language);
    std::ranges::move(legendOf(scan.reading, language), std::back_inserter(labels));
    const auto draw = [&](QPainter &painter, const QSize &size) { drawReading(scan.reading, painter, size); };
    return writePictureOverlay(bytes, path, draw, std::move(labels));
}

} // namespace zsb
