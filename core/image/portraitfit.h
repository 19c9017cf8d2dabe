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
/// written as JPEG. Nothing else is ever done to it (A2.7 forbids editing): no pixel is retouched, added or enlarged.
struct FittedPortrait
{
    std::string bytes;
    bool isChanged = false; ///< false: `bytes` are those that came in, for nothing was to do
    int turned = 0;         ///< clockwise, degrees
    QRect cut;              ///< in pixels of the picture after it was turned
    QSize size;             ///< in pixels
    int quality = 0;        ///< of the JPEG, 1–100
};

/// The profile's `fitHead` (crown to chin as a share of the height), `fitHeadMost` (what it may become to have the head
/// in the middle), `fitTop` (gap above the crown) and `fitRatio` (width / height) say how a cut is made; it is made
/// only when the pack finds the head too small or beside the middle. Whether the result passes is for the judge: a cut
/// cannot mend what is not in the picture. Same bytes, same result. Errors: NotFound (no such profile), Invalid (no
/// picture), Refused (it is not whole, would have to be enlarged, or does not get small enough at a quality worth
/// keeping).
[[nodiscard]] Result<FittedPortrait> fitPortrait(std::string_view bytes, PortraitReader &reader, const Pack &pack,
                                                 std::string_view profile);

} // namespace zsb
