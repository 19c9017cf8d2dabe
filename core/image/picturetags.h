#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// What a JPEG or PNG file tells beside the picture.
struct PictureTags
{
    int quality = 0;      ///< 1–100 by the luminance table of a JPEG; 0: no 8-bit table
    int orientation = 0;  ///< EXIF; 0: not said
    std::string software; ///< EXIF, XMP or a text of a PNG; valid UTF-8 or not, at most 64 bytes
};

/// Any bytes are safe; other formats give nothing. The EXIF block of a thumbnail is not looked at.
[[nodiscard]] PictureTags readPictureTags(std::string_view bytes);

} // namespace zsb
