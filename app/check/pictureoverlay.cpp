#include "app/check/pictureoverlay.h"

#include "core/image/decode.h"

#include <QFile>
#include <QPainter>

#include <algorithm>

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

} // namespace

Done writePictureOverlay(const JudgedPicture &judged, const QString &path,
                         const std::function<void(QPainter &, const QSize &)> &draw)
{
    QFile file(judged.file);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "overlay: the picture is gone"};
    const QByteArray bytes = file.readAll();
    auto decoded = decodeForScreen({bytes.constData(), std::size_t(bytes.size())}, {.maxSize = {1600, 1600}});
    if (!decoded)
        return decoded.error();
    QImage image = std::move(*decoded).convertToFormat(QImage::Format_RGB32);
    QPainter painter(&image);
    draw(painter, image.size());
    painter.setBrush(Qt::NoBrush);
    for (const Finding &finding : judged.findings) {
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
