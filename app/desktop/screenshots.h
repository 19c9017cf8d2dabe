#pragma once

#include "app/desktop/options.h"

class QApplication;

namespace zsb {

/// Every screen × Chinese and English × light and dark × scale 1.0 and 1.5, at 1280×720, of a demo season with fixed
/// time. With both --lang and --theme given, only that one, at the scale now in force. A season in --data-dir is shown
/// instead of the demo, and only read.
[[nodiscard]] int takeScreenshots(QApplication &application, const DesktopOptions &options);

} // namespace zsb
