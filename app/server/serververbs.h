#pragma once

#include "app/check/verbs.h"

namespace zsb {

/// Everything zsb-server does, in the order of its help.
[[nodiscard]] std::span<const ProgramVerb> serverVerbs();

} // namespace zsb
