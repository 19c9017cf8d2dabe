#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QImageWriter>

#include <string>
#include <string_view>

namespace zsb::samples {

/// A picture with something in every corner, so that a decoder has work and turns can be seen.
inline QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 255 / width, y * 255 / height, (x * 7 + y * 13) % 256));
    }
    return image;
}

inline std::string encoded(const QImage &image, const char *format, int quality = 80, bool progressive = false)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(progressive);
    writer.write(image);
    return bytes.toStdString();
}

inline std::string be16(unsigned value)
{
    return {char(value >> 8 & 0xFFU), char(value & 0xFFU)};
}

/// The JPEG with one more segment right behind its start.
inline std::string withSegment(const std::string &jpeg, unsigned char marker, const std::string &content)
{
    return jpeg.substr(0, 2) + '\xFF' + char(marker) + be16(unsigned(content.size() + 2)) + content + jpeg.substr(2);
}

/// An EXIF block that holds nothing but the orientation tag.
inline std::string exifOrientation(char orientation)
{
    using namespace std::string_literals;
    return "Exif\0\0"s + "MM\0*\0\0\0\x08"s + "\0\x01"s + "\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0"s +
           "\0\0\0\0"s;
}

} // namespace zsb::samples
