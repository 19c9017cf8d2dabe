#pragma once

#include <QImage>

#include <functional>

namespace zsb::pixels {

/// How many pixels are as asked.
inline int count(const QImage &image, const std::function<bool(QColor)> &wanted)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += wanted(image.pixelColor(x, y)) ? 1 : 0;
    }
    return found;
}

/// Seal ink on paper.
inline bool isRed(QColor c)
{
    return c.red() > 150 && c.green() < 120 && c.blue() < 120;
}
/// Ballpoint ink.
inline bool isBlue(QColor c)
{
    return c.blue() > 70 && c.blue() > c.red() + 35 && c.red() < 120;
}
inline bool isWhite(QColor c)
{
    return c.red() > 247 && c.green() > 247 && c.blue() > 247;
}
inline bool isDark(QColor c)
{
    return c.red() < 70 && c.green() < 70 && c.blue() < 70;
}

} // namespace zsb::pixels
