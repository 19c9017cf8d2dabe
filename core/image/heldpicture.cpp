#include "core/image/heldpicture.h"

#include "core/image/decode.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace zsb {
namespace {

// Beside a decoded picture stand its copies: colours, greys, and what is searched in them.
constexpr std::int64_t measuringPixel = 12;
constexpr std::int64_t measuringAny = 12'000'000; ///< a reader's own, too

std::optional<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(std::min<qint64>(file.size(), mostPictureBytes));
}

} // namespace

std::int64_t pictureMemory(std::string_view bytes, const PictureRoom &room)
{
    const DecodeOptions options{.maxSize = room.most, .maxMemory = room.memory};
    const QSize size = decodedSize(bytes, options);
    const std::int64_t measuring = measuringAny + measuringPixel * size.width() * size.height();
    return std::min(std::max(decodeMemory(bytes, options), std::int64_t(bytes.size()) + measuring), room.memory);
}

std::optional<HeldPicture> holdPicture(const QString &path, const PictureRoom &room, MemoryBudget &budget)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.size() > mostPictureBytes)
        return std::nullopt;
    std::int64_t needed = info.size() + measuringAny;
    while (true) { // what it needs is known when it has been read; who has to wait does not keep the bytes meanwhile
        HeldPicture picture{.share = budget.take(needed), .bytes = {}};
        auto bytes = bytesOf(path);
        if (!bytes)
            return std::nullopt;
        picture.bytes = std::move(*bytes);
        const std::int64_t all = pictureMemory(picture.view(), room);
        if (all <= needed)
            return picture;
        needed = all;
    }
}

} // namespace zsb
