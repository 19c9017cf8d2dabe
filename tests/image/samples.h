#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QImageWriter>

#include <cstdint>
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

inline std::string be32(std::uint32_t value)
{
    return be16(value >> 16) + be16(value & 0xFFFFU);
}

inline std::string pngChunk(const std::string &kind, const std::string &content)
{
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : kind + content) {
        crc ^= std::uint8_t(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? 0xEDB88320U ^ (crc >> 1) : crc >> 1;
    }
    return be32(std::uint32_t(content.size())) + kind + content + be32(~crc);
}

/// The PNG with more chunks right behind its header.
inline std::string withChunks(const std::string &png, const std::string &chunks)
{
    return png.substr(0, 33) + chunks + png.substr(33);
}

/// What an animated PNG has beside its first picture: a control and one more frame, for readers that look for it.
inline std::string animation()
{
    using namespace std::string_literals;
    const std::string frame = "\0\0\0\x08\0\0\0\x08\0\0\0\0\0\0\0\0\0\1\0\1\0\0"s;
    return pngChunk("acTL", be32(2) + be32(0)) + pngChunk("fcTL", be32(0) + frame) + pngChunk("fcTL", be32(1) + frame);
}

/// A GIF of one pixel, so many times.
inline std::string gif(int frames)
{
    using namespace std::string_literals;
    std::string bytes = "GIF89a\1\0\1\0\x80\0\0\0\0\0\xFF\xFF\xFF"s;
    for (int i = 0; i < frames; ++i)
        bytes += "!\xF9\4\0\x0A\0\0\0"s + ",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"s;
    return bytes + ";";
}

/// A CMYK picture, every channel half: whole blocks without a coefficient, whose code is the same 24 bits for each
/// four. In one scan, or in one a channel, so that a decoder has to hold the picture's coefficients to the end.
inline std::string cmykJpeg(unsigned blocksAcross, unsigned blocksDown, bool isInScans = false)
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
    std::string blocks;
    for (unsigned i = 0; i < blocksAcross * blocksDown / (isInScans ? 4 : 1); ++i)
        blocks += "\x28\xA2\x8A";
    if (!isInScans)
        return jpeg + "\xFF\xDA\0\x0E\x04\x01\0\x02\0\x03\0\x04\0\0\x3F\0"s + blocks + "\xFF\xD9"s;
    for (char channel = 1; channel <= 4; ++channel)
        jpeg += "\xFF\xDA\0\x08\x01"s + channel + "\0\0\x3F\0"s + blocks;
    return jpeg + "\xFF\xD9"s;
}

/// A block of EXIF that says where it was taken: a directory with a pointer to one of places.
inline std::string exifPlace()
{
    using namespace std::string_literals;
    return "Exif\0\0"s + "II*\0\x08\0\0\0"s + "\1\0"s + "\x25\x88\4\0\1\0\0\0\x1A\0\0\0"s + "\0\0\0\0"s + "\1\0"s +
           "\1\0\2\0\2\0\0\0N\0\0\0"s + "\0\0\0\0"s;
}

} // namespace zsb::samples
