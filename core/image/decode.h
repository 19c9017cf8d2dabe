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
};

/// The picture for a viewer, scaled down while decoding and never up. A file cut short shows what is there.
/// Any thread; needs no QGuiApplication. Does not judge: measures are taken from their own full decode.
/// Errors: Invalid (not a picture Qt reads), Refused (more pixels than allowed).
[[nodiscard]] Result<QImage> decodeForScreen(std::string_view bytes, const DecodeOptions &options);

} // namespace zsb
