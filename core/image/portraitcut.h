#pragma once

#include "core/image/portraitreading.h"
#include "core/policy/pack.h"

#include <QRect>
#include <QSize>

#include <string_view>

namespace zsb {

/// The share of width to height the profile wants; 0 when it leaves it to the picture.
[[nodiscard]] double fixedRatio(const PortraitProfile &profile);

/// The part of a picture that a copy keeps: around the head when a cut mends what the pack finds, else as much as the
/// profile's ratio allows; all of it when neither asks for less.
[[nodiscard]] QRect portraitCut(QSize picture, const PortraitReading &reading, const Pack &pack,
                                const PortraitProfile &profile);

} // namespace zsb
