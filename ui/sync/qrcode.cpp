#include "ui/sync/qrcode.h"

#include <QByteArray>
#include <QPainter>

#include <memory>

#include <qrencode.h>

namespace zsb {
namespace {

constexpr int quietZone = 4;

struct FreeCode
{
    void operator()(QRcode *code) const { QRcode_free(code); }
};

} // namespace

QImage qrCode(const QString &text, int pixels)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeData(
        int(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M));
    if (!code)
        return {};
    const int side = (code->width + 2 * quietZone) * pixels;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1U) != 0)
                painter.fillRect((x + quietZone) * pixels, (y + quietZone) * pixels, pixels, pixels, Qt::black);
        }
    }
    return image;
}

} // namespace zsb
