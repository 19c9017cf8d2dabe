#pragma once

#include "app/check/scanwork.h"
#include "core/base/result.h"

namespace zsb {

/// The material as stored with its page, the regions of the layout and the seals that were found, what the findings
/// say, and what the lines mean. Any thread; text needs a QGuiApplication. Errors: as writePictureOverlay().
[[nodiscard]] Done writeScanOverlay(const JudgedScan &scan, std::string_view bytes, const QString &path,
                                    Language language);

} // namespace zsb
