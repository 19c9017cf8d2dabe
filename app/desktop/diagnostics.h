#pragma once

#include "core/policy/pack.h"

#include <QString>

#include <utility>
#include <vector>

namespace zsb {

/// What a report of a fault should tell of this computer and program, line by line (UX: help, about): nothing of any
/// candidate. `folder` empty: no season is open; `ratio`: pixels of the screen to one of the program.
[[nodiscard]] std::vector<std::pair<QString, QString>> diagnostics(const Pack &pack, const QString &folder,
                                                                   double ratio);

} // namespace zsb
