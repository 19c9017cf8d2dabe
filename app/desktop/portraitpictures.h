#pragma once

#include "app/desktop/options.h"

class QApplication;

namespace zsb {

/// The screens that need portraits with something to say of them: one that is wrong, two that are the same person's,
/// and what was decided last. 0 when every picture was written.
[[nodiscard]] int takePortraits(QApplication &application, const DesktopOptions &options, const QString &suffix);

} // namespace zsb
