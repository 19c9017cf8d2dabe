#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>

#include <random>
#include <string>
#include <string_view>

namespace zsb::test {

/// What a second person who hands in the same picture does to it.
struct Alteration
{
    double cut = 0; ///< most that is cut from each side, as a share
    bool mirrored = false;
    double leastScale = 1;
    int leastQuality = 60;
    int mostQuality = 60;
};

inline std::string altered(std::string_view bytes, const Alteration &how, std::mt19937_64 &random)
{
    const auto share = [&random](double least, double most) {
        return least + (most - least) * double(random() % 10'000) / 10'000;
    };
    QImage image = QImage::fromData(QByteArray(bytes.data(), qsizetype(bytes.size())));
    const int left = int(share(0, how.cut) * image.width());
    const int top = int(share(0, how.cut) * image.height());
    const int right = int(share(0, how.cut) * image.width());
    const int bottom = int(share(0, how.cut) * image.height());
    image = image.copy(left, top, image.width() - left - right, image.height() - top - bottom);
    if (how.mirrored)
        image = image.mirrored(true, false);
    image = image.scaled(image.size() * share(how.leastScale, 1), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", int(share(how.leastQuality, how.mostQuality)));
    return jpeg.toStdString();
}

} // namespace zsb::test
