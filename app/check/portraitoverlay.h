#pragma once

#include "app/check/portraitwork.h"

namespace zsb {

/// The portrait as stored with how far its wall is from white, highlights, crown, chin and eye line, thirds, further
/// faces and the places findings point at; beside it what each of them measures and the pack's limits. Any thread.
/// Errors: those of writePictureOverlay().
[[nodiscard]] Done writePortraitOverlay(const JudgedPortrait &portrait, std::string_view bytes, const QString &path,
                                        const Pack &pack, Language language);

} // namespace zsb
