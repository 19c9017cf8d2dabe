#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// What a bare picture keeps beside its pixels.
enum class BareKeep
{
    Colours, ///< the colour profile, for a copy that has to look the same
    Turn,    ///< that and the orientation tag with the block it stands in, for a decoder
};

/// The same picture bit for bit, not encoded again, without what else stands in the file: texts, place, owner,
/// thumbnail, comments, further pictures of an APNG, and whatever follows its end. JPEG and PNG; anything else gives
/// nothing. Of a file that is not whole what is there. Any bytes are safe. Any thread.
[[nodiscard]] std::string barePicture(std::string_view bytes, BareKeep keep);

} // namespace zsb
