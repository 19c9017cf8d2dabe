#pragma once

#include "core/domain/imagefacts.h"

#include <string_view>

namespace zsb {

/// What a walk over the structure of a file tells: size in pixels as stored, and what is wrong with it.
struct ImageWalk
{
    ImageProblem problem = ImageProblem::None;
    int widthPx = 0;
    int heightPx = 0;
};

/// Marker by marker to the end-of-image mark; entropy-coded data is stepped over, not decoded.
/// The size inside an EXIF thumbnail is never taken for the picture's.
[[nodiscard]] ImageWalk walkJpeg(std::string_view bytes);
/// Chunk by chunk to IEND, with the checksum of each; the compressed data is not inflated.
[[nodiscard]] ImageWalk walkPng(std::string_view bytes);

/// The header only: enough to say how large the picture would be.
[[nodiscard]] ImageWalk walkGif(std::string_view bytes);
[[nodiscard]] ImageWalk walkBmp(std::string_view bytes);
[[nodiscard]] ImageWalk walkWebp(std::string_view bytes);
[[nodiscard]] ImageWalk walkTiff(std::string_view bytes);

} // namespace zsb
