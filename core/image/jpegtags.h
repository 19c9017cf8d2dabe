#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// What the header of a JPEG file tells beside the picture.
struct JpegTags
{
    int quality = 0;      ///< 1–100 by the luminance table; 0: no 8-bit table
    int orientation = 0;  ///< EXIF; 0: not said
    std::string software; ///< EXIF or XMP, valid UTF-8 or not, at most 64 bytes
};

/// Any bytes are safe; what is not a JPEG gives nothing. The EXIF block of a thumbnail is not looked at.
[[nodiscard]] JpegTags readJpegTags(std::string_view bytes);

} // namespace zsb
