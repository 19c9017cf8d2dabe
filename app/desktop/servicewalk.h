#pragma once

#include "app/desktop/options.h"

class QApplication;

namespace zsb {

/// The main job at a trial service without hands: enrols by the join file, signs in, takes a hundred files, decides
/// three of them, has them sent and compares with the service. It tells what it has done, a line each, and waits for a
/// service that is gone, at most Script::patience. With trial-orders in its folder it does those (trialorders.h). Exit
/// status 0 only when both agree. Refuses any folder but that of a trial.
[[nodiscard]] int walkAtService(QApplication &application, const DesktopOptions &options);

} // namespace zsb
