#include "app/check/portraitoverlay.h"

#include "core/image/decode.h"

#include <QFile>
#include <QPainter>

namespace zsb {
namespace {

QRectF boxOf(const Finding &finding, const QSize &size)
{
    const auto share = [&](std::string_view key) {
        const auto at = std::ranges::find(finding.evidence, key, &Evidence::key);
        const double *value = at == finding.evidence.end() ? nullptr : std::get_if<double>(&at->value);
        return value ? *value : 0.0;
    };
    return {share("box_left") * size.width(), share("box_top") * size.height(), share("box_width") * size.width(),
            share("box_height") * size.height()};
}

void drawGuides(QPainter &painter, const PortraitGuides &guides, const QSize &size)
{
    const double width = size.width();
    const double height = size.height();
    painter.setPen(QPen(QColor(0, 110, 200), 1, Qt::DashLine));
    for (const double row : {guides.crown, guides.chin})
        painter.drawLine(QPointF(0, row * height), QPointF(width, row * height));
    painter.setPen(QPen(QColor(0, 150, 90), 1));
    painter.drawLine(QPointF(guides.leftEye.x * width, guides.leftEye.y * height),
                     QPointF(guides.rightEye.x * width, guides.rightEye.y * height));
    painter.setPen(QPen(QColor(120, 120, 120), 1, Qt::DotLine));
    painter.drawLine(QPointF(0, height / 3), QPointF(width, height / 3));
    painter.drawLine(QPointF(0, height * 2 / 3), QPointF(width, height * 2 / 3));
}

} // namespace

Done writePortraitOverlay(const JudgedPortrait &portrait, const QString &path)
{
    QFile file(portrait.file);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "overlay: the portrait is gone"};
    const QByteArray bytes = file.readAll();
    auto decoded = decodeForScreen({bytes.constData(), std::size_t(bytes.size())}, {.maxSize = {1600, 1600}});
    if (!decoded)
        return decoded.error();
    QImage image = std::move(*decoded).convertToFormat(QImage::Format_RGB32);
    QPainter painter(&image);
    if (portrait.reading.guides)
        drawGuides(painter, *portrait.reading.guides, image.size());
    for (const Finding &finding : portrait.findings) {
        const bool fails = finding.outcome == Outcome::Fail && finding.severity == Severity::Error;
        painter.setPen(QPen(fails ? QColor(200, 30, 30) : QColor(230, 150, 0), 2));
        painter.drawRect(boxOf(finding, image.size()).adjusted(1, 1, -1, -1));
    }
    painter.end();
    if (!image.save(path, "PNG"))
        return Error{ErrorCode::Unreadable, "overlay: cannot be written"};
    return done();
}

} // namespace zsb
