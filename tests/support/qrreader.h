#pragma once

#include <QImage>
#include <QString>

namespace zsb::test {

/// What a phone's camera would read in the picture of a screen; empty: no QR code, or more than one.
[[nodiscard]] QString readQr(const QImage &screen);

} // namespace zsb::test
