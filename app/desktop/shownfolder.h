#pragma once

#include "app/desktop/options.h"

namespace zsb {

/// The season that --walk and --screenshots show: the one in --data-dir, else the one the program had open there last
/// or made below it. Empty: nothing is there yet, and a demo season is made.
/// Errors: Invalid when the folder holds other things but no season, or --walk is told none; Refused when --walk would
/// decide files that are nobody's play. Their detail says so.
[[nodiscard]] Result<QString> folderToShow(const DesktopOptions &options);

} // namespace zsb
