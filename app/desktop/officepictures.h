#pragma once

#include "app/desktop/options.h"

class QApplication;

namespace zsb {

/// The screens of an enrolled season whose service does not answer: sign-in, sync centre, wizard, claim. 0 when every
/// picture was written.
[[nodiscard]] int takeOffice(QApplication &application, const DesktopOptions &options, const QString &suffix);

} // namespace zsb
