#include "app/check/picturethumb.h"

#include "core/image/decode.h"
#include "core/image/heldpicture.h"

#include <QBuffer>
#include <QPainter>

namespace zsb {
namespace {

constexpr int thumbSide = 160;
constexpr int thumbQuality = 80;
constexpr std::int64_t mostThumbPixels = 24'000'000;

} // namespace

std::string thumbnailOf(std::string_view bytes)
{
    const auto decoded = decodeForScreen(
        bytes, {.maxSize = {thumbSide, thumbSide}, .maxPixels = mostThumbPixels, .maxMemory = portraitRoom.memory});
    if (!decoded || decoded->isNull())
        return {};
    QImage image(decoded->size(), QImage::Format_RGB32); // without a colour profile or any other word of the file
    image.fill(Qt::white);
    QPainter(&image).drawImage(0, 0, *decoded);
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPEG", thumbQuality))
        return {};
    return buffer.data().toBase64().toStdString();
}

} // namespace zsb
