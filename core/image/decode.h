#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QSize>

#include <cstdint>
#include <string_view>

namespace zsb {

/// Which way up: as the pixels are stored (what the exam's printers do), or turned as the EXIF tag asks.
enum class Orientation : std::uint8_t
{
    AsStored,
    AsTagged,
};

struct DecodeOptions
{
    QSize maxSize = {}; ///< to fit into, keeping the ratio; empty: the picture's own size
    Orientation orientation = Orientation::AsStored;
    std::int64_t maxPixels = 100'000'000; ///< of the stored picture; more is a bomb, not a photo
    std::int64_t maxMemory = 640'000'000; ///< bytes that decodeMemory() may come to; more is not begun
};

/// The picture for a viewer, scaled down while decoding and never up. A file cut short shows what is there.
/// Any thread; needs no QGuiApplication. Does not judge: measures are taken from their own full decode. What stands
/// beside the picture in the file is not unpacked.
/// Errors: Invalid (not a picture Qt reads), Refused (more pixels, passes or memory than allowed).
[[nodiscard]] Result<QImage> decodeForScreen(std::string_view bytes, const DecodeOptions &options);

/// The memory decodeForScreen() takes at most, the bytes of the file among it and no more than it is allowed; told from
/// the header alone, and never too little for Qt's own decoders. 0 of what is no picture. Costs a walk over the file.
[[nodiscard]] std::int64_t decodeMemory(std::string_view bytes, const DecodeOptions &options);

/// The size of what decodeForScreen() gives, by the header; empty when it does not say.
[[nodiscard]] QSize decodedSize(std::string_view bytes, const DecodeOptions &options);

} // namespace zsb
