#pragma once

#include "app/check/portraitwork.h"

namespace zsb {

/// The portrait as stored with crown, chin and eye line, thirds, and the places findings point at. Red: fails,
/// amber: to be looked at.
[[nodiscard]] Done writePortraitOverlay(const JudgedPortrait &portrait, const QString &path);

} // namespace zsb
