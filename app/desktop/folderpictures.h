#pragma once

#include "app/desktop/options.h"

class QApplication;

namespace zsb {

/// The main screens of the season in `season`, which is only read: nothing is written there. Says on standard output
/// how many files its queue has. 0 when every picture was written.
[[nodiscard]] int takeFolder(QApplication &application, const DesktopOptions &options, const QString &season,
                             const QString &suffix);

} // namespace zsb
