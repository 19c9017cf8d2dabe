#pragma once

#include "app/desktop/options.h"

class QApplication;

namespace zsb {

/// Does the main job without hands: first run, demo, three files decided by keys, history, home, a dry run; a picture
/// at each step. A demo season in --data-dir is walked through, any other refused; with a join file it is
/// walkAtService(). Exit status 0 only when the three decisions are in the log and its chain holds.
[[nodiscard]] int walk(QApplication &application, const DesktopOptions &options);

} // namespace zsb
