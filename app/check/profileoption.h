#pragma once

#include "app/check/commandline.h"
#include "core/policy/pack.h"

namespace zsb {

/// Whether `--profile` is not given or names a portrait profile of the pack; else says which there are.
[[nodiscard]] bool isProfileKnown(const CommandLine &line, const Pack &pack, QTextStream &err);

} // namespace zsb
