#pragma once

#include "core/base/result.h"
#include "core/image/portraitreader.h"
#include "core/policy/pack.h"

#include <QRect>
#include <QSize>

#include <string>
#include <string_view>

namespace zsb {

/// A portrait brought within the limits of a profile, and every step it took: turned upright, cut, made smaller,
/// written as JPEG. What stands beside a picture in its file (place, device, thumbnail, comments) is in no copy.
/// Nothing else is ever done to it (A2.7 forbids editing): no pixel is retouched, added or enlarged.
struct FittedPortrait
{
    std::string bytes;
    bool isChanged = false; ///< false: the pixels are those that came in, bit for bit, for nothing was to do
    bool isBared = false;   ///< then: what stood beside the picture was left out; else `bytes` are those that came in
    int turned = 0;         ///< clockwise, degrees
    QRect cut;              ///< in pixels of the picture after it was turned
    QSize size;             ///< in pixels
    int quality = 0;        ///< of the JPEG, 1–100
};

/// The profile's `fitHead` (crown to chin as a share of the height), `fitHeadMost` (what it may become to have the head
/// in the middle), `fitTop` (gap above the crown) and `fitRatio` (width / height) say how a cut is made; it is made
/// only when the pack finds the head too small or beside the middle. Whether the result passes is for the judge: a cut
/// cannot mend what is not in the picture. Same bytes, same result. Errors: NotFound (no such profile), Invalid (no
/// picture), Refused with a reason in both languages: it is not whole or perhaps damaged, too large, animated, CMYK,
/// shows more than one face, would have to be enlarged, or does not get small enough at a quality worth keeping.
[[nodiscard]] Result<FittedPortrait> fitPortrait(std::string_view bytes, PortraitReader &reader, const Pack &pack,
                                                 std::string_view profile);

} // namespace zsb
