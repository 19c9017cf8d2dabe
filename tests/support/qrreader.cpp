#include "tests/support/qrreader.h"

#define ZX_USE_UTF8 1 // text() of 1.4 as UTF-8
#include <ZXing/ReadBarcode.h>

namespace zsb::test {

QString readQr(const QImage &screen)
{
    const QImage grey = screen.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    const auto found =
        ZXing::ReadBarcodes(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true));
    return found.size() == 1 && found.front().isValid() ? QString::fromStdString(found.front().text()) : QString();
}

} // namespace zsb::test
