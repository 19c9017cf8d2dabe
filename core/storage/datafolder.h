#pragma once

#include "core/base/result.h"

#include <string>

namespace zsb {

/// Makes the folder of a season when it is not there: what lies in it is personal, so nobody else of this computer
/// looks inside. One that is there stays as it is, shared with whom its owner wants. Errors: Unreadable.
[[nodiscard]] Done makeDataFolder(const std::string &folder);

} // namespace zsb
