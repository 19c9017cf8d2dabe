#pragma once

#include "core/domain/imagefacts.h"

#include <cstdint>
#include <string_view>

namespace zsb {

/// What a walk over the structure of a file tells: size in pixels as stored, what is wrong with it, and what a decoder
/// would have to hold. Of a file that is not whole only what stands before the fault is told.
struct ImageWalk
{
    ImageProblem problem = ImageProblem::None;
    int widthPx = 0;
    int heightPx = 0;
    int channels = 0;               ///< colour channels and alpha; 1 of a palette, 4 of a JPEG is CMYK; 0: not said
    int bits = 8;                   ///< of a channel
    int frames = 1;                 ///< pictures shown one after the other: APNG, GIF, WebP
    int scans = 1;                  ///< passes over the picture a JPEG decoder makes
    bool isInterlaced = false;      ///< PNG in seven passes: no row is whole before the last
    std::int64_t coefficients = 0;  ///< bytes of a progressive JPEG, or one in several scans, held until its end
    std::int64_t besidePicture = 0; ///< bytes of texts, tags and comments, which a decoder may unpack and keep
};

/// Marker by marker to the end-of-image mark; entropy-coded data is stepped over, not decoded.
/// The size inside an EXIF thumbnail is never taken for the picture's.
[[nodiscard]] ImageWalk walkJpeg(std::string_view bytes);
/// Chunk by chunk to IEND, with the checksum of each; the compressed data is not inflated.
[[nodiscard]] ImageWalk walkPng(std::string_view bytes);

/// The header: enough to say how large the picture would be. Of GIF and WebP also how many there are.
[[nodiscard]] ImageWalk walkGif(std::string_view bytes);
[[nodiscard]] ImageWalk walkBmp(std::string_view bytes);
[[nodiscard]] ImageWalk walkWebp(std::string_view bytes);
[[nodiscard]] ImageWalk walkTiff(std::string_view bytes);

/// The one of these for what the bytes are.
[[nodiscard]] ImageWalk walkImage(std::string_view bytes);

} // namespace zsb
