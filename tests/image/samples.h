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

/// A CMYK picture, every channel half: whole blocks without a coefficient, whose code is the same 24 bits for each
/// four.
inline std::string cmykJpeg(unsigned blocksAcross, unsigned blocksDown)
{
    using namespace std::string_literals;
    const std::string grey = encoded(picture(8, 8).convertToFormat(QImage::Format_Grayscale8), "jpg");
    std::string jpeg = "\xFF\xD8"s;
    for (std::size_t at = 2; at + 4 < grey.size() && grey[at + 1] != '\xDA';) {
        const auto byte = [&](std::size_t i) { return unsigned(static_cast<unsigned char>(grey[i])); };
        const std::size_t length = 2 + (byte(at + 2) << 8U | byte(at + 3));
        if (grey[at + 1] == '\xDB' || grey[at + 1] == '\xC4') // tables
            jpeg += grey.substr(at, length);
        at += length;
    }
    jpeg += "\xFF\xC0\0\x14\x08"s + be16(blocksDown * 8) + be16(blocksAcross * 8) +
            "\x04\x01\x11\0\x02\x11\0\x03\x11\0\x04\x11\0"s;
    jpeg += "\xFF\xDA\0\x0E\x04\x01\0\x02\0\x03\0\x04\0\0\x3F\0"s;
    for (unsigned i = 0; i < blocksAcross * blocksDown; ++i)
        jpeg += "\x28\xA2\x8A";
    return jpeg + "\xFF\xD9"s;
}

} // namespace zsb::samples
