#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace zsb {

/// Writes a whole file so that after a crash it is there complete or not at all: temporary file beside it, rename.
/// With `sync` it is also on the disk when the call returns. Errors: Unreadable.
enum class Sync
{
    No,
    Yes,
};
[[nodiscard]] Done writeWhole(const std::string &path, std::string_view bytes, Sync sync);

/// A file that was written without `sync` and its folder are on the disk when this returns. Errors: Unreadable.
[[nodiscard]] Done syncWhole(const std::string &path);

/// Everything written below a folder is on the disk when this returns. Errors: Unreadable.
[[nodiscard]] Done syncBelow(const std::string &folder);

} // namespace zsb
