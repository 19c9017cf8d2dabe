#pragma once

#include <QImage>
#include <QString>

namespace zsb {

/// The QR code (ISO/IEC 18004, error correction M) of a text, dark on white with its quiet zone of four modules, every
/// module `pixels` wide. Null: the text is too long for one.
[[nodiscard]] QImage qrCode(const QString &text, int pixels);

} // namespace zsb
